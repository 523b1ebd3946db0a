import { createHmac, randomUUID } from 'node:crypto';
import { below, keyOf } from './keys.ts';
import type { Records } from './records.ts';
import type { LoggedQuestion, Store, Vote } from './types.ts';
import type { Kind } from './values.ts';

type People = Pick<
  Store,
  'addFeedback' | 'feedback' | 'addQuestion' | 'questions' | 'eraseQuestions' | 'forgetUser' | 'exportUser'
>;

export const votes: Kind<Vote> = { name: 'vote', migrations: [] };
export const questions: Kind<LoggedQuestion> = { name: 'question', migrations: [] };

/** How long a vote is kept, in milliseconds: half a year. */
const retention = 183 * 24 * 60 * 60 * 1_000;

/**
 * What people did: votes and the question log. Whose a value is stands at the end of its key, as a keyed hash, so that
 * all of one person is found without reading anybody's.
 * @param secret the key of the hashes
 */
export const peopleIn = (records: Records, secret: string, now: () => number): People => {
  const hash = (userId: string): string => createHmac('sha256', secret).update(userId).digest('hex');
  const present = async <T>(kind: Kind<T>, keys: readonly string[]): Promise<T[]> =>
    (await records.getAll(kind, keys)).filter((value) => value !== undefined);
  const keysAbout = async (kind: Kind<unknown>, userId: string): Promise<string[]> => {
    const end = `/${hash(userId)}`;
    return (await records.keys(below(kind.name))).filter((key) => key.endsWith(end));
  };
  const ofServer = async <T>(kind: Kind<T>, guildId: string | null): Promise<T[]> =>
    present(kind, await records.keys(below(kind.name, guildId)));

  return {
    async addFeedback({ guildId, messageId, userId, helpful }) {
      const voter = hash(userId);
      const cast: Vote = { guildId, messageId, voter, helpful, at: new Date(now()).toISOString() };
      await records.put(votes, [[keyOf('vote', guildId, messageId, voter), cast]], retention);
    },
    feedback: (guildId) => ofServer(votes, guildId),
    async addQuestion({ userId, ...asked }, lifetime) {
      const asker = hash(userId);
      const logged: LoggedQuestion = { ...asked, asker, at: new Date(now()).toISOString() };
      // In the order of time, so that new ones are written side by side.
      const id = `${now().toString(36).padStart(9, '0')}-${randomUUID()}`;
      await records.putSoon(questions, keyOf('question', asked.guildId, id, asker), logged, lifetime);
    },
    async questions(guildId) {
      return (await ofServer(questions, guildId)).sort(byTime);
    },
    async eraseQuestions(guildId, before) {
      const keys = await records.keys(below('question', guildId));
      const asked = await records.getAll(questions, keys);
      const old = keys.filter((_, index) => Date.parse(asked[index]?.at ?? '') < before);
      await records.delete(old);
      return old.length;
    },
    async forgetUser(userId) {
      const keys = [...(await keysAbout(votes, userId)), ...(await keysAbout(questions, userId))];
      await records.delete(keys);
      return keys.length;
    },
    async exportUser(userId) {
      return {
        votes: (await present(votes, await keysAbout(votes, userId))).sort(byTime),
        questions: (await present(questions, await keysAbout(questions, userId))).sort(byTime),
      };
    },
  };
};

const byTime = (one: { readonly at: string }, other: { readonly at: string }): number =>
  one.at < other.at ? -1 : Number(one.at > other.at);
