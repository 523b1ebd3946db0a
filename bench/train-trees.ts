/** Boosted oblivious trees over the linear ranker: what no weighted sum can say. The same data give the same trees. */
import type { Tree } from '../src/answer/trees.ts';
import { random } from './passages.ts';

/** Observations (candidates, or answers), as numbers cut into bins: `bins[observation * names.length + input]`. */
export interface Table {
  readonly names: readonly string[];
  readonly bins: Uint8Array;
  /** Upper edges of the bins of each input, ascending: bin `b` holds what is above edge `b − 1` and not above edge `b`. */
  readonly edges: readonly (readonly number[])[];
}

/** First and second derivatives of a loss by the scores of the observations that matter. */
interface Pulls {
  readonly rows: number[];
  readonly slope: Float64Array;
  readonly bend: Float64Array;
}
export type Loss = (scores: Float64Array) => Pulls;

const BINS = 32;
/** Every so manieth observation tells where to cut. */
const SAMPLE = 7;
/** Candidates less likely than this pull at nothing. */
const HOPELESS = 0.002;

export interface Growth {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** L2 penalty of leaves. */
  readonly penalty: number;
  /** Least second derivative on either side of a split. */
  readonly least: number;
  /** Share of the inputs that a tree may use. */
  readonly inputs: number;
}

/** Cuts inputs at their quantiles; edges are rounded as they are written. `values` are by observation, in the order of `names`. */
export function tabulate(names: readonly string[], values: Float32Array): Table {
  const width = names.length;
  const count = values.length / width;
  const edges = names.map((_, input) => {
    const sorted = new Float64Array(Math.ceil(count / SAMPLE));
    for (let at = 0; at < sorted.length; at += 1) sorted[at] = values[at * SAMPLE * width + input]!;
    sorted.sort();
    const cuts = Array.from(
      { length: BINS - 1 },
      (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / BINS)] ?? 0,
    );
    return [...new Set(cuts.map((cut) => Math.round(cut * 1e4) / 1e4))];
  });
  const bins = new Uint8Array(values.length);
  for (let cell = 0; cell < values.length; cell += 1) {
    const cuts = edges[cell % width]!;
    let bin = 0;
    while (bin < cuts.length && values[cell]! > cuts[bin]!) bin += 1;
    bins[cell] = bin;
  }
  return { names, bins, edges };
}

/**
 * Gradient boosting (Friedman, 2001) with second-order leaves (Chen and Guestrin, KDD 2016); the trees are oblivious, one
 * test a level (Prokhorenkova et al., NeurIPS 2018), which holds them back and keeps them readable.
 *
 * @param scores of all observations before the first tree; they are changed to those after the last
 */
export function growTrees(table: Table, scores: Float64Array, loss: Loss, growth: Growth): Tree[] {
  const draw = random(1);
  const trees: Tree[] = [];
  for (let count = 0; count < growth.trees; count += 1) {
    const inputs = table.names.flatMap((_, input) => (draw() < growth.inputs ? [input] : []));
    const tree = growTree(table, loss(scores), inputs, growth);
    if (!tree) continue;
    trees.push(written(table, tree));
    const width = table.names.length;
    for (let at = 0; at < scores.length; at += 1) {
      let leaf = 0;
      for (const { input, bin } of tree.tests) leaf = 2 * leaf + (table.bins[at * width + input]! > bin ? 1 : 0);
      scores[at]! += tree.leaves[leaf]!;
    }
  }
  return trees;
}

/**
 * The listwise softmax loss: the right candidates of each question should be likeliest.
 *
 * @param questions the first candidate of each question, and one past the last
 * @param chosen how much each question counts (0: not at all)
 */
export function listwise(right: Uint8Array, questions: Uint32Array, chosen: Float64Array): Loss {
  return (scores) => {
    const rows: number[] = [];
    const slope = new Float64Array(scores.length);
    const bend = new Float64Array(scores.length);
    for (let q = 0; q + 1 < questions.length; q += 1) {
      if (chosen[q] === 0) continue;
      const from = questions[q]!;
      const to = questions[q + 1]!;
      let most = -Infinity;
      for (let i = from; i < to; i += 1) most = Math.max(most, scores[i]!);
      let all = 0;
      let good = 0;
      for (let i = from; i < to; i += 1) {
        const share = Math.exp(scores[i]! - most);
        all += share;
        if (right[i]) good += share;
      }
      if (good === 0) continue;
      for (let i = from; i < to; i += 1) {
        const share = Math.exp(scores[i]! - most);
        const likely = share / all;
        if (likely < HOPELESS && !right[i]) continue;
        rows.push(i);
        slope[i] = chosen[q]! * (likely - (right[i] ? share / good : 0));
        bend[i] = chosen[q]! * likely * (1 - likely);
      }
    }
    return { rows, slope, bend };
  };
}

/** The logistic loss: scores should be the log odds of `targets`, 0 … 1, each counting as much as its weight (0: not at all). */
export function logistic(targets: Float64Array, weights: Float64Array): Loss {
  const rows = [...weights.keys()].filter((at) => weights[at]! > 0);
  return (scores) => {
    const slope = new Float64Array(scores.length);
    const bend = new Float64Array(scores.length);
    for (const at of rows) {
      const likely = 1 / (1 + Math.exp(-scores[at]!));
      slope[at] = weights[at]! * (likely - targets[at]!);
      bend[at] = weights[at]! * likely * (1 - likely);
    }
    return { rows, slope, bend };
  };
}

interface Grown {
  readonly tests: { readonly input: number; readonly bin: number }[];
  readonly leaves: Float64Array;
}

function growTree(
  { bins, names }: Table,
  { rows, slope, bend }: Pulls,
  inputs: readonly number[],
  growth: Growth,
): Grown | null {
  const leafOf = new Uint8Array(rows.length);
  const tests: { input: number; bin: number }[] = [];
  for (let level = 0; level < growth.depth; level += 1) {
    const leaves = 1 << level;
    let best = { gain: 1e-6, input: -1, bin: 0 };
    for (const input of inputs) {
      const sums = new Float64Array(leaves * BINS * 2);
      for (let k = 0; k < rows.length; k += 1) {
        const i = rows[k]!;
        const cell = (leafOf[k]! * BINS + bins[i * names.length + input]!) * 2;
        sums[cell]! += slope[i]!;
        sums[cell + 1]! += bend[i]!;
      }
      const found = bestBin(sums, leaves, growth);
      if (found.gain > best.gain) best = { ...found, input };
    }
    if (best.input < 0) break;
    tests.push({ input: best.input, bin: best.bin });
    for (let k = 0; k < rows.length; k += 1) {
      leafOf[k] = 2 * leafOf[k]! + (bins[rows[k]! * names.length + best.input]! > best.bin ? 1 : 0);
    }
  }
  if (tests.length === 0) return null;
  const sums = new Float64Array(2 << tests.length);
  for (let k = 0; k < rows.length; k += 1) {
    sums[2 * leafOf[k]!]! += slope[rows[k]!]!;
    sums[2 * leafOf[k]! + 1]! += bend[rows[k]!]!;
  }
  const leaves = Float64Array.from({ length: 1 << tests.length }, (_, leaf) => {
    const step = (-growth.rate * sums[2 * leaf]!) / (sums[2 * leaf + 1]! + growth.penalty);
    return Math.round(step * 1e4) / 1e4;
  });
  return { tests, leaves };
}

/** The bin after which to split all leaves at once, and what that gains. */
function bestBin(sums: Float64Array, leaves: number, { penalty, least }: Growth): { gain: number; bin: number } {
  const worth = (slope: number, bend: number) => (slope * slope) / (bend + penalty);
  const slopes = new Float64Array(leaves);
  const bends = new Float64Array(leaves);
  let before = 0;
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    for (let bin = 0; bin < BINS; bin += 1) {
      slopes[leaf]! += sums[(leaf * BINS + bin) * 2]!;
      bends[leaf]! += sums[(leaf * BINS + bin) * 2 + 1]!;
    }
    before += worth(slopes[leaf]!, bends[leaf]!);
  }
  const left = new Float64Array(leaves * 2);
  let best = { gain: 0, bin: 0 };
  for (let bin = 0; bin < BINS - 1; bin += 1) {
    let gain = -before;
    let below = 0;
    let above = 0;
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      left[2 * leaf]! += sums[(leaf * BINS + bin) * 2]!;
      left[2 * leaf + 1]! += sums[(leaf * BINS + bin) * 2 + 1]!;
      below += left[2 * leaf + 1]!;
      above += bends[leaf]! - left[2 * leaf + 1]!;
      gain += worth(left[2 * leaf]!, left[2 * leaf + 1]!);
      gain += worth(slopes[leaf]! - left[2 * leaf]!, bends[leaf]! - left[2 * leaf + 1]!);
    }
    if (below >= least && above >= least && gain > best.gain) best = { gain, bin };
  }
  return best;
}

function written({ names, edges }: Table, { tests, leaves }: Grown): Tree {
  return {
    by: tests.map(({ input }) => names[input]!),
    above: tests.map(({ input, bin }) => edges[input]![bin]!),
    add: [...leaves],
  };
}
