import fc from 'fast-check';
import { expect, it } from 'vitest';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { PASSAGE } from '../../src/search/bm25.ts';
import { invert } from '../../src/search/inverted.ts';
import { topUnits } from '../../src/search/maxscore.ts';
import { scoreOf, seek, unitsOf, weigh } from '../../src/search/units.ts';

const reader = createReader();

it('finds the very units that scoring all of them finds, in the same order', () => {
  const word = fc.constantFrom('mill', 'river', 'bridge', 'council', 'rain', 'wolf', 'zeppelin', 'amber');
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
  const text = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((paragraphs) => paragraphs.join('\n\n'));
  const query = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });
  const limit = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      query,
      limit,
      fc.boolean(),
      (texts, words, most, even) => {
        const index = invert(corpusOf(texts.map((body, id) => ({ id: `${id}`, text: body }))).articles, reader);
        const passages = unitsOf(index, {
          starts: index.passageStart,
          unitOf: index.passageOf,
          lengths: index.passageLength,
          model: PASSAGE,
        });
        const terms = weigh(
          index,
          passages,
          words.map((stem) => ({ stem: reader.terms(stem)[0]!.stem, weight: 1 })),
        );
        const allowed = (unit: number) => !even || unit % 2 === 0;
        const all = Array.from(index.articleOf, (_, unit) => ({ unit, score: scoreOf(index, passages, unit, terms) }))
          .filter(({ unit, score }) => score > 0 && allowed(unit))
          .sort((a, b) => b.score - a.score || a.unit - b.unit)
          .slice(0, most);
        const found = topUnits(index, passages, terms, most, even ? allowed : null);
        // Sums of the same numbers in another order may differ in the last digit, and so may the order of equals.
        expect(found.map(({ score }) => score.toFixed(9))).toEqual(all.map(({ score }) => score.toFixed(9)));
        for (const { unit, score } of found) expect(score).toBeCloseTo(scoreOf(index, passages, unit, terms), 9);
        expect(new Set(found.map(({ unit }) => unit)).size).toBe(found.length);
      },
    ),
    { numRuns: 300 },
  );
});

it('seeks the first value that is not too small', () => {
  const sorted = fc
    .array(fc.integer({ min: 0, max: 60 }), { maxLength: 50 })
    .map((values) => values.sort((a, b) => a - b));
  fc.assert(
    fc.property(sorted, fc.integer({ min: 0, max: 70 }), fc.nat(50), (values, wanted, from) => {
      const start = Math.min(from, values.length);
      const expected = values.findIndex((value, at) => at >= start && value >= wanted);
      const place = seek(Uint32Array.from(values), start, values.length, wanted);
      expect(place).toBe(expected < 0 ? values.length : expected);
    }),
  );
});
