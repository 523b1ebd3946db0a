/**
 * An oblivious tree: one test a level, "is the input above this?", whose answers, read as binary digits, first test first,
 * say which number to add.
 */
export interface Tree {
  readonly by: readonly string[];
  readonly above: readonly number[];
  readonly add: readonly number[];
}

const planted = new WeakMap<readonly Tree[], (inputs: Float64Array) => number>();

/** What trees say of inputs in the order of `names`, which is always the same for them: they are prepared at the first call. */
export function askTrees(trees: readonly Tree[], names: readonly string[], inputs: Float64Array): number {
  const answer = planted.get(trees) ?? plant(trees, names);
  planted.set(trees, answer);
  return answer(inputs);
}

/** Prepares trees for asking about inputs in the order of `names`. Throws when one asks for an input that there is not. */
export function plant(trees: readonly Tree[], names: readonly string[]): (inputs: Float64Array) => number {
  const places = new Map(names.map((name, at) => [name, at]));
  const prepared = trees.map(({ by, above, add }) => ({
    at: by.map((name) => {
      const at = places.get(name);
      if (at === undefined) throw new Error(`A tree asks for "${name}", which there is not.`);
      return at;
    }),
    above,
    add,
  }));
  return (inputs) => {
    let sum = 0;
    for (const { at, above, add } of prepared) {
      let leaf = 0;
      for (let level = 0; level < at.length; level += 1)
        leaf = 2 * leaf + (inputs[at[level]!]! > above[level]! ? 1 : 0);
      sum += add[leaf]!;
    }
    return sum;
  };
}
