import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../../src/store/types.ts';
import { articleKey } from '../shared/sources.ts';

/** How long a removal can be undone from its message, and how long it is remembered for proofs, in milliseconds. */
const UNDO = 60_000;
const REMEMBERED = 7 * 86_400_000;

const removalsSchema = z
  .array(z.object({ token: z.string(), at: z.number(), ids: z.array(z.string()).readonly() }).readonly())
  .readonly();

/** What was removed from a server lately. */
const removalsOf = (store: Store, guildId: string) => store.settings(guildId, removalsSchema, 'removals');

/** Remembers what was removed. @returns what a button carries to undo it */
export async function rememberRemoval(
  store: Store,
  guildId: string,
  ids: readonly string[],
  now: number,
): Promise<string> {
  const token = randomBytes(4).toString('hex');
  await removalsOf(store, guildId).change((before = []) => [
    ...before.filter(({ at }) => now - at < REMEMBERED),
    { token, at: now, ids: [...ids] },
  ]);
  return token;
}

/** The ids that a removal took away; null when it is more than a minute ago, or was undone. */
export async function undoable(
  store: Store,
  guildId: string,
  token: string,
  now: number,
): Promise<readonly string[] | null> {
  const removal = (await removalsOf(store, guildId).get())?.find((one) => one.token === token);
  return removal === undefined || now - removal.at > UNDO ? null : removal.ids;
}

/** Forgets a removal that was undone. */
export async function forgetRemoval(store: Store, guildId: string, token: string): Promise<void> {
  await removalsOf(store, guildId).change((before = []) => before.filter((one) => one.token !== token));
}

/** The id behind an article's key when that article was removed lately; null when it was not. */
export async function removedId(store: Store, guildId: string, key: string): Promise<string | null> {
  const removals = (await removalsOf(store, guildId).get()) ?? [];
  return removals.flatMap(({ ids }) => ids).find((id) => articleKey({ id }) === key) ?? null;
}
