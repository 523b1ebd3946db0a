import type { Gathering } from './gather.ts';
import { StoreError } from './types.ts';
import { decodeValue, encodeValue, type Kind } from './values.ts';

/** Values of known kinds on a backend: they carry versions, migrate when read, and expire by the given clock. */
export interface Records {
  get<T>(kind: Kind<T>, key: string): Promise<T | undefined>;
  /** In the order of the keys; undefined where there is none. */
  getAll<T>(kind: Kind<T>, keys: readonly string[]): Promise<readonly (T | undefined)[]>;
  /** All of them or none. `lifetime` in milliseconds. */
  put<T>(kind: Kind<T>, values: readonly (readonly [key: string, value: T])[], lifetime?: number): Promise<void>;
  /** `put` of one value together with others that come within a moment, for what no answer waits for. */
  putSoon<T>(kind: Kind<T>, key: string, value: T, lifetime: number): Promise<void>;
  /** Reads, edits and writes in one step; `edit` is called again when somebody else wrote in between. */
  change<T>(kind: Kind<T>, key: string, edit: (before: T | undefined) => T): Promise<T>;
  delete(keys: readonly string[]): Promise<void>;
  keys(prefix: string): Promise<string[]>;
}

/** How often a change is tried before it is given up. */
const tries = 50;

export const recordsOn = (backend: Gathering, now: () => number): Records => {
  const getAll = async <T>(kind: Kind<T>, keys: readonly string[]): Promise<readonly (T | undefined)[]> =>
    (await backend.get(keys)).map((text) => (text === undefined ? undefined : decodeValue(kind, text, now())));

  return {
    getAll,
    get: async (kind, key) => (await getAll(kind, [key]))[0],
    async put(kind, values, lifetime) {
      const expires = lifetime === undefined ? undefined : now() + lifetime;
      const entries = new Map(values.map(([key, value]) => [key, encodeValue(kind, value, expires)]));
      await backend.set(Array.from(entries, ([key, value]) => ({ key, value, expires })));
    },
    putSoon(kind, key, value, lifetime) {
      const expires = now() + lifetime;
      return backend.setSoon({ key, value: encodeValue(kind, value, expires), expires });
    },
    async change(kind, key, edit) {
      for (let tried = 0; tried < tries; tried++) {
        const [text] = await backend.get([key]);
        const before = text === undefined ? undefined : decodeValue(kind, text, now());
        const after = edit(before);
        const next = encodeValue(kind, after);
        if (next === text || (await backend.swap(key, text, next))) return after;
      }
      throw new StoreError('busy', 'Somebody else is changing this at the same moment. Please try again.');
    },
    delete: (keys) => backend.delete(keys),
    async keys(prefix) {
      const found: string[] = [];
      for await (const some of backend.keys(prefix)) found.push(...some);
      return found;
    },
  };
};
