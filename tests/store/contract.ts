import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/types.ts';

/** What every store does, whatever it keeps its values in. `fresh` gives the address of an empty one. */
export const contract = (fresh: () => string): void => {
  const using = async (work: (store: Store) => Promise<void>, now?: () => number): Promise<void> => {
    const store = await openStore(fresh(), now ? { now } : {});
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };
  const vote = { guildId: '1', messageId: '100', userId: '7', helpful: true };

  test('keeps small values, and knows none that were not set', () =>
    using(async (store) => {
      expect(await store.get('name')).toBeUndefined();
      await store.set('name', 'one');
      await store.set('name', 'two: “ü” \u0000 {"a":1}');
      expect(await store.get('name')).toBe('two: “ü” \u0000 {"a":1}');
      expect(await store.get('nam')).toBeUndefined();
    }));

  test('counts a second vote of the same person on the same message instead of the first', () =>
    using(async (store) => {
      await store.addFeedback(vote);
      await store.addFeedback({ ...vote, helpful: false });
      expect(await store.feedback('1')).toMatchObject([{ guildId: '1', messageId: '100', helpful: false }]);
      await store.addFeedback({ ...vote, userId: '8' });
      await store.addFeedback({ ...vote, messageId: '101' });
      expect(await store.feedback('1')).toHaveLength(3);
    }));

  test('keeps the votes of servers and of direct messages apart', () =>
    using(async (store) => {
      for (const guildId of ['1', '11', '111', null]) await store.addFeedback({ ...vote, guildId });
      for (const guildId of ['1', '11', '111', null])
        expect(await store.feedback(guildId)).toMatchObject([{ guildId }]);
      expect(await store.feedback('2')).toEqual([]);
    }));

  test('never keeps who voted, yet knows them again', () =>
    using(async (store) => {
      const userId = '123456789012345678';
      await store.addFeedback({ ...vote, userId });
      await store.addFeedback({ ...vote, userId, messageId: '101' });
      const [one, other] = await store.feedback('1');
      expect(one?.voter).toMatch(/^[0-9a-f]{64}$/);
      expect(one?.voter).toBe(other?.voter);
      expect(JSON.stringify([one, other])).not.toContain(userId);
    }));

  test('forgets votes after half a year', async () => {
    let now = Date.now();
    await using(
      async (store) => {
        await store.addFeedback(vote);
        now += 182 * 86_400_000;
        expect(await store.feedback('1')).toHaveLength(1);
        now += 2 * 86_400_000;
        expect(await store.feedback('1')).toEqual([]);
      },
      () => now,
    );
  });

  test('gives back more votes than it reads at a time', () =>
    using(async (store) => {
      for (let user = 0; user < 250; user++) await store.addFeedback({ ...vote, userId: String(user) });
      const voters = (await store.feedback('1')).map(({ voter }) => voter);
      expect(new Set(voters).size).toBe(250);
    }));
};
