import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';
import { readOpenApi } from './bot.ts';

interface Posted {
  readonly type: number;
  readonly id: string;
  readonly token: string;
  readonly [key: string]: unknown;
}

let discord: LocalDiscord;
const closing: (() => void)[] = [];
beforeEach(async () => {
  const openApi = await readOpenApi();
  discord = await startLocalDiscord(openApi ? { openApi } : {});
  const answer = await rest('PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'ask', description: 'Ask' },
  ]);
  expect(answer.status).toBe(200);
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await discord.close();
});

const rest = (method: string, path: string, body?: object) =>
  fetch(`${discord.apiBase}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

async function isSigned(request: IncomingMessage, body: string): Promise<boolean> {
  const { verify_key } = (await (await rest('GET', '/applications/@me')).json()) as { verify_key: string };
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(verify_key, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signature = Buffer.from(String(request.headers['x-signature-ed25519']), 'hex');
  return verify(null, Buffer.from(String(request.headers['x-signature-timestamp']) + body), key, signature);
}

/** An application's own server. `answer` sees what is signed well and is no PING. */
async function open(
  answer: (posted: Posted, response: ServerResponse) => void,
  { careless = false }: { careless?: boolean } = {},
): Promise<string> {
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const posted = JSON.parse(body) as Posted;
    if (!careless && !(await isSigned(request, body))) response.writeHead(401).end();
    else if (posted.type === 1) response.writeHead(200, { 'content-type': 'application/json' }).end('{"type":1}');
    else answer(posted, response);
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
}
const json = (response: ServerResponse, body: object) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const hello = { type: 4, data: { content: 'Hello', allowed_mentions: { parse: [] } } };

test('interactions go to the endpoint, signed, and are answered in its response', async () => {
  const seen: Posted[] = [];
  const url = await open((posted, response) => {
    seen.push(posted);
    json(response, hello);
  });
  await discord.setInteractionsEndpoint(url);
  const { message } = await discord.user('Ben').slash('ask');
  expect(message?.content).toBe('Hello');
  expect(seen).toEqual([
    expect.objectContaining({ type: 2, guild_id: discord.guild.id, member: expect.objectContaining({ roles: [] }) }),
  ]);
  const application = await (await rest('GET', '/applications/@me')).json();
  expect(application).toMatchObject({ interactions_endpoint_url: url });
  expect(discord.violations).toEqual([]);
});

test('or by the callback of the REST API after 202, and edited through the webhook', async () => {
  const url = await open(({ id, token }, response) => {
    response.writeHead(202).end();
    const edited = { content: 'Edited', allowed_mentions: { parse: [] } };
    void rest('POST', `/interactions/${id}/${token}/callback`, { type: 5 }).then(() =>
      rest('PATCH', `/webhooks/${discord.applicationId}/${token}/messages/@original`, edited),
    );
  });
  expect((await rest('PATCH', '/applications/@me', { interactions_endpoint_url: url })).status).toBe(200);
  const { message } = await discord.user('Ada').slash('ask');
  expect(message?.content).toBe('Edited');
});

test('files come along in a multipart response', async () => {
  const url = await open((_, response) => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ type: 4, data: { ...hello.data, attachments: [{ id: '0' }] } }));
    form.set('files[0]', new Blob(['to the letter'], { type: 'text/plain' }), 'proof.txt');
    const made = new Response(form);
    response.writeHead(200, { 'content-type': made.headers.get('content-type') ?? '' });
    void made.arrayBuffer().then((bytes) => response.end(Buffer.from(bytes)));
  });
  await discord.setInteractionsEndpoint(url);
  const { message } = await discord.user('Ada').slash('ask');
  expect(message?.attachments).toMatchObject([{ filename: 'proof.txt', size: 13 }]);
});

test('an endpoint is taken only if it answers a PING, checks signatures and is on this machine', async () => {
  const careless = await open((_, response) => json(response, hello), { careless: true });
  await expect(discord.setInteractionsEndpoint(careless)).rejects.toThrow('took a wrong signature');
  await expect(discord.setInteractionsEndpoint('http://127.0.0.1:9/')).rejects.toThrow('did not answer a PING');
  await expect(discord.setInteractionsEndpoint('https://example.org/')).rejects.toThrow('this machine only');
  const refused = await rest('PATCH', '/applications/@me', { interactions_endpoint_url: careless });
  expect([refused.status, await refused.json()]).toEqual([400, expect.objectContaining({ code: 50035 })]);
});

test('an endpoint that fails or says nonsense is told of, and so is the person', async () => {
  const url = await open((posted, response) => {
    if (posted['channel_id'] === discord.user('Ada').dm) response.writeHead(500).end();
    else json(response, { type: 4, data: { content: 'x'.repeat(2001), allowed_mentions: { parse: [] } } });
  });
  await discord.setInteractionsEndpoint(url);
  const ada = discord.user('Ada');
  await expect(ada.slash('ask', {}, { channel: ada.dm })).rejects.toThrow('The application did not respond.');
  await expect(ada.slash('ask')).rejects.toThrow('The application did not respond.');
  expect(discord.violations).toEqual([
    'the interactions endpoint: status 500',
    expect.stringMatching(/^the interactions endpoint: .*content/),
  ]);
  await discord.setInteractionsEndpoint(null);
  await expect(ada.slash('ask')).rejects.toThrow('The bot is not connected.');
});
