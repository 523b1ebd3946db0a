/**
 * Calendar arithmetic for TIMEX3 values: days since 1970, ISO weeks, shifts by a unit, and how values are written.
 * Years before the common era are negative (-480 is 480 BC; there is no year 0 in what people write).
 */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A point on the calendar as far as it is known: a null month means the year alone, a null day the month alone. */
export interface Moment {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century' | 'millennium';

const DAY_MS = 86_400_000;
const MONTHS_IN: Readonly<Record<'month' | 'quarter' | 'year' | 'decade' | 'century' | 'millennium', number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12_000,
};

export function parseDay(iso: string | null): Day | null {
  const match = iso === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDay(day.year, day.month, day.day) ? day : null;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists; 29 February is allowed in any year that has one. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1 January 1970. `Date.UTC` alone would read the years 0–99 as 1900–1999. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
}

function dayFromNumber(number: number): Day {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(day: Day, by: number): Day {
  return dayFromNumber(dayNumber(day) + by);
}

/** Moves by whole months, from the month alone when no day is known; the 31st becomes the last day of a shorter month. */
export function addMonths(from: Moment, by: number): Moment {
  const index = from.year * 12 + (from.month ?? 1) - 1 + by;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (from.month === null) return { year, month: null, day: null };
  return { year, month, day: from.day === null ? null : Math.min(from.day, daysInMonth(year, month)) };
}

export function shift(day: Day, unit: CalendarUnit, by: number): Day {
  if (unit === 'day') return addDays(day, by);
  if (unit === 'week') return addDays(day, 7 * by);
  const moved = addMonths(day, MONTHS_IN[unit] * by);
  return { year: moved.year, month: moved.month ?? 1, day: moved.day ?? 1 };
}

/** The nearest such weekday: `side` -1 before, 1 after, 0 on or before `day`. */
export function nearWeekday(day: Day, weekday: number, side: -1 | 0 | 1): Day {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  if (side === 0) return addDays(day, -back);
  if (side === -1) return addDays(day, back === 0 ? -7 : -back);
  return addDays(day, back === 0 ? 7 : 7 - back);
}

/** The n-th such weekday of a month, counted from its end when `n` is negative (Thanksgiving, Memorial Day). */
export function weekdayOfMonth(year: number, month: number, weekday: number, n: number): Day {
  if (n > 0)
    return addDays(
      nearWeekday({ year, month, day: 1 }, weekday, 0),
      n * 7 - (weekdayOf({ year, month, day: 1 }) === weekday ? 7 : 0),
    );
  const last = nearWeekday({ year, month, day: daysInMonth(year, month) }, weekday, 0);
  return addDays(last, (n + 1) * 7);
}

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { year, month: Math.floor(n / 31), day: (n % 31) + 1 };
}

export function yearValue(year: number): string {
  return year < 0 ? `BC${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** `2019`, `2019-09`, `2019-09-10`; an unknown year is written XXXX. */
export function momentValue({ year, month, day }: Omit<Moment, 'year'> & { readonly year: number | null }): string {
  const head = year === null ? 'XXXX' : yearValue(year);
  if (month === null) return head;
  const toMonth = `${head}-${two(month)}`;
  return day === null ? toMonth : `${toMonth}-${two(day)}`;
}

/** ISO 8601 week, `2019-W37`: the week's year is that of its Thursday. */
export function weekValue(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 });
  return `${yearValue(thursday.year)}-W${two(Math.floor((dayNumber(thursday) - first) / 7) + 1)}`;
}

export function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

/** A day read at the grain of a unit: `2019-W37` for a week, `2019-Q3`, `201` for a decade, `20` for a century. */
export function valueAt(day: Day, unit: CalendarUnit): string {
  switch (unit) {
    case 'day':
      return momentValue(day);
    case 'week':
      return weekValue(day);
    case 'month':
      return momentValue({ ...day, day: null });
    case 'quarter':
      return `${yearValue(day.year)}-Q${quarterOf(day.month)}`;
    case 'year':
      return yearValue(day.year);
    case 'decade':
      return yearValue(day.year).slice(0, -1);
    case 'century':
      return yearValue(day.year).slice(0, -2);
    case 'millennium':
      return yearValue(day.year).slice(0, -3);
  }
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}
