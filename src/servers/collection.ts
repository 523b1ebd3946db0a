import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../corpus/types.ts';
import { type Entry, type Shelf, StoreError } from '../store/types.ts';
import { articleOf, type Facts } from './facts.ts';
import type { Pace } from './pace.ts';

/** A server's own articles by id, in the order of adding. */
export type Collection = ReadonlyMap<string, Owned>;

interface Owned {
  readonly article: Article;
  readonly facts: Facts;
}

/** Fewer articles than this are read one by one, more of them by reading all. */
const FEW = 5;

/**
 * Reads what the shelf has now. What has not changed since `known` stays the same object, so that nothing of it is read or
 * indexed again.
 * @param texts by hash, that need not be read from the store
 * @param missing is told of every article whose text the store has lost
 */
export const collect = async (
  shelf: Shelf<Facts>,
  known: Collection,
  texts: ReadonlyMap<string, string>,
  pace: Pace,
  missing: (id: string) => void,
): Promise<Collection> => {
  const entries = await shelf.list();
  const found = new Map<string, Owned>();
  const wanted = new Map<string, Entry<Facts>>();
  for (const entry of entries) {
    await pace();
    const before = known.get(entry.id);
    const same = before?.article.hash === entry.hash ? before : undefined;
    const text = same?.article.text ?? texts.get(entry.hash);
    if (same && isDeepStrictEqual(same.facts, entry.facts)) found.set(entry.id, same);
    else if (text !== undefined) found.set(entry.id, owned(entry, text));
    else wanted.set(entry.id, entry);
  }
  if (wanted.size === 0) return found;
  for await (const { id, text } of read(shelf, wanted)) {
    await pace();
    const entry = wanted.get(id);
    if (!entry) continue;
    const one = owned(entry, text);
    // Another version, or not what was kept: the next look at the shelf will tell.
    if (one.article.hash === entry.hash) found.set(id, one);
  }
  for (const id of wanted.keys()) if (!found.has(id)) missing(id);
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  return new Map([...found].sort(([one], [other]) => places.get(one)! - places.get(other)!));
};

const owned = ({ id, facts }: Entry<Facts>, text: string): Owned =>
  Object.freeze({ article: articleOf(id, text, facts), facts });

async function* read(
  shelf: Shelf<Facts>,
  wanted: ReadonlyMap<string, unknown>,
): AsyncGenerator<{ readonly id: string; readonly text: string }> {
  if (wanted.size >= FEW) {
    try {
      return yield* shelf.read();
    } catch (error) {
      if (!isDamaged(error)) throw error;
      // One text that cannot be read must not take the others with it.
    }
  }
  for (const id of wanted.keys()) {
    try {
      const kept = await shelf.get(id);
      if (kept) yield kept;
    } catch (error) {
      if (!isDamaged(error)) throw error;
    }
  }
}

export const isDamaged = (error: unknown): boolean => error instanceof StoreError && error.trouble === 'damaged';
