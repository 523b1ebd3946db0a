import type { ConfidenceWeights } from './abstain.ts';
import doubts from './abstain-trees.json' with { type: 'json' };
import { CUES, type Cue } from './evidence-cues.ts';
import type { Measured } from './features.ts';
import { FEATURES, type FeatureName, type Features } from './features-names.ts';
import { WANTED, type Wanted } from './question-wanted.ts';
import trees from './rank-trees.json' with { type: 'json' };
import { askTrees, type Tree } from './trees.ts';
import weights from './weights.json' with { type: 'json' };

/** Weights of the ranker: of each feature, and of the marks of a sentence for each kind of question. */
export interface RankerWeights {
  readonly features: Readonly<Record<FeatureName, number>>;
  /** What it is worth, kind by kind, that something of the kind that is asked for is there. */
  readonly evidence: Readonly<Partial<Record<Wanted, number>>>;
  readonly cues: Readonly<Partial<Record<Wanted, Readonly<Partial<Record<Cue, number>>>>>>;
  /** What the sum above leaves to be said. */
  readonly trees: readonly Tree[];
}

/** What `bench/train.ts` fits. */
export interface Weights {
  readonly ranker: RankerWeights;
  readonly confidence: ConfidenceWeights;
}

/** The weights as they were fitted last, kept as readable files. */
export const WEIGHTS: Weights = {
  ranker: { ...weights.ranker, trees: trees.trees },
  confidence: { ...weights.confidence, trees: doubts.trees },
};

/** What is asked for when its shape leaves little doubt: a sentence without a date does not say when. */
const SHAPED: ReadonlySet<Wanted> = new Set(['place', 'date', 'duration', 'number', 'percent', 'money']);
/**
 * How much a sentence without that shape is held back while another has it and meets the question as well: enough to lose.
 * Not fitted: too few questions of the training sets turn on it, and on those it changes next to nothing.
 */
const GIVES_WAY = 3;

/** What trees may ask of a candidate, in the order of `inputsOf`. */
export const INPUTS: readonly string[] = [
  ...FEATURES,
  ...CUES.map((cue) => `cue ${cue}`),
  ...WANTED.map((wanted) => `wanted ${wanted}`),
];

/** The inputs of a candidate: its features, its marks, and what is asked for, as ones and zeros. */
export function inputsOf(features: Features, cues: readonly Cue[], wanted: Wanted): Float64Array {
  const inputs = new Float64Array(INPUTS.length);
  for (const [at, name] of FEATURES.entries()) inputs[at] = features[name];
  for (const cue of cues) inputs[FEATURES.length + CUES.indexOf(cue)] = 1;
  inputs[FEATURES.length + CUES.length + WANTED.indexOf(wanted)] = 1;
  return inputs;
}

/** The ranker: a weighted sum, put right by trees. */
export function scoreOf(
  { features, cues }: Pick<Measured, 'features' | 'cues'>,
  wanted: Wanted,
  { features: weightOf, evidence, cues: marks, trees: grown }: RankerWeights,
): number {
  const inputs = inputsOf(features, cues, wanted);
  let score = (evidence[wanted] ?? 0) * features.evidence;
  for (let at = 0; at < FEATURES.length; at += 1) score += weightOf[FEATURES[at]!] * inputs[at]!;
  for (const cue of cues) score += marks[wanted]?.[cue] ?? 0;
  score += askTrees(grown, INPUTS, inputs);
  return SHAPED.has(wanted) ? score - GIVES_WAY * features.outdone : score;
}
