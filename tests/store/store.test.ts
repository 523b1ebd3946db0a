import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyv } from 'keyv';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { contract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const fresh = () => `sqlite://${join(folder, `new ${files++}`, 'store.sqlite')}`;

describe('a store in memory', () => contract(() => 'memory:'));
describe('a store in a file', () => contract(fresh));

describe('a file', () => {
  test('is there again after a restart, with the same voters', async () => {
    const url = fresh();
    const vote = { guildId: null, messageId: '1', userId: '7', helpful: true };
    const before = await openStore(url);
    await before.set('name', 'kept');
    await before.addFeedback(vote);
    await before.close();
    const after = await openStore(url);
    await after.addFeedback({ ...vote, helpful: false });
    expect(await after.get('name')).toBe('kept');
    expect(await after.feedback(null)).toMatchObject([{ helpful: false }]);
    await after.close();
  });

  test('may be shared', async () => {
    const url = fresh();
    const stores = await Promise.all([openStore(url), openStore(url)]);
    for (let user = 0; user < 40; user++)
      await stores[user % 2]!.addFeedback({ guildId: '1', messageId: '1', userId: String(user % 20), helpful: true });
    expect(await stores[0]!.feedback('1')).toHaveLength(20);
    for (const store of stores) await store.close();
  });
});

describe('the adapter for Keyv', () => {
  const keyv = (namespace?: string, sqlite = openSqlite(':memory:', Date.now)) =>
    new Keyv<unknown>({ store: sqlite.adapter(), throwOnErrors: true, ...(namespace !== undefined && { namespace }) });

  test('keeps values of any JSON type, tells what it has, and deletes', async () => {
    const values = keyv('a');
    await values.set('object', { list: [1, null, 'é'] });
    await values.set('false', false);
    expect(await values.get('object')).toEqual({ list: [1, null, 'é'] });
    expect(await values.get(['false', 'nothing'])).toEqual([false, undefined]);
    expect([await values.has('object'), await values.has('nothing')]).toEqual([true, false]);
    expect([await values.delete('object'), await values.delete('object')]).toEqual([true, false]);
  });

  test('clears and lists one namespace only', async () => {
    const sqlite = openSqlite(':memory:', Date.now);
    const [one, other] = [keyv('a', sqlite), keyv('aa', sqlite)];
    for (const values of [one, other]) for (const key of ['x', 'y:z', '%', '_']) await values.set(key, key);
    await one.clear();
    const listed: unknown[] = [];
    for await (const entry of one.iterator!(undefined)) listed.push(entry);
    expect(listed).toEqual([]);
    for await (const entry of other.iterator!(undefined)) listed.push(entry);
    expect(listed).toEqual([
      ['%', '%'],
      ['_', '_'],
      ['x', 'x'],
      ['y:z', 'y:z'],
    ]);
  });

  test('lets values expire', async () => {
    let now = Date.now();
    const values = keyv(
      'a',
      openSqlite(':memory:', () => now),
    );
    await values.set('short', 1, 1_000);
    await values.set('long', 2);
    now += 1_001;
    expect(await values.get(['short', 'long'])).toEqual([undefined, 2]);
    expect(await values.has('short')).toBe(false);
  });
});

describe('what cannot be opened is said in one sentence', () => {
  test.each(['redis://localhost', 'sqlite:', 'sqlite://', '', 'data/file.sqlite'])('%j', async (url) => {
    await expect(openStore(url)).rejects.toThrow(/^STORE_URL must be sqlite:\/\/ with the path of a file, or memory:/);
  });

  test('a file that is no database, and a folder that is a file', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'These are notes and not a database at all, whatever the address says.'.repeat(20));
    await expect(openStore(`sqlite://${file}`)).rejects.toThrow(/cannot be opened \(.*\)\. Change STORE_URL/);
    await expect(openStore(`sqlite://${file}/below.sqlite`)).rejects.toThrow(/cannot be opened \(.*\)\. Change/);
  });
});
