import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/servers/servers.ts';
import { shown, texts } from './bot.ts';
import { echoed, startManagedOverHttp } from './manage.ts';

let running: Awaited<ReturnType<typeof startManagedOverHttp>>;

beforeAll(async () => {
  running = await startManagedOverHttp();
});

afterEach(() => running.configure(DEFAULTS));

afterAll(async () => {
  await running.close();
  expect(running.discord.violations).toEqual([]);
});

describe('over HTTP, where nothing of a server is known beforehand,', () => {
  test('members have their roles and permissions', async () => {
    const managers = running.newsroom.role('Managers');
    expect(echoed((await running.dan.slash('look')).message).member).toEqual({
      roles: [managers],
      managesServer: true,
    });
    expect(echoed((await running.ben.slash('look')).message).member).toEqual({ roles: [], managesServer: false });
    await running.configure({ managers: [running.newsroom.role('Editors')] });
    expect(echoed((await running.cleo.slash('curate')).message).path).toEqual([]);
    expect((await running.ben.slash('curate')).ephemeral).toBe(true);
  });

  test('threads belong to their channels', async () => {
    const look = async () => shown((await running.ben.slash('look', {}, { channel: 'ferry-strike' })).message);
    await running.configure({ channels: [running.newsroom.channel('news')] });
    expect(await look()).toContain('"options"');
    await running.configure({ channels: [running.newsroom.channel('bot-log')] });
    expect(await look()).toMatch(/^On this server I answer in/);
    await running.configure({ channels: [], threads: false });
    expect(await look()).toMatch(/^I do not answer in threads/);
  });

  test('everything that can be given is read', async () => {
    const { dan, newsroom } = running;
    const options = { link: 'x', role: newsroom.role('Editors'), channel: newsroom.channel('bot-log') };
    expect(echoed((await dan.slash('archive feed add', options)).message)).toMatchObject({
      path: ['feed', 'add'],
      options,
    });
    const opened = await dan.slash('archive window');
    const file = dan.upload('one.txt', 'text/plain', new TextEncoder().encode('one'));
    const given = { roles: [newsroom.role('Editors')], channels: [newsroom.channel('news')], kinds: ['news'] };
    const { message } = await dan.submit(opened, { words: 'w', files: [file], ...given });
    expect(echoed(message)).toMatchObject({ files: [{ name: 'one.txt' }], chosen: given, fields: { words: 'w' } });
  });

  test('a server that the bot was not added to is told from one that it was', async () => {
    expect(echoed((await running.ben.slash('look')).message).guildId).toBe(running.newsroom.id);
    const { message } = await running.cleo.slash('look', {}, { server: 'Elsewhere' });
    expect(echoed(message).guildId).toBeNull();
    expect(texts((await running.cleo.slash('rule', {}, { server: 'Elsewhere' })).message)).toEqual([
      'I was not added to this server, so there is nothing to manage here. Someone who manages it can add me.',
    ]);
  });
});
