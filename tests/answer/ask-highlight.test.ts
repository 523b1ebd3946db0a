/** The words in bold: those that answer, or none. */
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/answer/answer.ts';
import { highlight } from '../../src/answer/highlight.ts';
import { understand } from '../../src/answer/question.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();

/** What is highlighted in a sentence, for a question that it answers. */
function bold(question: string, text: string): string | null {
  const { articles } = createLibrary(corpusOf([{ id: 'a', text, published: '2021-03-10' }]), reader);
  const article = articles[0]!;
  const span = { start: 0, end: text.length };
  const found = highlight(understand(question, '2021-03-20', reader), { article, span }, reader);
  return found && text.slice(found.start, found.end);
}

describe('highlight', () => {
  it.each([
    ['Who opened the tunnel?', 'The tunnel was opened by Mayor Ilse Brandt on Friday.', 'Ilse Brandt'],
    ['When was the tunnel opened?', 'The tunnel was opened by Ilse Brandt on 6 May 1994.', '6 May 1994'],
    ['How many workers dug the tunnel?', 'Some 340 workers dug the tunnel in 1993.', '340'],
    ['How much did the tunnel cost?', 'Dug in 1993, the tunnel cost 12 million euros.', '12 million euros'],
    ['How long did the work take?', 'The work on the tunnel took three years.', 'three years'],
  ])('%s', (question, sentence, words) => {
    expect(bold(question, sentence)).toContain(words);
  });

  it.each([
    ['What did the storm destroy?', 'The storm destroyed the old fish market.', 'fish market'],
    ['Why was the ferry late?', 'The ferry was late because of thick fog.', 'fog'],
  ])('finds words that have no look of their own: %s', (question, sentence, words) => {
    const found = bold(question, sentence);
    expect(found).toContain(words);
    expect(found!.length).toBeLessThan(sentence.length);
  });

  it('takes the name beside the words of the question, not another one', () => {
    const sentence = 'Ilse Brandt attended the ceremony, and Tomas Lindqvist designed the tunnel.';
    expect(bold('Who designed the tunnel?', sentence)).toContain('Lindqvist');
  });

  it('takes what is said of somebody who is asked after, not another name', () => {
    const sentence = 'Ilse Brandt, a former captain of the harbour police, succeeds Tomas Lindqvist.';
    expect(bold('Who is Ilse Brandt?', sentence)).toBe('a former captain of the harbour police');
  });

  it('never takes what the question says itself', () => {
    expect(bold('Who met Ilse Brandt?', 'Ilse Brandt was met at the station.')).toBeNull();
  });

  it('is nothing rather than wrong when no date is there', () => {
    expect(bold('When was the tunnel opened?', 'The tunnel was opened by the mayor.')).toBeNull();
  });
});
