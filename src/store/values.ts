import type { KindName } from './keys.ts';
import { type Schema, StoreError } from './types.ts';

/** How one kind of value is kept: which version is written, and how older ones become it. */
export interface Kind<T> {
  readonly name: KindName;
  /** The first makes version 2 of version 1, and so on; the version written is one more than there are. */
  readonly migrations: readonly Migration[];
  /** Never called: it says what the values are once they are migrated. */
  readonly type?: T;
}

// biome-ignore lint/suspicious/noExplicitAny: what an older version kept has no type any more.
type Migration = (before: any) => unknown;

/** A value as it is kept: `{"v": version, "expires"?: milliseconds since 1970, "data": the value}`. */
interface Envelope {
  readonly v: number;
  readonly expires?: number;
  readonly data: unknown;
}

/** The version that is written. */
export const versionOf = ({ migrations }: Kind<unknown>): number => migrations.length + 1;

/** The text that is kept. `expires` stands before the data, where PostgreSQL finds it without reading them. */
export const encodeValue = <T>(kind: Kind<T>, data: T, expires?: number): string =>
  JSON.stringify({ v: versionOf(kind), ...(expires !== undefined && { expires }), data } satisfies Envelope);

/**
 * The value in a text, in its newest version; undefined when it has expired.
 * @throws StoreError `damaged`, or `newer` for what a newer version of the bot has written
 */
export const decodeValue = <T>(kind: Kind<T>, text: string, now: number): T | undefined => {
  const { v, expires, data } = open(text);
  if (expires !== undefined && expires <= now) return;
  if (v > versionOf(kind)) {
    throw new StoreError('newer', 'This was kept by a newer version of the bot. An administrator has to update it.');
  }
  return kind.migrations.slice(v - 1).reduce<unknown>((before, migrate) => migrate(before), data) as T;
};

/** Until when a text counts; undefined for ever. */
export const expiryOf = (text: string): number | undefined => open(text).expires;

const open = (text: string): Envelope => {
  const kept = parse(text);
  if (typeof kept === 'object' && kept !== null && 'v' in kept && 'data' in kept && Number.isInteger(kept.v)) {
    const { v, expires } = kept as Envelope;
    if (v >= 1 && (expires === undefined || typeof expires === 'number')) return kept as Envelope;
  }
  throw new StoreError('damaged', 'What is kept here cannot be read any more.');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
};

/**
 * What a caller's schema makes of something that was kept.
 * @throws StoreError `damaged` with this sentence when it does not fit
 */
export const parseKept = <T>(schema: Schema<T>, kept: unknown, sentence: string): T => {
  try {
    return schema.parse(kept);
  } catch (error) {
    throw new StoreError('damaged', sentence, error);
  }
};
