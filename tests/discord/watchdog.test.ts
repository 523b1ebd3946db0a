import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { startBot } from '../../src/discord/discord.ts';
import { startLocalDiscord } from '../../src/tryout/tryout.ts';
import { settings, shown, startDiscord, startWith, until } from './bot.ts';
import { startGatewayProxy } from './gateway.ts';
import { samples } from './samples.ts';

const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Receipts are due much sooner than on the real Discord, and still later than a busy machine may send them. */
const watch = { look: 20, receipt: 1_000, away: 60_000 };

describe('a connection that is half-open', () => {
  test('is found by the heartbeat that gets no receipt, and made anew', async () => {
    const discord = await startLocalDiscord({ heartbeatInterval: 2_000 });
    const log: string[] = [];
    const sink = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
    const bot = await startBot({ ...settings(discord), commands: samples, log: sink, watch });
    closing.push(discord.close, bot.close);
    await until(() => bot.connection.shards()[0]?.ping !== null);
    expect(bot.connection.shards()).toMatchObject([{ id: 0, up: true }]);
    const before = bot.connection.shards()[0]!.reconnects;
    expect(bot.connection.missing()).toBeNull();
    discord.faults.freezeGateway(true);
    await until(() => !discord.connected());
    expect(log.join('')).toContain('"msg":"the connection is half-open, reconnecting"');
    discord.faults.freezeGateway(false);
    await until(() => discord.connected() && bot.connection.missing() === null);
    expect(bot.connection.shards()[0]!.reconnects).toBeGreaterThan(before);
    const { message } = await discord.user('Ada').slash('ask', { question: 'Still with us?' });
    expect(shown(message)).toContain('Still with us?');
    expect(bot.connection.trouble()).toBeNull();
  }, 40_000);

  test('does not keep the bot from leaving', async () => {
    const { discord, bot } = await startWith(samples, { watch: { receipt: 60_000 } });
    closing.push(discord.close);
    discord.faults.freezeGateway(true);
    await bot.close();
  });
});

describe('a connection that is only being made', () => {
  test('is let go of when the bot leaves', async () => {
    const discord = await startDiscord();
    const proxy = await startGatewayProxy(discord);
    closing.push(discord.close, proxy.close);
    const bot = await startBot({ ...settings(discord), commands: samples });
    proxy.silence();
    discord.faults.dropGateway('invalidate');
    await until(() => proxy.unanswered.length > 0);
    await bot.close();
    await until(() => proxy.unanswered.every(({ closed }) => closed));
  });
});

describe('a shard that stays away', () => {
  test('ends the process with one sentence, and says so meanwhile', async () => {
    const given: string[] = [];
    const { discord, bot, log } = await startWith(samples, {
      watch: { ...watch, receipt: 60_000, away: 200 },
      giveUp: (sentence) => given.push(sentence),
    });
    closing.push(bot.close);
    await discord.close();
    await until(() => given.length > 0);
    expect(bot.connection.missing()).toBe('not connected: shard 0');
    expect(given).toEqual([expect.stringMatching(/^Shard 0 has been without a connection to Discord for .*\.$/)]);
    expect(bot.connection.trouble()).toBe(given[0]);
    const outages = log.filter(({ msg }) => msg === 'connection lost, reconnecting');
    expect(outages).toHaveLength(1);
  });
});

describe('a shard that is closed for good', () => {
  test.each([
    [4004, /^Discord did not accept the token in DISCORD_TOKEN\./],
    [4011, /raise it, in all processes\.$/],
    [4014, /Is it the token of a bot\?$/],
  ])('with code %i ends the process with the reason', async (code, sentence) => {
    const discord = await startDiscord();
    const proxy = await startGatewayProxy(discord);
    closing.push(discord.close, proxy.close);
    const given: string[] = [];
    const bot = await startBot({
      ...settings(discord),
      commands: samples,
      giveUp: (reason) => given.push(reason),
    });
    closing.push(bot.close);
    proxy.closeWith(code);
    await until(() => given.length > 0);
    expect(given).toEqual([expect.stringMatching(sentence)]);
    expect(bot.connection.trouble()).toBe(given[0]);
    expect(bot.connection.missing()).toBe('not connected: shard 0');
  });
});
