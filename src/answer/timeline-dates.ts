import type { Evidence, Mention } from './timeline-evidence.ts';
import { WEIGHTS } from './timeline-weights.ts';
import type { TimelineEntry } from './types.ts';

export interface RankedDate {
  readonly date: string;
  readonly mentions: readonly Mention[];
  readonly score: number;
}

const DAY = 86_400_000;
/** Days on either side that a day is measured against. */
const WEEKS = 15;
const MONTHS = 60;
/** A mention published so many days after its date looks back. */
const LOOKS_BACK = 14;
const SOON_AFTER = 7;
/** Terms of a sentence past which the date is one detail of many. */
const LONG = 25;
/** Days on which the same event may be told: that of the event and the ones next to it. */
const NEIGHBOURS = [
  [1, 1],
  [-1, 1],
  [2, 0.5],
  [-2, 0.5],
] as const;

export function precisionOf(date: string): TimelineEntry['precision'] {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/**
 * The dates that matter most, in no order. A date's mass is what the articles have to say of it: each article counts
 * once, by its best mention; mentions that look back, name the topic and report something done count more. The mass is set
 * against that of the weeks and months around it, so that quiet times have their events too (after the date features
 * of Gholipour Ghalandari and Ifrim, "Examining the State-of-the-Art in News Timeline Summarization", ACL 2020, with
 * weights fitted anew). Of neighbouring days, which often tell one event, the better is preferred unless most days are told.
 */
export function rankDates({ topic, mentions }: Evidence, limit: number): RankedDate[] {
  const masses = new Map<string, number>();
  const byDay = new Map<number, number>();
  for (const [date, list] of mentions) {
    const mass = massOf(date, list, topic.length > 0);
    masses.set(date, mass);
    if (date.length === 10) byDay.set(dayNumber(date), mass);
  }
  const around = (day: number, radius: number) => {
    let sum = 0;
    for (let other = day - radius; other <= day + radius; other += 1) if (other !== day) sum += byDay.get(other) ?? 0;
    return sum / (2 * radius);
  };
  const { background, weeks, months, precision } = WEIGHTS;
  const left = new Map<string, RankedDate>();
  for (const [date, list] of mentions) {
    let score = Math.log(background + masses.get(date)!) + precision[precisionOf(date)];
    if (date.length === 10) {
      const day = dayNumber(date);
      score -= weeks * Math.log(background + around(day, WEEKS)) + months * Math.log(background + around(day, MONTHS));
    }
    left.set(date, { date, mentions: list, score });
  }
  return pick(left, limit, WEIGHTS.neighbour * (1 - Math.min(1, limit / Math.max(1, byDay.size))));
}

/** Takes the best date again and again; each one taken holds its neighbours back. All of them, when there are no more. */
function pick(dates: ReadonlyMap<string, RankedDate>, limit: number, penalty: number): RankedDate[] {
  if (dates.size <= limit) return [...dates.values()];
  const queue = [...dates.values()];
  const held = new Map<string, number>();
  const standing = ({ date, score }: RankedDate) => score - (held.get(date) ?? 0);
  const chosen: RankedDate[] = [];
  while (chosen.length < limit && queue.length > 0) {
    let best = 0;
    for (let at = 1; at < queue.length; at += 1) {
      const difference = standing(queue[at]!) - standing(queue[best]!);
      if (difference > 0 || (difference === 0 && queue[at]!.date < queue[best]!.date)) best = at;
    }
    const [taken] = queue.splice(best, 1);
    chosen.push(taken!);
    if (taken!.date.length < 10) continue;
    for (const [step, share] of NEIGHBOURS) {
      const neighbour = new Date(Date.parse(taken!.date) + step * DAY).toISOString().slice(0, 10);
      held.set(neighbour, (held.get(neighbour) ?? 0) + share * penalty);
    }
  }
  return chosen;
}

function massOf(date: string, mentions: readonly Mention[], topical: boolean): number {
  const best = new Map<string, { readonly published: string; readonly worth: number }>();
  for (const mention of mentions) {
    const { id, published } = mention.chronicle.article;
    const worth = worthOf(date, mention, topical);
    if (worth > (best.get(id)?.worth ?? 0)) best.set(id, { published: published ?? '', worth });
  }
  const byPublication = new Map<string, number>();
  for (const { published, worth } of best.values())
    byPublication.set(published, (byPublication.get(published) ?? 0) + worth);
  let mass = 0;
  for (const worth of byPublication.values()) mass += worth ** WEIGHTS.sameDay;
  return mass;
}

/** Days from a date to the printing of an article that speaks of it; 0 when it bears no day. */
function lagOf(date: string, { published }: Mention['chronicle']['article']): number {
  return published === null ? 0 : dayNumber(published) - dayNumber(date);
}

/** Whether an article was printed so long after a date that it looks back on it. */
export function looksBackOn(date: string, article: Mention['chronicle']['article']): boolean {
  return lagOf(date, article) > LOOKS_BACK;
}

function worthOf(date: string, { chronicle, dated, share, focus, early }: Mention, topical: boolean): number {
  const { expression, modality, sentence } = dated;
  const lag = lagOf(date, chronicle.article);
  const stated = expression?.stated ?? [];
  const calendar = stated.includes('day') && stated.includes('month');
  const { mention: weight, floor, backReference } = WEIGHTS;
  const looksBack = calendar && looksBackOn(date, chronicle.article);
  const topicality = topical ? Math.max(share, floor, looksBack ? backReference : 0) : 1;
  let exponent = 0;
  if (expression === null) exponent += weight.printed;
  if (sentence < 3) exponent += weight.opening;
  if (chronicle.reports[sentence] === 1) exponent += weight.reports;
  if (modality !== 'done') exponent += weight[modality];
  if (lag < 0) exponent += weight.before;
  else if (lag > SOON_AFTER) exponent += weight.after;
  if (calendar) exponent += stated.includes('year') ? weight.withYear : weight.calendar;
  if (early) exponent += weight.early;
  if (chronicle.lengths[sentence]! > LONG) exponent += weight.long;
  return topicality ** WEIGHTS.topical * focus ** WEIGHTS.focus * Math.exp(exponent);
}

/** Days since 1970 of a day, or of the first day of a month or year. */
function dayNumber(date: string): number {
  return Date.parse(date) / DAY;
}
