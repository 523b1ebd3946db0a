import { type Bm25, idf, norm, saturate } from './bm25.ts';
import type { Inverted } from './inverted.ts';
import type { QueryTerm } from './types.ts';

/** One way of cutting the collection into units that are ranked: its sentences, passages or articles. */
export interface Units {
  readonly count: number;
  /** Unit `u` holds the sentences `starts[u]` … `starts[u + 1]`, the last excluded. */
  readonly starts: Uint32Array;
  /** By sentence. */
  readonly unitOf: Uint32Array;
  /** By unit: what BM25 adds to the count below the line, k1 · (1 − b + b · length / mean length). */
  readonly norms: Float32Array;
  readonly k1: number;
  /** By term: units that hold it, and the most that it adds to any one's score (before the query's weight). */
  readonly holding: Uint32Array;
  readonly highest: Float32Array;
}

interface Cut extends Pick<Units, 'starts' | 'unitOf'> {
  /** In terms. */
  readonly lengths: Uint16Array | Uint32Array;
  readonly model: Bm25;
}

/** Prepares units for ranking: counts for each term the units that hold it and finds the most it is worth in one. */
export function unitsOf(index: Inverted, { starts, unitOf, lengths, model }: Cut): Units {
  const terms = index.offsets.length - 1;
  const count = lengths.length;
  const holding = new Uint32Array(terms);
  const highest = new Float32Array(terms);
  const mean = average(lengths);
  const norms = Float32Array.from(lengths, (length) => norm(model, length, mean));
  for (let term = 0; term < terms; term += 1) {
    const to = index.offsets[term + 1]!;
    let most = 0;
    for (let i = index.offsets[term]!; i < to; ) {
      const unit = unitOf[index.sentence[i]!]!;
      const end = starts[unit + 1]!;
      let found = 0;
      for (; i < to && index.sentence[i]! < end; i += 1) found += index.count[i]!;
      most = Math.max(most, saturate(model.k1, found, norms[unit]!));
      holding[term]! += 1;
    }
    // Rounded up, since a bound below the true value would lose a unit.
    highest[term] = most * idf(count, holding[term]!) * (1 + 1e-6);
  }
  return { count, starts, unitOf, norms, k1: model.k1, holding, highest };
}

function average(lengths: Uint16Array | Uint32Array): number {
  if (lengths.length === 0) return 1;
  let sum = 0;
  for (const length of lengths) sum += length;
  return Math.max(1, sum / lengths.length);
}

/** A query's term as the units see it. */
export interface Weighed {
  readonly stem: string;
  readonly term: number;
  /** idf in these units times the weight in the query. */
  readonly weight: number;
  readonly highest: number;
}

/** The terms of a query that the collection knows. */
export function weigh(index: Inverted, units: Units, terms: readonly QueryTerm[]): Weighed[] {
  return terms.flatMap(({ stem, weight }) => {
    const term = index.termOf(stem);
    if (term === undefined || units.holding[term] === 0) return [];
    const found = idf(units.count, units.holding[term]!);
    return [{ stem, term, weight: weight * found, highest: weight * units.highest[term]! }];
  });
}

/** What a unit with `found` occurrences of a term scores for it. */
export function worth(units: Units, unit: number, found: number, { weight }: Weighed): number {
  return found === 0 ? 0 : weight * saturate(units.k1, found, units.norms[unit]!);
}

/** A unit's BM25 score, looked up term by term: for units that were found by other means. */
export function scoreOf(index: Inverted, units: Units, unit: number, terms: readonly Weighed[]): number {
  let score = 0;
  for (const term of terms) score += worth(units, unit, occurrences(index, units, unit, term.term), term);
  return score;
}

/** How often a term stands in a unit. */
export function occurrences(index: Inverted, { starts }: Pick<Units, 'starts'>, unit: number, term: number): number {
  const end = starts[unit + 1]!;
  const to = index.offsets[term + 1]!;
  let found = 0;
  for (let i = seek(index.sentence, index.offsets[term]!, to, starts[unit]!); i < to; i += 1) {
    if (index.sentence[i]! >= end) break;
    found += index.count[i]!;
  }
  return found;
}

/** The scores of all sentences of a passage, in order: one look into each term's postings for all of them. */
export function sentenceScores(
  index: Inverted,
  sentences: Units,
  { starts }: Units,
  passage: number,
  terms: readonly Weighed[],
): Float64Array {
  const first = starts[passage]!;
  const end = starts[passage + 1]!;
  const scores = new Float64Array(end - first);
  for (const term of terms) {
    const to = index.offsets[term.term + 1]!;
    let at = seek(index.sentence, index.offsets[term.term]!, to, first);
    for (; at < to && index.sentence[at]! < end; at += 1) {
      const sentence = index.sentence[at]!;
      scores[sentence - first]! += worth(sentences, sentence, index.count[at]!, term);
    }
  }
  return scores;
}

/** The sentences of a unit that hold a term, in no order, some more than once. */
export function holding(
  index: Inverted,
  { starts }: Units,
  unit: number,
  terms: readonly { readonly term: number }[],
): number[] {
  const found: number[] = [];
  for (const { term } of terms) {
    const to = index.offsets[term + 1]!;
    let at = seek(index.sentence, index.offsets[term]!, to, starts[unit]!);
    for (; at < to && index.sentence[at]! < starts[unit + 1]!; at += 1) found.push(index.sentence[at]!);
  }
  return found;
}

/** The first place from `from` on, before `to`, whose value is not below `wanted`: galloping, then bisection. */
export function seek(values: Uint32Array, from: number, to: number, wanted: number): number {
  if (from >= to || values[from]! >= wanted) return from;
  let low = from;
  let step = 1;
  while (low + step < to && values[low + step]! < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
