import { afterEach, describe, expect, test } from 'vitest';
import { type BotOptions, startBot } from '../../src/discord/discord.ts';
import type { LocalDiscord } from '../../src/tryout/tryout.ts';
import { settings, shown, startDiscord, until } from './bot.ts';
import { startGatewayProxy } from './gateway.ts';
import { samples } from './samples.ts';

const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const start = async (discord: LocalDiscord, options: Partial<BotOptions> = {}) => {
  const bot = await startBot({ ...settings(discord), commands: samples, ...options });
  closing.push(bot.close);
  return bot;
};

const startProxied = async (options: { concurrency?: number; shards?: number } = {}) => {
  const discord = await startDiscord();
  const proxy = await startGatewayProxy(discord, options);
  closing.push(discord.close, proxy.close);
  return { discord, proxy };
};

const registrations = ({ requests }: LocalDiscord): number => requests.filter(({ method }) => method === 'PUT').length;

/** The shard in charge of a server: https://docs.discord.com/developers/events/gateway#sharding */
const shardOf = (guildId: string, count: number): number => Number((BigInt(guildId) >> 22n) % BigInt(count));

describe('a process', () => {
  test('serves all shards that Discord recommends, unless told which', async () => {
    const { discord, proxy } = await startProxied({ shards: 3 });
    const bot = await start(discord);
    expect(proxy.identified.toSorted()).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(bot.connection.shards().map(({ id, up }) => [id, up])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    expect(bot.registered).toBe(true);
  });

  test('serves as many as it is told', async () => {
    const { discord, proxy } = await startProxied();
    await start(discord, { sharding: { shards: null, count: 2 } });
    expect(proxy.identified.toSorted()).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('serves those that it is told, and leaves registering to the one with the first', async () => {
    const { discord, proxy } = await startProxied();
    const bot = await start(discord, { sharding: { shards: [1, 3], count: 4 } });
    expect(proxy.identified.toSorted()).toEqual([
      [1, 4],
      [3, 4],
    ]);
    expect([bot.registered, registrations(discord)]).toEqual([false, 0]);
  });

  test('does not mind what discord.js would read from the environment', async () => {
    const discord = await startDiscord();
    closing.push(discord.close);
    process.env['SHARDS'] = '';
    try {
      await start(discord, { sharding: { shards: [0], count: 2 } });
    } finally {
      delete process.env['SHARDS'];
    }
    expect(discord.connected()).toBe(true);
  });

  test('says what is wrong with its shards in one sentence', async () => {
    const discord = await startDiscord();
    closing.push(discord.close);
    await expect(start(discord, { sharding: { shards: [5], count: 4 } })).rejects.toThrow(
      'Discord does not know such a shard. Check SHARDS and SHARD_COUNT.',
    );
  });
});

describe('two processes', () => {
  test('identify in turn where Discord takes one at a time', async () => {
    const { discord, proxy } = await startProxied({ concurrency: 1 });
    const second = start(discord, { sharding: { shards: [1], count: 2 } });
    const first = start(discord, { sharding: { shards: [0], count: 2 } });
    await Promise.all([second, first]);
    expect(proxy.identified).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('share the servers: each question is answered once, and the end of one leaves the other answering', async () => {
    const discord = await startDiscord();
    closing.push(discord.close);
    const bots = await Promise.all([0, 1].map((id) => start(discord, { sharding: { shards: [id], count: 2 } })));
    expect(bots.map(({ registered }) => registered)).toEqual([true, false]);
    expect(registrations(discord)).toBe(1);
    expect(discord.shards().toSorted()).toEqual([0, 1]);
    const ada = discord.user('Ada');
    const { message } = await ada.slash('ask', { question: 'Whose server is it?' });
    expect(shown(message)).toContain('Whose server is it?');
    const { message: direct } = await ada.say('And direct?', { channel: ada.dm }).answer();
    expect(shown(direct)).toContain('And direct?');
    const responsible = shardOf(discord.guild.id, 2);
    expect(bots.map(({ connection }) => connection.guilds()?.includes(discord.guild.id))).toEqual(
      [0, 1].map((id) => id === responsible),
    );
    expect(bots.map(({ connection }) => connection.serves(discord.guild.id))).toEqual(
      [0, 1].map((id) => id === responsible),
    );
    await bots[1 - responsible]!.close();
    await until(() => discord.shards().length === 1);
    expect(shown((await ada.slash('ask', { question: 'Still there?' })).message)).toContain('Still there?');
    expect(discord.violations).toEqual([]);
  });
});
