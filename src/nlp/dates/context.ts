/**
 * What a relative expression is relative to. News speaks from the day it was printed; a narrative from the date it told
 * last (the two document types of HeidelTime: Strötgen and Gertz, Language Resources and Evaluation 47, 2013).
 */
import type { Segmented } from '../types.ts';
import { type Day, dayNumber, type Moment, parseDay } from './calendar.ts';

export interface Context {
  /** The day of publication, null when unknown. */
  readonly published: Day | null;
  /** The text tells of a time far from its publication, or was never dated. */
  readonly narrative: boolean;
  /** The last calendar date told so far that is known at least that finely, null before the first. */
  story(grain?: 'day' | 'month' | 'year'): Moment | null;
  /**
   * The quarter under report, as a day in it: the latest one told so far that was over by publication. In a company's
   * results "a year earlier" means the same quarter a year earlier.
   */
  quarter(): Day | null;
  /** Remembers a value that was read, for the expressions after it. */
  tell(value: string): void;
}

/** A year, or one before the common era, which is past in any case. */
const YEAR = /(?<![\d$£€.,#/-])(?:((?:1[0-9]|20)\d\d)(?![\d,%/]|\.\d)|\d{1,4} ?B\.?C)/g;
const NEWS_WORD =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast (?:week|month|year)|[Tt]his (?:week|month|year))\b/g;

export function createContext(doc: Segmented, published: string | null): Context {
  const day = parseDay(published);
  const narrative = day === null || isNarrative(doc, day.year);
  const story: Record<'day' | 'month' | 'year', Moment | null> = { day: null, month: null, year: null };
  let quarter: Day | null = null;
  return {
    published: day,
    narrative,
    story: (grain = 'year') => story[grain],
    quarter: () => quarter,
    tell: (value) => {
      const match = /^(BC)?(\d{4})(?:-(\d\d|Q\d|SP|SU|FA|WI|H\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(value);
      if (match === null) return;
      const year = match[1] === undefined ? Number(match[2]) : -Number(match[2]);
      const part = match[3];
      if (part?.startsWith('Q')) {
        const told = { year, month: Number(part[1]) * 3, day: 1 };
        if (quarter === null || (isOver(told, day) && (!isOver(quarter, day) || isLater(told, quarter))))
          quarter = told;
      }
      const moment = { year, month: monthOf(part), day: match[4] === undefined ? null : Number(match[4]) };
      story.year = moment;
      if (moment.month !== null) story.month = moment;
      if (moment.day !== null) story.day = moment;
    },
  };
}

/** Whether the quarter that ends with that month was over on the day of publication. */
function isOver(quarterEnd: Day, published: Day | null): boolean {
  return published === null || quarterEnd.year * 12 + quarterEnd.month < published.year * 12 + published.month;
}

const isLater = (a: Day, b: Day): boolean => dayNumber(a) > dayNumber(b);

/** A month inside that part of a year, enough to order what follows. */
function monthOf(part: string | undefined): number | null {
  if (part === undefined) return null;
  return part.startsWith('Q') ? Number(part[1]) * 3 : (MONTH_IN[part] ?? Number(part));
}

const MONTH_IN: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 12, H1: 3, H2: 9 };

/**
 * A narrative names past years again and again, and hardly ever a weekday or "yesterday", on which news lives: five years
 * at least, one for every 2,500 characters, and eight for each word that only makes sense on the day of printing. Histories
 * and chronologies pass; among news of the dev sets about one article in a hundred does, chronologies mostly.
 */
function isNarrative(doc: Segmented, year: number): boolean {
  let past = 0;
  for (const [, common] of doc.text.matchAll(YEAR)) if (common === undefined || Number(common) < year - 1) past += 1;
  if (past < 5 || past * 2500 < doc.text.length) return false;
  const news = doc.text.match(NEWS_WORD)?.length ?? 0;
  return past >= 8 * news;
}
