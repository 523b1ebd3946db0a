import type { KeyvStoreAdapter } from 'keyv';

/**
 * Where values are: texts under keys, and no more than every kind of store can do. Keys are ASCII (see `keys.ts`).
 * Failures are the driver's own; `guard.ts` makes StoreErrors of them.
 */
export interface Backend {
  /** The values of some keys, in their order; undefined where there is none. */
  get(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** Writes all of them or none. No key may come twice. */
  set(entries: readonly Written[]): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
  /**
   * Writes a value only if the key still holds `before` (undefined: nothing), in one step for everybody who uses the store.
   * @returns whether it was written
   */
  swap(key: string, before: string | undefined, after: string): Promise<boolean>;
  /** The keys that start with a prefix, some at a time, each once, in no order. Nothing is held open in between. */
  keys(prefix: string): AsyncIterable<readonly string[]>;
  /** Deletes what has expired, where the store does not do that by itself. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

export interface Written {
  readonly key: string;
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expires?: number | undefined;
}

/** An adapter of Keyv's that can do many keys at a time. */
export type BatchAdapter = KeyvStoreAdapter & Required<Pick<KeyvStoreAdapter, 'getMany' | 'setMany' | 'deleteMany'>>;

/** How many keys are read or deleted at a time: a few hundred kilobytes of articles. */
const batch = 100;

/**
 * Reading, writing and deleting, as every adapter of Keyv's does them. Keyv itself is not put on top: it takes a key that
 * starts with its namespace for one that is prefixed already, and its iterators end early, and silently, on errors.
 */
export const throughAdapter = (adapter: BatchAdapter, now: () => number): Pick<Backend, 'get' | 'set' | 'delete'> => ({
  async get(keys) {
    const values: (string | undefined)[] = [];
    for (const some of chunksOf(keys)) {
      // Keyv types what an adapter gives as its own envelope too; adapters give the texts that they were given.
      const found = (await adapter.getMany([...some])) as (string | null | undefined)[];
      values.push(...found.map((value) => value ?? undefined));
    }
    return values;
  },
  async set(entries) {
    if (entries.length === 0) return;
    await adapter.setMany(
      entries.map(({ key, value, expires }) => ({
        key,
        value,
        ...(expires !== undefined && { ttl: Math.max(1, Math.ceil(expires - now())) }),
      })),
    );
  },
  async delete(keys) {
    for (const some of chunksOf(keys)) await adapter.deleteMany([...some]);
  },
});

function* chunksOf(keys: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < keys.length; start += batch) yield keys.slice(start, start + batch);
}
