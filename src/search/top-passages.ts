import { type Best, bestOf, type Ranked } from './best.ts';
import type { Scale } from './bm25.ts';
import type { Segment } from './segment.ts';
import { type List, type Walk, type Workspace, walk, walkOf, workspaceOf } from './walk.ts';
import { WINDOW, windowsIn } from './windows.ts';

/** A segment as a query sees it. */
export interface Part {
  readonly segment: Segment;
  readonly lists: readonly List[];
  /** Place of an article in the collection, which decides between equals. */
  readonly placeOf: (article: number) => number;
  /** Null when every article may be found. */
  readonly allowed: ((article: number) => boolean) | null;
}

/** More than any article has passages; places times this stay whole numbers in doubles. */
const PASSAGES_AN_ARTICLE = 2 ** 26;

/**
 * The exact `limit` best passages of all parts, best first, ties in the order of the collection; only such as hold a term.
 *
 * Term by term within windows of passages whose scores fit the processor's nearest memory, as Lucene's BooleanScorer does
 * it (https://issues.apache.org/jira/browse/LUCENE-1483). Nothing is left out: the postings of a frequent term are two bytes
 * each and read in order, and to add one takes less time than it takes MaxScore or block-max bounds to tell that it need not
 * be added, up to a million passages and more (bench/speed.ts).
 */
export function topPassages(parts: readonly Part[], scale: Scale, limit: number): Ranked[] {
  const best = bestOf(limit);
  const space = workspaceOf(scale, Math.max(0, ...parts.map(({ segment }) => segment.articleOf.length)));
  for (const [number, part] of parts.entries()) {
    const walks = part.lists.map((list) => walkOf(list, part.segment));
    if (walks.length === 0) continue;
    const windows = windowsIn(part.segment.articleOf.length);
    for (let window = 0; window < windows; window += 1) offerWindow(best, part, number, walks, window, space);
  }
  return best.sorted();
}

/** Scores the passages of a window, and offers those that may be among the best. */
function offerWindow(
  best: Best,
  { segment, placeOf, allowed }: Part,
  number: number,
  walks: readonly Walk[],
  window: number,
  space: Workspace,
): void {
  const { scores, found } = space;
  const { articleOf, articlePassage } = segment;
  let worst = best.worst();
  scores.fill(0);
  let count = 0;
  for (const list of walks) count = walk(list, segment, window, space, Math.max(Number.MIN_VALUE, worst), count);
  for (let order = 0; order < count; order += 1) {
    const score = scores[found[order]!]!;
    if (score < worst) continue;
    const passage = window * WINDOW + found[order]!;
    const article = articleOf[passage]!;
    if (allowed && !allowed(article)) continue;
    best.offer(score, placeOf(article) * PASSAGES_AN_ARTICLE + passage - articlePassage[article]!, number, passage);
    worst = best.worst();
  }
}
