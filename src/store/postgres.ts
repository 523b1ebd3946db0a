import { createRequire } from 'node:module';
import { KeyvPostgres } from '@keyv/postgres';
import { type Backend, throughAdapter } from './backend.ts';

/** What is used of a pool of connections of `pg`. */
interface Pool {
  query(sql: string, values?: unknown): Promise<{ readonly rows: Row[] }>;
  on(event: 'error', heard: (error: Error) => void): void;
  end(): Promise<void>;
}

type Row = Record<string, string>;

/** Keys read at a time. */
const batch = 1_000;

/**
 * Connects to PostgreSQL.
 * @param url as `pg` takes it: `postgres://user:password@host:port/database?sslmode=…`
 * @param space the name of the table, which is made if it is not there; letters, digits and `_`
 * @param patience for a connection and for an answer, in milliseconds
 * @throws the driver's error when the connection fails or the table cannot be made
 */
export const openPostgres = async (
  url: string,
  space: string,
  patience: number,
  now: () => number,
): Promise<Backend> => {
  const pool = poolOf({
    connectionString: url,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    max: 4,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it is taken out of the pool, and a new one is made when it is needed.
  pool.on('error', () => {});
  const troubles: unknown[] = [];
  const adapter = new (adapterOn(pool))({ table: space, keySize: 1_024 });
  adapter.on('error', (error) => troubles.push(error));

  try {
    await adapter.get('');
    await pool.query(index(space)).catch((error: { code?: string }) => {
      // Another process has made it at the same time.
      if (error.code !== '23505' && error.code !== '42P07') throw error;
    });
  } catch (error) {
    await pool.end();
    // Why the table could not be made says more than that it is not there.
    throw troubles[0] ?? error;
  }

  return {
    ...throughAdapter(adapter as unknown as Parameters<typeof throughAdapter>[0], now),
    async swap(key, before, after) {
      const { rows } =
        before === undefined
          ? await pool.query(`INSERT INTO ${space} VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key`, [key, after])
          : await pool.query(`UPDATE ${space} SET value = $3 WHERE key = $1 AND value = $2 RETURNING key`, [
              key,
              before,
              after,
            ]);
      return rows.length > 0;
    },
    async *keys(prefix) {
      for (let last = prefix; ; ) {
        // Keys are ASCII, and DEL is its last character.
        const { rows } = await pool.query(
          `SELECT key FROM ${space} WHERE key COLLATE "C" > $1 AND key COLLATE "C" < $2 ORDER BY key COLLATE "C" LIMIT ${batch}`,
          [last, `${prefix}\u007f`],
        );
        if (rows.length > 0) yield rows.map(({ key }) => key!);
        if (rows.length < batch) return;
        last = rows.at(-1)!['key']!;
      }
    },
    async sweep() {
      // Read from the text's beginning (see `values.ts`), because reading JSON would stumble over some of the characters in it.
      await pool.query(
        `DELETE FROM ${space} WHERE substring(value from '^\\{"v":[0-9]+,"expires":([0-9]+)')::bigint <= $1`,
        [now()],
      );
    },
    close: () => pool.end(),
  };
};

/** PostgreSQL's usual order of texts depends on the language, so lists by prefix need an index in the order of ASCII. */
const index = (space: string): string => `CREATE INDEX IF NOT EXISTS ${space}_ascii ON ${space} (key COLLATE "C")`;

/**
 * Keyv's adapter on a pool of our own. Its own pool is one for the whole process, which closes for all when one closes, and
 * nobody can hear the errors of its idle connections, which would end the process.
 */
const adapterOn = (pool: Pool) =>
  class extends KeyvPostgres {
    // biome-ignore lint/suspicious/useAwait: as the overridden method declares it.
    override async connect() {
      return async (sql: string, values?: unknown) => (await pool.query(sql, values)).rows;
    }

    override disconnect() {
      return pool.end();
    }
  };

/** The very `pg` that the adapter brings with it. */
const poolOf = (options: object): Pool => {
  const own = createRequire(import.meta.url);
  const { Pool } = createRequire(own.resolve('@keyv/postgres'))('pg') as { Pool: new (options: object) => Pool };
  return new Pool(options);
};
