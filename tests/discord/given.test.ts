import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { control, shown, texts } from './bot.ts';
import { echoed, startManaged } from './manage.ts';

let running: Awaited<ReturnType<typeof startManaged>>;

beforeAll(async () => {
  running = await startManaged();
});

afterAll(async () => {
  await running.close();
  expect(running.discord.violations).toEqual([]);
});

const bytes = (words: string) => new TextEncoder().encode(words);

describe('a subcommand', () => {
  test('has its path, and its options by themselves', async () => {
    const options = { link: 'https://example.org/feed' };
    const { message } = await running.dan.slash('archive feed add', options);
    expect(echoed(message)).toMatchObject({ path: ['feed', 'add'], options, files: [], chosen: {} });
    expect(texts(message)[0]).toBe('-# /archive feed add link: **https\\://example.org/feed**');
  });

  test('without options has a path all the same', async () => {
    const { message } = await running.dan.slash('archive feed list');
    expect(echoed(message)).toMatchObject({ path: ['feed', 'list'], options: {} });
    expect(shown(message)).toMatch(/^\/archive feed list\n/);
  });

  test('is known to the buttons and pages of its reply', async () => {
    const { message } = await running.dan.slash('archive feed add', { link: 'https://example.org/feed' });
    const pressed = await running.dan.click(message!, control(message, 'press'));
    expect(echoed(pressed.message)).toMatchObject({
      path: ['feed', 'add'],
      options: { link: 'https://example.org/feed' },
    });
    const next = await running.dan.click(message!, control(message, 'Next ▶'));
    const back = await running.dan.click(next.message!, control(next.message, '◀ Previous'));
    expect(echoed(back.message)).toMatchObject({
      path: ['feed', 'add'],
      options: { link: 'https://example.org/feed' },
    });
  });

  test('takes roles and channels as ids', async () => {
    const options = { link: 'x', role: running.newsroom.role('Editors'), channel: running.newsroom.channel('bot-log') };
    expect(echoed((await running.dan.slash('archive feed add', options)).message).options).toEqual(options);
  });
});

describe('a file', () => {
  test('is among the files, and nothing of it is in the query line', async () => {
    const first = running.dan.upload('pier.txt', 'text/plain', bytes('The pier is open.'));
    const second = running.dan.upload('quay.txt', 'text/plain', bytes('So is the quay, they say.'));
    const { message } = await running.dan.slash('archive file', { second, title: 'Pier', first });
    const { files, options } = echoed(message);
    expect(options).toEqual({ title: 'Pier' });
    expect(files).toMatchObject([
      { field: 'second', name: 'quay.txt', size: 25 },
      { field: 'first', name: 'pier.txt', size: 17 },
    ]);
    for (const { url } of files) expect(new URL(url).origin).toBe(new URL(running.discord.cdnBase).origin);
    expect(texts(message)[0]).toBe('-# /archive file title: **Pier**');
  });
});

describe('what was chosen', () => {
  test.each([
    ['kinds', ['c', 'a']],
    ['roles', ['Managers', 'Editors']],
    ['roles', []],
    ['channels', ['bot-log']],
  ])('from a select of %s (%j) is all there, the first one by itself as well', async (placeholder, names) => {
    const { newsroom, dan } = running;
    const idOf = placeholder === 'roles' ? newsroom.role : placeholder === 'channels' ? newsroom.channel : String;
    const values = names.map((name) => idOf(name));
    const { message } = await dan.slash('archive feed list');
    const picked = await dan.select(message!, control(message, placeholder), values);
    expect(echoed(picked.message)).toMatchObject({ chosen: { value: values }, fields: { value: values[0] ?? '' } });
  });

  test('already is shown as chosen', async () => {
    const managers = [running.newsroom.role('Editors')];
    await running.configure({ managers });
    const { message } = await running.dan.slash('archive feed list');
    expect(JSON.stringify(message)).toContain(`"default_values":[{"id":"${managers[0]}","type":"role"}]`);
    await running.configure({ managers: [] });
  });

  test('with a button is nothing', async () => {
    const { message } = await running.dan.slash('archive feed list');
    const pressed = await running.dan.click(message!, control(message, 'press'));
    expect(echoed(pressed.message)).toMatchObject({ chosen: {}, fields: {} });
  });
});

describe('a window', () => {
  test('brings words, choices and files, each in its place', async () => {
    const { dan, newsroom } = running;
    const opened = await dan.slash('archive window');
    const files = ['one.txt', 'two.txt'].map((name) => dan.upload(name, 'text/plain', bytes(name)));
    const entered = await dan.submit(opened, {
      words: 'a pier\nand a quay',
      files,
      kinds: ['letters', 'news'],
      roles: [newsroom.role('Editors')],
      channels: [newsroom.channel('news'), newsroom.channel('bot-log')],
    });
    const request = echoed(entered.message);
    expect(request.fields).toEqual({ words: 'a pier\nand a quay' });
    expect(request.chosen).toEqual({
      kinds: ['letters', 'news'],
      roles: [newsroom.role('Editors')],
      channels: [newsroom.channel('news'), newsroom.channel('bot-log')],
    });
    expect(request.files).toMatchObject([
      { field: 'files', name: 'one.txt' },
      { field: 'files', name: 'two.txt' },
    ]);
  });

  test('may be left empty where nothing is required', async () => {
    const { dan, newsroom } = running;
    const opened = await dan.slash('archive window');
    const entered = await dan.submit(opened, { words: 'w', kinds: [], channels: [newsroom.channel('news')] });
    expect(echoed(entered.message)).toMatchObject({ files: [], chosen: { kinds: [], roles: [] } });
  });
});

describe('who asks', () => {
  test.each([
    ['Ada', { roles: [], managesServer: true }],
    ['Dan', { roles: ['Managers'], managesServer: true }],
    ['Cleo', { roles: ['Editors'], managesServer: false }],
    ['Ben', { roles: [], managesServer: false }],
  ])('is known as a member: %s', async (name, { roles, managesServer }) => {
    const { message } = await running.discord.user(name).slash('look');
    const expected = { roles: roles.map((role) => running.newsroom.role(role)), managesServer };
    expect(echoed(message)).toMatchObject({ member: expected, guildId: running.newsroom.id });
  });

  test('is nobody’s member in a direct conversation', async () => {
    const { message } = await running.ada.slash('look', {}, { channel: running.ada.dm });
    expect(echoed(message)).toMatchObject({ member: null, guildId: null });
  });

  test('is known while an option is typed', async () => {
    const { choices } = await running.dan.autocomplete('archive feed add', { link: 'h' }, 'link');
    expect(choices[0]?.name).toBe(
      `feed add {"roles":["${running.newsroom.role('Managers')}"],"managesServer":true}`.slice(0, 100),
    );
  });
});

test('the day is the server’s own', async () => {
  let now = new Date('2024-03-01T11:30:00Z');
  const zoned = await startManaged(undefined, { now: () => now });
  const today = async () => echoed((await zoned.ben.slash('look')).message).today;
  expect(await today()).toBe('2024-03-01');
  await zoned.configure({ timeZone: 'Pacific/Auckland' });
  expect(await today()).toBe('2024-03-02');
  await zoned.configure({ timeZone: 'Pacific/Honolulu' });
  now = new Date('2024-03-01T09:30:00Z');
  expect(await today()).toBe('2024-02-29');
  await zoned.close();
});
