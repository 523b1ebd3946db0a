/** What a date means that the answering words leave to the reader. */
import { expect, it } from 'vitest';
import { impliedDate } from '../../src/answer/ask-when.ts';
import { understand } from '../../src/answer/question.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const reader = createReader();

/** Words and date, for a question whose answering words are these. */
function meant(question: string, text: string, words: string): [string, string] | null {
  const [article] = libraryOf(reader, [{ id: 'a', title: '', text, published: '2021-03-10' }]).articles;
  const start = text.indexOf(words);
  const highlight = { start, end: start + words.length };
  const found = impliedDate(understand(question, '2021-04-01', reader), article!, highlight, reader);
  return found && [found.citation.text, found.date];
}

it.each([
  ['on Tuesday', 'Tuesday', '2021-03-09'],
  ['yesterday', 'yesterday', '2021-03-09'],
  ['last month', 'last month', '2021-02'],
  ['on 6 February', '6 February', '2021-02-06'],
])('counts from the day of publication: %s', (time, words, date) => {
  expect(meant('When was the bridge closed?', `The bridge was closed ${time} by engineers.`, words)).toEqual([
    words,
    date,
  ]);
});

it.each([
  ['When was the bridge built?', 'The bridge was built on 6 May 1931.', '6 May 1931'],
  ['When was the bridge built?', 'The bridge was built in 1931.', '1931'],
  ['Who built the bridge?', 'Ilse Brandt built the bridge on Tuesday.', 'Tuesday'],
  ['When was the bridge built?', 'The bridge was built when the river was dry.', 'when the river was dry'],
])('adds nothing to what the words say themselves, or to what is no date: %s %s', (question, text, words) => {
  expect(meant(question, text, words)).toBeNull();
});

it('is nothing where nothing stands out', () => {
  const [article] = libraryOf(reader).articles;
  expect(impliedDate(understand('When was it?', '2021-04-01', reader), article!, null, reader)).toBeNull();
});
