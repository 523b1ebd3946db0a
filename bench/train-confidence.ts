/** Fits the confidence: how likely it is that the best candidate of a question answers it. */
import { EVIDENCE, SIZES } from '../src/answer/abstain-names.ts';
import type { Tree } from '../src/answer/trees.ts';
import { FOLDS } from './train-collect.ts';
import { fitLogistic } from './train-learn.ts';
import { type Growth, growTrees, logistic, tabulate } from './train-trees.ts';

/** One question and the evidence for its best candidate, in the order of `EVIDENCE`. */
export interface Judged {
  readonly inputs: readonly number[];
  readonly fold: number;
  readonly isAnswerable: boolean;
  readonly isRight: boolean;
  readonly weight: number;
}

/** An answer may be there though the best candidate misses it: how much that counts in telling answerable from not. */
const THERE_BUT_MISSED = 0.4;
const PENALTY = 60;
const GROWTH: Growth = { trees: 120, depth: 4, rate: 0.06, penalty: 40, least: 10, inputs: 0.3 };

export interface Confidence {
  /** Of the evidence, in the order of `EVIDENCE`. */
  readonly weights: Float64Array;
  readonly trees: readonly Tree[];
  readonly calibration: { readonly shift: number; readonly slope: number };
}

/**
 * Tells answerable questions from others, first by a weighted sum, then by trees over what that leaves; maps the outcome to
 * the probability of being right (Platt, 1999) by questions that were held out.
 *
 * @returns what was fitted on all questions, and each question's confidence when its fold was held out
 */
export function fitConfidence(judged: readonly Judged[]): Confidence & { readonly heldOut: Float64Array } {
  const targets = Float64Array.from(judged, ({ isRight, isAnswerable }) =>
    isRight ? 1 : isAnswerable ? THERE_BUT_MISSED : 0,
  );
  const names = EVIDENCE.filter((name) => !SIZES.has(name));
  const columns = names.map((name) => EVIDENCE.indexOf(name));
  const table = tabulate(
    names,
    Float32Array.from(judged.flatMap(({ inputs }) => columns.map((column) => inputs[column]!))),
  );

  const learn = (use: (one: Judged) => boolean) => {
    const chosen = Float64Array.from(judged, (one) => (use(one) ? one.weight : 0));
    const cases = judged.flatMap(({ inputs, weight }, at) =>
      chosen[at]! > 0 ? [{ inputs, target: targets[at]!, weight }] : [],
    );
    const weights = fitLogistic(cases, PENALTY);
    const margins = Float64Array.from(judged, ({ inputs }) => inputs.reduce((sum, x, at) => sum + x * weights[at]!, 0));
    const trees = growTrees(table, margins, logistic(targets, chosen), GROWTH);
    return { weights, trees, margins };
  };
  const margins = new Float64Array(judged.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const found = learn((one) => one.fold !== fold).margins;
    for (const [at, one] of judged.entries()) if (one.fold === fold) margins[at] = found[at]!;
  }
  const calibrate = (use: (one: Judged) => boolean) => {
    const cases = judged.flatMap((one, at) =>
      use(one) && one.weight > 0
        ? [{ inputs: [1, margins[at]!], target: one.isRight ? 1 : 0, weight: one.weight }]
        : [],
    );
    const [shift = 0, slope = 1] = fitLogistic(cases, 0);
    return { shift, slope };
  };
  const heldOut = new Float64Array(judged.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const { shift, slope } = calibrate((one) => one.fold !== fold);
    for (const [at, one] of judged.entries()) {
      if (one.fold === fold) heldOut[at] = 1 / (1 + Math.exp(-(shift + slope * margins[at]!)));
    }
  }
  const { weights, trees } = learn(() => true);
  return { weights, trees, calibration: calibrate(() => true), heldOut };
}
