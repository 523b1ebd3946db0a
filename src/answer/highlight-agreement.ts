import type { Span } from '../nlp/types.ts';

/** A span, and how likely it is to answer: e to the score, beside the others'. */
export interface ScoredSpan extends Span {
  readonly score: number;
}

/** Phrases that are compared with each other. */
const FEW = 40;

/**
 * The span that agrees most with all others, each counted by how likely it is (minimum Bayes risk: Kumar and Byrne, NAACL
 * 2004), and its expected agreement, 0 … 1, in characters (F1). Null when there are none.
 */
export function mostAgreed<One extends ScoredSpan>(
  phrases: readonly One[],
): { readonly phrase: One; readonly agreement: number } | null {
  const few = phrases.toSorted((a, b) => b.score - a.score).slice(0, FEW);
  const top = few[0]?.score;
  if (top === undefined) return null;
  const all = phrases.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const share = few.map(({ score }) => Math.exp(score - top) / all);
  let best: { phrase: One; agreement: number } | null = null;
  for (const phrase of few) {
    let agreement = 0;
    for (const [at, other] of few.entries()) agreement += share[at]! * overlap(phrase, other);
    if (best === null || agreement > best.agreement) best = { phrase, agreement };
  }
  return best;
}

function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : (2 * shared) / (a.end - a.start + b.end - b.start);
}
