import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask } from '../../commands/ask/ask.ts';
import { knowledge } from '../../commands/knowledge/knowledge.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { MessageReply, Reply, Request } from '../../src/discord/types.ts';
import { choosing, type Desk, fileOf, GUILD, messageOf, openDesk } from './desk.ts';
import { buttonOf, citations, labels, menuOf, orchard, pages, request, seen } from './fixtures.ts';

const mill = [
  'Watermill at Tarnby grinds again',
  'TARNBY (River Press - 9th October, 2021) The watermill at Tarnby began to grind flour again on Friday.',
  '"The stones are those of my grandfather," Edda Rask, the miller, said. The repairs took three years.',
  'Your Thoughts and Comments',
].join('\n\n');

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({
    'https://river.example/mill': `<html><head><title>Watermill at Tarnby grinds again</title></head><body><article><h1>Watermill at Tarnby grinds again</h1><p>${'The watermill at Tarnby began to grind flour again on Friday, to the joy of the whole valley. '.repeat(4)}</p></article></body></html>`,
    'https://river.example/feed': `<?xml version="1.0"?><rss version="2.0"><channel><title>River Press</title><link>https://river.example/</link><description>News</description>${[1, 2].map((number) => `<item><title>Eel number ${number} returns</title><link>https://river.example/eel/${number}</link><guid>eel-${number}</guid><pubDate>Fri, 08 Oct 2021 08:00:00 GMT</pubDate><description>${`Eel number ${number} was seen below weir ${number * 13} by the warden of the river. `.repeat(6)}</description></item>`).join('')}</channel></rss>`,
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await desk.close();
});

const run = (path: string, options: Request['options'] = {}, more: Partial<Request> = {}) =>
  messageOf(desk.runs(knowledge, path, options, more));
const press = (reply: MessageReply, label: string, more: Partial<Request> = {}) =>
  messageOf(desk.presses(buttonOf(reply, label), more));
const addMill = (text = mill) => run('add', {}, { files: [desk.attach('mill.txt', text)] });
const records = (count: number, word = 'crane') =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `${word}-${index}`,
      title: `The ${word} of pier ${index}`,
      published: '2021-03-04',
      text: `The ${word} of pier ${index} lifted ${index * 17 + 3} crates on its day ${index}. Keeper ${index} oiled its ${index + 2} wheels.`,
    }),
  ).join('\n');

function modalOf(reply: Reply) {
  if (reply.kind !== 'modal') throw new Error('The reply is no modal');
  return reply;
}

describe('adding', () => {
  test('a file answers from then on, and the log channel hears of it', async () => {
    const reply = await addMill();
    expect(seen(reply)).toContain('One article added.');
    expect(seen(reply)).toContain('Watermill at Tarnby grinds again (9 Oct 2021)');
    expect(reply.private).toBe(true);
    const { library } = await desk.services();
    expect(library.articles.map(({ title }) => title)).toContain('Watermill at Tarnby grinds again');
    expect(desk.audits.join('\n')).toContain('Watermill at Tarnby grinds again');
    expect(desk.progress.length).toBeGreaterThan(1);
  });

  test('the same once more changes nothing and is not told to the log channel', async () => {
    await addMill();
    expect(seen(await addMill())).toContain('One unchanged.');
    expect(desk.audits).toHaveLength(1);
  });

  test('another text of the same file is a new version; the same text in another file is not added', async () => {
    await addMill();
    const changed = await addMill(mill.replace('three years', 'four years'));
    expect(seen(changed)).toContain('New versions (earlier answers still prove)');
    const twin = await run('add', {}, { files: [desk.attach('twin.txt', mill.replace('three years', 'four years'))] });
    expect(seen(twin)).toContain('is the same text as “Watermill at Tarnby grinds again”');
    expect(seen(await run('list'))).toContain('One article of this server’s own');
  });

  test('a syndicated copy is recognised', async () => {
    const story = `${mill}\n\n${records(1).slice(60)}\n\n${orchard.text}`;
    await run('add', {}, { files: [desk.attach('story.txt', story)] });
    const copy = await run('add', {}, { files: [desk.attach('copy.txt', story.replace('Friday', 'Friday evening'))] });
    expect(seen(copy)).toContain('Syndicated copies, which count as one source');
  });

  test('a pasted text has the title, date and source that were given, and is not repeated', async () => {
    const options = { text: orchard.text, title: 'Lamps in the valley', date: '4 May 2022', source: 'Courier' };
    const reply = await run('add', options);
    expect(reply.asked).toEqual({
      command: 'knowledge',
      path: ['add'],
      options: { title: options.title, date: options.date, source: options.source },
    });
    const [own] = (await desk.services()).library.articles.filter(({ id }) => id.startsWith('own/'));
    expect(own).toMatchObject({ title: 'Lamps in the valley', published: '2022-05-04', source: 'Courier' });
    expect(own?.text).toBe(orchard.text);
  });

  test('a link is read; one that cannot be opened is refused in a sentence', async () => {
    expect(seen(await run('add', { link: 'https://river.example/mill', date: '2021-10-09' }))).toContain(
      'Watermill at Tarnby grinds again (9 Oct 2021)',
    );
    await expect(run('add', { link: 'https://river.example/none' })).rejects.toThrow(/no page at that link/u);
  });

  test('without options opens a window for up to ten files, a link or a text, and takes what it sends', async () => {
    const modal = modalOf(await desk.runs(knowledge, 'add'));
    expect(modal.fields.length).toBeLessThanOrEqual(5);
    expect(modal.fields.find(({ id }) => id === 'files')).toMatchObject({ kind: 'files', most: 10, required: false });
    const files = [
      desk.attach('mill.txt', mill, 'files'),
      desk.attach('cranes.jsonl', records(2), 'files'),
      desk.attach('noise.bin', Uint8Array.of(0, 1, 2, 3, 255, 254, 0), 'files'),
    ];
    const reply = await messageOf(
      desk.presses(modal.action, { files, fields: { link: '', text: '', title: '', published: '' } }),
    );
    expect(seen(reply)).toContain('3 articles added, one not read.');
    expect(seen(reply)).toMatch(/noise\.bin: it is not text/u);
    await expect(desk.presses(modal.action, { fields: {} })).rejects.toThrow(/nothing to add/u);
  });

  test('very many stay on one page, with a file of all and a list of what came', async () => {
    await addMill();
    const reply = await run('add', {}, { files: [desk.attach('many.jsonl', records(60))] });
    expect(pages(reply)).toHaveLength(1);
    expect(fileOf(reply)).toContain('The crane of pier 59');
    const list = seen(await press(reply, 'Show all of them'));
    expect(list).toContain('What was added: 60 articles');
    expect(list).toContain('The crane of pier 59');
    expect(list).not.toContain('Watermill');
  });

  test('another page of its reply adds nothing', async () => {
    const files = [desk.attach('mill.txt', mill)];
    await expect(desk.runs(knowledge, 'add', {}, { files, page: 1 })).rejects.toThrow(Refusal);
    expect(seen(await run('list'))).toContain('no articles of its own');
  });

  test('facts that are no facts are refused before anything is added', async () => {
    for (const date of ['soon', '2021', 'March 2021', '2021-02-30']) {
      await expect(desk.runs(knowledge, 'add', { text: orchard.text, date })).rejects.toThrow(/date as a day/u);
    }
    expect(seen(await run('list'))).toContain('no articles of its own');
  });

  test('a title for several articles is given to none', async () => {
    const reply = await run('add', { title: 'Cranes' }, { files: [desk.attach('cranes.jsonl', records(2))] });
    expect(seen(reply)).toContain('they were not set, since several articles came');
    expect(seen(await run('list'))).toContain('The crane of pier 1');
  });
});

describe('what is there', () => {
  test('is listed newest first, with source, day, length and origin, over pages', async () => {
    await addMill();
    await run('add', {}, { files: [desk.attach('many.jsonl', records(60))] });
    const list = await run('list');
    expect(pages(list).length).toBeGreaterThan(1);
    const text = seen(list);
    expect(text.indexOf('The crane of pier 3')).toBeLessThan(text.indexOf('Watermill at Tarnby'));
    expect(text).toMatch(/River Press · published 9 Oct 2021 · \d+ characters · from mill\.txt/u);
    expect(menuOf(list).choices).toHaveLength(25);
    expect(text).toContain('Articles that came with the bot and answer too: 1.');
    await desk.presses({ command: 'setup', verb: 'set', args: ['answers', 'shipped'] }, choosing('off'));
    expect(seen(await run('list'))).toContain('The articles that came with the bot are switched off');
  });

  test('one is shown with everything known about it, and read to the letter', async () => {
    await addMill();
    const list = await run('list');
    const shown = await messageOf(desk.presses(menuOf(list).action, choosing(menuOf(list).choices[0]!.value)));
    expect(seen(shown)).toMatch(/Source: River Press\nPublished: 9 Oct 2021\nCame from: mill\.txt/u);
    expect(labels(shown)).toEqual(['Edit', 'Read', 'How it was read', 'Export', 'Remove']);
    const story = await press(shown, 'Read');
    for (const { text } of citations(story)) expect(mill).toContain(text);
    expect(citations(story).length).toBeGreaterThan(0);
    expect(story.private).toBe(true);
  });

  test('completes the titles of its own articles alone', async () => {
    await addMill();
    const services = await desk.services();
    const complete = async (option: string, typed: string) =>
      await knowledge.complete!(option, typed, request({}, { guildId: GUILD }), services);
    expect((await complete('article', '')).map(({ name }) => name)).toEqual([
      'Watermill at Tarnby grinds again (9 Oct 2021)',
    ]);
    expect(await complete('article', 'ferry')).toEqual([]);
    expect((await complete('origin', 'mi')).map(({ name }) => name)).toEqual(['mill.txt (one article)']);
  });

  test('an article that came with the bot is nothing to manage', async () => {
    await expect(run('show', { article: 'ferry' })).rejects.toThrow(/no such article of its own/u);
    await expect(run('remove', { article: 'ferry' })).rejects.toThrow(/no such article of its own/u);
  });

  test('is exported in a form that can be added again', async () => {
    await addMill();
    const file = fileOf(await run('export'));
    await run('remove', { article: 'watermill' });
    await expect(run('export')).rejects.toThrow(/no articles of its own/u);
    await run('add', {}, { files: [desk.attach('articles.jsonl', file)] });
    expect(seen(await run('show', { article: 'watermill' }))).toContain('Published: 9 Oct 2021');
    const one = fileOf(await press(await run('show', { article: 'watermill' }), 'Export'));
    expect(JSON.parse(one)).toEqual(JSON.parse(file));
    await expect(run('export', { part: 2 })).rejects.toThrow(/from 1 to 1/u);
  });

  test('is read again from the store', async () => {
    await addMill();
    expect(seen(await run('reload'))).toContain('one article of this server’s own');
  });
});

describe('editing', () => {
  beforeEach(async () => {
    await addMill();
  });

  test('changes title, date and source at once, and says what changed', async () => {
    const reply = await run('edit', { article: 'watermill', date: '2021-10-10', source: 'Valley Post' });
    expect(seen(reply)).toContain('Changed: date 9 Oct 2021 → 10 Oct 2021; source River Press → Valley Post');
    expect(desk.audits.at(-1)).toContain('date 9 Oct 2021 → 10 Oct 2021');
    const article = (await desk.services()).library.articles.find(({ title }) => title.startsWith('Watermill'));
    expect(article).toMatchObject({ published: '2021-10-10', source: 'Valley Post' });
  });

  test('opens a window with what is known; what is emptied there is taken away', async () => {
    const modal = modalOf(await desk.runs(knowledge, 'edit', { article: 'watermill' }));
    const values = Object.fromEntries(modal.fields.map((field) => [field.id, 'value' in field ? field.value : '']));
    expect(values).toMatchObject({ title: 'Watermill at Tarnby grinds again', published: '2021-10-09' });
    const fields = { title: 'The mill', published: '', source: 'River Press', url: 'https://river.example/mill' };
    const reply = await messageOf(desk.presses(modal.action, { fields, messageId: null }));
    expect(reply.update).toBe(false);
    expect(seen(reply)).toContain('Published: unknown');
    const article = (await desk.services()).library.articles.find(({ title }) => title === 'The mill');
    expect(article).toMatchObject({ published: null, url: 'https://river.example/mill' });
  });

  test('refuses what is no address', async () => {
    const modal = modalOf(await desk.runs(knowledge, 'edit', { article: 'watermill' }));
    const fields = { title: 'The mill', published: '', source: '', url: 'javascript:alert(1)' };
    await expect(desk.presses(modal.action, { fields })).rejects.toThrow(/begins with https/u);
  });
});

describe('removing', () => {
  test('takes an article away, and the button brings it back', async () => {
    await addMill();
    const removed = await run('remove', { article: 'watermill' });
    expect(seen(await run('list'))).toContain('no articles of its own');
    expect(seen(await press(removed, 'Undo (for a minute)'))).toContain('Back again: one article');
    expect(seen(await run('list'))).toContain('One article of this server’s own');
    await expect(press(removed, 'Undo (for a minute)')).rejects.toThrow(/once and for a minute/u);
    expect(desk.audits.slice(1).map((line) => line.split(':')[0])).toEqual([
      'Articles removed',
      'Articles brought back',
    ]);
  });

  test('can be undone for a minute, and then says that it is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2022-06-01T12:00:00Z') });
    await addMill();
    const removed = await run('remove', { article: 'watermill' });
    vi.setSystemTime(Date.parse('2022-06-01T12:01:01Z'));
    await expect(press(removed, 'Undo (for a minute)')).rejects.toThrow(/which is over/u);
    expect(seen(await run('list'))).toContain('no articles of its own');
  });

  test('all that came from one place goes at once', async () => {
    await addMill();
    await run('add', {}, { files: [desk.attach('cranes.jsonl', records(3))] });
    const menu = await run('remove');
    const choice = menuOf(menu).choices.find(({ name }) => name.startsWith('cranes.jsonl'));
    expect(choice?.name).toBe('cranes.jsonl (3 articles)');
    const removed = await messageOf(desk.presses(menuOf(menu).action, choosing(choice!.value)));
    expect(seen(removed)).toContain('Removed: 3 articles');
    expect(seen(await run('list'))).toContain('One article of this server’s own');
    await press(removed, 'Undo (for a minute)');
    expect(seen(await run('remove', { origin: 'cranes jsonl' }))).toContain('Removed: 3 articles');
    await expect(run('remove', { origin: 'nowhere' })).rejects.toThrow(/came from there/u);
  });
});

describe('feeds', () => {
  const link = 'https://river.example/feed';

  test('are added with what stands in them, listed, and stopped; their articles stay', async () => {
    expect(seen(await run('feed list'))).toContain('No feeds yet');
    const added = seen(await run('feed add', { link }));
    expect(added).toContain('The feed is read from now on.');
    expect(added).toContain('Eel number 2 returns');
    const list = await run('feed list');
    expect(seen(list)).toMatch(/River Press\n2 articles · last read/u);
    const stopped = await messageOf(desk.presses(menuOf(list).action, choosing(menuOf(list).choices[0]!.value)));
    expect(seen(stopped)).toContain('No longer read: River Press');
    expect(seen(await run('list'))).toContain('2 articles of this server’s own');
    await expect(run('feed remove', { feed: link })).rejects.toThrow(/no such feed/u);
    expect(desk.audits.map((line) => line.split('\n')[0])).toEqual([`Feed added: ${link}`, `Feed removed: ${link}`]);
  });
});

describe('checking', () => {
  test('says how a file is read, and adds nothing', async () => {
    const reply = await run('check', {}, { files: [desk.attach('mill.txt', mill)] });
    const text = seen(reply);
    expect(text).toContain('Title: Watermill at Tarnby grinds again');
    expect(text).toContain('Published: 9 Oct 2021');
    expect(text).toContain('Dateline: TARNBY (River Press - 9th October, 2021)');
    expect(text).toContain('Not part of the story: Your Thoughts and Comments');
    expect(text).toMatch(/Counted: 2 paragraphs, 3 sentences, [12] quotations?, \d dates?/u);
    expect(text).not.toContain('Mind:');
    expect(seen(await run('list'))).toContain('no articles of its own');
    expect(desk.audits).toEqual([]);
  });

  test('warns of a text without a date, of a short one, and of another language', async () => {
    const german =
      'Der Müller von Tarnby hat gesagt, dass die Mühle wieder läuft und dass sein Großvater die Steine selbst gehauen hat, lange vor dem Krieg.';
    const text = seen(await run('check', {}, { files: [desk.attach('muehle.txt', german)] }));
    for (const warning of ['No date was found', 'very short', 'does not look English']) expect(text).toContain(warning);
  });

  test('says why a file is not read', async () => {
    const file = desk.attach('noise.bin', Uint8Array.of(0, 1, 2, 3, 255, 254, 0));
    expect(seen(await run('check', {}, { files: [file] }))).toContain('noise.bin: it is not text');
  });

  test('of a file with very many articles stays on one page, with all in a file', async () => {
    const reply = await run('check', {}, { files: [desk.attach('many.jsonl', records(30))] });
    expect(pages(reply)).toHaveLength(1);
    expect(fileOf(reply)).toContain('The crane of pier 29');
  });

  test('works for an article that is there', async () => {
    await addMill();
    expect(seen(await run('check', { article: 'watermill' }))).toContain('Read as: plain text');
  });
});

describe('an answer from an article that has changed since', () => {
  const question = { question: 'Who said that the stones are those of a grandfather?' };
  const words = 'The stones are those of my grandfather';

  async function answer(): Promise<MessageReply> {
    await addMill();
    const reply = await messageOf(desk.runs(ask, '', question));
    expect(seen(reply)).toContain(words);
    return reply;
  }

  test('is still proven, and says so', async () => {
    const reply = await answer();
    await addMill(mill.replace('my grandfather', 'my uncle').replace('three years', 'a decade'));
    const proof = await press(reply, 'Proof');
    expect(seen(proof)).toContain('The source has changed since.');
    expect(seen(proof)).toContain(words);
    const [, hash] = /SHA-256 of its text ([0-9a-f]{64})/u.exec(seen(proof)) ?? [];
    expect(hash).toBe(citations(reply)[0]?.article.hash);
    const context = await press(reply, 'Context');
    expect(seen(context)).toContain('The source has changed since.');
    expect(seen(context)).toContain('The repairs took three years.');
  });

  test('is still proven when the article was removed', async () => {
    const reply = await answer();
    await run('remove', { article: 'watermill' });
    const proof = await press(reply, 'Proof');
    expect(seen(proof)).toContain('The source has been removed since.');
    expect(seen(proof)).toContain(words);
  });

  test('is no older version when only its title was edited', async () => {
    const reply = await answer();
    await run('edit', { article: 'watermill', title: 'The mill' });
    expect(seen(await press(reply, 'Proof'))).not.toContain('since');
  });
});

test('a subcommand that there is not, and direct messages, are refused', async () => {
  await expect(async () => await desk.runs(knowledge, '')).rejects.toThrow(Refusal);
  await expect(desk.runs(knowledge, 'list', {}, { guildId: null })).rejects.toThrow(/use it in one/u);
});
