/** The trees that put weighted sums right: the ranker's, and that of the confidence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVIDENCE } from '../../src/answer/abstain-names.ts';
import { INPUTS, WEIGHTS } from '../../src/answer/rank.ts';
import { plant, type Tree } from '../../src/answer/trees.ts';

const inputs = (values: Readonly<Record<string, number>>) => Float64Array.from(INPUTS, (name) => values[name] ?? 0);

describe('plant', () => {
  const tree: Tree = { by: ['coverage', 'wanted date'], above: [0.5, 0], add: [1, 2, 3, 4] };

  it.each([
    [{ coverage: 0.5 }, 1],
    [{ coverage: 0.5, 'wanted date': 1 }, 2],
    [{ coverage: 0.6 }, 3],
    [{ coverage: 0.6, 'wanted date': 1 }, 4],
  ])('follows the answers %o to the leaf %d', (values, leaf) => {
    expect(plant([tree], INPUTS)(inputs(values))).toBe(leaf);
  });

  it('adds up what all trees say', () => {
    const leaf = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 5 }), fc.boolean(), (leaves, above) => {
        const trees = leaves.map((add): Tree => ({ by: ['coverage'], above: [0], add }));
        const expected = leaves.reduce((sum, add) => sum + add[above ? 1 : 0]!, 0);
        expect(plant(trees, INPUTS)(inputs({ coverage: above ? 1 : 0 }))).toBe(expected);
      }),
    );
  });

  it('refuses a tree that asks for what no candidate has', () => {
    expect(() => plant([{ by: ['weather'], above: [0], add: [0, 1] }], INPUTS)).toThrow('weather');
  });

  it('takes the trees that ship', () => {
    for (const [trees, names] of [
      [WEIGHTS.ranker.trees, INPUTS],
      [WEIGHTS.confidence.trees, EVIDENCE],
    ] as const) {
      expect(trees.length).toBeGreaterThan(0);
      expect(Number.isFinite(plant(trees, names)(new Float64Array(names.length)))).toBe(true);
    }
  });
});
