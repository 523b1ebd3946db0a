import { FEATURES, type FeatureName, type Features } from './features.ts';
import weights from './weights.json' with { type: 'json' };

/** Weights fitted by `bench/train.ts` and kept as a readable file. */
export interface Weights {
  readonly ranker: Readonly<Record<FeatureName, number>>;
  readonly confidence: Readonly<Record<ConfidenceName, number>>;
  /** Below this probability the articles are said not to say. */
  readonly threshold: number;
}

export const CONFIDENCE = ['bias', 'score', 'margin', 'near', 'names', 'rarest', 'evidence'] as const;
export type ConfidenceName = (typeof CONFIDENCE)[number];

export const WEIGHTS: Weights = weights;

/** The ranker: a weighted sum of features. */
export function scoreOf(features: Features, { ranker }: Weights): number {
  let score = 0;
  for (const name of FEATURES) score += ranker[name] * features[name];
  return score;
}

/** What the confidence rests on: the best candidate's evidence, and its lead on the next. */
export function confidenceInputs(
  best: { readonly features: Features; readonly score: number },
  next: { readonly score: number } | undefined,
): Record<ConfidenceName, number> {
  return {
    bias: 1,
    score: best.score,
    margin: next ? best.score - next.score : 1,
    near: best.features.near,
    names: best.features.names,
    rarest: best.features.rarest,
    evidence: best.features.evidence,
  };
}

/** Probability that the best candidate answers: a logistic model of its evidence. */
export function confidenceOf(inputs: Readonly<Record<ConfidenceName, number>>, { confidence }: Weights): number {
  let sum = 0;
  for (const name of CONFIDENCE) sum += confidence[name] * inputs[name];
  return 1 / (1 + Math.exp(-sum));
}
