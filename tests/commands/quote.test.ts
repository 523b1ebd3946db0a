import { describe, expect, test } from 'vitest';
import { quote } from '../../commands/quote.ts';
import { display } from '../../src/discord/display.ts';
import {
  blocks,
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
  request,
  runs,
  seen,
  servicesWith,
  sources,
} from './fixtures.ts';

const library = libraryOf(ferry, orchard);

describe('a card', () => {
  test('shows the words to the letter, who said them, how and where', async () => {
    const reply = await runs(quote, { about: 'engines' }, library);
    const [citation] = citations(reply);
    expect(citation?.text).toMatch(/^The engines run as smoothly as they did in her first summer/u);
    const quoted = pages(reply)
      .flatMap(sources)
      .find((text) => text.startsWith('> '));
    expect(display(quoted ?? '')).toBe(citation?.text);
    const text = seen(reply);
    expect(text).toContain('— Ingrid Falk');
    expect(text).toMatch(/…,?" Ingrid Falk, the harbour master, said\./u);
    expect(text).toContain(`“${ferry.title}” — Harbour Gazette, published 15 Jun 2021`);
  });

  test('opens in context, with the words in bold, and proves itself', async () => {
    const reply = await runs(quote, { about: 'lamps' }, library);
    const [citation] = citations(reply);
    const context = message(await presses(quote, buttonOf(reply, 'In context'), library));
    expect(pages(context).flatMap(sources).join('\n')).toContain(`**${citation?.text}**`);
    const proof = message(await presses(quote, buttonOf(reply, 'Proof'), library));
    expect(seen(proof)).toContain(`text.slice(${citation?.start}, ${citation?.end})`);
  });

  test('never goes without its buttons, on whichever page it is', async () => {
    const talkative = Array.from({ length: 24 }, (_, index) => ({
      ...orchard,
      id: `orchard-${index}`,
      text: `"We lit ${index + 100} lamps between the trees that night, and another ${index} in the yard," Tomas Brandt said.`,
    }));
    const sent = pages(await runs(quote, {}, libraryOf(...talkative)));
    expect(sent.length).toBeGreaterThan(1);
    for (const payload of sent) {
      const words = JSON.stringify(payload);
      expect(words.match(/"In context"/gu)?.length).toBe(words.match(/"content":"> /gu)?.length);
    }
  });
});

test('by speaker, and more by a speaker from the menu', async () => {
  const reply = await runs(quote, {}, library);
  const menu = menuOf(reply);
  expect(menu.choices.map(({ value }) => value)).toEqual(expect.arrayContaining(['Ingrid Falk', 'Tomas Brandt']));
  const more = message(await presses(quote, menu.action, library, { fields: { value: 'Tomas Brandt' } }));
  expect(citations(more).map(({ article }) => article.id)).toEqual(['orchard']);
  expect(more).toMatchObject({ update: true, asked: { command: 'quote', options: { speaker: 'Tomas Brandt' } } });
});

test('nothing found is said plainly, with the speakers who come nearest', async () => {
  const misspelt = seen(await runs(quote, { speaker: 'Tomas Brand' }, library));
  expect(misspelt).toContain('I found no quotation by “Tomas Brand”.');
  expect(misspelt).toContain('Tomas Brandt (1)');
  expect(misspelt).not.toContain('Ingrid Falk');
  const unheard = seen(await runs(quote, { about: 'submarines' }, library));
  expect(unheard).toContain('I found no quotation about “submarines”.');
  expect(unheard).toContain('Ingrid Falk (2)');
});

test('an option that cannot be read is refused', async () => {
  await expect(async () => runs(quote, { about: '🍐' }, library)).rejects.toThrow(/as words/u);
  await expect(async () => runs(quote, { from: 'x' }, library)).rejects.toThrow(/These forms work/u);
});

test('the choices for a speaker show the number of quotations', async () => {
  const services = servicesWith(library);
  const choices = await quote.complete!('speaker', 'fal', request(), services);
  expect(choices).toHaveLength(1);
  expect(choices[0]).toMatchObject({ value: 'Ingrid Falk' });
  expect(choices[0]?.name).toMatch(/^Ingrid Falk.*\(2\)$/u);
  expect(await quote.complete!('speaker', 'zz', request(), services)).toEqual([]);
  const [first] = await quote.complete!('speaker', '', request(), services);
  expect(first?.value).toBe('Ingrid Falk');
});

test('hostile words and options stay words', async () => {
  const wild = libraryOf(hostile);
  const reply = await runs(quote, {}, wild);
  const text = seen(reply);
  expect(citations(reply).length).toBeGreaterThan(0);
  for (const { text: words } of citations(reply)) expect(text).toContain(words);
  const none = seen(await runs(quote, { speaker: '[x](https://evil.example) @everyone **' }, wild));
  expect(none).toContain('“[x](https://evil.example) @everyone **”');
  expect(blocks(reply).length).toBeGreaterThan(0);
});
