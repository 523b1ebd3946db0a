/** The days that are known by a name, in the calendars of English-language news. */
import { addDays, type Day, easter, weekdayOfMonth } from './calendar.ts';

const MONDAY = 1;
const THURSDAY = 4;

const fixed = (month: number, day: number) => (year: number) => ({ year, month, day });
const nth = (month: number, weekday: number, n: number) => (year: number) => weekdayOfMonth(year, month, weekday, n);

/** The first that matches counts: "Christmas Eve" stands before "Christmas". */
const HOLIDAYS: readonly (readonly [RegExp, (year: number) => Day])[] = [
  [/^new year.s day/, fixed(1, 1)],
  [/^martin luther king/, nth(1, MONDAY, 3)],
  [/^australia/, fixed(1, 26)],
  [/^valentine/, fixed(2, 14)],
  [/^president/, nth(2, MONDAY, 3)],
  [/^april fool/, fixed(4, 1)],
  [/^good friday/, (year) => addDays(easter(year), -2)],
  [/^easter monday/, (year) => addDays(easter(year), 1)],
  [/^easter/, easter],
  [/^memorial/, nth(5, MONDAY, -1)],
  [/^canada/, fixed(7, 1)],
  [/^independence/, fixed(7, 4)],
  [/^bastille/, fixed(7, 14)],
  [/^labou?r/, nth(9, MONDAY, 1)],
  [/^columbus/, nth(10, MONDAY, 2)],
  [/^halloween/, fixed(10, 31)],
  [/^election/, (year) => addDays(weekdayOfMonth(year, 11, MONDAY, 1), 1)],
  [/^(?:veterans|armistice)/, fixed(11, 11)],
  [/^thanksgiving/, nth(11, THURSDAY, 4)],
  [/^christmas eve/, fixed(12, 24)],
  [/^(?:christmas|xmas)/, fixed(12, 25)],
  [/^boxing/, fixed(12, 26)],
  [/^new year.s eve/, fixed(12, 31)],
];

/** The day of that name (in lower case) in a year; undefined for a name that is not in the list. */
export function holidayOf(name: string): ((year: number) => Day) | undefined {
  return HOLIDAYS.find(([pattern]) => pattern.test(name))?.[1];
}
