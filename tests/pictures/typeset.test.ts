import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFace } from '../../src/pictures/truetype.ts';
import { breakLines, canSet, type Line, setLine } from '../../src/pictures/typeset.ts';

const font = '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf';
const face = readFace(readFileSync(createRequire(import.meta.url).resolve(font)));

const SIZE = 20;

const charactersOf = new Map(
  Array.from({ length: 0x2100 }, (_, point) => String.fromCodePoint(point)).map((sign) => [face.glyph(sign), sign]),
);

/** The characters that a line draws; white space is a gap and no glyph. */
const read = ({ glyphs }: Line): string => glyphs.map(({ glyph }) => charactersOf.get(glyph) ?? '?').join('');

const letters = fc.constantFrom(...'abcdefgABCWMilij0123456789.,;:!?-–()"\'éüñÅждΩ');
const word = fc.string({ unit: letters, minLength: 1, maxLength: 30 });
const gap = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', ' \n ');
const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 40 }).map((parts) => parts.flat().join(''));

test('lines hold every letter once and in order, none wider than allowed', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 900 }), fc.nat(1000), (words, width, at) => {
      const cut = at % words.length;
      const runs = [words.slice(0, cut), words.slice(cut)].map((part) => ({ text: part, face }));
      const lines = breakLines(runs, SIZE, width);
      expect(lines.map(read).join('')).toBe(words.replace(/\s+/gu, ''));
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
    }),
    { numRuns: 300 },
  );
});

test('lines break at white space where the words allow it', () => {
  const lines = breakLines([{ text: 'the ferry sails at nine in the morning', face }], SIZE, 150);
  expect(lines.map(read)).toEqual(['theferrysails', 'atnineinthe', 'morning']);
});

test('letters stand as far apart as the font says', () => {
  const [line] = breakLines([{ text: 'no war', face }], SIZE, 500);
  const advances = [...'no war'].map((sign) => (face.glyph(sign)!.advance * SIZE) / face.unitsPerEm);
  expect(line!.width).toBeCloseTo(
    advances.reduce((sum, advance) => sum + advance, 0),
    6,
  );
});

test('a single line ends with dots after a whole word when it has to be shortened', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 60, max: 600 }), (words, width) => {
      const line = setLine(words.trim(), face, SIZE, width);
      expect(line.width).toBeLessThanOrEqual(width + 1e-6);
      const whole = words.replace(/\s+/gu, '');
      const shown = read(line);
      if (shown !== whole) {
        expect(shown.endsWith('…')).toBe(true);
        expect(whole.startsWith(shown.slice(0, -1))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('what cannot be set is known before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (words) => {
      if (!canSet(words, face)) return;
      const count = [...words.normalize('NFC')].filter((sign) => !/[\s\u00ad\u200b-\u200d\u2060]/u.test(sign)).length;
      const lines = breakLines([{ text: words, face }], SIZE, 100);
      expect(lines.flatMap(({ glyphs }) => glyphs)).toHaveLength(count);
    }),
    { numRuns: 500 },
  );
});

test('what is no font is refused', () => {
  expect(() => readFace(Buffer.from('no font at all'))).toThrow('This is no TrueType font');
  expect(() => readFace(Buffer.alloc(3))).toThrow('This is no TrueType font');
});
