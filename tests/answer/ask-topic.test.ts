/** A topic finds what tells of the same matter in other words; a question does not. */
import { expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const reader = createReader();
const records = [
  {
    id: 'tunnel',
    title: '',
    text: 'The harbour tunnel was flooded on Monday. Divers and pumps from Ossel worked for nine hours below the quay.',
  },
  {
    id: 'works',
    title: '',
    text: 'Work on the harbour tunnel goes on: divers are inspecting the pumps below the quay of Ossel.',
  },
  { id: 'divers', title: '', text: 'Divers from Ossel brought two more pumps to the quay and stayed below for hours.' },
  { id: 'cheese', title: '', text: 'Cheese makers fear a dry summer. Cows give less milk when the grass is poor.' },
  {
    id: 'council',
    title: '',
    text: 'The council will be elected in June. Turnout was 48 percent in the last election.',
  },
];
const library = libraryOf(reader, records);
const articles = (text: string) => library.ask(text, { asked: '2021-03-20' }).articles.map(({ article }) => article.id);

it('finds an article that shares no word with the topic, after those that do', () => {
  const found = articles('harbour tunnel');
  expect(found.slice(0, 2).sort()).toEqual(['tunnel', 'works']);
  expect(found).toContain('divers');
  expect(found).not.toContain('cheese');
});

it('keeps to the words of a question', () => {
  expect(articles('What was flooded in the harbour tunnel?')).not.toContain('divers');
});

it('finds nothing on a topic that no article has', () => {
  expect(articles('volcanic islands')).toEqual([]);
});
