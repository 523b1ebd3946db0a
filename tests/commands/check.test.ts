import { describe, expect, test } from 'vitest';
import { check, checkMessage } from '../../commands/check/check.ts';
import { quote } from '../../commands/quote.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import {
  buttonOf,
  citations,
  ferry,
  hostile,
  labels,
  libraryOf,
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
const engines = 'The engines run as smoothly as they did in her first summer';

async function checks(target: string, given = library) {
  return message(await checkMessage.run(request({}, { target }), servicesWith(given)));
}

describe('the verdict', () => {
  test('exact: who said it, the words in bold in their sentence, source and proof', async () => {
    const reply = await runs(check, { text: `«${engines}»` }, library);
    const text = seen(reply);
    expect(text).toContain('Exact. These words stand in the articles, to the letter.');
    expect(text).toContain('Said by Ingrid Falk');
    expect(pages(reply).flatMap(sources).join('\n')).toContain(`**${engines}**`);
    expect(text).toContain('Harbour Gazette, published 15 Jun 2021');
    expect(text).not.toContain('struck out');
    const proof = message(await presses(check, buttonOf(reply, 'Proof'), library));
    expect(seen(proof)).toContain('SHA-256');
    const context = message(await presses(check, buttonOf(reply, 'Context'), library));
    expect(citations(context)[0]?.text).toContain(engines);
  });

  test('altered: what was done, and the difference word by word', async () => {
    const reply = await runs(
      check,
      { text: '“We lit five hundred lamps between the trees,” Tomas Brandt said.' },
      library,
    );
    const markdown = pages(reply).flatMap(sources).join('\n');
    expect(seen(reply)).toContain('Altered. The articles have this, but not so.');
    expect(seen(reply)).toContain('A number is another one than in the original.');
    expect(markdown).toContain('We lit ~~four~~ **five** hundred lamps between the trees');
    expect(citations(reply)[0]?.text).toContain('We lit four hundred lamps');
  });

  test('said by someone else: by whom, and not by whom', async () => {
    const text = seen(await runs(check, { text: `“${engines},” said Tomas Brandt.` }, library));
    expect(text).toContain('Said by someone else.');
    expect(text).toMatch(/The article gives them to Ingrid Falk.*, not to Tomas Brandt\./u);
  });

  test('joined: each part with its own place', async () => {
    const joined = `${engines} and we lit four hundred lamps between the trees that night`;
    const reply = await runs(check, { text: joined }, library);
    expect(seen(reply)).toContain('It joins words that do not stand together');
    expect(new Set(citations(reply).map(({ article }) => article.id))).toEqual(new Set(['ferry', 'orchard']));
  });

  test('an ellipsis and the article’s own words are told, and exact', async () => {
    const left = seen(await runs(check, { text: '“The engines run … in her first summer”' }, library));
    expect(left).toContain('Exact.');
    expect(left).toContain('words of the original are left out');
    const own = seen(await runs(check, { text: '“A second ferry is planned for 2023”' }, library));
    expect(own).toContain('outside quotation marks');
  });

  test('not found: the nearest sentences, or plainly none', async () => {
    const near = await runs(check, { text: 'The growers painted their lamps green' }, library);
    expect(seen(near)).toContain('Not found. These words are not in the articles.');
    expect(citations(near).length).toBeGreaterThan(0);
    expect(seen(await runs(check, { text: 'Zebras yodel' }, library))).toContain(
      'No sentence comes near them, either.',
    );
  });

  test('leads to more by the speaker', async () => {
    const reply = await runs(check, { text: engines }, library);
    const more = message(await presses(quote, buttonOf(reply, 'More by this speaker'), library));
    expect(more.asked).toEqual({ command: 'quote', options: { speaker: 'Ingrid Falk' } });
    expect(citations(more)).toHaveLength(2);
  });
});

describe('the message command', () => {
  test('answers the asker alone, and repeats the text for when a page is turned', async () => {
    const reply = await checks(`> ${engines}`);
    expect(reply).toMatchObject({ private: true, asked: { command: 'Check this quote', options: { text: engines } } });
    const again = message(await checkMessage.run(request({ text: engines }), servicesWith(library)));
    expect(again).toEqual(reply);
  });

  test('checks what a message has in quotation marks when the message is more than that', async () => {
    const reply = await checks(`lol did they **really** write “${engines}”?? I do not believe it`);
    expect(seen(reply)).toContain('Exact.');
  });

  test('the marks of an altered quotation with its speaker are not checked apart from the speaker', async () => {
    expect(seen(await checks(`“${engines},” said Tomas Brandt.`))).toContain('Said by someone else.');
  });
});

test.each([
  ['', /no words/u],
  ['🍐🍐', /no words/u],
  ['long '.repeat(150), /749 characters/u],
])('the message %j is refused', async (target, sentence) => {
  await expect(async () => checks(target)).rejects.toThrow(Refusal);
  await expect(async () => checks(target)).rejects.toThrow(sentence);
});

test('hostile words stay words, in the difference as well', async () => {
  const wild = libraryOf(hostile);
  const text = 'Lighthouse~~ **keepers** [click](https://evil.example) @everyone || never sleep_at_all `here`';
  const reply = await runs(check, { text }, wild);
  for (const payload of pages(reply)) expect(payload.allowedMentions.parse).toEqual([]);
  for (const { text: words } of citations(reply)) expect(seen(reply)).toContain(words);
  const markdown = pages(reply).flatMap(sources).join('\n');
  expect(markdown).not.toMatch(/(?<!\\)@everyone|(?<!\\)\]\((?!<)/u);
});

test('long differences keep to lines that a page can hold', async () => {
  const words = Array.from({ length: 110 }, (_, at) => `w${at}*`).join(' ');
  const long = libraryOf({ id: 'long', text: `“${words},” Rosa Lund said.` });
  const reply = await runs(check, { text: words.replace('w50*', '') }, long);
  expect(seen(reply)).toContain('Words of the original are missing.');
  expect(labels(reply)).toContain('Proof');
});
