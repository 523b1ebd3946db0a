/** From what an expression says to what it means: the year of "in May", the day of "on Monday", "two weeks ago". */

import {
  addMonths,
  type CalendarUnit,
  type Day,
  dayNumber,
  type Moment,
  nearWeekday,
  quarterOf,
  shift,
  valueAt,
} from './calendar.ts';
import type { Context } from './context.ts';
import type { Lexeme } from './lexer.ts';
import { isA, type Phrase } from './phrase.ts';
import { tenseAround, tenseIsBeside } from './tense.ts';

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

/** Years are written with four digits. */
const LAST_YEAR = 9999;

/** A moment moved by whole units and read at that grain; null when it is not known finely enough, or out of all history. */
export function shifted(from: Moment, unit: CalendarUnit, by: number, grain: CalendarUnit = unit): string | null {
  const monthly = unit === 'month' && grain === 'month' && from.month !== null;
  if (!monthly && !(knows(from, unit) && knows(from, grain))) return null;
  const to = monthly ? asDay(addMonths(from, by)) : shift(asDay(from), unit, by);
  return Math.abs(to.year) <= LAST_YEAR ? valueAt(to, grain) : null;
}

/**
 * The year of a month (and day) given without one. In a narrative time runs on from the date told last; in news it is
 * the nearest such month, and a month on the wrong side of today by the tense counts as seven months further off.
 */
export function yearOf(month: number, day: number | null, phrase: Phrase, context: Context): number | null {
  const ahead = yearAhead(phrase);
  if (ahead !== null) return ahead;
  if (context.narrative) return storyYear(month, storyMonth(context));
  const { published } = context;
  if (published === null) return null;
  const tense = followsFuture(phrase, context) ? 'future' : tenseAround(phrase);
  const daysAway = (year: number) =>
    day === null
      ? ((year - published.year) * 12 + month - published.month) * 30
      : dayNumber({ year, month, day: Math.min(day, 28) }) - dayNumber(published);
  const cost = (year: number) => {
    const days = daysAway(year);
    const against = (tense === 'future' && days < 0) || (tense === 'past' && days > 0);
    return Math.abs(days) + (against ? (tenseIsBeside(phrase) ? AGAINST_VERB : AGAINST_TENSE) : 0);
  };
  const years = [published.year - 1, published.year, published.year + 1];
  return years.reduce((best, year) => (cost(year) < cost(best) ? year : best));
}

/** "in June and again in September", told in May: what comes after a date ahead, in one sentence, lies ahead as well. */
function followsFuture({ sentence, from }: Phrase, context: Context): boolean {
  const story = context.story('month');
  const { published } = context;
  if (story === null || story.month === null || published === null) return false;
  const before = sentence.slice(Math.max(0, from - 12), from).findLast((word) => isA(word, 'MON'));
  const months = (story.year - published.year) * 12 + story.month - published.month;
  return before?.value === story.month && months > 0;
}

/** In days. Tense is judged from word lists, so that it may be wrong; measured, anything from five months to eight does. */
const AGAINST_TENSE = 210;
/** A verb right beside the date is not mistaken: "was born in December" never looks ahead. */
const AGAINST_VERB = 366;

/** "between March and April 1918", "from October to 7 March 1945": the year stands at the end of the range. */
export function yearAhead({ sentence, to }: Phrase): number | null {
  if (!JOINTS.some((kind) => isA(sentence[to], kind))) return null;
  for (let i = to + 1; i < to + 8; i += 1) {
    const word = sentence[i];
    if (word === undefined || word.kind === 'OTHER') return null;
    const days = isA(sentence[to + 1], 'DAY') && i <= to + 3;
    const named = days || [sentence[i - 1], sentence[i - 2]].some((other) => isA(other, 'MON') || isA(other, 'SEASON'));
    if (isA(word, 'YEARLIKE') && named) return word.value;
  }
  return null;
}

const JOINTS = ['AND', 'TO', 'OR', 'HYPHEN'] as const;

/** The date told last, with the month told last if both are of one year. */
function storyMonth(context: Context): Moment | null {
  const year = context.story('year');
  const month = context.story('month');
  if (year === null) return context.published;
  return year.month === null && month?.year === year.year ? month : year;
}

/**
 * The year a month falls in when the story stands at another: the same year, unless going on across new year (from October
 * to January) or looking back across it (from January to December) is the far shorter way.
 */
function storyYear(month: number, story: Moment | null): number | null {
  if (story === null) return null;
  const back = (story.month ?? month) - month;
  return story.year + (back > 8 ? 1 : back < -10 ? -1 : 0);
}

/** The day a bare weekday means: up to a week ahead if the verb says so, else the last such day, today included. */
export function weekdayNear(weekday: number, phrase: Phrase, context: Context): Day | null {
  const story = context.narrative ? context.story() : null;
  if (story !== null) return story.day === null ? null : nearWeekday(asDay(story), weekday, 1);
  if (context.published === null) return null;
  const told = context.story('day');
  if (told !== null && endsRange(phrase)) return nearWeekday(asDay(told), weekday, 1);
  const ahead = tenseAround(phrase) === 'future';
  return nearWeekday(context.published, weekday, ahead ? 1 : 0);
}

/** "from 8 p.m. Saturday to 2 a.m. Sunday": the end of a range comes after its beginning. */
function endsRange({ sentence, from }: Phrase): boolean {
  if (!isA(sentence[from - 1], 'TO') && !isA(sentence[from - 1], 'HYPHEN')) return false;
  return sentence.slice(Math.max(0, from - 6), from).some((word) => isA(word, 'WEEKDAY'));
}

/** The last quarter of that number that has begun, or the one about to begin; any of this year when the tense looks ahead. */
export function yearOfQuarter(quarter: number, phrase: Phrase, context: Context): number | null {
  const from = speechTime(context);
  if (from === null) return null;
  const ahead = quarter - quarterOf(from.month ?? 12);
  if (context.narrative || ahead < 2) return from.year;
  return tenseAround(phrase) === 'future' ? from.year : from.year - 1;
}
