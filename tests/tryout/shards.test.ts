import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';
import { eventually, onInteraction } from './bot.ts';

const SERVERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];

let discord: LocalDiscord;
const clients: Client[] = [];
beforeAll(async () => {
  const servers = SERVERS.map((name) => ({ name, owner: 'Ada' }));
  discord = await startLocalDiscord({ servers, shards: 3, installedBy: [] });
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
});
afterAll(async () => {
  await discord.close();
});

/** A client with these shards of three, or with as many as Discord recommends. */
async function start(shards: number[] | 'auto'): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: discord.apiBase },
    shards,
    ...(shards !== 'auto' && { shardCount: 3 }),
  });
  clients.push(client);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return client as Client<true>;
}
const serversOf = (client: Client) => client.guilds.cache.map(({ name }) => name).toSorted();
const shardOf = (name: string) => Number((BigInt(discord.server(name).id) >> 22n) % 3n);

test('the gateway recommends as many shards as it was told, and servers are spread evenly over them', async () => {
  const client = await start('auto');
  expect(discord.shards().toSorted()).toEqual([0, 1, 2]);
  const counts = [0, 1, 2].map((shard) => client.guilds.cache.filter(({ shardId }) => shardId === shard).size);
  expect(counts).toEqual([2, 2, 2]);
  expect(discord.identified.slice(-3).map(([, count]) => count)).toEqual([3, 3, 3]);
});

test('each process gets its own servers, and what happens there', async () => {
  const [first, rest] = await Promise.all([start([0]), start([1, 2])]);
  await first.application.commands.set([{ name: 'where', description: 'Where' }]);
  expect([...serversOf(first), ...serversOf(rest)].toSorted()).toEqual(SERVERS.toSorted());
  for (const [client, label] of [
    [first, 'first'],
    [rest, 'rest'],
  ] as const) {
    onInteraction(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(label);
    });
  }
  const ada = discord.user('Ada');
  for (const server of SERVERS) {
    const { message } = await ada.slash('where', {}, { server });
    expect([server, message?.content]).toEqual([server, shardOf(server) === 0 ? 'first' : 'rest']);
  }
  const direct = await ada.slash('where', {}, { channel: ada.dm });
  expect(direct.message?.content).toBe('first');
});

test('a server that nobody serves has no bot', async () => {
  const client = await start([0]);
  await client.application.commands.set([{ name: 'where', description: 'Where' }]);
  const orphan = SERVERS.find((name) => shardOf(name) === 1) ?? '';
  await expect(discord.user('Ada').slash('where', {}, { server: orphan })).rejects.toThrow('The bot is not connected.');
});

test('a shard that loses its connection leaves the others alone, and resumes', async () => {
  const client = await start([0, 1]);
  const entries: string[] = [];
  client.on(Events.ShardReconnecting, (shard) => entries.push(`reconnecting ${shard}`));
  client.on(Events.ShardResume, (shard) => entries.push(`resumed ${shard}`));
  discord.faults.dropGateway('cut', 1);
  await eventually(() => entries).toEqual(['reconnecting 1', 'resumed 1']);
  discord.faults.dropGateway('resumable', 0);
  await eventually(() => entries).toContain('resumed 0');
});

test('joining falls to the shard in charge', async () => {
  const [first, rest] = await Promise.all([start([0]), start([1, 2])]);
  const { id, name } = discord.addServer({ name: `Late ${discord.identified.length}`, owner: 'Ada' });
  const inCharge = (BigInt(id) >> 22n) % 3n === 0n ? first : rest;
  await eventually(() => serversOf(inCharge)).toContain(name);
  expect(serversOf(inCharge === first ? rest : first)).not.toContain(name);
});

test('responses that come too late, and tokens at their end, are errors', async () => {
  const client = await start([0, 1, 2]);
  await client.application.commands.set([{ name: 'where', description: 'Where' }]);
  const failures = onInteraction(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    discord.faults.expireTokens();
    await interaction.editReply('Too late');
  });
  const ada = discord.user('Ada');
  discord.faults.expireInteractions();
  await expect(ada.slash('where')).rejects.toThrow('The application did not respond.');
  await eventually(() => failures).toEqual([expect.objectContaining({ code: 10062 })]);
  ada.slash('where').catch(() => undefined);
  await eventually(() => failures.at(-1)).toMatchObject({ code: 50027 });
});
