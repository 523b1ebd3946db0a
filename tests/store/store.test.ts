import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyv } from 'keyv';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { contract } from './contract.ts';
import { articlesContract } from './contract-articles.ts';
import { places, shared } from './places.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

for (const { name, fresh, missing } of places) {
  describe.skipIf(missing !== null)(`a store in ${name}`, () => {
    contract(fresh);
    articlesContract(fresh);
  });
}

for (const { name, fresh, missing } of shared) {
  describe.skipIf(missing !== null)(`two processes with one store in ${name}`, () => {
    const vote = { guildId: '1', messageId: '1', userId: '7', helpful: true };
    const policy = z.object({ eager: z.boolean() });
    const facts = z.object({});

    test('see what the other has written, at once', async () => {
      const url = fresh();
      const [one, other] = await Promise.all([openStore(url), openStore(url)]);
      await one.settings('1', policy).set({ eager: true });
      expect(await other.settings('1', policy).get()).toEqual({ eager: true });
      await other.settings('1', policy).change(() => ({ eager: false }));
      expect(await one.settings('1', policy).get()).toEqual({ eager: false });
      await one.articles('1', facts).add([{ id: 'a', text: 'A', facts: {} }]);
      await other.articles('1', facts).add([{ id: 'b', text: 'B', facts: {} }]);
      expect((await one.articles('1', facts).list()).map(({ id }) => id)).toEqual(['a', 'b']);
      await other.forgetGuild('1');
      expect(await one.settings('1', policy).get()).toBeUndefined();
      expect(await one.articles('1', facts).list()).toEqual([]);
      await one.close();
      await other.set('name', 'still open');
      await other.close();
    });

    test('know the same voters', async () => {
      const url = fresh();
      const stores = await Promise.all([openStore(url), openStore(url)]);
      for (let user = 0; user < 40; user++) await stores[user % 2]!.addFeedback({ ...vote, userId: String(user % 20) });
      expect(await stores[0]!.feedback('1')).toHaveLength(20);
      for (const store of stores) await store.close();
    });

    test('and the next find it again', async () => {
      const url = fresh();
      const before = await openStore(url);
      await before.set('name', 'kept');
      await before.addFeedback(vote);
      await before.close();
      const after = await openStore(url);
      await after.addFeedback({ ...vote, helpful: false });
      expect(await after.get('name')).toBe('kept');
      expect(await after.feedback('1')).toMatchObject([{ helpful: false }]);
      await after.close();
    });
  });
}

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
  test.each(['http://localhost', 'redis:', 'mysql://localhost', 'sqlite:', 'sqlite://', '', 'data/file.sqlite'])(
    '%j',
    async (url) => {
      await expect(openStore(url)).rejects.toThrow(/^STORE_URL must be sqlite:\/\/ with the path of a file, redis:/);
    },
  );

  test('a space that is no name', async () => {
    await expect(openStore('redis://localhost?space=a*')).rejects.toThrow(/^In STORE_URL, space= must be/);
    await expect(openStore('postgres://localhost/x?space=a";--')).rejects.toThrow(/^In STORE_URL, space= must be/);
  });

  test('a file that is no database, and a folder that is a file', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'These are notes and not a database at all, whatever the address says.'.repeat(20));
    await expect(openStore(`sqlite://${file}`)).rejects.toThrow(/cannot be opened \(.*\)\. Change STORE_URL/);
    await expect(openStore(`sqlite://${file}/below.sqlite`)).rejects.toThrow(/cannot be opened \(.*\)\. Change/);
  });
});
