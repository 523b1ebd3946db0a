import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Keyv } from 'keyv';
import { openSqlite, type Sqlite } from './sqlite.ts';
import type { Store, Vote } from './types.ts';

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** How long a vote is kept, in milliseconds: half a year. */
const retention = 183 * 24 * 60 * 60 * 1_000;

/**
 * Opens what must survive a restart.
 * @param url `sqlite://path/to/file`, made with its folder if it isn't there, or `memory:`, which forgets
 * @throws Error with one plain sentence when the address is no such thing or the file cannot be opened
 */
export const openStore = async (url: string, { now = Date.now }: StoreOptions = {}): Promise<Store> => {
  const sqlite = open(url, now);
  const spaces = new Map<string, Keyv<string>>();
  const space = (namespace: string): Keyv<string> => {
    const known = spaces.get(namespace);
    if (known) return known;
    const made = new Keyv<string>({ store: sqlite.adapter(), namespace, throwOnErrors: true, emitErrors: false });
    spaces.set(namespace, made);
    return made;
  };
  const own = space('bot');
  const key = await secret(own);
  const votes = (guildId: string | null): Keyv<string> => space(`feedback-${guildId ?? 'dm'}`);

  return {
    async addFeedback({ guildId, messageId, userId, helpful }) {
      const voter = createHmac('sha256', key).update(userId).digest('hex');
      const vote: Vote = { guildId, messageId, voter, helpful, at: new Date(now()).toISOString() };
      await votes(guildId).set(`${messageId}/${voter}`, JSON.stringify(vote), retention);
    },
    async feedback(guildId) {
      const found: Vote[] = [];
      for await (const [, vote] of votes(guildId).iterator!(undefined)) found.push(JSON.parse(vote as string));
      return found;
    },
    get: (name) => own.get(`value/${name}`),
    set: async (name, value) => {
      await own.set(`value/${name}`, value);
    },
    close: async () => sqlite.close(),
  };
};

const open = (url: string, now: () => number): Sqlite => {
  if (url === 'memory:') return openSqlite(':memory:', now);
  const file = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
  if (file === undefined)
    throw new Error(`STORE_URL must be sqlite:// with the path of a file, or memory: for a store that forgets.`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSqlite(file, now);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The store ${file} cannot be opened (${reason}). Change STORE_URL or make its folder writable.`, {
      cause: error,
    });
  }
};

/** The key that turns user ids into voters: made once, and kept in the store, so that a voter stays one. */
const secret = async (own: Keyv<string>): Promise<string> => {
  const kept = await own.get('voter-key');
  if (kept !== undefined) return kept;
  await own.set('voter-key', randomBytes(32).toString('hex'));
  // Another process may have written one at the same time; what is in the store now counts for both.
  return (await own.get('voter-key'))!;
};
