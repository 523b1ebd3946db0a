import { CUES, type Cue } from './evidence-cues.ts';
import { FEATURES, type Features } from './features-names.ts';
import { WANTED, type Wanted } from './question-wanted.ts';

/**
 * An oblivious tree: one test a level, "is the input above this?", whose answers, read as binary digits, first test first,
 * say which number to add.
 */
export interface Tree {
  readonly by: readonly string[];
  readonly above: readonly number[];
  readonly add: readonly number[];
}

/** What trees may ask of a candidate, in the order of `inputsOf`. */
export const INPUTS: readonly string[] = [
  ...FEATURES,
  ...CUES.map((cue) => `cue ${cue}`),
  ...WANTED.map((wanted) => `wanted ${wanted}`),
];
const INPUT = new Map(INPUTS.map((name, at) => [name, at]));

/** The inputs of a candidate: its features, its marks, and what is asked for, as ones and zeros. */
export function inputsOf(features: Features, cues: readonly Cue[], wanted: Wanted): Float64Array {
  const inputs = new Float64Array(INPUTS.length);
  for (const [at, name] of FEATURES.entries()) inputs[at] = features[name];
  for (const cue of cues) inputs[FEATURES.length + CUES.indexOf(cue)] = 1;
  inputs[FEATURES.length + CUES.length + WANTED.indexOf(wanted)] = 1;
  return inputs;
}

/** Prepares trees for asking. Throws when one asks for an input that there is not. */
export function plant(trees: readonly Tree[]): (inputs: Float64Array) => number {
  const planted = trees.map(({ by, above, add }) => ({
    at: by.map((name) => {
      const at = INPUT.get(name);
      if (at === undefined) throw new Error(`The ranker's trees ask for "${name}", which no candidate has.`);
      return at;
    }),
    above,
    add,
  }));
  return (inputs) => {
    let sum = 0;
    for (const { at, above, add } of planted) {
      let leaf = 0;
      for (let level = 0; level < at.length; level += 1)
        leaf = 2 * leaf + (inputs[at[level]!]! > above[level]! ? 1 : 0);
      sum += add[leaf]!;
    }
    return sum;
  };
}
