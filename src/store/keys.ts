import { createHash } from 'node:crypto';

/** The kinds of values there are. The first part of each key, so that one kind is listed without the others. */
export type KindName = 'bot' | 'settings' | 'articles' | 'text' | 'vote' | 'question';

/** No server's id can be written like this, because `@` is always encoded. */
const directMessages = '@dm';

/** Longer parts are hashed: PostgreSQL and Redis like short keys. */
const longest = 100;

/**
 * A key, `kind/server/part/part`. It is ASCII and free of everything that means something in a pattern of any store, and
 * two lists of parts never have one key.
 */
export const keyOf = (kind: KindName, guildId: string | null, ...parts: readonly string[]): string =>
  [kind, guildId === null ? directMessages : encode(guildId), ...parts.map(encode)].join('/');

/** The prefix of everything of one kind, or of one server's. */
export const below = (kind: KindName, ...guild: readonly (string | null)[]): string =>
  guild.length === 0 ? `${kind}/` : `${keyOf(kind, guild[0]!)}/`;

/** The server in a key; null for direct messages, and for ids too long to be read back, which Discord has not got. */
export const guildIn = (key: string): string | null => {
  const [, part = ''] = key.split('/');
  if (part === directMessages || part.startsWith('~')) return null;
  return part.replaceAll(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
};

/** By code unit and not in UTF-8, which would make one key of all broken surrogates. */
const encode = (part: string): string => {
  const encoded = part.replaceAll(/[^A-Za-z0-9_-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return encoded.length <= longest ? encoded : `~${createHash('sha256').update(encoded).digest('hex')}`;
};
