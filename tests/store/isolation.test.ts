import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/store.ts';
import { places } from './places.ts';

const named = z.object({ of: z.string() });

/** Ids that mean something in a path, in a pattern or in a key, next to any text at all. */
const guildId = fc.oneof(
  fc.constantFrom(
    '1',
    '11',
    '1/',
    '1/1',
    '/',
    '',
    '*',
    '?',
    '[0-9]',
    '%',
    '_',
    '1%',
    '\\',
    '@dm',
    '%0040dm',
    '..',
    '1:1',
  ),
  fc.constantFrom(
    'vote/1',
    'constructor',
    '__proto__',
    '\ud800',
    '\udbff',
    '\u0000',
    'é',
    'e\u0301',
    '~',
    'x'.repeat(400),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

for (const { name, fresh, missing } of places) {
  describe.skipIf(missing !== null)(`servers with one store in ${name}`, () => {
    test('never see anything of each other, whatever they are called', async () => {
      const store = await openStore(fresh());
      const seenBy = async (guildId: string) => [
        ...(await store.feedback(guildId)).map((vote) => vote.guildId),
        ...(await store.questions(guildId)).map(({ text }) => text),
        (await store.settings(guildId, named).get())?.of,
        ...(await store.articles(guildId, named).list()).map(({ facts }) => facts.of),
        (await store.articles(guildId, named).get('a'))?.text,
        ...(await Array.fromAsync(store.articles(guildId, named).read(), ({ text }) => text)),
      ];
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(guildId, { minLength: 2, maxLength: 4 }), async (guildIds) => {
          for (const of of guildIds) {
            await store.addFeedback({ guildId: of, messageId: of, userId: of, helpful: true });
            const answer = { command: 'ask', answered: true, confidence: 1, articles: [], speakers: [] };
            await store.addQuestion({ ...answer, guildId: of, userId: of, text: of }, 60_000);
            await store.settings(of, named).set({ of });
            await store.articles(of, named).add([{ id: 'a', text: of, facts: { of } }]);
          }
          for (const of of guildIds) expect(await seenBy(of)).toEqual(Array(6).fill(of));
          expect(await store.feedback(null)).toEqual([]);
          const [first, ...others] = guildIds;
          await store.forgetGuild(first!);
          expect(await seenBy(first!)).toEqual([undefined, undefined]);
          for (const of of others) expect(await seenBy(of)).toEqual(Array(6).fill(of));
          const known = await store.servers();
          expect(known).not.toContain(first);
          for (const of of others) if (of.length < 10) expect(known).toContain(of);
          for (const of of others) await store.forgetGuild(of);
          expect(await store.servers()).toEqual([]);
        }),
        { numRuns: 25 },
      );
      await store.close();
    });
  });
}
