/**
 * An oblivious tree: one test a level, "is the input above this?", whose answers, read as binary digits, first test first,
 * say which number to add.
 */
export interface Tree {
  readonly by: readonly string[];
  readonly above: readonly number[];
  readonly add: readonly number[];
}

/** Prepares trees for asking about inputs in the order of `names`. Throws when one asks for an input that there is not. */
export function plant(trees: readonly Tree[], names: readonly string[]): (inputs: Float64Array) => number {
  const places = new Map(names.map((name, at) => [name, at]));
  const planted = trees.map(({ by, above, add }) => ({
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
    for (const { at, above, add } of planted) {
      let leaf = 0;
      for (let level = 0; level < at.length; level += 1)
        leaf = 2 * leaf + (inputs[at[level]!]! > above[level]! ? 1 : 0);
      sum += add[leaf]!;
    }
    return sum;
  };
}
