import { setImmediate as breathe } from 'node:timers/promises';
import type { Shelf, Store } from '../store/types.ts';
import { type Facts, factsSchema } from './facts.ts';

/**
 * A server's own articles in the store. A database in this process answers at once, and what it answers about thousands of
 * articles takes a while to unpack: between two steps, others get their turn.
 */
export const shelfOf = (store: Store, guildId: string): Shelf<Facts> => {
  const shelf = store.articles(guildId, factsSchema);
  const gently = async <T>(step: Promise<T>): Promise<T> => {
    const result = await step;
    await breathe();
    return result;
  };
  return {
    list: () => gently(shelf.list()),
    get: (id, hash) => gently(shelf.get(id, hash)),
    read: () => shelf.read(),
    add: (articles, progress) => gently(shelf.add(articles, progress)),
    describe: (id, facts) => gently(shelf.describe(id, facts)),
    remove: (ids) => gently(shelf.remove(ids)),
    bringBack: (ids) => gently(shelf.bringBack(ids)),
    erase: (before) => gently(shelf.erase(before)),
  };
};
