/** From what an expression says to what it means: the year of "in May", the day of "on Monday", "two weeks ago". */

import {
  addMonths,
  type CalendarUnit,
  type Day,
  dayNumber,
  isRealDay,
  type Moment,
  nearWeekday,
  quarterOf,
  shift,
  valueAt,
} from './calendar.ts';
import type { Context } from './context.ts';
import type { Lexeme } from './lexer.ts';
import { isA, type Phrase } from './phrase.ts';
import { tenseAround } from './tense.ts';

const UNIT_NAMES: Readonly<Record<string, CalendarUnit>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
  DE: 'decade',
  CE: 'century',
  ML: 'millennium',
};

/** The calendar unit a word names; undefined for hours, minutes and seconds. */
export function unitOf(word: Lexeme | undefined): CalendarUnit | undefined {
  return word === undefined || isA(word, 'CLOCKUNIT') || isA(word, 'CLOCKUNITS') ? undefined : UNIT_NAMES[word.code];
}

/** What "the next day", "later that year" count from: the last date told, and the day of publication before the first. */
export function reference(context: Context, unit: CalendarUnit = 'year'): Moment | null {
  const grain = unit === 'day' || unit === 'week' ? 'day' : unit === 'month' || unit === 'quarter' ? 'month' : 'year';
  return context.story(grain) ?? context.published;
}

/** What "today", "last year" count from: the day of publication, and in a narrative the date told last. */
export function speechTime(context: Context, unit: CalendarUnit = 'year'): Moment | null {
  return context.narrative ? reference(context, unit) : context.published;
}

/** The day of "today" and "this morning"; in a narrative these words are somebody else's. */
export function today(context: Context): Day | null {
  return context.narrative ? null : context.published;
}

/** A moment as a day, its unknown parts at their first: only for arithmetic at a coarser grain. */
export function asDay(moment: Moment): Day {
  return { year: moment.year, month: moment.month ?? 1, day: moment.day ?? 1 };
}

/** Whether a moment is known finely enough to be moved by, or read at, that unit. */
export function knows(moment: Moment, unit: CalendarUnit): boolean {
  if (unit === 'day' || unit === 'week') return moment.day !== null;
  return unit === 'month' || unit === 'quarter' ? moment.month !== null : true;
}

/** A moment moved by whole units and read at the grain of the unit; null when it is not known finely enough. */
export function shifted(from: Moment, unit: CalendarUnit, by: number, grain: CalendarUnit = unit): string | null {
  if (unit === 'month' && from.day === null && from.month !== null) return valueAt(asDay(addMonths(from, by)), grain);
  return knows(from, unit) && knows(from, grain) ? valueAt(shift(asDay(from), unit, by), grain) : null;
}

/**
 * The year of a month (and day) given without one. In a narrative time runs on from the date told last; in news it is
 * the nearest such month, held to the past or the future by the tense.
 */
export function yearOf(month: number, day: number | null, phrase: Phrase, context: Context): number | null {
  const ahead = yearAhead(phrase);
  if (ahead !== null) return ahead;
  if (context.narrative) return storyYear(month, storyMonth(context));
  const { published } = context;
  if (published === null) return null;
  const tense = tenseAround(phrase);
  const years = [published.year - 1, published.year, published.year + 1];
  const distance = (year: number) => {
    if (day === null) return (year - published.year) * 12 + month - published.month;
    return dayNumber({ year, month, day: Math.min(day, 28) }) - dayNumber(published);
  };
  const weight = day === null ? 1 : 30;
  const costs = years.map((year) => {
    const away = distance(year);
    if (tense === 'future') return away < 0 ? -away + 7 * weight : away;
    if (tense === 'past') return away > 0 ? away + 7 * weight : -away;
    return Math.abs(away);
  });
  return years[costs.indexOf(Math.min(...costs))]!;
}

/** "between March and April 1918", "from October to 7 March 1945": the year stands at the end of the range. */
export function yearAhead({ sentence, to }: Phrase): number | null {
  const joint = sentence[to];
  if (joint === undefined || !(isA(joint, 'AND') || isA(joint, 'TO') || isA(joint, 'OR') || isA(joint, 'HYPHEN')))
    return null;
  for (let i = to + 1; i < to + 8; i += 1) {
    const word = sentence[i];
    if (word === undefined || word.kind === 'OTHER') return null;
    const named =
      isA(sentence[i - 1], 'MON') ||
      isA(sentence[i - 1], 'SEASON') ||
      isA(sentence[i - 2], 'MON') ||
      isA(sentence[i - 2], 'SEASON');
    if (isA(word, 'YEARLIKE') && named) return word.value;
  }
  return null;
}

/** The date told last, with the month told last if both are of one year. */
function storyMonth(context: Context): Moment | null {
  const year = context.story('year');
  const month = context.story('month');
  if (year === null) return context.published;
  return year.month === null && month?.year === year.year ? month : year;
}

function storyYear(month: number, story: Moment | null): number | null {
  if (story === null) return null;
  if (story.month === null) return story.year;
  const back = story.month - month;
  return back > 8 ? story.year + 1 : back < -10 ? story.year - 1 : story.year;
}

export function realOrNull(year: number, month: number, day: number): Day | null {
  return isRealDay(year, month, day) ? { year, month, day } : null;
}

/** The day a bare weekday means: up to a week ahead if the verb says so, else the last such day, today included. */
export function weekdayNear(weekday: number, phrase: Phrase, context: Context): Day | null {
  if (context.narrative) {
    const story = context.story();
    return story === null || story.day === null ? null : nearWeekday(asDay(story), weekday, 1);
  }
  if (context.published === null) return null;
  const ahead = tenseAround(phrase) === 'future';
  return nearWeekday(context.published, weekday, ahead ? 1 : 0);
}

/** The last quarter of that number that had begun by then; the coming one when the tense points ahead. */
export function yearOfQuarter(quarter: number, phrase: Phrase, context: Context): number | null {
  const from = speechTime(context);
  if (from === null) return null;
  const now = quarterOf(from.month ?? 12);
  if (context.narrative || now === quarter) return from.year;
  if (quarter < now) return from.year;
  return tenseAround(phrase) === 'future' || quarter - now < 2 ? from.year : from.year - 1;
}
