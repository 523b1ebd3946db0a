/** The four kinds of stores that the tests run on, and what stands in for a server that is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import KeyvRedis from '@keyv/redis';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/store.ts';

export interface Place {
  readonly name: string;
  /** The address of an empty store. */
  readonly fresh: () => string;
  /** Why its tests cannot run here; null: they can. */
  readonly missing: string | null;
}

const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
export const freshFile = (): string => join(folder, `new ${files++}`, 'store.sqlite');

const spaces = new Map<string, Set<string>>();
const run = `t${process.pid}_${Date.now().toString(36)}`;

const onServer = async (name: string, variable: string, usual: string): Promise<Place & { readonly url: string }> => {
  const url = process.env[variable] ?? usual;
  const used = new Set<string>();
  const space = (): string => {
    const made = `${run}_${used.size}`;
    used.add(made);
    return made;
  };
  const fresh = (): string => `${url}${url.includes('?') ? '&' : '?'}space=${space()}`;
  const missing = await openStore(fresh(), { patience: 2_000 }).then(
    (store) => store.close().then(() => null),
    (error: Error) => {
      // A server that somebody named has to be there; only the usual one may be absent.
      if (process.env[variable] !== undefined) throw error;
      used.clear();
      return `skipped: ${error.message} Set ${variable} to use another.`;
    },
  );
  spaces.set(url, used);
  return { name: missing === null ? name : `${name} (${missing})`, fresh, missing, url };
};

export const redis = await onServer('Redis', 'REDIS_URL', 'redis://127.0.0.1:6379');
export const postgres = await onServer('PostgreSQL', 'POSTGRES_URL', 'postgres://127.0.0.1:5432/postgres');
const memory: Place = { name: 'memory', fresh: () => 'memory:', missing: null };
const file: Place = { name: 'a file', fresh: () => `sqlite://${freshFile()}`, missing: null };

export const places: readonly Place[] = [memory, file, redis, postgres];
/** Where a second process can open the same store. */
export const shared: readonly Place[] = [file, redis, postgres];

// Nothing of the tests stays on a server that is not thrown away.
afterAll(async () => {
  const ofRedis = spaces.get(redis.url) ?? new Set();
  if (redis.missing === null && ofRedis.size > 0) {
    const client = new KeyvRedis(redis.url).client as unknown as RedisClient;
    await client.connect();
    for await (const keys of client.scanIterator({ MATCH: `${run}_*`, COUNT: 1_000 })) {
      if (keys.length > 0) await client.unlink(keys);
    }
    await client.close();
  }
  const ofPostgres = spaces.get(postgres.url) ?? new Set();
  if (postgres.missing === null && ofPostgres.size > 0) {
    const pool = new Pool({ connectionString: postgres.url, max: 1 });
    for (const space of ofPostgres) await pool.query(`DROP TABLE IF EXISTS ${space}`);
    await pool.end();
  }
});

interface RedisClient {
  connect(): Promise<unknown>;
  scanIterator(options: { MATCH: string; COUNT: number }): AsyncIterable<string[]>;
  unlink(keys: readonly string[]): Promise<number>;
  close(): Promise<unknown>;
}

const own = createRequire(import.meta.url);
const { Pool } = createRequire(own.resolve('@keyv/postgres'))('pg') as {
  Pool: new (options: {
    connectionString: string;
    max: number;
  }) => {
    query(sql: string): Promise<unknown>;
    end(): Promise<void>;
  };
};

/** A way to a server that can be cut, silenced and mended. */
export interface Way {
  /** The server's address, by this way. */
  readonly url: string;
  /** Ends all connections and takes no new ones. */
  cut(): Promise<void>;
  /** Takes what is sent, but lets nothing through. */
  silence(): void;
  mend(): Promise<void>;
}

export const wayTo = async (url: string): Promise<Way> => {
  const target = new URL(url);
  const open = new Set<Socket>();
  let server: Server;
  let silent = false;
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server = createServer((near) => {
        const far = connect(Number(target.port), target.hostname);
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          open.add(one);
          one.on('data', (bytes) => silent || other.write(bytes));
          one.on('error', () => {});
          one.on('close', () => {
            open.delete(one);
            other.destroy();
          });
        }
      });
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server!.address() as AddressInfo;
  const by = new URL(url);
  by.host = `127.0.0.1:${port}`;
  return {
    url: by.href,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
    silence() {
      silent = true;
    },
    async mend() {
      silent = false;
      if (!server.listening) await listen(port);
    },
  };
};
