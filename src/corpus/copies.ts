/**
 * Which articles are copies of each other: an agency's report under several newspapers' headlines, some of them cut.
 *
 * A text becomes the set of its shingles, that is of every four words in a row (A. Broder, "On the resemblance and
 * containment of documents", 1997), and of that set the smallest hashes stand for the whole: how many of them two texts share
 * estimates how much of the shorter one is in the longer (K. Beyer and others, "On synopses for distinct-value estimation
 * under multiset operations", 2007). With 256 of them the standard error is below three points.
 */
import type { Article } from './types.ts';

/** What is remembered of a text in order to compare it with others. */
export interface Sketch {
  /** The smallest different hashes of its shingles, ascending, at most 256. */
  readonly smallest: Uint32Array;
  /** Whether that is all of them. */
  readonly whole: boolean;
}

/** Words in a row. */
const SHINGLE = 4;
const KEPT = 256;
/** Share of the shorter text that is in the longer one when they are copies … */
const SHARED = 0.8;
/** … and how much shorter it may be: one that quotes the other at length, or a digest of several, is no copy. */
const CUT = 0.5;
/** Texts of fewer shingles say the same by chance. */
const LEAST = 16;

const WORD = /[\p{L}\p{N}]+/gu;

/** Sketches the story: what is furniture (headline, agency line) is left out, and letters count without their case. */
export function sketch({ text, furniture }: Pick<Article, 'text' | 'furniture'>): Sketch {
  const hashes = new Set<number>();
  const row = new Uint32Array(SHINGLE);
  let count = 0;
  const take = (start: number, end: number): void => {
    for (const [word] of text.slice(start, end).toLowerCase().matchAll(WORD)) {
      row[count % SHINGLE] = hashOf(word);
      count += 1;
      if (count >= SHINGLE) hashes.add(joined(row, count));
    }
  };
  let from = 0;
  for (const { start, end } of furniture) {
    take(from, start);
    from = end;
  }
  take(from, text.length);
  const sorted = Uint32Array.from(hashes).sort();
  return { smallest: sorted.slice(0, KEPT), whole: sorted.length <= KEPT };
}

/** How much of the shorter of two texts is in the longer one, 0…1, and how long the shorter is beside the longer, 0…1. */
export function compare(one: Sketch, other: Sketch): { readonly shared: number; readonly length: number } {
  // Up to the limit, each sketch has every hash of its text, so that what one lacks there is not in it.
  const limit = Math.min(reach(one), reach(other));
  let [mine, theirs, both] = [0, 0, 0];
  while (mine < one.smallest.length || theirs < other.smallest.length) {
    const a = one.smallest[mine] ?? Number.POSITIVE_INFINITY;
    const b = other.smallest[theirs] ?? Number.POSITIVE_INFINITY;
    if (Math.min(a, b) > limit) break;
    if (a <= b) mine += 1;
    if (b <= a) theirs += 1;
    if (a === b) both += 1;
  }
  const [shorter, longer] = [Math.min(mine, theirs), Math.max(mine, theirs)];
  return shorter === 0 ? { shared: 0, length: 0 } : { shared: both / shorter, length: shorter / longer };
}

/** Whether two texts are one, but for a headline, an agency's line, an end that was cut or a few words. */
export function isCopy(one: Sketch, other: Sketch): boolean {
  if (Math.min(one.smallest.length, other.smallest.length) < LEAST) return false;
  const { shared, length } = compare(one, other);
  return shared >= SHARED && length >= CUT;
}

/**
 * Groups articles so that copies count as one source. Each group's first article is the first that was given, and all others
 * are copies of that one. Every article is in one group; the order stays.
 * @param sketchOf where sketches are remembered
 */
export function copies(
  articles: readonly Article[],
  sketchOf: (article: Article) => Sketch = sketch,
): readonly (readonly [Article, ...Article[]])[] {
  const groups: [Article, ...Article[]][] = [];
  for (const article of articles) {
    const group = groups.find(([first]) => first.hash === article.hash || isCopy(sketchOf(first), sketchOf(article)));
    if (group) group.push(article);
    else groups.push([article]);
  }
  return groups;
}

function reach({ smallest, whole }: Sketch): number {
  return whole ? Number.POSITIVE_INFINITY : smallest.at(-1)!;
}

/** FNV-1a over UTF-16 code units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** One hash of the last words, in their order; its end is MurmurHash3's, so that the smallest are a fair sample. */
function joined(row: Uint32Array, count: number): number {
  let hash = 0;
  for (let back = SHINGLE; back > 0; back -= 1) hash = Math.imul(hash, 0x9e3779b1) + row[(count - back) % SHINGLE]!;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
