import { DatabaseSync } from 'node:sqlite';
import type { KeyvStoreAdapter } from 'keyv';

/** One SQLite database as a store of Keyv's, for as many namespaces as wanted. */
export interface Sqlite {
  /** An adapter of its own for each Keyv, because Keyv writes its namespace onto the adapter. */
  adapter(): KeyvStoreAdapter;
  close(): void;
}

/** Rows read at a time when going through a namespace. */
const batch = 100;

/**
 * Opens or creates the database. Several processes may share a file: writers wait up to five seconds for each other, and
 * readers never wait.
 * @param file a path, or `:memory:`
 * @param now milliseconds since 1970, for what expires
 */
export const openSqlite = (file: string, now: () => number): Sqlite => {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS keyv_expires ON keyv (expires) WHERE expires IS NOT NULL;
  `);
  const live = '(expires IS NULL OR expires > ?)';
  const select = db.prepare(`SELECT value FROM keyv WHERE key = ? AND ${live}`);
  const upsert = db.prepare('INSERT OR REPLACE INTO keyv (key, value, expires) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM keyv WHERE key = ?');
  const page = db.prepare(
    `SELECT key, value FROM keyv WHERE key > ? AND key < ? AND ${live} ORDER BY key LIMIT ${batch}`,
  );
  const clear = db.prepare('DELETE FROM keyv WHERE key > ? AND key < ?');
  const purge = db.prepare('DELETE FROM keyv WHERE expires <= ?');
  purge.run(now());

  const get = (key: string): string | undefined => select.get(key, now())?.['value'] as string | undefined;

  const adapter = (): KeyvStoreAdapter => ({
    // Keyv goes through a store only if it knows its dialect.
    opts: { dialect: 'sqlite', url: file },
    // A failure is thrown to whoever called; there is no second way to hear of it.
    on() {
      return this;
    },
    // biome-ignore lint/suspicious/noExplicitAny: Keyv types what it stores as the caller's, and it is always text here.
    get: async (key) => get(key) as any,
    set: (key, value: string, ttl) => upsert.run(key, value, ttl === undefined ? null : now() + ttl),
    delete: async (key) => remove.run(key).changes > 0,
    has: async (key) => get(key) !== undefined,
    clear() {
      clear.run(...range(this.namespace));
      return Promise.resolve();
    },
    // biome-ignore lint/suspicious/useAwait: Keyv asks for an asynchronous generator, and SQLite answers at once.
    async *iterator(namespace) {
      const [first, end] = range(namespace);
      let last = first;
      // Page by page, so that nothing is held open while the caller does something else between two rows.
      for (;;) {
        const rows = page.all(last, end, now()) as { key: string; value: string }[];
        // biome-ignore lint/suspicious/noExplicitAny: as above.
        for (const { key, value } of rows) yield [key, value as any];
        if (rows.length < batch) return;
        last = rows.at(-1)!.key;
      }
    },
  });

  return { adapter, close: () => db.close() };
};

/** Keys of a namespace are `namespace:key`, and `;` follows `:`; without a namespace, every key there is. */
const range = (namespace: string | undefined): [string, string] =>
  namespace ? [`${namespace}:`, `${namespace};`] : ['', '\u{10ffff}'];
