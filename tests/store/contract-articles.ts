import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/store.ts';
import type { Shelf, Store } from '../../src/store/types.ts';

const facts = z.strictObject({ title: z.string() });
type Facts = z.infer<typeof facts>;

const article = (id: string, text = `Text of ${id}.`, title = id) => ({ id, text, facts: { title } });
const idsOf = async (shelf: Shelf<Facts>): Promise<string[]> => (await shelf.list()).map(({ id }) => id);
const readAll = async (shelf: Shelf<Facts>): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for await (const { id, text } of shelf.read()) texts[id] = text;
  return texts;
};
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What every store does with a server's own articles. */
export const articlesContract = (fresh: () => string): void => {
  const using = async (work: (shelf: Shelf<Facts>, store: Store) => Promise<void>, now?: () => number) => {
    const store = await openStore(fresh(), now ? { now } : {});
    try {
      await work(store.articles('1', facts), store);
    } finally {
      await store.close();
    }
  };

  test('keeps articles to the letter, in the order they came', () =>
    using(async (shelf) => {
      const text = 'Line one\r\n\u2028“Ünï” \u0000 \ud83d\ude00 {"a":1} \\ end';
      expect(await shelf.list()).toEqual([]);
      expect(await shelf.add([article('z'), article('a/../b', text), article('%')])).toEqual({
        added: ['z', 'a/../b', '%'],
        changed: [],
        unchanged: [],
      });
      expect(await idsOf(shelf)).toEqual(['z', 'a/../b', '%']);
      expect(await shelf.get('a/../b')).toEqual({ ...article('a/../b', text), hash: hashOf(text), current: true });
      expect(await shelf.get('a')).toBeUndefined();
      expect(await readAll(shelf)).toEqual({ z: 'Text of z.', 'a/../b': text, '%': 'Text of %.' });
      expect((await shelf.list())[1]).toMatchObject({ hash: hashOf(text), length: text.length, versions: 1 });
    }));

  test('makes a changed article a new version, and still has the older ones', () =>
    using(async (shelf) => {
      await shelf.add([article('a', 'old'), article('b')]);
      expect(await shelf.add([article('a', 'new'), article('b'), article('c')])).toEqual({
        added: ['c'],
        changed: ['a'],
        unchanged: ['b'],
      });
      expect(await idsOf(shelf)).toEqual(['a', 'b', 'c']);
      expect(await shelf.get('a')).toMatchObject({ text: 'new', current: true });
      expect(await shelf.get('a', hashOf('old'))).toMatchObject({ text: 'old', current: false });
      expect(await shelf.get('a', hashOf('other'))).toBeUndefined();
      expect(await shelf.describe('a', { title: 'Another' })).toBe(true);
      expect(await shelf.get('a')).toMatchObject({ text: 'new', facts: { title: 'Another' } });
      expect((await shelf.list())[0]).toMatchObject({ facts: { title: 'Another' }, versions: 3 });
      expect(await shelf.describe('nothing', { title: 'x' })).toBe(false);
    }));

  test('keeps the newest twenty versions', () =>
    using(async (shelf) => {
      for (let version = 0; version < 23; version++) await shelf.add([article('a', `version ${version}`)]);
      expect(await shelf.list()).toMatchObject([{ versions: 20 }]);
      expect(await shelf.get('a', hashOf('version 2'))).toBeUndefined();
      expect(await shelf.get('a', hashOf('version 3'))).toMatchObject({ text: 'version 3' });
    }));

  test('removes, brings back, and erases for good', async () => {
    let now = Date.now();
    await using(
      async (shelf) => {
        await shelf.add([article('a'), article('b', 'shared'), article('c', 'shared')]);
        now += 1_000;
        expect(await shelf.remove(['a', 'b', 'nothing'])).toEqual(['a', 'b']);
        expect(await shelf.remove(['a'])).toEqual([]);
        expect(await idsOf(shelf)).toEqual(['c']);
        expect(await readAll(shelf)).toEqual({ c: 'shared' });
        expect(await shelf.get('a')).toBeUndefined();
        expect(await shelf.get('a', hashOf('Text of a.'))).toMatchObject({ text: 'Text of a.', current: false });
        expect(await shelf.bringBack(['a', 'c', 'nothing'])).toEqual(['a']);
        expect(await idsOf(shelf)).toEqual(['a', 'c']);
        await shelf.remove(['a']);
        now += 60_000;
        expect(await shelf.erase(now - 120_000)).toBe(0);
        expect(await shelf.erase(now)).toBe(2);
        expect(await shelf.bringBack(['a', 'b'])).toEqual([]);
        expect(await shelf.get('a', hashOf('Text of a.'))).toBeUndefined();
        expect(await readAll(shelf)).toEqual({ c: 'shared' });
      },
      () => now,
    );
  });

  test('shows many new articles all at once', () =>
    using(async (shelf) => {
      await shelf.add([article('first')]);
      const seen: number[] = [];
      const written: number[] = [];
      const many = async function* () {
        for (let number = 0; number < 1_000; number++) {
          if (number % 200 === 0) seen.push((await shelf.list()).length);
          yield article(`n${number}`);
        }
      };
      await shelf.add(many(), (count) => written.push(count));
      expect(new Set(seen)).toEqual(new Set([1]));
      expect(written.at(-1)).toBe(1_000);
      expect(written.length).toBeGreaterThan(10);
      expect(written).toEqual(written.toSorted((one, other) => one - other));
      const texts = await readAll(shelf);
      expect(Object.keys(texts)).toHaveLength(1_001);
      expect(texts['n999']).toBe('Text of n999.');
    }));

  test('adds nothing when the source fails half way, and cleans up a day later', async () => {
    let now = Date.now();
    await using(
      async (shelf, store) => {
        await shelf.add([article('first')]);
        const failing = function* () {
          for (let number = 0; number < 300; number++) yield article(`n${number}`);
          throw new Error('the file ended early');
        };
        await expect(shelf.add(failing())).rejects.toThrow('the file ended early');
        expect(await idsOf(shelf)).toEqual(['first']);
        await expect(shelf.add([article('a'), { id: 'b', text: 'B', facts: {} as Facts }])).rejects.toThrow(z.ZodError);
        expect(await idsOf(shelf)).toEqual(['first']);
        const values = async () => (await Array.fromAsync(store.dump())).length;
        const before = await values();
        await shelf.erase(now);
        expect(await values()).toBe(before);
        now += 25 * 3_600_000;
        await shelf.erase(now);
        expect(await values()).toBeLessThan(before - 200);
        expect(await readAll(shelf)).toEqual({ first: 'Text of first.' });
      },
      () => now,
    );
  });

  test('loses nothing when many add, remove and describe at once', () =>
    using(async (shelf) => {
      await shelf.add([article('a'), article('b')]);
      await Promise.all([
        ...['c', 'd', 'e', 'f'].map((id) => shelf.add([article(id)])),
        shelf.remove(['a']),
        shelf.describe('b', { title: 'Better' }),
      ]);
      expect((await idsOf(shelf)).toSorted()).toEqual(['b', 'c', 'd', 'e', 'f']);
      expect(await shelf.get('b')).toMatchObject({ facts: { title: 'Better' } });
    }));

  test('adds nothing to a server that was forgotten meanwhile', () =>
    using(async (shelf, store) => {
      const slow = async function* () {
        yield article('a');
        await store.forgetGuild('1');
        yield article('b');
      };
      await expect(shelf.add(slow())).rejects.toMatchObject({ trouble: 'refused' });
      expect(await shelf.list()).toEqual([]);
      expect(await store.servers()).toEqual([]);
    }));
};
