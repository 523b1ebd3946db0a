/** The program as a supervisor sees it: health, metrics, a log without secrets, and an end that says why. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';
import { until } from '../discord/bot.ts';
import { startGatewayProxy } from '../discord/gateway.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-operations-'));
writeFileSync(join(folder, 'tram.md'), '---\npublished: 2020-02-02\n---\nThe tram runs again, said Per Dahl.\n');
const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (discord: LocalDiscord, variables: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.apiBase,
      STORE_URL: 'memory:',
      KNOWLEDGE: folder,
      INDEX_CACHE: 'none',
      OPERATIONS: '0',
      LOG_LEVEL: 'debug',
      ...variables,
    },
  });
  children.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    said.out += data;
  });
  child.stderr.on('data', (data) => {
    said.err += data;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  /** The lines of the log. */
  const log = () =>
    said.err
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
  return { child, said, ended, log };
};

/** Waits until the log tells something, for at most half a minute. */
const told = async (log: () => Record<string, unknown>[], msg: string): Promise<Record<string, unknown>> => {
  for (let tries = 0; tries < 6; tries += 1) {
    await until(() => log().some((line) => line['msg'] === msg)).catch(() => {});
    const found = log().find((line) => line['msg'] === msg);
    if (found) return found;
  }
  throw new Error(`The log never told: ${msg}`);
};

describe('the program', { timeout: 60_000 }, () => {
  test('is ready, counts what it answers, keeps the token to itself, and ends when told', async () => {
    const discord = await startLocalDiscord();
    const { child, said, ended, log } = run(discord);
    const { port } = await told(log, 'health and metrics are served');
    await told(log, 'ready');
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, body: await response.text() };
    };
    expect(await get('/healthz')).toMatchObject({ status: 200 });
    expect(await get('/readyz')).toEqual({
      status: 200,
      body: '{"ok":true,"library":"ok","store":"ok","discord":"ok"}\n',
    });
    const { message } = await discord.user('Ada').slash('ask', { question: 'What did Per Dahl say?' });
    expect(JSON.stringify(message?.components)).toContain('The tram runs again');
    // The person has the answer before the bot knows that they do.
    const counted = async () => (await get('/metrics')).body.includes('\nverbatim_answers_total{');
    while (!(await counted()));
    const { body } = await get('/metrics');
    expect(body).toContain('\nverbatim_answers_total{command="ask",outcome="answered"} 1\n');
    expect(body).toContain('\nverbatim_articles 1\n');
    expect(body).toContain('\nverbatim_gateway_up{shard="0"} 1\n');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.out + said.err).not.toContain(discord.token);
    await discord.close();
  });

  test('ends with a status that is not 0, and says why, when Discord closes the connection for good', async () => {
    const discord = await startLocalDiscord();
    const proxy = await startGatewayProxy(discord);
    const { ended, log, said } = run(discord);
    await told(log, 'ready');
    proxy.closeWith(4014);
    expect(await ended).toBe(1);
    expect(log().filter(({ level }) => level === 60)).toMatchObject([
      { msg: expect.stringMatching(/^Discord does not allow/) },
    ]);
    expect(said.err).not.toContain(discord.token);
    proxy.close();
    await discord.close();
  });

  test('says in one sentence that its operations cannot be served', async () => {
    const discord = await startLocalDiscord();
    const { ended, said } = run(discord, { OPERATIONS: '192.0.2.9:9464' });
    expect(await ended).toBe(1);
    expect(said.err).toBe('Nothing can be served at 192.0.2.9:9464. Set OPERATIONS to an address of this machine.\n');
    await discord.close();
  });
});
