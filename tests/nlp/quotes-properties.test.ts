import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import type { Reading, Span } from '../../src/nlp/types.ts';

const reader = createReader();
const read = (text: string, furniture: readonly Span[] = []) => reader.read({ text, published: null, furniture });

/** Scraps of news that make every rule meet every other. */
const scrap = fc.constantFrom(
  ...['“', '”', '"', "'", '’', '‘', "''", ',', '.', '?', ':', ';', ' — ', '(', ')', '\n\n', '\n', '…', '-', '«', '»'],
  ...[
    ' said',
    ' told',
    ' adding',
    ' that',
    ' according to',
    ' called',
    ' who',
    ' and',
    ' but',
    ' while',
    ' to',
    ' not',
  ],
  ...[' Eva Roth', ' Roth', ' Dr. Amin al-Sayed', ' O’Hara', ' he', ' she', ' it', ' the official', ' the company'],
  ...[
    ' Norway',
    ' Orbis Holdings',
    ' in a statement',
    ' on Monday',
    ' the roof leaked',
    ' was',
    ' “so-called”',
    ' A',
    ' 🙂',
  ],
);
const scraps = fc.array(scrap, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));

function expectInOrder(spans: readonly Span[], text: string): void {
  for (const [index, span] of spans.entries()) {
    expect(span.start).toBeLessThan(span.end);
    expect(span.start).toBeGreaterThanOrEqual(index > 0 ? spans[index - 1]!.start : 0);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
}
function expectSound(text: string, reading: Reading): void {
  const { names, quotations } = reading;
  expectInOrder(names.mentions, text);
  expectInOrder(quotations, text);
  for (const [index, mention] of names.mentions.entries()) {
    expect(names.entities[mention.entity]?.id).toBe(mention.entity);
    if (index > 0) expect(mention.start).toBeGreaterThanOrEqual(names.mentions[index - 1]!.end);
  }
  for (const quotation of quotations) {
    const words = text.slice(quotation.start, quotation.end);
    expect(words).toBe(words.trim());
    const inSentence = (at: number) => reading.sentences.some((sentence) => sentence.start <= at && at < sentence.end);
    expect(inSentence(quotation.start) && inSentence(quotation.end - 1)).toBe(true);
    const { speaker } = quotation;
    if (speaker?.by === 'stated') expect(text.slice(speaker.span.start, speaker.span.end)).not.toBe('');
    if (speaker?.entity != null) expect(names.entities[speaker.entity]?.name).toBe(speaker.name);
  }
}

describe('names and quotations of any text', () => {
  it('are sound: in order, inside sentences, linked to entities that exist', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 80 })), (text) =>
        expectSound(text, read(text)),
      ),
      { numRuns: 400 },
    );
  });

  it('never stand in furniture', () => {
    const furniture = '“Your thoughts,” Eva Roth said.';
    fc.assert(
      fc.property(scraps, (text) => {
        const whole = `${furniture}\n\n${text}`;
        const hole = { start: 0, end: furniture.length };
        const { names, quotations } = read(whole, [hole]);
        for (const span of [...names.mentions, ...quotations]) expect(span.start).toBeGreaterThanOrEqual(hole.end);
      }),
      { numRuns: 100 },
    );
  });

  it('leave out the marks around what is said', () => {
    const words = fc.array(fc.constantFrom('rain', 'fell', 'on', 'the', 'old', 'roof'), {
      minLength: 2,
      maxLength: 12,
    });
    const marks = fc.constantFrom(['“', '”'], ['"', '"'], ["''", "''"], ['‘', '’']);
    fc.assert(
      fc.property(words, marks, (said, [open, close]) => {
        const text = `${open}${said.join(' ')},${close} Eva Roth said.`;
        const [quotation, ...others] = read(text).quotations;
        expect(text.slice(quotation?.start, quotation?.end)).toBe(said.join(' '));
        expect(others).toEqual([]);
      }),
    );
  });

  it.each([
    ['opening marks', '“'.repeat(60_000)],
    ['straight marks', '" '.repeat(60_000)],
    ['capitals', 'SMITH '.repeat(8_000)],
    ['cues', 'Smith said that '.repeat(8_000)],
    ['commas', 'Smith, '.repeat(15_000)],
    ['sources', 'according to '.repeat(15_000)],
    ['unclosed paragraphs', '“It rained, he said.\n\n'.repeat(10_000)],
    ['parentheses', 'Smith (a) '.repeat(15_000)],
    ['right-to-left text', 'قال "نعم" ثم ذهب. '.repeat(10_000)],
  ])('come to an end on a great many %s', (_, text) => {
    const { names, quotations } = read(text);
    expectInOrder(names.mentions, text);
    expectInOrder(quotations, text);
  });
});
