import type { TimeExpression } from '../nlp/types.ts';

/** The year, month or day that a TIMEX3 value begins with; undefined for weeks, seasons, durations and the like. */
export function calendarOf(value: string): string | undefined {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(value)?.[0];
}

/** The calendar day, month or year of an expression, or null for any other kind of value. */
export function dayOf({ type, value }: Pick<TimeExpression, 'type' | 'value'>): string | null {
  if (type !== 'DATE' && type !== 'TIME') return null;
  const date = calendarOf(value);
  return date === undefined || Number.isNaN(Date.parse(date)) ? null : date;
}
