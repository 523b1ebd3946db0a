/** Times as the reader's own language and time zone write them. */

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** `style`: the letter of a Discord timestamp other than `R`; an unknown one is read as `f`. */
export function styledTime(date: Date, style: string): string {
  return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES['f']).format(date);
}

export function fullTime(date: Date): string {
  return styledTime(date, 'F');
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "7 years ago", "in 2 minutes". `now` in milliseconds. */
export function relativeTime(date: Date, now: number): string {
  const seconds = Math.round((date.getTime() - now) / 1000);
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  return unit ? format.format(Math.trunc(seconds / unit[1]), unit[0]) : format.format(seconds, 'second');
}

/** The hour alone for today's messages, with the date for older ones. */
export function messageTime(date: Date, now: number): string {
  return sameDay(date, new Date(now)) ? styledTime(date, 't') : styledTime(date, 's');
}

export function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
