import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord({ page: true });
});
afterAll(async () => {
  await discord.close();
});

/** The status of a GET with just these headers: fetch would set Host and Origin itself. */
function statusOf(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(new URL(path, discord.pageUrl), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

/** `open`, or the status that refused the connection. */
function connect(path: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(new URL(path, discord.pageUrl.replace('http', 'ws')), { headers });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (_, response) => {
      resolve(String(response.statusCode));
      response.resume();
    });
    socket.on('error', () => undefined);
  });
}

describe('who may come in', () => {
  const host = () => new URL(discord.pageUrl).host;
  const port = () => new URL(discord.pageUrl).port;

  test('loopback names', async () => {
    expect(await statusOf('/api/v10/gateway', { host: `localhost:${port()}` })).toBe(401);
    expect(await statusOf('/', { host: host(), origin: `http://${host()}` })).toBe(200);
    expect(await connect('/tryout', { origin: `http://${host()}` })).toBe('open');
    expect(await connect('/gateway/?v=10', {})).toBe('open');
  });

  test.each(['/', '/api/v10/gateway', '/cdn/x'])('no other name that leads here, at %s', async (path) => {
    expect(await statusOf(path, { host: `evil.example:${port()}` })).toBe(403);
    expect(await statusOf(path, { host: 'localhost.evil.example' })).toBe(403);
  });

  test('no page of another origin', async () => {
    for (const origin of ['http://evil.example', 'http://localhost:1', 'null']) {
      expect(await statusOf('/', { host: host(), origin })).toBe(403);
      expect(await connect('/tryout', { origin })).toBe('403');
      expect(await connect('/gateway', { origin })).toBe('403');
    }
    expect(await connect('/tryout', { host: `evil.example:${port()}` })).toBe('403');
  });
});

test('a malformed address is refused and harms nobody', async () => {
  expect(await connect('/', {})).toBe('403');
  const malformed = (headers: Readonly<Record<string, string>>) =>
    new Promise((resolve) => {
      const { port } = new URL(discord.pageUrl);
      const asking = request({ host: '127.0.0.1', port, path: '//', headers });
      asking.on('response', (response) => resolve(response.resume().statusCode)).on('error', resolve);
      asking.end();
    });
  expect(await malformed({})).toBe(404);
  expect(await malformed({ connection: 'upgrade', upgrade: 'websocket' })).toBe(403);
  expect(await statusOf('/', {})).toBe(200);
});

test('a taken port is told in one sentence', async () => {
  const port = Number(new URL(discord.pageUrl).port);
  await expect(startLocalDiscord({ port })).rejects.toThrow(`Port ${port} is already in use; choose another one.`);
});

describe('the page', () => {
  test('is served with a strict policy, its TypeScript as JavaScript', async () => {
    const html = await fetch(discord.pageUrl);
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    const script = /src="\/?(?<path>[^"]+\.ts)"/.exec(await html.text())?.groups?.['path'];
    const module = await fetch(new URL(script ?? '', discord.pageUrl));
    expect(module.headers.get('content-type')).toContain('text/javascript');
    expect(await module.text()).not.toContain('import type');
  });

  test.each(['/../tryout.ts', '/%2e%2e/tryout.ts', '/..%2ftryout.ts', '/tsconfig.json', '/none.ts'])(
    'nothing else of the machine: %s',
    async (path) => {
      expect(await statusOf(path, {})).toBe(404);
    },
  );

  test('is not served unless asked for', async () => {
    const bare = await startLocalDiscord();
    expect((await fetch(bare.pageUrl)).status).toBe(404);
    await bare.close();
  });
});

describe('the REST API', () => {
  const get = (path: string, headers: Record<string, string> = { authorization: `Bot ${discord.token}` }) =>
    fetch(`${discord.apiBase}/v10${path}`, { headers });

  test('states rate limits, and refuses what goes over them', async () => {
    const path = `${discord.apiBase}/v10/channels/${discord.channels[0]!.id}/typing`;
    const headers = { authorization: `Bot ${discord.token}` };
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await fetch(path, { method: 'POST', headers }));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 429]);
    expect(answers.map((answer) => answer.headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(await answers[5]?.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  });

  test('asks for the token', async () => {
    expect((await get('/users/@me', {})).status).toBe(401);
    expect((await get('/users/@me')).status).toBe(200);
  });

  test('notes an unknown route as a violation', async () => {
    expect((await get('/nonsense')).status).toBe(404);
    expect(discord.violations.at(-1)).toBe('GET /nonsense: 404: Not Found (0)');
  });

  test('meets the faults that were planned, as often as planned', async () => {
    discord.faults.respond('GET /users/@me', 502, 2);
    discord.faults.rateLimit(/^GET \/gateway/, 0.5, { global: true });
    discord.faults.hangUp('GET /applications/@me');
    const statuses = [await get('/users/@me'), await get('/users/@me'), await get('/users/@me')].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([502, 502, 200]);
    const limited = await get('/gateway/bot');
    expect(limited.headers.get('x-ratelimit-global')).toBe('true');
    expect(await limited.json()).toMatchObject({ retry_after: 0.5, global: true });
    await expect(get('/applications/@me')).rejects.toThrow();
    expect((await get('/applications/@me')).status).toBe(200);
    expect(discord.requests.at(-2)).toEqual({ method: 'GET', path: '/applications/@me', status: 0 });
  });

  test('carries a request out whose response is lost, when told so', async () => {
    const dm = discord.user('Ben').dm;
    discord.faults.hangUp('POST /channels/{channel_id}/messages', { after: true });
    const sending = fetch(`${discord.apiBase}/v10/channels/${dm}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'Lost', allowed_mentions: { parse: [] } }),
    });
    await expect(sending).rejects.toThrow();
    expect(discord.messages(dm).map(({ content }) => content)).toEqual(['Lost']);
  });

  test('refuses a body that is no JSON', async () => {
    const answer = await fetch(`${discord.apiBase}/v10/users/@me/channels`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: '{',
    });
    expect(await answer.json()).toMatchObject({ code: 50109 });
  });
});
