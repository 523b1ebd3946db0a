import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const compiled = fileURLToPath(new URL('../../node_modules/.cache/verbatim', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-main-'));
const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program with these variables and nothing of the machine's own. */
const run = (variables: Record<string, string>) => {
  const env = { PATH: process.env['PATH'] ?? '', DISCORD_TOKEN: '', STORE_URL: 'memory:', PORT: '0', ...variables };
  const child = spawn(process.execPath, [program], { cwd: folder, env });
  children.add(child);
  let out = '';
  let err = '';
  let over = false;
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      over = true;
      resolve({ code, out, err });
    });
  });
  const said = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(out)?.[0];
      if (found !== undefined) return found;
      if (over) throw new Error(`It ended with: ${out}${err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { ended, said, kill: (signal: NodeJS.Signals) => child.kill(signal) };
};

const articles = (name: string, files: Record<string, string | Uint8Array>): string => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
};

const article =
  '---\ntitle: Ferry back in service\npublished: 2021-05-03\n---\nThe ferry sails again, said harbour master Ida Holm.\n';

const refusal = async (variables: Record<string, string>): Promise<string> => {
  const { code, out, err } = await run(variables).ended;
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err.trim().split('\n')).toHaveLength(1);
  return err.trim();
};

describe('without a token', { timeout: 60_000 }, () => {
  test('a page opens on this machine, and the bot answers there', async () => {
    const { ended, said, kill } = run({ KNOWLEDGE: articles('one', { 'ferry.md': article }) });
    const address = await said(/http:\/\/127\.0\.0\.1:\d+\//);
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    await said(/To put it on a server/);
    kill('SIGTERM');
    const { code, out, err } = await ended;
    expect(out).toContain('answers from one article');
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(compiled), 'compiled code for the next start').not.toEqual([]);
  });

  test('it starts where compiled code cannot be kept', async () => {
    const { ended, said, kill } = run({
      KNOWLEDGE: articles('bare', { 'ferry.md': article }),
      NODE_DISABLE_COMPILE_CACHE: '1',
    });
    await said(/Try it at/);
    kill('SIGTERM');
    const { code, err } = await ended;
    expect([code, err]).toEqual([0, '']);
  });

  test('files that cannot be read are named, and the others answer', async () => {
    const knowledge = articles('mixed', {
      'ferry.md': article,
      'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      'empty.txt': ' \n',
    });
    const { ended, said, kill } = run({ KNOWLEDGE: knowledge });
    await said(/Try it at/);
    kill('SIGINT');
    const { code, out, err } = await ended;
    expect(out).toContain('answers from one article');
    expect(err).toMatch(/^Left out empty\.txt: .*empty.*\.\nLeft out picture\.png: .*\.\n$/);
    expect(code).toBe(0);
  });
});

describe('with a token', { timeout: 60_000 }, () => {
  const onDiscord = (discord: LocalDiscord, token = discord.token) => ({
    DISCORD_TOKEN: token,
    DISCORD_API_BASE: discord.apiBase,
    DISCORD_CDN_BASE: discord.cdnBase,
    DISCORD_MEDIA_BASE: discord.cdnBase,
    LOG_LEVEL: 'silent',
  });

  test('the bot is on Discord, with its invite link, and keeps its store', async () => {
    const discord = await startLocalDiscord();
    const store = `sqlite://${join(folder, 'kept', 'store.sqlite')}`;
    const { ended, said, kill } = run({
      ...onDiscord(discord),
      STORE_URL: store,
      KNOWLEDGE: articles('two', { 'ferry.md': article }),
    });
    await said(/https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+\S+/);
    const { message } = await discord.user('Ada').slash('ask', { question: 'What did Ida Holm say?' });
    expect(JSON.stringify(message?.components)).toContain('The ferry sails again');
    kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(discord.connected()).toBe(false);
    expect(discord.violations).toEqual([]);
    await discord.close();
  });

  test('that Discord does not accept, it says so in one sentence', async () => {
    const discord = await startLocalDiscord();
    expect(await refusal(onDiscord(discord, 'not.the.token'))).toMatch(
      /^Discord did not accept the token in DISCORD_TOKEN\. /,
    );
    await discord.close();
    expect(await refusal(onDiscord(discord))).toMatch(/^Discord could not be reached at http/);
  });
});

describe('one sentence says what to change', { timeout: 60_000 }, () => {
  test('when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toBe(
      `Port ${port} is taken by another program. Set PORT to another number, or to 0 for any free one.`,
    );
    server.close();
  });

  test('when there are no articles', async () => {
    expect(await refusal({ KNOWLEDGE: join(folder, 'nowhere') })).toMatch(/^There is no .*nowhere.* Set KNOWLEDGE to/);
    expect(await refusal({ KNOWLEDGE: articles('none', {}) })).toMatch(
      /^There is no article to read in .*none".* Put a/,
    );
  });

  test('when the store is no store', async () => {
    expect(await refusal({ STORE_URL: 'floppy://a' })).toMatch(/^STORE_URL must be sqlite:\/\//);
  });

  test('when a variable makes no sense', async () => {
    expect(await refusal({ PORT: 'many' })).toBe('PORT must be a whole number from 0 to 65535.');
  });
});
