import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Backend } from './backend.ts';
import { openSqlite, sqliteBackend } from './sqlite.ts';
import { StoreError } from './types.ts';

/** What stands before the keys in Redis, and the name of the table in PostgreSQL, unless the address says `?space=`. */
const usualSpace = 'verbatim';

/**
 * Opens what an address means.
 * @param patience for a connection, in milliseconds
 * @param now milliseconds since 1970
 * @throws StoreError with a plain sentence for the operator that holds nothing secret
 */
export const openBackend = async (url: string, patience: number, now: () => number): Promise<Backend> => {
  if (url === 'memory:') return inFile(':memory:', now);
  const file = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
  if (file !== undefined) return inFile(file, now);
  const server = serverIn(url);
  if (!server) {
    throw new StoreError(
      'refused',
      'STORE_URL must be sqlite:// with the path of a file, redis://, rediss:// or postgres:// with a host, or memory: for a store that forgets.',
    );
  }
  const { address, space, kind, place } = server;
  try {
    // Loaded only when it is wanted: most bots never need either.
    if (kind === 'Redis') return await (await import('./redis.ts')).openRedis(address, space, patience, now);
    return await (await import('./postgres.ts')).openPostgres(address, space, patience, now);
  } catch (error) {
    // The driver's error is kept out of it: its text may repeat the address.
    throw new StoreError('away', refusal(`${kind} at ${place}`, error));
  }
};

const inFile = (file: string, now: () => number): Backend => {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return sqliteBackend(openSqlite(file, now), now);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      'refused',
      `The store ${file} cannot be opened (${reason}). Change STORE_URL or make its folder writable.`,
      error,
    );
  }
};

interface Server {
  readonly kind: 'Redis' | 'PostgreSQL';
  /** Without what is ours in it. */
  readonly address: string;
  readonly space: string;
  /** Host and port, which is all of an address that may be shown. */
  readonly place: string;
}

const serverIn = (url: string): Server | null => {
  const scheme = /^(rediss?|postgres(?:ql)?):\/\//.exec(url)?.[1];
  if (!scheme || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const space = parsed.searchParams.get('space') ?? usualSpace;
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(space)) {
    throw new StoreError(
      'refused',
      'In STORE_URL, space= must be up to 41 small letters, digits and _, a letter first.',
    );
  }
  parsed.searchParams.delete('space');
  const kind = scheme.startsWith('redis') ? 'Redis' : 'PostgreSQL';
  const port = parsed.port || (kind === 'Redis' ? '6379' : '5432');
  return { kind, space, address: parsed.href, place: `${parsed.hostname || 'localhost'}:${port}` };
};

const refusal = (server: string, error: unknown): string => {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  if (code === '28P01' || code === '28000' || /WRONGPASS|NOAUTH|password/i.test(message)) {
    return `${server} did not accept the user name and password in STORE_URL.`;
  }
  if (code === '3D000') return `${server} has no database of the name in STORE_URL.`;
  if (code === '42501') return `${server} does not let the user in STORE_URL make a table.`;
  return `Could not connect to ${server}. Is it running?`;
};
