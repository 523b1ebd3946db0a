import { DatabaseSync } from 'node:sqlite';
import type { Backend, BatchAdapter } from './backend.ts';
import { throughAdapter } from './backend.ts';

/** One SQLite database as a store of Keyv's, for as many namespaces as wanted. */
export interface Sqlite extends Pick<Backend, 'keys' | 'swap' | 'sweep'> {
  /** An adapter of its own for each Keyv, because Keyv writes its namespace onto the adapter. */
  adapter(): BatchAdapter;
  close(): void;
}

/** Rows read at a time when going through keys. */
const batch = 100;

/**
 * Opens or creates the database. Several processes may share a file: writers wait up to five seconds for each other, and
 * readers never wait. What has been written survives the end of the process, however sudden; a power cut may take the last
 * writes, but never leaves half of one.
 * @param file a path, or `:memory:`
 * @param now milliseconds since 1970, for what expires
 * @param pages how large the database may grow, in pages of 4 KiB
 */
export const openSqlite = (file: string, now: () => number, pages?: number): Sqlite => {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    -- What is deleted is overwritten, so that the forgotten is not found in the file.
    PRAGMA secure_delete = ON;
    ${pages === undefined ? '' : `PRAGMA max_page_count = ${Math.trunc(pages)};`}
    CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS entries_expires ON entries (expires) WHERE expires IS NOT NULL;
  `);
  const live = '(expires IS NULL OR expires > ?)';
  const select = db.prepare(`SELECT value FROM entries WHERE key = ? AND ${live}`);
  const upsert = db.prepare('INSERT OR REPLACE INTO entries (key, value, expires) VALUES (?, ?, ?)');
  const insert = db.prepare('INSERT OR IGNORE INTO entries (key, value) VALUES (?, ?)');
  const replace = db.prepare('UPDATE entries SET value = ? WHERE key = ? AND value = ?');
  const remove = db.prepare('DELETE FROM entries WHERE key = ?');
  const page = db.prepare(
    `SELECT key, value FROM entries WHERE key > ? AND key < ? AND ${live} ORDER BY key LIMIT ${batch}`,
  );
  const clear = db.prepare('DELETE FROM entries WHERE key > ? AND key < ?');
  const purge = db.prepare('DELETE FROM entries WHERE expires <= ?');
  // Also finds out whether the file may be written at all.
  purge.run(now());

  const get = (key: string): string | undefined => select.get(key, now())?.['value'] as string | undefined;
  const set = (key: string, value: string, ttl?: number): void => {
    upsert.run(key, value, ttl === undefined ? null : now() + ttl);
  };
  const together = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has ended the transaction already.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  // Page by page, so that nothing is held open while the caller does something else in between.
  function* rows(first: string, end: string): Generator<readonly { key: string; value: string }[]> {
    for (let last = first; ; ) {
      const found = page.all(last, end, now()) as { key: string; value: string }[];
      if (found.length > 0) yield found;
      if (found.length < batch) return;
      last = found.at(-1)!.key;
    }
  }

  const adapter = (): BatchAdapter => ({
    // Keyv goes through a store only if it knows its dialect.
    opts: { dialect: 'sqlite', url: file },
    // A failure is thrown to whoever called; there is no second way to hear of it.
    on() {
      return this;
    },
    // biome-ignore lint/suspicious/noExplicitAny: Keyv types what it stores as the caller's, and it is always text here.
    get: async (key) => get(key) as any,
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    getMany: async (keys) => keys.map(get) as any,
    set: async (key, value: string, ttl) => set(key, value, ttl),
    setMany: async (entries) =>
      together(() => {
        for (const { key, value, ttl } of entries) set(key, value as string, ttl);
      }),
    delete: async (key) => remove.run(key).changes > 0,
    deleteMany: async (keys) => together(() => keys.filter((key) => remove.run(key).changes > 0).length > 0),
    has: async (key) => get(key) !== undefined,
    clear() {
      clear.run(...range(this.namespace));
      return Promise.resolve();
    },
    // biome-ignore lint/suspicious/useAwait: Keyv asks for an asynchronous generator, and SQLite answers at once.
    async *iterator(namespace) {
      // biome-ignore lint/suspicious/noExplicitAny: as above.
      for (const found of rows(...range(namespace))) for (const { key, value } of found) yield [key, value as any];
    },
  });

  return {
    adapter,
    // biome-ignore lint/suspicious/useAwait: other stores have to wait.
    async *keys(prefix) {
      // Keys are ASCII, and DEL is its last character.
      for (const found of rows(prefix, `${prefix}\u007f`)) yield found.map(({ key }) => key);
    },
    swap: async (key, before, after) =>
      (before === undefined ? insert.run(key, after) : replace.run(after, key, before)).changes > 0,
    sweep: () => {
      purge.run(now());
      return Promise.resolve();
    },
    close: () => db.close(),
  };
};

/** A database as a backend. */
export const sqliteBackend = (sqlite: Sqlite, now: () => number): Backend => ({
  ...throughAdapter(sqlite.adapter(), now),
  keys: sqlite.keys,
  swap: sqlite.swap,
  sweep: sqlite.sweep,
  close: async () => sqlite.close(),
});

/** Keys of a namespace are `namespace:key`, and `;` follows `:`; without a namespace, every key there is. */
const range = (namespace: string | undefined): [string, string] =>
  namespace ? [`${namespace}:`, `${namespace};`] : ['', '\u{10ffff}'];
