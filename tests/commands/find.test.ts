import { expect, test } from 'vitest';
import { find } from '../../commands/find.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import {
  buttonOf,
  citations,
  ferry,
  hostile,
  libraryOf,
  message,
  orchard,
  pages,
  presses,
  request,
  seen,
  servicesWith,
  sources,
} from './fixtures.ts';

const library = libraryOf(ferry, orchard);

async function finds(target: string, given = library) {
  return message(await find.run(request({}, { target }), servicesWith(given)));
}

test('words of an article are found to the letter, in their sentence, with the words in bold', async () => {
  const words = 'a second ferry is planned for 2023'.replace('a second', 'A second');
  const reply = await finds(words);
  expect(seen(reply)).toContain('Found, to the letter.');
  expect(pages(reply).flatMap(sources).join('\n')).toContain(`**${words}**`);
  expect(reply.asked).toEqual({ command: 'Find in articles', options: { text: words } });
  expect(reply.private).toBe(true);
  const proof = message(await presses(find, buttonOf(reply, 'Proof'), library));
  expect(seen(proof)).toContain('SHA-256');
});

test('what a message quotes is looked for before the message around it', async () => {
  const reply = await finds('> **hey**, did they really write “Passengers may take bicycles aboard without charge”?');
  expect(seen(reply)).toContain('Found, to the letter.');
  expect(citations(reply)[0]?.text).toContain('Passengers may take bicycles aboard without charge');
});

test('what is not in the articles is said to be so, with the sentences that come nearest', async () => {
  const near = await finds('The growers sold all their lamps to the pears');
  expect(seen(near)).toContain('These words are not in the articles.');
  expect(seen(near)).toContain('Sentences that come nearest:');
  expect(citations(near).length).toBeGreaterThan(0);
  const far = await finds('Zebras yodel');
  expect(seen(far)).toContain('No sentence comes near them, either.');
  expect(citations(far)).toEqual([]);
});

test('a page that is turned has the text from the first line of the reply', async () => {
  const text = 'The growers sold all their lamps to the pears';
  const again = message(await find.run(request({ text }), servicesWith(library)));
  expect(again).toEqual(await finds(text));
});

test.each([
  ['', /no words/u],
  ['🍐🍐', /no words/u],
  ['long '.repeat(100), /499 characters/u],
])('the message %j is refused', async (target, sentence) => {
  await expect(async () => finds(target)).rejects.toThrow(Refusal);
  await expect(async () => finds(target)).rejects.toThrow(sentence);
});

test('hostile messages and articles stay text', async () => {
  const reply = await finds('@everyone [x](https://evil.example) lighthouse tower keepers', libraryOf(hostile));
  for (const payload of pages(reply)) expect(payload.allowedMentions.parse).toEqual([]);
  for (const { text } of citations(reply)) expect(seen(reply)).toContain(text);
  expect(citations(reply).length).toBeGreaterThan(0);
});
