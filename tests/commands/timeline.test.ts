import { describe, expect, test } from 'vitest';
import { caution } from '../../commands/timeline/parts.ts';
import { timeline } from '../../commands/timeline/timeline.ts';
import type { Block, MessageReply, Options } from '../../src/discord/types.ts';
import {
  blocks,
  citations,
  ferry,
  hostile,
  libraryOf,
  menuOf,
  message,
  orchard,
  pages,
  presses,
  request,
  runs,
  seen,
  servicesWith,
  sources,
} from './fixtures.ts';

const library = libraryOf(ferry, orchard);
const lamps = {
  id: 'lamps',
  title: 'The lamps of the tower',
  published: '2022-08-01',
  text: 'The lamp was lit on 2 May 2022. The lamp broke on 9 June 2022. The keepers had bought the lamp in 2017.',
};
const single = { id: 'single', title: 'Ferry', text: 'A second ferry is planned for 2023.' };

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

test('each sentence says what its date was read from, or that it names none', async () => {
  const text = seen(await runs(timeline, {}, library));
  expect(text).toContain('· date read from “14 June 2021”');
  const [entry] = library.timeline({});
  const undated = { ...entry!, sentences: [{ ...entry!.sentences[0]!, when: null }] };
  const services = servicesWith({ ...library, timeline: () => [undated] });
  const reply = message(await timeline.run(request(), services));
  expect(seen(reply)).toContain('· the sentence names no date, so the day is that of publication');
});

test('the order is the one asked for', async () => {
  const oldest = citations(await runs(timeline, { order: 'oldest' }, library)).map(({ text }) => text);
  const newest = seen(await runs(timeline, { order: 'newest' }, library));
  expect(citations(await runs(timeline, {}, library)).map(({ text }) => text)).toEqual(oldest);
  expect(newest.indexOf('2 Jun 2022')).toBeLessThan(newest.indexOf('14 Jun 2021'));
});

test('what is planned or possible is marked, what was done is not', async () => {
  const [entry] = library.timeline({});
  const [sentence] = entry!.sentences;
  expect(caution({ ...sentence!, modality: 'planned' })).toBe('planned');
  expect(caution({ ...sentence!, modality: 'possible' })).toBe('possible');
  expect(caution({ ...sentence!, modality: 'done' })).toBeNull();
  const services = servicesWith({ ...library, timeline: () => [marked] });
  const marked = { ...entry!, sentences: [{ ...sentence!, modality: 'planned' as const }] };
  const reply = message(await timeline.run(request(), services));
  expect(pages(reply).flatMap(sources).join('\n')).toContain('· **planned**');
});

describe('the menu that zooms', () => {
  const tower = libraryOf(lamps);
  const zoom = (reply: MessageReply): Extract<Block, { readonly kind: 'select' }> | undefined =>
    blocks(reply).find((block) => block.kind === 'select' && block.action.verb === 'zoom') as never;
  const names = (reply: MessageReply) => zoom(reply)?.choices.map(({ name }) => name);
  const choose = async (options: Options, name: string) => {
    const menu = zoom(await runs(timeline, options, tower))!;
    const { value } = menu.choices.find((choice) => choice.name === name)!;
    return message(await presses(timeline, menu.action, tower, { options, fields: { value } }));
  };

  test('leads to a year, from there to a month, and out again', async () => {
    expect(names(await runs(timeline, {}, tower))).toEqual(['2017', '2022']);
    const year = await choose({ topic: 'lamp' }, '2022');
    expect(year.update).toBe(true);
    expect(year.asked).toEqual({ command: 'timeline', options: { topic: 'lamp', from: '2022', to: '2022' } });
    expect(seen(year)).toContain('9 Jun 2022');
    expect(seen(year)).not.toContain('in 2017');
    expect(names(year)).toEqual(['May 2022', 'June 2022', 'All dates']);
    const month = await choose(year.asked!.options, 'June 2022');
    expect(month.asked?.options).toEqual({ topic: 'lamp', from: '2022-06', to: '2022-06' });
    expect(names(month)).toEqual(['All of 2022', 'All dates']);
    expect((await choose(month.asked!.options, 'All of 2022')).asked?.options['from']).toBe('2022');
    expect((await choose(month.asked!.options, 'All dates')).asked?.options).toEqual({ topic: 'lamp' });
  });

  test('is left out where there is nothing to narrow, and leads out of a period without dates', async () => {
    expect(names(await runs(timeline, { topic: 'a second ferry planned' }, libraryOf(single)))).toBeUndefined();
    expect(names(await runs(timeline, { from: '1950', to: '1951' }, library))).toEqual(['All dates']);
  });

  test('refuses what it never held', async () => {
    const action = { command: 'timeline', verb: 'zoom', args: [] };
    await expect(presses(timeline, action, library, { fields: { value: 'soon' } })).rejects.toThrow('Please choose');
  });
});
