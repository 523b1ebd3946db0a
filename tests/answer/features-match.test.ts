/** Which words of a sentence meet those of a question. */
import { describe, expect, it } from 'vitest';
import { hasMember, membersOf } from '../../src/answer/evidence-classes.ts';
import { kinFor } from '../../src/answer/features-kin.ts';
import { matcher } from '../../src/answer/features-match.ts';
import { knownWords } from '../../src/answer/features-words.ts';
import { understand } from '../../src/answer/question.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();

/** How well a sentence meets the question's term for `word`. */
function met(question: string, word: string, sentence: string): number {
  const asked = understand(question, '2021-03-15', reader);
  const { stem } = reader.terms(word)[0]!;
  const { met: by } = matcher(asked, kinFor(reader))(reader.terms(sentence));
  return by[asked.terms.findIndex((term) => term.stem === stem)]!;
}

describe('matcher', () => {
  it.each([
    ['When did Brandt sell the yacht?', 'sell', 'Brandt sold the yacht in May.'],
    ['Who built 2 bridges?', '2', 'Lindqvist built two bridges.'],
    ['How many women lose their jobs?', 'lose', 'Forty women lost their jobs.'],
  ])('takes another form of a word for the word: %s', (question, word, sentence) => {
    expect(met(question, word, sentence)).toBe(1);
  });

  it.each([
    ['When did the keeper die?', 'die', 'His death was reported in May.'],
    ['Which French port burned?', 'French', 'The port in France burned for days.'],
  ])('takes a word of one root for less: %s', (question, word, sentence) => {
    const found = met(question, word, sentence);
    expect(found).toBeGreaterThan(0.5);
    expect(found).toBeLessThan(1);
  });

  it('takes no other word', () => {
    expect(met('When did Brandt sell the yacht?', 'sell', 'Brandt painted the yacht.')).toBe(0);
  });
});

describe('members of a class', () => {
  const has = (question: string, noun: string, words: string) =>
    hasMember(words, membersOf(noun)!, knownWords(understand(question, '2021-03-15', reader)));

  it('are found where the question asks for one by name', () => {
    expect(has('Which country bought the ferry?', 'country', 'It was sold to South Korea.')).toBe(true);
    expect(has('Which country bought the ferry?', 'country', 'It was sold to a museum.')).toBe(false);
    expect(has('In what month did it sail?', 'month', 'It sailed in October.')).toBe(true);
  });

  it('do not count when the question says them itself', () => {
    expect(has('Which country bought the ferry from Norway?', 'country', 'Norway sold it.')).toBe(false);
  });

  it('are not known for every noun', () => {
    expect(membersOf('ferry')).toBeNull();
    expect(membersOf(null)).toBeNull();
  });
});
