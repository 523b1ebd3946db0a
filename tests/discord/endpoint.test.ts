import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { type BotOptions, startBot } from '../../src/discord/discord.ts';
import { openEndpoint } from '../../src/discord/endpoint.ts';
import type { LocalDiscord } from '../../src/tryout/tryout.ts';
import { control, settings, shown, startDiscord, until } from './bot.ts';
import { samples } from './samples.ts';

const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const place = { host: '127.0.0.1', port: 0 };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const midday = Date.parse('2024-03-01T12:00:00Z');

/** An endpoint for an application whose key is at hand, on a day that does not go on. */
const startEndpoint = async () => {
  const discord = await startDiscord();
  closing.push(discord.close);
  const application = { id: discord.applicationId, name: 'Verbatim', verify_key: hex };
  discord.faults.respond('GET /applications/@me', 200, 1, application);
  const { client } = createClient({ base: discord.apiBase, cdn: discord.cdnBase, media: discord.cdnBase });
  const { token, api } = settings(discord);
  const log = pino({ level: 'silent' });
  const endpoint = await openEndpoint(client, { token, api, log, place, now: () => new Date(midday) });
  closing.push(endpoint.close);
  const received: string[] = [];
  client.on('interactionCreate', ({ id }) => received.push(id));
  const post = (
    body: string,
    { at = midday, signed = body, signature = '' }: { at?: number; signed?: string; signature?: string } = {},
  ) => {
    const timestamp = String(Math.floor(at / 1_000));
    const made = sign(null, Buffer.from(timestamp + signed), privateKey).toString('hex');
    return fetch(`http://127.0.0.1:${endpoint.port}/interactions`, {
      method: 'POST',
      headers: { 'x-signature-timestamp': timestamp, 'x-signature-ed25519': signature || made },
      body,
    });
  };
  return { endpoint, post, received };
};

const ping = JSON.stringify({ id: '1', application_id: '2', type: 1, token: 'x', version: 1 });

describe('the endpoint', () => {
  test('answers the PING of Discord', async () => {
    const { post } = await startEndpoint();
    const response = await post(ping);
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      200,
      'application/json',
      { type: 1 },
    ]);
  });

  test.each([
    ['of somebody else', { signature: 'ab'.repeat(64) }],
    ['that is none', { signature: 'not hexadecimal' }],
    ['of another body', { signed: ping.replace('"1"', '"3"') }],
    ['six minutes old', { at: midday - 6 * 60_000 }],
    ['from the future', { at: midday + 6 * 60_000 }],
  ])('refuses a signature %s', async (_, how) => {
    const { post } = await startEndpoint();
    expect((await post(ping, how)).status).toBe(401);
  });

  test('takes a signature that is four minutes old', async () => {
    const { post } = await startEndpoint();
    expect((await post(ping, { at: midday - 4 * 60_000 })).status).toBe(200);
  });

  test('refuses what is signed with no headers at all, what is no POST, and what is no interaction', async () => {
    const { endpoint, post, received } = await startEndpoint();
    const address = `http://127.0.0.1:${endpoint.port}/`;
    expect((await fetch(address, { method: 'POST', body: ping })).status).toBe(401);
    expect((await fetch(address)).status).toBe(405);
    expect((await post('{"type":')).status).toBe(400);
    expect((await post('[1]')).status).toBe(400);
    expect(received).toEqual([]);
  });

  test('reads no more than a megabyte, whether its length is said or not', async () => {
    const { endpoint, post } = await startEndpoint();
    expect((await post('x'.repeat(1_000_001))).status).toBe(413);
    const socket = connect(endpoint.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'y'.repeat(0x10000)}\r\n`;
    for (let n = 0; n < 20; n += 1) socket.write(chunk);
    // The connection may be reset while the rest is still being sent.
    socket.on('error', () => {});
    const said = await textOf(socket).catch(() => '');
    expect(said === '' || said.startsWith('HTTP/1.1 413')).toBe(true);
    expect((await post(ping)).status).toBe(200);
  });

  test('outlives an interaction that Discord signed but nobody can read', async () => {
    const { post } = await startEndpoint();
    expect((await post('{"type":2,"id":"1"}')).status).toBe(202);
    expect((await post(ping)).status).toBe(200);
  });
});

const startOverHttp = async (options: Partial<BotOptions> = {}) => {
  const discord = await startDiscord();
  closing.push(discord.close);
  const port = await freePort();
  const interactions = { host: '127.0.0.1', port };
  const bot = await startBot({ ...settings(discord), commands: samples, interactions, ...options });
  closing.push(bot.close);
  await discord.setInteractionsEndpoint(`http://127.0.0.1:${port}/interactions`);
  return { discord, bot, ada: discord.user('Ada') };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const connections = ({ requests }: LocalDiscord) => requests.filter(({ path }) => path === '/gateway/bot').length;

describe('a bot without the gateway', () => {
  test('registers its commands and answers them, also those that take long', async () => {
    const { discord, bot, ada } = await startOverHttp();
    expect([bot.name, bot.registered, connections(discord)]).toEqual(['Verbatim', true, 0]);
    expect([bot.connection.missing(), bot.connection.guilds()]).toEqual([null, null]);
    const { message } = await ada.slash('ask', { question: 'Over HTTP?' });
    expect(shown(message)).toMatch(/^\/ask question: Over HTTP\?\nFirst/);
    expect(shown((await ada.slash('slow')).message)).toContain('Here it is');
    const { choices } = await ada.autocomplete('ask', { question: 'x', about: 'al' }, 'about');
    expect(choices).toMatchObject([{ value: 'al' }]);
    expect(discord.violations).toEqual([]);
  });

  test('knows its buttons, selects, forms and message commands', async () => {
    const { discord, ada } = await startOverHttp();
    const { message } = await ada.slash('ask', { question: 'One' });
    const again = await ada.click(message!, control(message, 'again'));
    expect(shown(again.message)).toContain('Again x/1: {"question":"One"');
    const next = await ada.click(message!, control(message, 'Next ▶'));
    expect(next.message?.id).toBe(message!.id);
    const opened = await ada.click(message!, control(next.message, 'follow'));
    const then = await ada.submit(opened, { next: 'And two?' });
    expect(shown(then.message)).toContain('Then: And two?');
    const said = discord.user('Ben').say('The minister met nobody.');
    const found = await ada.messageCommand('Find it', said.message.id);
    expect(shown(found.message)).toContain('Found: The minister met nobody.');
    expect(discord.violations).toEqual([]);
  });

  test('answers in private conversations with its commands', async () => {
    const { ada, discord } = await startOverHttp();
    const { message } = await ada.slash('ask', { question: 'Between us?' }, { channel: ada.dm });
    expect(shown(message)).toContain('Between us?');
    expect(discord.violations).toEqual([]);
  });

  test('finishes what runs before it leaves', async () => {
    const { ada, bot, discord } = await startOverHttp();
    const answer = ada.slash('slow');
    await until(() => discord.requests.some(({ path }) => path.includes('callback')));
    await bot.close();
    expect(shown((await answer).message)).toContain('Here it is');
  });

  test('says in one sentence why it cannot start', async () => {
    const discord = await startDiscord();
    closing.push(discord.close);
    const options = { ...settings(discord), commands: samples, interactions: place };
    await expect(startBot({ ...options, token: 'wrong' })).rejects.toThrow(/^Discord did not accept the token/);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = { host: '127.0.0.1', port: (other.address() as AddressInfo).port };
    await expect(startBot({ ...options, interactions: taken })).rejects.toThrow(
      `127.0.0.1:${taken.port} is taken by another program. Set INTERACTIONS to another port.`,
    );
    other.close();
  });
});
