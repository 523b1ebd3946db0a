import { Events, GatewayIntentBits } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { startLocalDiscord } from '../../src/tryout/tryout.ts';
import { type Bed, createClient, eventually, openBed } from './bot.ts';

let bed: Bed | null = null;
afterEach(async () => {
  await bed?.close();
  bed = null;
});

/** What the client tells of its connection, in order. */
function journal({ client }: Bed): string[] {
  const entries: string[] = [];
  client.on(Events.ShardReconnecting, () => entries.push('reconnecting'));
  client.on(Events.ShardResume, (_, replayed) => entries.push(`resumed ${replayed}`));
  client.on(Events.ShardReady, () => entries.push('ready'));
  return entries;
}

test('a client learns its servers, their channels and who it is', async () => {
  bed = await openBed();
  const { client, discord } = bed;
  expect(client.user.id).toBe(discord.bot.id);
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Newsroom', 'Reading Circle']);
  expect(client.channels.cache.get(discord.channels[0]!.id)).toMatchObject({ name: 'news' });
  expect((await client.application.fetch()).id).toBe(discord.applicationId);
  expect(discord.connected()).toBe(true);
});

test.each(['cut', 'reconnect'] as const)('a lost connection (%s) is resumed and nothing is missed', async (how) => {
  bed = await openBed();
  const { client, discord } = bed;
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => heard.push(content));
  const entries = journal(bed);
  discord.faults.dropGateway(how);
  discord.user('Ada').say('@Verbatim are you there?');
  await eventually(() => heard).toEqual([`<@${discord.bot.id}> are you there?`]);
  await eventually(() => entries).toEqual(['reconnecting', expect.stringMatching(/^resumed/)]);
});

test('an invalidated session is identified anew', async () => {
  bed = await openBed();
  const entries = journal(bed);
  bed.discord.faults.dropGateway('invalidate');
  await eventually(() => entries).toContain('ready');
});

test('heartbeats are answered, and a half-open connection is told from a live one', async () => {
  bed = await openBed({ heartbeatInterval: 60 });
  await eventually(() => bed?.client.ws.ping).toBeGreaterThanOrEqual(0);
  const entries = journal(bed);
  bed.discord.faults.freezeGateway(true);
  await eventually(() => entries).toContain('reconnecting');
  bed.discord.faults.freezeGateway(false);
});

test('a wrong token is refused', async () => {
  const discord = await startLocalDiscord();
  const client = createClient(discord);
  await expect(client.login('MTIz.wrong.token')).rejects.toThrow('An invalid token was provided');
  await client.destroy();
  await discord.close();
});

test('a privileged intent is refused', async () => {
  const discord = await startLocalDiscord();
  const client = createClient(discord, [GatewayIntentBits.MessageContent]);
  await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
  expect(discord.violations).toEqual([expect.stringContaining('privileged')]);
  await client.destroy();
  await discord.close();
});
