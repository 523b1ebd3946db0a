import { expect, test } from 'vitest';
import { followUp } from '../../commands/ask/followup.ts';
import type { AskResult } from '../../src/answer/types.ts';
import { ferry, libraryOf } from './fixtures.ts';

const library = libraryOf(ferry);
const start = ferry.text.indexOf('Ingrid Falk');
const falk = { start, end: start + 'Ingrid Falk'.length };

/** The earlier question; `falk` in its answer is what stands out when `isFalk`. */
function topic(question: string, isFalk = false, limit = 300) {
  const citation = library.around(library.cite(ferry.id, falk)!, 0);
  const earlier: AskResult = {
    question,
    answer: isFalk
      ? { citation, highlight: falk, when: null, antecedent: null, others: [], copies: [], differing: [] }
      : null,
    confidence: isFalk ? 0.9 : 0.1,
    candidates: [],
    corrections: [],
    articles: [],
  };
  return {
    earlier,
    speakerCalled: (words: string) =>
      ['Ingrid Falk', 'Tomas Brandt'].find((full) => full.includes(words) || words === 'the harbour master'),
    limit,
  };
}

test.each([
  // "He" and "she" are the person whom the earlier question is about …
  ['Where did she arrive?', 'Who did Ingrid Falk meet?', 'Where did Ingrid Falk arrive?'],
  [
    'What did he say about the lamps?',
    'When did Norway praise Tomas Brandt?',
    'What did Tomas Brandt say about the lamps?',
  ],
  ['What is his view?', 'Who is Tomas Brandt?', 'What is Tomas Brandt’s view?'],
  ['What did they tell her about it?', 'Who is Ingrid Falk?', 'What did they tell Ingrid Falk about it?'],
  ['Where is her office now?', 'Who is Ingrid Falk?', 'Where is Ingrid Falk’s office now?'],
  // Another pronoun, or hardly a word of its own: the names come along.
  ['And when?', 'Who opened the Sea of Glass in 2019?', 'And when? (Sea of Glass, 2019)'],
  [
    'What did they decide about the second ferry?',
    'When did Falk meet Brandt?',
    'What did they decide about the second ferry? (Falk, Brandt)',
  ],
  ['Where did he arrive?', 'When did Norway’s envoy leave?', 'Where did he arrive? (Norway)'],
  // No names: the telling words.
  ['why?', 'how much did the repairs cost', 'why? (repairs, cost)'],
  // "What about X?" asks the same of somebody else.
  [
    'What about Tomas Brandt?',
    'What did Ingrid Falk say about the engines?',
    'What did Tomas Brandt say about the engines?',
  ],
  ['What about the harbour master?', 'What did Tomas Brandt say?', 'What did the harbour master say?'],
  ['and how about bicycles?', 'What did Ingrid Falk say?', 'and how about bicycles? (Ingrid Falk)'],
  // A question that stands by itself is asked as it is.
  ['How many lamps were lit between the trees?', 'Who met Ingrid Falk?', 'How many lamps were lit between the trees?'],
  ['Is there a ferry from Tarnholm in August?', 'Who met Ingrid Falk?', 'Is there a ferry from Tarnholm in August?'],
  // What is named already is not repeated.
  ['Where did Ingrid Falk go?', 'Who met Ingrid Falk?', 'Where did Ingrid Falk go?'],
])('%s after %s', (question, earlier, expected) => {
  expect(followUp(question, topic(earlier))).toBe(expected);
});

test('… or the one who was its answer', () => {
  expect(followUp('What did she say?', topic('Who is master of the harbour?', true))).toBe('What did Ingrid Falk say?');
  expect(followUp('What did she say?', topic('Who met Tomas Brandt?', true))).toBe('What did Ingrid Falk say?');
  expect(followUp('What did he say?', topic('Who did Tomas Brandt meet?', true))).toBe('What did Tomas Brandt say?');
});

test('rather than cutting the topic, a question without room goes without it', () => {
  expect(followUp('And where was it?', topic('Who met Ingrid Falk?', false, 20))).toBe('And where was it?');
});

test('the topic lasts over several follow-ups', () => {
  const first = followUp('Where did she arrive?', topic('What did Ingrid Falk say?'));
  expect(followUp('And when?', topic(first))).toBe('And when? (Ingrid Falk)');
});
