import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/types.ts';

const policy = z.strictObject({ eager: z.boolean(), channels: z.array(z.string()) });

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

  const asked = {
    guildId: '1',
    userId: '7',
    command: 'ask',
    answered: false,
    confidence: 0.25,
    articles: ['ferry'],
    speakers: ['Ida Holm'],
    text: null,
  };

  test('keeps the question log as long as it is told to, oldest first, and never who asked', async () => {
    let now = Date.now();
    await using(
      async (store) => {
        await store.addQuestion({ ...asked, command: 'quote' }, 3_600_000);
        now += 1_000;
        await store.addQuestion({ ...asked, text: 'When does the ferry sail?' }, 7_200_000);
        const [one, other] = await store.questions('1');
        const { userId, ...rest } = asked;
        expect(one).toMatchObject({ ...rest, command: 'quote', text: null });
        expect(other).toMatchObject({ ...rest, text: 'When does the ferry sail?' });
        expect(one?.asker).toMatch(/^[0-9a-f]{64}$/);
        expect(one).not.toHaveProperty('userId');
        now += 3_600_000;
        expect(await store.questions('1')).toEqual([other]);
        await store.addQuestion({ ...asked, command: 'quote' }, 7_200_000);
        await store.addQuestion({ ...asked, guildId: '2', command: 'quote' }, 1);
        expect(await store.eraseQuestions('1', now)).toBe(1);
        expect(await store.questions('1')).toMatchObject([{ command: 'quote' }]);
        expect(await store.eraseQuestions('1', now + 1)).toBe(1);
        expect(await store.questions('1')).toEqual([]);
        await store.addQuestion(asked, 3_600_000);
        expect(await store.questions('1')).toHaveLength(1);
        now += 3_600_000;
        expect(await store.questions('1')).toEqual([]);
      },
      () => now,
    );
  });

  test('counts questions that are about to be written as written', () =>
    using(async (store) => {
      const texts = ['one', 'two', 'three'];
      const adding = texts.map((text) => store.addQuestion({ ...asked, text }, 60_000));
      expect((await store.questions('1')).map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
      await Promise.all(adding);
      const another = store.addQuestion(asked, 60_000);
      expect(await store.forgetUser(asked.userId)).toBe(4);
      await another;
      const last = store.addQuestion(asked, 60_000);
      expect(await store.forgetGuild('1')).toBe(1);
      await last;
      expect(await store.questions('1')).toEqual([]);
    }));

  test('keeps settings that fit their schema, and no others', () =>
    using(async (store) => {
      const settings = store.settings('1', policy);
      expect(await settings.get()).toBeUndefined();
      await settings.set({ eager: true, channels: ['9'] });
      expect(await settings.get()).toEqual({ eager: true, channels: ['9'] });
      await expect(settings.set({ eager: 'yes' } as never)).rejects.toThrow(z.ZodError);
      expect(await settings.get()).toEqual({ eager: true, channels: ['9'] });
      expect(await store.settings('2', policy).get()).toBeUndefined();
      const feeds = store.settings('1', z.array(z.string()), 'feeds');
      await feeds.set(['https://harbour.example/feed']);
      expect(await settings.get()).toEqual({ eager: true, channels: ['9'] });
      expect(await feeds.get()).toEqual(['https://harbour.example/feed']);
      await expect(store.settings('1', z.object({ name: z.string() })).get()).rejects.toMatchObject({
        name: 'StoreError',
        trouble: 'damaged',
      });
      await settings.delete();
      expect(await settings.get()).toBeUndefined();
    }));

  test('lets settings be changed by many at once, and loses no change', () =>
    using(async (store) => {
      const settings = store.settings('1', policy);
      const join = (channel: string) =>
        settings.change((before = { eager: false, channels: [] }) => ({
          ...before,
          channels: [...before.channels, channel],
        }));
      expect(await join('0')).toEqual({ before: undefined, after: { eager: false, channels: ['0'] } });
      const others = ['1', '2', '3', '4', '5'];
      await Promise.all(others.map(join));
      expect((await settings.get())?.channels.toSorted()).toEqual(['0', ...others]);
    }));

  test('gives people what is kept about them, everywhere, and forgets it', () =>
    using(async (store) => {
      for (const guildId of ['1', '2', null]) {
        for (const userId of ['7', '77']) {
          await store.addFeedback({ ...vote, guildId, userId });
          await store.addQuestion({ ...asked, guildId, userId, text: `a question of ${userId}` }, 60_000);
        }
      }
      const { votes, questions } = await store.exportUser('7');
      expect(votes.map(({ guildId }) => guildId).toSorted()).toEqual(['1', '2', null]);
      expect(questions.map(({ text }) => text)).toEqual(Array(3).fill('a question of 7'));
      expect(await store.forgetUser('7')).toBe(6);
      expect(await store.exportUser('7')).toEqual({ votes: [], questions: [] });
      expect(await store.forgetUser('7')).toBe(0);
      for (const guildId of ['1', '2', null]) {
        expect(await store.feedback(guildId)).toHaveLength(1);
        expect(await store.questions(guildId)).toMatchObject([{ text: 'a question of 77' }]);
      }
    }));

  test('forgets a server, and only that one', () =>
    using(async (store) => {
      const guilds = ['1', '11'];
      for (const guildId of guilds) {
        await store.settings(guildId, policy).set({ eager: true, channels: [] });
        await store.articles(guildId, policy).add([{ id: 'a', text: 'A', facts: { eager: true, channels: [] } }]);
        await store.addFeedback({ ...vote, guildId });
        await store.addQuestion({ ...asked, guildId }, 60_000);
      }
      await store.addFeedback({ ...vote, guildId: null });
      await store.set('name', 'kept');
      expect((await store.servers()).toSorted()).toEqual(guilds);
      expect(await store.forgetGuild('1')).toBe(5);
      expect(await store.servers()).toEqual(['11']);
      expect(await store.settings('1', policy).get()).toBeUndefined();
      expect(await store.articles('1', policy).list()).toEqual([]);
      expect(await store.articles('1', policy).get('a')).toBeUndefined();
      expect(await store.feedback('1')).toEqual([]);
      expect(await store.questions('1')).toEqual([]);
      expect(await store.settings('11', policy).get()).toBeDefined();
      expect(await store.articles('11', policy).get('a')).toMatchObject({ text: 'A' });
      expect(await store.feedback('11')).toHaveLength(1);
      expect(await store.questions('11')).toHaveLength(1);
      expect(await store.feedback(null)).toHaveLength(1);
      expect(await store.get('name')).toBe('kept');
    }));
};
