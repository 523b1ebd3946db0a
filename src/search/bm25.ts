/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).
 * `k1` says how soon further occurrences stop to count, `b` how much long units are held back.
 */
export interface Bm25 {
  readonly k1: number;
  readonly b: number;
}

/** Sentences are short and about equally long: little saturation to model, and less to be said for their length. */
export const SENTENCE: Bm25 = { k1: 0.9, b: 0.5 };
export const PASSAGE: Bm25 = { k1: 1.2, b: 0.7 };
export const ARTICLE: Bm25 = { k1: 1.2, b: 0.6 };
export const TITLE: Bm25 = { k1: 0.8, b: 0.4 };

/** A model made ready for units of one mean length: what stands below the line is count + base + slope · length. */
export interface Scale {
  readonly k1: number;
  readonly base: number;
  readonly slope: number;
}

export function scaleOf({ k1, b }: Bm25, meanLength: number): Scale {
  return { k1, base: k1 * (1 - b), slope: (k1 * b) / meanLength };
}

/** Weight of a term that is in `found` of `units` units. */
export function idf(units: number, found: number): number {
  return Math.log(1 + (units - found + 0.5) / (found + 0.5));
}

/** What `count` occurrences in a unit of `length` terms are worth, before idf: 0 … k1 + 1. */
export function saturate({ k1, base, slope }: Scale, count: number, length: number): number {
  return (count * (k1 + 1)) / (count + base + slope * length);
}

/**
 * Adding this and taking it away again rounds a number below 2²¹ to a multiple of 2⁻³⁰ (about 10⁻⁹). Sums of such numbers
 * are exact in doubles, so that a score is the same in whatever order its terms are added, and equals are equal.
 */
export const GRID = 1.5 * 2 ** 22;

/** What a term of this weight (idf times its weight in the query) adds to the score of a unit. */
export function worth(weight: number, scale: Scale, count: number, length: number): number {
  return weight * saturate(scale, count, length) + GRID - GRID;
}
