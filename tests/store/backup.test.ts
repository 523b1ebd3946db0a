import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { backUp, restore } from '../../src/cli/backup.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/types.ts';
import { freshFile, places } from './places.ts';

const anything = { parse: (value: unknown) => value };
const lineEnds = 'one\u2028two\u2029three\r\nfour';

const fill = async (store: Store): Promise<void> => {
  await store.set('name', 'kept');
  await store.settings('1', anything).set({ eager: true });
  await store.addFeedback({ guildId: '1', messageId: '1', userId: '7', helpful: true });
  await store.addFeedback({ guildId: null, messageId: '1', userId: '7', helpful: false });
  const question = { command: 'ask', answered: true, confidence: 1, articles: [], speakers: [], text: null };
  await store.addQuestion({ ...question, guildId: '1', userId: '7' }, 60_000);
  await store
    .articles('1', anything)
    .add([
      { id: 'a', text: lineEnds, facts: { title: 'A' } },
      ...Array.from({ length: 150 }, (_, number) => ({ id: `n${number}`, text: `Text ${number}`, facts: {} })),
    ]);
};
const readAll = async (store: Store) => ({
  name: await store.get('name'),
  settings: await store.settings('1', anything).get(),
  list: await store.articles('1', anything).list(),
  texts: await Array.fromAsync(store.articles('1', anything).read()),
  // Two votes of one moment have no order.
  kept: Object.values(await store.exportUser('7')).map((some) => new Set<unknown>(some)),
  servers: await store.servers(),
});
const dumped = (store: Store): Promise<string[]> => Array.fromAsync(store.dump());
const reading = (lines: readonly string[]) =>
  async function* () {
    yield* lines;
  };

for (const { name, fresh, missing } of places) {
  describe.skipIf(missing !== null)(`a backup of a store in ${name}`, () => {
    test('makes another store the same, and takes away what was not in it', async () => {
      const [one, url] = [await openStore(fresh()), fresh()];
      await fill(one);
      const lines = await dumped(one);
      const other = await openStore(url);
      await other.set('old', 'to be gone');
      await other.articles('2', anything).add([{ id: 'old', text: 'To be gone.', facts: {} }]);
      const values = await other.load(reading(lines));
      expect(values).toBe(lines.length - 2);
      const there = await readAll(one);
      // What people are called by is read when a store is opened.
      if (url !== 'memory:') await other.close();
      const again = url === 'memory:' ? other : await openStore(url);
      const { kept, ...rest } = await readAll(again);
      expect(rest).toEqual({ ...there, kept: undefined, servers: ['1'] } satisfies Record<string, unknown>);
      if (url !== 'memory:') expect(kept).toEqual(there.kept);
      expect(await again.get('old')).toBeUndefined();
      expect((await dumped(again)).slice(1).toSorted()).toEqual(lines.slice(1).toSorted());
      await again.close();
      await one.close();
    });
  });
}

describe('a backup', () => {
  test('leaves out what has expired, when it is made and when it is restored', async () => {
    let now = Date.now();
    const store = await openStore('memory:', { now: () => now });
    await store.addFeedback({ guildId: '1', messageId: '1', userId: '7', helpful: true });
    const lines = await dumped(store);
    now += 184 * 86_400_000;
    const later = await dumped(store);
    expect(later).toHaveLength(lines.length - 1);
    expect(await store.load(reading(lines))).toBe(later.length - 2);
    expect(await store.feedback('1')).toEqual([]);
    await store.close();
  });

  const header = '{"verbatim":"backup","version":1,"at":"2026-01-01T00:00:00.000Z"}';
  const value = '{"key":"bot/@dm/value/name","value":{"v":1,"data":"from the backup"}}';
  const end = '{"end":true,"values":1}';
  test.each([
    ['nothing at all', [], /^This is no backup of Verbatim\. Nothing was restored\.$/],
    ['another file', ['{"id":"a","text":"b"}'], /^This is no backup/],
    ['text', ['Dear reader,', 'hello'], /^This is no backup/],
    ['one from a newer version', [header.replace('1', '2'), value, end], /^This backup was made by a newer version/],
    ['newer values', [header, value.replace('"v":1', '"v":2'), end], /^This backup was made by a newer version/],
    ['unknown values', [header, value.replace('bot/', 'bought/'), end], /^This backup was made by a newer version/],
    ['one that is cut off', [header, value], /^This backup is cut off/],
    ['one with a line cut off', [header, value.slice(0, 40), end], /^Line 2 of this backup cannot be read/],
    ['one that lacks lines', [header, end], /^Line 2 of this backup cannot be read/],
    ['one that goes on after its end', [header, value, end, value], /^Line 4 of this backup cannot be read/],
    ['a key that is none', [header, value.replace('/name', '/na*me'), end], /^Line 2 of this backup cannot be read/],
    ['a value that is none', [header, value.replace('"v":1', '"w":1'), end], /^Line 2 of this backup cannot be read/],
  ])('that is %s is refused, and nothing is changed', async (_, lines, sentence) => {
    const store = await openStore('memory:');
    await store.set('name', 'untouched');
    await expect(store.load(reading(lines))).rejects.toThrow(sentence);
    await expect(store.load(reading(lines))).rejects.toMatchObject({ name: 'StoreError', trouble: 'refused' });
    expect(await store.get('name')).toBe('untouched');
    await store.close();
  });
});

describe('on the command line', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-backup-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const verbatim = (store: string, ...args: readonly string[]) => {
    const env = { PATH: process.env['PATH'] ?? '', STORE_URL: store };
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  test('a store moves into a file and back', async () => {
    const [from, to] = [`sqlite://${freshFile()}`, `sqlite://${freshFile()}`];
    const store = await openStore(from);
    await fill(store);
    const file = join(folder, 'my backup.jsonl');
    writeFileSync(file, 'the last one');
    const { status, stdout } = verbatim(from, 'backup', file);
    const values = readFileSync(file, 'utf8').split('\n').length - 3;
    expect([status, stdout]).toEqual([0, `${values} values are in ${file}.\n`]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.part`)).toBe(false);
    expect(verbatim(to, 'restore', file, '--json')).toEqual({
      status: 0,
      stdout: `${JSON.stringify({ file, values })}\n`,
      stderr: '',
    });
    const restored = await openStore(to);
    expect(await readAll(restored)).toEqual(await readAll(store));
    await restored.close();
    await store.close();
  });

  test('what cannot be done is said in one sentence', async () => {
    const store = await openStore('memory:');
    const nowhere = join(folder, 'nowhere', 'backup');
    const away = join(folder, 'away');
    await expect(backUp(store, nowhere)).rejects.toThrow(
      `The backup cannot be written to ${nowhere} (it is not there).`,
    );
    await expect(backUp(store, folder)).rejects.toThrow(`The backup cannot be written to ${folder} (it is a folder).`);
    expect(existsSync(`${folder}.part`)).toBe(false);
    await expect(restore(store, nowhere)).rejects.toThrow(`The backup ${nowhere} cannot be read (it is not there).`);
    await expect(restore(store, folder)).rejects.toThrow(`The backup ${folder} cannot be read (it is a folder).`);
    await expect(restore(store, cli)).rejects.toThrow('This is no backup of Verbatim. Nothing was restored.');
    await store.close();
    expect(verbatim('memory:', 'backup')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Give the file/) });
    expect(verbatim('redis://ada:hush@127.0.0.1:1', 'backup', away)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Could not connect to Redis at 127.0.0.1:1. Is it running?\n',
    });
  });
});
