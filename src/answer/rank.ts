import type { ConfidenceWeights } from './abstain.ts';
import type { Cue } from './evidence-cues.ts';
import { FEATURES, type FeatureName, type Measured } from './features.ts';
import type { Wanted } from './question-wanted.ts';
import weights from './weights.json' with { type: 'json' };

/** Weights of the ranker: of each feature, and of the marks of a sentence for each kind of question. */
export interface RankerWeights {
  readonly features: Readonly<Record<FeatureName, number>>;
  /** What it is worth, kind by kind, that something of the kind that is asked for is there. */
  readonly evidence: Readonly<Partial<Record<Wanted, number>>>;
  readonly cues: Readonly<Partial<Record<Wanted, Readonly<Partial<Record<Cue, number>>>>>>;
}

/** What `bench/train.ts` fits. */
export interface Weights {
  readonly ranker: RankerWeights;
  readonly confidence: ConfidenceWeights;
}

/** The weights as they were fitted last, kept as a readable file. */
export const WEIGHTS: Weights = weights;

/** What is asked for when its shape leaves little doubt: a sentence without a date does not say when. */
const SHAPED: ReadonlySet<Wanted> = new Set(['place', 'date', 'duration', 'number', 'percent', 'money']);
/**
 * How much a sentence without that shape is held back while another has it and meets the question as well: enough to lose.
 * Not fitted: too few questions of the training sets turn on it, and on those it changes next to nothing.
 */
const GIVES_WAY = 3;

/** The ranker: a weighted sum. */
export function scoreOf(
  { features, cues }: Pick<Measured, 'features' | 'cues'>,
  wanted: Wanted,
  { features: weightOf, evidence, cues: marks }: RankerWeights,
): number {
  let score = (evidence[wanted] ?? 0) * features.evidence;
  for (const name of FEATURES) score += weightOf[name] * features[name];
  for (const cue of cues) score += marks[wanted]?.[cue] ?? 0;
  return SHAPED.has(wanted) ? score - GIVES_WAY * features.outdone : score;
}
