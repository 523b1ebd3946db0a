/** Two processes share one store, as on two hosts: each has its own servers, and what one changes the other sees. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';
import { shown, until } from '../discord/bot.ts';
import { shared } from '../store/places.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-processes-'));
writeFileSync(join(folder, 'dam.md'), '---\npublished: 2018-05-09\n---\nThe dam holds, said engineer Ruth Moe.\n');
const question = { question: 'What did Ruth Moe say?' };
const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a process and waits until it is ready. */
const start = async (discord: LocalDiscord, variables: Record<string, string>) => {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.apiBase,
      DISCORD_CDN_BASE: discord.cdnBase,
      DISCORD_ATTACHMENT_HOSTS: new URL(discord.cdnBase).host,
      KNOWLEDGE: folder,
      INDEX_CACHE: 'none',
      ...variables,
    },
  });
  children.add(child);
  const lines: Record<string, unknown>[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('{')) lines.push(JSON.parse(line) as Record<string, unknown>);
    else errors.push(line);
  });
  const find = (msg: string) => lines.find((line) => line['msg'] === msg);
  while (!find('ready')) {
    if (child.exitCode !== null) throw new Error(`It ended: ${errors.join('\n')}`);
    await sleep(50);
  }
  const end = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return { port: Number(find('taking interactions over HTTP')?.['port']), end };
};

/** Founds servers until there is one for the shards below two and one for the others, and names both. */
const serversOfBothHalves = async (discord: LocalDiscord): Promise<readonly [string, string]> => {
  const halves: (string | undefined)[] = [undefined, undefined];
  for (let made = 0; halves.includes(undefined); made += 1) {
    const name = `Server ${made}`;
    const { id } = discord.addServer({ name, owner: 'Ada' });
    const half = Number((BigInt(id) >> 22n) % 4n) < 2 ? 0 : 1;
    halves[half] ??= name;
    await sleep(1);
  }
  return [halves[0]!, halves[1]!];
};

describe.each(shared.filter(({ missing, name }) => missing === null && name !== 'Redis'))(
  'two processes with one store ($name)',
  { timeout: 90_000 },
  ({ fresh }) => {
    test('have two shards each, and the end of one leaves the servers of the other answered', async () => {
      const discord = await startLocalDiscord({ shards: 4 });
      const servers = await serversOfBothHalves(discord);
      const store = { STORE_URL: fresh(), SHARD_COUNT: '4' };
      const first = await start(discord, { ...store, SHARDS: '0-1' });
      const second = await start(discord, { ...store, SHARDS: '2,3' });
      expect(discord.shards().toSorted()).toEqual([0, 1, 2, 3]);
      expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
      const ada = discord.user('Ada');
      for (const server of servers) {
        const { message } = await ada.slash('ask', question, { server });
        expect(shown(message)).toContain('The dam holds');
      }
      await second.end();
      await until(() => discord.shards().length === 2);
      const { message } = await ada.slash('ask', question, { server: servers[0] });
      expect(shown(message)).toContain('The dam holds');
      await expect(ada.slash('ask', question, { server: servers[1] })).rejects.toThrow(/not connected|did not respond/);
      await first.end();
      expect(discord.violations).toEqual([]);
      await discord.close();
    });

    test('see each other’s settings', async () => {
      const discord = await startLocalDiscord();
      const store = { STORE_URL: fresh() };
      const processes = [
        await start(discord, { ...store, INTERACTIONS: '0' }),
        await start(discord, { ...store, INTERACTIONS: '0' }),
      ];
      const use = (index: number) =>
        discord.setInteractionsEndpoint(`http://127.0.0.1:${processes[index]!.port}/interactions`);
      const ada = discord.user('Ada');
      const isPrivate = async () => (await ada.slash('ask', question)).ephemeral;
      // Both know the server before it is changed.
      await use(1);
      expect(await isPrivate()).toBe(false);
      await use(0);
      expect(await isPrivate()).toBe(false);
      const file = ada.upload('settings.json', 'application/json', Buffer.from('{"visibility":"private"}'));
      const { message } = await ada.slash('config import', { file });
      expect(shown(message)).toContain('for the asker alone');
      expect(await isPrivate()).toBe(true);
      await use(1);
      await sleep(2_000);
      expect(await isPrivate()).toBe(true);
      expect(discord.violations).toEqual([]);
      await discord.close();
    });
  },
);
