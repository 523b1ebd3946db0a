import { Refusal } from '../../src/discord/refusal.ts';
import type { Language } from './language.ts';

/** The publication days that may answer, both included; the shape of the days in `Filter`. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const READ = '2019, 2019-09, 2019-09-10 or 10 Sep 2019';

/** How other languages than English write a day and a month: "10. Sept. 2019", "2018年6月". */
const FORMATS: Readonly<Record<Exclude<Language, 'en'>, Formats>> = {
  de: formatsOf('de'),
  fr: formatsOf('fr'),
  es: formatsOf('es'),
  ja: formatsOf('ja'),
  'zh-CN': formatsOf('zh-CN'),
};

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
}

function formatsOf(language: Language): Formats {
  const common = { timeZone: 'UTC', year: 'numeric' } as const;
  return {
    day: new Intl.DateTimeFormat(language, { ...common, month: 'short', day: 'numeric' }),
    month: new Intl.DateTimeFormat(language, { ...common, month: 'long' }),
  };
}

/**
 * A date as people like to read it, no more precise than it was given: `2018` → "2018", `2018-06` → "June 2018",
 * `2019-09-10` → "10 Sep 2019".
 */
export function showDate(date: string, language: Language = 'en'): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return date;
  if (language !== 'en') {
    const { day: withDay, month: withMonth } = FORMATS[language];
    // Of a month, any day of it; years before 100 are not those of the 20th century.
    const time = new Date(0);
    time.setUTCFullYear(Number(year), Number(month) - 1, Number(day ?? 1));
    return (day === undefined ? withMonth : withDay).format(time);
  }
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name.slice(0, 3)} ${year}`;
}

/**
 * The days that the options "from" and "to" include, as `YYYY-MM-DD`. A year or a month stands for its first day in
 * "from" and for its last day in "to". What the bot prints as a date in English, it also reads. Throws `Refusal` for anything else.
 */
export function readPeriod(options: { readonly from?: string | undefined; readonly to?: string | undefined }): Period {
  const from = options.from === undefined ? undefined : readDay('from', options.from);
  const to = options.to === undefined ? undefined : readDay('to', options.to);
  if (from !== undefined && to !== undefined && from > to) {
    throw new Refusal(
      `“from” (${showDate(from)}) is later than “to” (${showDate(to)}): please swap them or widen the period.`,
    );
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** "published from 1 Jan 2019 to 10 Sep 2019", or nothing when there is no limit. */
export function showPeriod({ from, to }: Period, language: Language): string {
  const [first, last] = [from, to].map((day) => showDate(day ?? '', language));
  if (from !== undefined && to !== undefined) return `from ${first} to ${last}`;
  if (from !== undefined) return `from ${first} on`;
  return to === undefined ? '' : `up to ${last}`;
}

function readDay(option: 'from' | 'to', written: string): string {
  const parts = numeric(written.trim()) ?? spelled(written.trim());
  if (parts === null) {
    throw new Refusal(`I can't read “${option}” as a date. These forms work: ${READ}.`);
  }
  const [year, month = option === 'from' ? 1 : 12, day = option === 'from' ? 1 : lastDay(year, month)] = parts;
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
    throw new Refusal(`There is no such day as “${option}” names. These forms work: ${READ}.`);
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

type Parts = readonly [year: number, month?: number, day?: number];

/** `2019`, `2019-09`, `2019-09-10`. */
function numeric(written: string): Parts | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(written);
  if (match === null) return null;
  const [year = 0, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return [year, month, day] as Parts;
}

/** `Sep 2019`, `September 2019`, `10 Sep 2019`. */
function spelled(written: string): Parts | null {
  const match = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(\d{4})$/i.exec(written);
  if (match === null) return null;
  const [, day, name = '', year] = match;
  const month = MONTHS.findIndex((full) => full.toLowerCase().startsWith(name.toLowerCase()));
  if (month === -1) return null;
  return [Number(year), month + 1, day === undefined ? undefined : Number(day)] as Parts;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
