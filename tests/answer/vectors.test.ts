/** Likeness of words by vectors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../../src/answer/vectors.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const vectors = loadVectors();
const reader = createReader();

function row(word: string): number {
  const found = vectors.rowOf(reader.terms(word)[0]!.stem);
  if (found === undefined) throw new Error(`"${word}" has no vector.`);
  return found;
}

describe('vectors', () => {
  it.each([
    ['movie', 'film', 'potato'],
    ['purchased', 'bought', 'frozen'],
    ['carmaker', 'automaker', 'bishop'],
    ['lettuce', 'vegetables', 'senator'],
  ])('find "%s" more like "%s" than like "%s"', (word, like, other) => {
    expect(vectors.cosine(row(word), row(like))).toBeGreaterThan(vectors.cosine(row(word), row(other)));
  });

  it('know no stem that nobody writes', () => {
    expect(vectors.rowOf('qqzzyx')).toBeUndefined();
  });

  it('measure likeness the same both ways, from −1 to 1, and each word like itself', () => {
    const rows = fc.constantFrom(...['harbour', 'ferry', 'council', 'winter', 'paint', 'seven'].map(row));
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expect(vectors.cosine(a, b)).toBeCloseTo(vectors.cosine(b, a), 5);
        expect(Math.abs(vectors.cosine(a, b))).toBeLessThanOrEqual(1 + 1e-5);
        expect(vectors.cosine(a, a)).toBeCloseTo(1, 5);
      }),
    );
  });

  it('point where the words of a set point, and nowhere for none', () => {
    const direction = vectors.direction([
      { row: row('ferry'), weight: 1 },
      { row: row('ship'), weight: 1 },
    ])!;
    expect(vectors.along(row('boat'), direction)).toBeGreaterThan(vectors.along(row('judge'), direction));
    expect(vectors.direction([])).toBeNull();
  });
});
