import type { TimelineEntry } from '../../src/answer/types.ts';
import { phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block, Options } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { Period } from '../shared/days.ts';

/** The value of the choice that leads back to all dates. */
const ALL = 'all';

/** Choices that lead out again: to the year, and to all dates. With them a menu of 25 is full. */
const MOST_PARTS = 23;

/**
 * A menu that narrows the timeline to a year or, once all dates lie in one year, to a month, and leads out again. No menu
 * where there is nothing to narrow.
 */
export function zoomMenu(entries: readonly TimelineEntry[], period: Period, speech: Speech): readonly Block[] {
  const { text } = speech;
  const dates = entries.map(({ date }) => date);
  const years = parts(dates, 4);
  const months = parts(dates, 7);
  const [year] = years.keys();
  const into = years.size > 1 ? years : months.size > 1 ? months : new Map<string, number>();
  const out = [
    ...(year !== undefined && years.size === 1 && isInside(period, year) ? [year] : []),
    ...(period.from === undefined && period.to === undefined ? [] : [ALL]),
  ];
  if (into.size === 0 && out.length === 0) return [];
  const choices = [
    ...[...into].slice(0, MOST_PARTS).map(([value, count]) => ({
      name: speech.date(value),
      value,
      description: text('timeline.dates', { n: count }),
    })),
    ...out.map((value) => ({
      name: value === ALL ? text('timeline.all') : text('timeline.allOf', { year: value }),
      value,
    })),
  ];
  const action = { command: 'timeline', verb: 'zoom', args: [] };
  const inward = years.size > 1 ? 'timeline.zoomYear' : 'timeline.zoomMonth';
  const placeholder = text(into.size === 0 ? 'timeline.zoomOut' : inward);
  return [{ kind: 'select', action, placeholder, choices }];
}

/** The options of the timeline that a choice of the menu leads to. Throws `Refusal` for what no menu holds. */
export function zoomed(options: Options, chosen: string): Options {
  const { from: _from, to: _to, ...rest } = options;
  if (chosen === ALL) return rest;
  if (!/^\d{4}(?:-\d{2})?$/.test(chosen)) throw new Refusal(phrase('timeline.choosePart'));
  return { ...rest, from: chosen, to: chosen };
}

/** Years (`length` 4) or months (7) with how many dates each has, in order of time; coarser dates are in none. */
function parts(dates: readonly string[], length: 4 | 7): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const date of dates.filter((one) => one.length >= length).toSorted()) {
    const part = date.slice(0, length);
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

/** Whether a period is only a part of a year. */
function isInside({ from, to }: Period, year: string): boolean {
  return from !== undefined && to !== undefined && (from > `${year}-01-01` || to < `${year}-12-31`);
}
