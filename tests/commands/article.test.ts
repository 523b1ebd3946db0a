import { expect, test } from 'vitest';
import { article } from '../../commands/article.ts';
import {
  buttonOf,
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

test('the list names every article, newest first, with publisher, date and length', async () => {
  const text = seen(await runs(article, {}, library));
  expect(text.indexOf(orchard.title)).toBeLessThan(text.indexOf(ferry.title));
  expect(text).toContain(`Harbour Gazette · published 15 Jun 2021 · ${ferry.text.length} characters`);
});

test('an article from the menu opens in place of the list, and leads back', async () => {
  const menu = menuOf(await runs(article, {}, library));
  const chosen = menu.choices.find(({ name }) => name.startsWith('Island ferry'));
  const opened = message(await presses(article, menu.action, library, { fields: { value: chosen?.value ?? '' } }));
  expect(opened).toMatchObject({ update: true, asked: { command: 'article' } });
  const again = await runs(article, opened.asked?.options ?? {}, library);
  expect(again.items).toEqual(opened.items);
  const back = message(await presses(article, buttonOf(opened, 'All articles'), library));
  expect(back).toMatchObject({ update: true, asked: { command: 'article', options: {} } });
  await expect(async () => presses(article, menu.action, library, { fields: { value: 'x' } })).rejects.toThrow(
    /no such article/u,
  );
});

test('an article is read to the letter, with author, link and hash', async () => {
  const reply = await runs(article, { article: 'ferry' }, library);
  const text = seen(reply);
  for (const { text: words } of citations(reply)) expect(text).toContain(words);
  const story = citations(reply)
    .map(({ text: words }) => words)
    .join(' ');
  expect(story.replace(/\s+/gu, ' ')).toBe(ferry.text.replace(/\s+/gu, ' '));
  expect(text).toContain('Maud Petrie, Harbour Gazette · published 15 Jun 2021');
  expect(text).toContain(library.article('ferry')?.hash);
});

test('long articles and long lists are paged, never cut', async () => {
  const paragraph = `${'The keeper wrote down the weather of every single day. '.repeat(12).trim()}`;
  const long = {
    ...orchard,
    id: 'log',
    text: Array.from({ length: 30 }, (_, day) => `Day ${day}. ${paragraph}`).join('\n\n'),
  };
  const reply = await runs(article, { article: 'log' }, libraryOf(long));
  const sent = pages(reply);
  expect(sent.length).toBeGreaterThan(3);
  const text = sent.flatMap(sources).join('\n');
  for (let day = 0; day < 30; day++) expect(text).toContain(`Day ${day}\\.`.replace('\\.', '.'));
  const many = Array.from({ length: 130 }, (_, index) => ({
    ...orchard,
    id: `many-${index}`,
    title: `Notice ${index} of the harbour office`,
  }));
  const list = await runs(article, {}, libraryOf(...many));
  expect(menuOf(list).choices).toHaveLength(25);
  expect(seen(list)).toContain('130 articles');
  expect(pages(list).length).toBeGreaterThan(1);
});

test('nothing to read is refused plainly', async () => {
  await expect(async () => runs(article, {}, libraryOf())).rejects.toThrow(/no articles yet/u);
  await expect(async () => runs(article, { article: 'gone' }, library)).rejects.toThrow(/no such article/u);
});

test('a hostile title, author, address and text stay text', async () => {
  const wild = libraryOf(hostile, {
    id: 'untitled',
    text: 'Nothing to see.',
    title: 'T'.repeat(5000),
    author: 'A'.repeat(5000),
  });
  for (const options of [{}, { article: hostile.id }, { article: 'untitled' }]) {
    const reply = await runs(article, options, wild);
    const markdown = pages(reply).flatMap(sources).join('\n');
    expect(markdown).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@|\]\(/u);
    for (const { text } of citations(reply)) expect(seen(reply)).toContain(text);
  }
});
