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

/** Weight of a term that is in `found` of `units` units. */
export function idf(units: number, found: number): number {
  return Math.log(1 + (units - found + 0.5) / (found + 0.5));
}

/** What BM25 adds to a count below the line: more for a unit that is longer than the mean. */
export function norm({ k1, b }: Bm25, length: number, meanLength: number): number {
  return k1 * (1 - b + (b * length) / meanLength);
}

/** What `count` occurrences in a unit of this `norm` are worth, before idf: 0 … k1 + 1. */
export function saturate(k1: number, count: number, norm: number): number {
  return (count * (k1 + 1)) / (count + norm);
}
