import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';
import type { Span } from '../../src/nlp/types.ts';

const reader = createReader();
const sentencesOf = (text: string, furniture: readonly Span[] = []) =>
  reader.read({ text, published: null, furniture }).sentences.map((sentence) => slice(text, sentence));

describe('sentences', () => {
  it.each([
    ['titles', 'Mr. Osei met Gen. Ruiz. They spoke.', ['Mr. Osei met Gen. Ruiz.', 'They spoke.']],
    ['initials', 'J. K. Marlow wrote it. P. D. Hale read it.', ['J. K. Marlow wrote it.', 'P. D. Hale read it.']],
    [
      'countries',
      'The U.S. Senate voted. He left the U.S. The vote stood.',
      ['The U.S. Senate voted.', 'He left the U.S.', 'The vote stood.'],
    ],
    ['months', 'It fell on Sept. 11. Nobody came.', ['It fell on Sept. 11.', 'Nobody came.']],
    [
      'firms',
      'Halden Inc. Chairman Eva Roth quit. The Halden Co. The end.',
      ['Halden Inc. Chairman Eva Roth quit.', 'The Halden Co.', 'The end.'],
    ],
    [
      'numbers',
      'It cost $1.5 million. That was 3.2 times more.',
      ['It cost $1.5 million.', 'That was 3.2 times more.'],
    ],
    [
      'hours',
      'Doors open at 8 a.m. Monday. They close at 6 p.m. The bar stays.',
      ['Doors open at 8 a.m. Monday.', 'They close at 6 p.m.', 'The bar stays.'],
    ],
  ])('end where a reader ends them: %s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('are not broken inside quotation marks, curly or straight', () => {
    expect(sentencesOf('“We will not yield. Not now. Not ever.” She sat down.')).toEqual([
      '“We will not yield. Not now. Not ever.”',
      'She sat down.',
    ]);
    expect(sentencesOf('"Will it hold? I doubt it," Adeyemi said.')).toEqual([
      '"Will it hold? I doubt it," Adeyemi said.',
    ]);
    expect(sentencesOf('“Is that so?” Lindqvist asked. Nobody knew.')).toEqual([
      '“Is that so?” Lindqvist asked.',
      'Nobody knew.',
    ]);
  });

  it('follow hard wraps but not deliberate line ends', () => {
    const wrapped = 'The harbour was closed for a week because of the\nstorm, and ships waited outside.';
    expect(sentencesOf(wrapped)).toEqual([wrapped]);
    expect(sentencesOf('Results\nNorth: 4\nSouth: 2, after a long and disputed count of the votes')).toHaveLength(3);
  });

  it('leave furniture out and never cross it', () => {
    const text = 'HEADLINE Here it starts.\n\nComments\n\nIt ends.';
    expect(
      sentencesOf(text, [
        { start: 0, end: 8 },
        { start: 26, end: 34 },
      ]),
    ).toEqual(['Here it starts.', 'It ends.']);
  });

  it('are trimmed spans in order that cover every word once, none over a blank line or 1,000 characters', () => {
    const piece = fc.constantFrom(
      'Word',
      'e.g.',
      '“',
      '”',
      '"',
      '. ',
      '? ',
      ' ',
      '\n',
      '\n\n',
      'Mr.',
      '😀',
      'é',
      '…',
      '1.5',
      'x'.repeat(400),
      '\u00a0',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        (text) => {
          const { sentences, paragraphs } = reader.read({ text, published: null, furniture: [] });
          let at = 0;
          for (const sentence of sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(at);
            expect(text.slice(at, sentence.start).trim()).toBe('');
            const words = slice(text, sentence);
            expect(words).toBe(words.trim());
            expect(words).not.toMatch(/\n\s*\n/);
            expect(words.length).toBeLessThanOrEqual(1000);
            const paragraph = paragraphs[sentence.paragraph];
            expect(paragraph && paragraph.start <= sentence.start && sentence.end <= paragraph.end).toBe(true);
            at = sentence.end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});

describe('tagged words', () => {
  it('stand where they say they do, whatever white space is around them', () => {
    const text = 'Mme Zoé\u00a0Ndiaye\r\nsaid: “It’s 3.5\u200bkm — go!”';
    const { tokens } = reader.tag({ text, published: null, furniture: [] });
    expect(tokens.map((token) => token.text).join('')).toBe(text.replace(/\s/gu, ''));
    for (const token of tokens) expect(slice(text, token)).toBe(token.text);
  });
});
