import fc from 'fast-check';
import { expect, it } from 'vitest';
import stem from 'wink-porter2-stemmer';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();

it('finds the very terms that the reader of terms finds, in the same order', () => {
  const vocabulary = reader.vocabulary();
  const names: string[] = [];
  const sign = fc.constantFrom(
    ..."aBzUS. ,'’“”—-9é\u00a0\n😀",
    'U.S. ',
    'the ',
    'negotiating',
    "Seoul's ",
    '1,250.5',
    '10th',
    'O’Neil',
    'US',
  );
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
      (text) => {
        const into = new Uint32Array(text.length + 1);
        const count = vocabulary.read(text, 0, text.length, into);
        const expected = reader.terms(text).map(({ stem }) => stem);
        for (const stem of expected) names[vocabulary.id(stem)!] = stem;
        expect(Array.from(into.subarray(0, count), (id) => names[id])).toEqual(expected);
      },
    ),
    { numRuns: 2000 },
  );
});

it('finds the stems of Porter2, also of words that it need not ask the stemmer for', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  const end = fc.constantFrom(
    '',
    's',
    'ed',
    'ing',
    'ation',
    'ness',
    'ment',
    'ism',
    'ic',
    'er',
    'or',
    'an',
    'at',
    'um',
    'ec',
  );
  const word = fc
    .tuple(fc.array(letter, { minLength: 1, maxLength: 9 }), end)
    .map(([letters, last]) => letters.join('') + last);
  fc.assert(
    fc.property(word, (written) => {
      const [term] = reader.terms(written);
      // Stop words are no terms.
      if (term) expect(term.stem).toBe(stem(written));
    }),
    { numRuns: 5000 },
  );
});

it('keeps to its bounds and numbers thousands of words', () => {
  const vocabulary = reader.vocabulary();
  const into = new Uint32Array(64);
  for (let i = 0; i < 30_000; i += 1) {
    const word = `x${i.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}x`;
    expect(vocabulary.read(`aa ${word} bb`, 3, 3 + word.length, into)).toBe(1);
  }
  expect(vocabulary.size).toBeGreaterThan(20_000);
});
