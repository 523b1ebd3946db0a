import { describe, expect, test } from 'vitest';
import { quote } from '../../commands/quote.ts';
import { speaker } from '../../commands/speaker.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import {
  buttonOf,
  citations,
  ferry,
  hostile,
  labels,
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

const harbour = {
  ...ferry,
  text: ferry.text.replace('Ingrid Falk, the harbour master, said', 'pilot Ingrid Falk said'),
};
const library = libraryOf(harbour, orchard);

describe('a speaker', () => {
  test('is shown with role, counts, days and quotations to the letter', async () => {
    const reply = await runs(speaker, { name: 'Ingrid Falk' }, library);
    const text = seen(reply);
    expect(text).toContain('Ingrid Falk');
    expect(text).toContain('2 quotations in 1 article: 2 direct.');
    expect(text).toContain('Published 15 Jun 2021.');
    expect(text).toMatch(/“pilot” in “Island ferry returns/u);
    expect(citations(reply).map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^The engines run/u), expect.stringMatching(/^Nobody will have/u)]),
    );
  });

  test('is found by the part of a name that is nobody else’s', async () => {
    expect(seen(await runs(speaker, { name: 'falk' }, library))).toContain('2 quotations');
  });

  test('leads to all quotations, to those on a topic, and to the proof of each', async () => {
    const reply = await runs(speaker, { name: 'Ingrid Falk' }, library);
    const all = message(await presses(quote, buttonOf(reply, 'All quotations'), library));
    expect(all.asked).toEqual({ command: 'quote', options: { speaker: 'Ingrid Falk' } });
    expect(citations(all)).toHaveLength(2);
    const { action, choices } = menuOf(reply);
    expect(choices.length).toBeGreaterThan(0);
    const on = message(await presses(quote, action, library, { fields: { value: choices[0]!.value } }));
    expect(on.asked?.options).toEqual({ about: choices[0]!.value, speaker: 'Ingrid Falk' });
    expect(citations(on).length).toBeGreaterThan(0);
    expect(seen(message(await presses(speaker, buttonOf(reply, 'Proof'), library)))).toContain('SHA-256');
  });

  test('nobody is said to be nobody, with the nearest names', async () => {
    const text = seen(await runs(speaker, { name: 'Ingrid Falx' }, library));
    expect(text).toContain('The articles quote nobody called “Ingrid Falx”.');
    expect(text).toContain('Ingrid Falk (2)');
  });
});

test('an empty name is refused, and names complete themselves', async () => {
  await expect(async () => runs(speaker, { name: '\u200b ' }, library)).rejects.toThrow(Refusal);
  const [choice] = await speaker.complete!('name', 'bran', request(), servicesWith(library));
  expect(choice).toMatchObject({ value: 'Tomas Brandt' });
});

test('what others said on the same topic, from one speaker’s quotation', async () => {
  const both = libraryOf(ferry, {
    ...orchard,
    text: '"The engines of the tractors are older than I am," Tomas Brandt said.',
  });
  const options = { about: 'engines', speaker: 'Ingrid Falk' };
  const reply = await runs(quote, options, both);
  const { verb, args } = buttonOf(reply, 'What others said');
  const others = message(await quote.verbs![verb]!(request(options), servicesWith(both), args));
  expect(seen(others)).toContain('What others than Ingrid Falk said');
  expect(citations(others).map(({ article }) => article.id)).toEqual(['orchard']);
  const alone = message(await quote.verbs![verb]!(request(options), servicesWith(library), args));
  expect(seen(alone)).toContain('I found nobody else who is quoted on that.');
});

test('copies in other articles are one card with their sources', async () => {
  const copy = { ...ferry, id: 'copy', source: 'Island Wire', title: 'News from the island' };
  const text = seen(await runs(quote, { about: 'engines' }, libraryOf(ferry, copy)));
  expect(text.match(/The engines run as smoothly/gu)).toHaveLength(1);
  expect(text).toContain('Also in “News from the island” — Island Wire');
});

test('hostile names and roles stay text, and names too long for a button go without', async () => {
  const wild = libraryOf(hostile, {
    id: 'long',
    text: `"We keep the lamp lit," ${'Maximiliana '.repeat(7).trim()} Lund said.`,
  });
  for (const { name } of wild.speakers()) {
    const reply = await runs(speaker, { name }, wild);
    for (const payload of pages(reply)) expect(payload.allowedMentions.parse).toEqual([]);
    for (const { text } of citations(reply)) expect(seen(reply)).toContain(text);
    if (name.length > 60) expect(labels(reply)).not.toContain('All quotations');
  }
  const none = await runs(speaker, { name: '[x](https://evil.example) @everyone **' }, wild);
  expect(pages(none).flatMap(sources).join('\n')).not.toMatch(/(?<!\\)@everyone/u);
});
