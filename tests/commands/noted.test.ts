/** What the question log is told of each command's answer. */
import { describe, expect, test } from 'vitest';
import { check } from '../../commands/check/check.ts';
import { find } from '../../commands/find.ts';
import { quote } from '../../commands/quote.ts';
import { speaker } from '../../commands/speaker.ts';
import { timeline } from '../../commands/timeline/timeline.ts';
import type { Command, Options } from '../../src/discord/types.ts';
import { ferry, libraryOf, menuOf, message, orchard, presses, runs } from './fixtures.ts';

const library = libraryOf(ferry, orchard);
const said = 'Nobody will have to book a seat before Friday';

describe.each<readonly [Command, Options, Options]>([
  [quote, { about: 'engines' }, { about: 'zeppelins' }],
  [speaker, { name: 'Ingrid Falk' }, { name: 'Zacharias Quill' }],
  [check, { text: said }, { text: 'Zeppelins moor quietly above every glacier' }],
  [find, { text: `“${said}”` }, { text: '“Zeppelins moor quietly above every glacier”' }],
])('%# an answer', (command, found, missed) => {
  test('is noted with its words, its articles and its speakers', async () => {
    const { noted } = await runs(command, found, library);
    expect(noted).toMatchObject({ answered: true, articles: ['ferry'], speakers: ['Ingrid Falk'] });
    expect(noted?.words).toBe(Object.values(found)[0]);
  });

  test('that was not found is noted as none', async () => {
    const { noted } = await runs(command, missed, library);
    expect(noted).toMatchObject({ answered: false, articles: [], speakers: [] });
    expect(noted?.words).toBe(Object.values(missed)[0]);
  });
});

test('a timeline is noted once, however it is looked at', async () => {
  const reply = await runs(timeline, { topic: 'frost' }, library);
  expect(reply.noted).toMatchObject({ answered: true, words: 'frost' });
  expect(reply.noted?.articles).toContain('orchard');
  const again = await presses(timeline, { ...menuOf(reply).action, verb: 'zoom' }, library, {
    fields: { value: '2022' },
  });
  expect(message(again).noted).toBeUndefined();
});
