/** The door of `store`: what must survive a restart, in a file, in Redis, in PostgreSQL or, for a while, in memory. */
import { randomBytes } from 'node:crypto';
import { lists, shelfIn, texts } from './articles.ts';
import type { Backend } from './backend.ts';
import { dumpFrom, loadInto } from './backup.ts';
import { gather } from './gather.ts';
import { guard } from './guard.ts';
import { below, guildIn, keyOf } from './keys.ts';
import { openBackend } from './open.ts';
import { peopleIn, questions, votes } from './people.ts';
import { type Records, recordsOn } from './records.ts';
import { settings, settingsIn } from './settings.ts';
import type { Store } from './types.ts';
import type { Kind } from './values.ts';

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How long a connection or an operation may take, in milliseconds. */
  readonly patience?: number;
  /** Is told in a sentence, once each, that a store is lost and that it is there again. */
  readonly report?: (sentence: string) => void;
}

const own: Kind<string> = { name: 'bot', migrations: [] };

/** Everything that is kept, in the order of a backup. */
const kinds: readonly Kind<unknown>[] = [own, settings, lists, texts, votes, questions];

/** How often what has expired is deleted, in milliseconds. */
const sweeping = 60 * 60 * 1_000;

/**
 * Opens what must survive a restart.
 * @param url `sqlite://path/to/file`, made with its folder if it isn't there; `redis://`, `rediss://` or `postgres://` with
 *   user, password, host and, for several bots on one server, `?space=NAME`; or `memory:`, which forgets
 * @throws StoreError with plain sentences, and nothing secret in them, when the store cannot be opened or reached
 */
export const openStore = async (
  url: string,
  { now = Date.now, patience = 5_000, report = () => {} }: StoreOptions = {},
): Promise<Store> => {
  const backend = guard(await openBackend(url, patience, now), { patience, report });
  try {
    return await storeOn(backend, now);
  } catch (error) {
    await backend.close();
    throw error;
  }
};

/** A store on what holds its values. */
export const storeOn = async (values: Backend, now: () => number): Promise<Store> => {
  const backend = gather(values);
  const records = recordsOn(backend, now);
  await backend.sweep();
  const people = peopleIn(records, await secretIn(records), now);
  const epochs = new Map<string, number>();
  const epoch = (guildId: string): number => epochs.get(guildId) ?? 0;
  // A store that is away now is swept an hour later.
  const timer = setInterval(() => void backend.sweep().catch(() => {}), sweeping).unref();

  return {
    ...people,
    settings: (guildId, schema, name) => settingsIn(records, guildId, schema, name),
    articles: (guildId, schema) => shelfIn(records, guildId, schema, now, () => epoch(guildId)),
    async servers() {
      const found = new Set<string | null>();
      for (const { name } of kinds) {
        for await (const keys of backend.keys(below(name))) for (const key of keys) found.add(guildIn(key));
      }
      return [...found].filter((guildId) => guildId !== null);
    },
    async forgetGuild(guildId) {
      epochs.set(guildId, epoch(guildId) + 1);
      let count = 0;
      // The list of articles goes before their texts, so that none is seen without its text.
      for (const { name } of kinds) {
        const keys = await records.keys(below(name, guildId));
        await records.delete(keys);
        count += keys.length;
      }
      return count;
    },
    get: (name) => records.get(own, keyOf('bot', null, 'value', name)),
    set: (name, value) => records.put(own, [[keyOf('bot', null, 'value', name), value]]),
    dump: () => dumpFrom(backend, kinds, now),
    load: (read) => loadInto(backend, kinds, read, now),
    async close() {
      clearInterval(timer);
      await backend.close();
    },
  };
};

/** The key that turns user ids into hashes: made once, and kept in the store, so that a person stays one. */
const secretIn = (records: Records): Promise<string> =>
  // In one step, because another process may be starting at the same time.
  records.change(own, keyOf('bot', null, 'people'), (kept) => kept ?? randomBytes(32).toString('hex'));
