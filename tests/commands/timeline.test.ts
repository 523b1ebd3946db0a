import { expect, test } from 'vitest';
import { timeline } from '../../commands/timeline.ts';
import {
  citations,
  ferry,
  hostile,
  libraryOf,
  menuOf,
  message,
  orchard,
  pages,
  presses,
  runs,
  seen,
  sources,
} from './fixtures.ts';

const library = libraryOf(ferry, orchard);

test('sentences stand under the day they speak of, to the letter, the date in bold, with source and day of publication', async () => {
  const reply = await runs(timeline, {}, library);
  const text = seen(reply);
  expect(text.indexOf('14 Jun 2021')).toBeLessThan(text.indexOf('2 Jun 2022'));
  expect(text).toContain(`] “${ferry.title}” — Harbour Gazette, published 15 Jun 2021`);
  for (const { article, start, end, text: words } of citations(reply)) {
    expect(article.text.slice(start, end)).toBe(words);
    expect(text).toContain(words);
  }
  expect(pages(reply).flatMap(sources).join('\n')).toContain('**14 June 2021**');
});

test('a sentence from the menu opens in context', async () => {
  const reply = await runs(timeline, { topic: 'orchards frost' }, library);
  const menu = menuOf(reply);
  const chosen = menu.choices.find(({ name }) => name.startsWith('2 Jun 2022'));
  const context = message(await presses(timeline, menu.action, library, { fields: { value: chosen?.value ?? '' } }));
  expect(citations(context)[0]?.text).toContain('The late frost of 2 June 2022 spared the valley orchards');
  expect(chosen?.value.length).toBeLessThanOrEqual(100);
});

test('nothing found is said plainly', async () => {
  expect(seen(await runs(timeline, { topic: 'submarines' }, library))).toContain(
    'I found no dated sentence about “submarines”.',
  );
  await expect(async () => runs(timeline, { from: '2022', to: '2021' }, library)).rejects.toThrow(/later than/u);
  await expect(async () => runs(timeline, { topic: '...' }, library)).rejects.toThrow(/as words/u);
});

test('hostile sentences are shown to the letter', async () => {
  const reply = await runs(timeline, {}, libraryOf(hostile));
  expect(citations(reply).length).toBeGreaterThan(0);
  for (const { text } of citations(reply)) expect(seen(reply)).toContain(text);
});
