import { setTimeout as sleep } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { startBot } from '../../src/discord/discord.ts';
import type { Servers } from '../../src/servers/types.ts';
import type { LocalDiscord } from '../../src/tryout/tryout.ts';
import { settings, shown, startDiscord, until } from './bot.ts';
import { simple } from './manage.ts';
import { ask } from './samples.ts';
import { emptyState } from './state.ts';

const commands = [ask, simple('help', {}), simple('setup', { for: 'admins' })];
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A bot whose servers write down who came and who went. */
const start = async (options: { discord?: LocalDiscord; state?: Awaited<ReturnType<typeof emptyState>> } = {}) => {
  const discord = options.discord ?? (await startDiscord());
  if (!options.discord) closing.push(discord.close);
  const state = options.state ?? (await emptyState());
  const heard: string[] = [];
  const servers: Servers = {
    ...state.servers,
    joined: (id) => {
      heard.push(`joined ${id}`);
      return state.servers.joined(id);
    },
    left: (id) => {
      heard.push(`left ${id}`);
      return state.servers.left(id);
    },
  };
  const bot = await startBot({ ...settings(discord), commands, shared: { ...state, servers } });
  closing.push(bot.close);
  return { discord, bot, heard, ...state };
};

const said = (discord: LocalDiscord, server: string): string[] =>
  discord.server(server).channels.flatMap(({ id }) => discord.messages(id).map((message) => shown(message)));

const hello = [
  'Hello, I am Verbatim. I answer questions about news articles in their own words, and prove every quotation.',
  'Ask with /ask, or mention me in a message. /help shows what else I can do.',
  'For those who manage this server: /setup says where and how I answer.',
].join('\n');

describe('a server that adds the bot', () => {
  test('is welcomed, and greeted once', async () => {
    const { discord, heard } = await start();
    discord.addBot('Elsewhere');
    await until(() => said(discord, 'Elsewhere').length > 0);
    expect(said(discord, 'Elsewhere')).toEqual([hello]);
    expect(heard).toEqual([`joined ${discord.server('Elsewhere').id}`]);
    expect(said(discord, 'Newsroom')).toEqual([]);
  });

  test('is greeted again when it adds it again', async () => {
    const { discord, heard } = await start();
    const { id } = discord.server('Elsewhere');
    discord.addBot('Elsewhere');
    await until(() => said(discord, 'Elsewhere').length === 1);
    discord.removeBot('Elsewhere');
    discord.addBot('Elsewhere');
    await until(() => said(discord, 'Elsewhere').length === 2);
    expect(heard).toEqual([`joined ${id}`, `left ${id}`, `joined ${id}`]);
  });

  test('is greeted in the first channel where that is allowed', async () => {
    const { discord } = await start();
    const { SendMessages, ViewChannel } = PermissionFlagsBits;
    discord.addServer({
      name: 'Harbour',
      owner: 'Ada',
      channels: [
        { name: 'hidden', denyBot: ViewChannel },
        { name: 'rules', denyBot: SendMessages },
        { name: 'talk' },
        { name: 'more' },
      ],
    });
    await until(() => said(discord, 'Harbour').length > 0);
    expect(discord.messages(discord.server('Harbour').channel('talk')).map((message) => shown(message))).toEqual([
      hello,
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('may have no channel for a greeting', async () => {
    const { discord, heard } = await start();
    const denyBot = PermissionFlagsBits.SendMessages;
    const { id } = discord.addServer({ name: 'Harbour', owner: 'Ada', channels: [{ name: 'rules', denyBot }] });
    await until(() => heard.includes(`joined ${id}`));
    await sleep(100);
    expect(said(discord, 'Harbour')).toEqual([]);
    expect(discord.violations).toEqual([]);
  });
});

describe('nothing is new', () => {
  test('at the start, after an outage, and when the connection was lost', async () => {
    const { discord, heard } = await start();
    discord.setOutage('Newsroom', true);
    discord.setOutage('Newsroom', false);
    discord.faults.dropGateway('invalidate');
    await until(() => !discord.connected());
    // Discord lets a shard identify once in five seconds, which is longer than anything else here takes.
    await sleep(5_000);
    await until(() => discord.connected());
    await sleep(200);
    expect(heard).toEqual([]);
    expect([...said(discord, 'Newsroom'), ...said(discord, 'Reading Circle')]).toEqual([]);
  }, 30_000);
});

describe('a server that removes the bot', () => {
  test('is left', async () => {
    const { discord, heard } = await start();
    discord.removeBot('Newsroom');
    await until(() => heard.length > 0);
    expect(heard).toEqual([`left ${discord.server('Newsroom').id}`]);
  });

  test('while the bot is away, is left at the next start; what is kept of the others stays', async () => {
    const first = await start();
    const { discord, servers, store } = first;
    const [newsroom, circle] = [discord.server('Newsroom').id, discord.server('Reading Circle').id];
    for (const id of [newsroom, circle]) await servers.configure(id, (before) => ({ ...before, grace: 0 }));
    await first.bot.close();
    discord.removeBot('Newsroom');
    const { heard } = await start({ discord, state: { servers, store } });
    await until(() => heard.length === 2);
    expect(heard.sort()).toEqual([`joined ${circle}`, `left ${newsroom}`].sort());
    await until(async () => !(await store.servers()).includes(newsroom));
    expect(await store.servers()).toContain(circle);
  });

  test('and has it again before its time is up, loses nothing', async () => {
    const first = await start();
    const { discord, servers, store } = first;
    const { id } = discord.server('Newsroom');
    await servers.configure(id, (before) => ({ ...before, grace: 1 }));
    discord.removeBot('Newsroom');
    await until(() => first.heard.length > 0);
    await first.bot.close();
    discord.addBot('Newsroom');
    const { heard } = await start({ discord, state: { servers, store } });
    await until(() => heard.includes(`joined ${id}`));
    expect((await servers.open(id)).settings.grace).toBe(1);
  });

  test('is not one that another application left its things of', async () => {
    const state = await emptyState();
    const foreign = '123456789012345678';
    await state.store.set('application', '999999999999999999');
    await state.servers.configure(foreign, (before) => ({ ...before, grace: 0 }));
    const { discord, heard } = await start({ state });
    const newsroom = discord.server('Newsroom').id;
    await until(async () => (await state.store.get('application')) === discord.applicationId);
    await sleep(100);
    expect(heard).toEqual([]);
    expect(await state.store.servers()).toEqual([foreign]);
    expect(newsroom).not.toBe(foreign);
  });

  test('is not one of another process’s shards', async () => {
    const state = await emptyState();
    const discord = await startDiscord();
    closing.push(discord.close);
    const [even, odd] = [((1n << 40n) | (2n << 22n)).toString(), ((1n << 40n) | (3n << 22n)).toString()];
    for (const id of [even, odd]) await state.servers.configure(id, (before) => ({ ...before, grace: 30 }));
    const heard: string[] = [];
    const servers: Servers = {
      ...state.servers,
      left: (id) => {
        heard.push(id);
        return state.servers.left(id);
      },
    };
    const shared = { ...state, servers };
    const bot = await startBot({ ...settings(discord), commands, shared, sharding: { shards: [1], count: 2 } });
    closing.push(bot.close);
    await until(() => heard.length > 0);
    await sleep(100);
    expect(heard).toEqual([odd]);
  });
});
