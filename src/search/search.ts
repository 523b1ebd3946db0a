/** The door of `search`: a corpus in, an immutable snapshot that ranks its sentences and articles out. */
import type { Corpus } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import { fileFor, keep, readKept, sizeOf, WORTH_KEEPING } from './kept.ts';
import { collectionOf, searcherOf } from './searcher.ts';
import { fromBytes, toBytes } from './snapshot.ts';
import type { Searcher } from './types.ts';
import { update } from './update.ts';

/**
 * Indexes a corpus. Time and memory grow with its words; the result never changes.
 *
 * Articles that are the same objects in `base`, another searcher of this kind, are not read again, and the two share the
 * memory for them: adding to a collection costs what is added, and many collections may hold one large one in common. What
 * is found, and every score, is what an index of the corpus built from nothing would give.
 */
export function createSearcher(corpus: Corpus, reader: Reader, base?: Searcher): Searcher {
  const steps = update(corpus, reader, collectionOf(base));
  for (;;) {
    const step = steps.next();
    if (step.done) return searcherOf(step.value);
  }
}

/** Work between two pauses, in milliseconds. */
const WORK = 10;

/**
 * `createSearcher` for a process that has others to serve: awaits `pause` after about every 10 ms of work, or after the one
 * article or table that took longer. `now` is a clock in milliseconds.
 */
export async function createSearcherGently(
  corpus: Corpus,
  reader: Reader,
  base: Searcher | undefined,
  pause: () => Promise<void>,
  now: () => number = () => performance.now(),
): Promise<Searcher> {
  const steps = update(corpus, reader, collectionOf(base));
  let since = now();
  for (;;) {
    const step = steps.next();
    if (step.done) return searcherOf(step.value);
    if (now() - since < WORK) continue;
    await pause();
    since = now();
  }
}

/**
 * A searcher's index as chunks of bytes, to be written one after the other. Most of them are views of the index itself, so
 * they cost no memory; they must not be changed. Throws a TypeError for a searcher that was not made here.
 */
export function writeSnapshot(searcher: Searcher): Uint8Array[] {
  const collection = collectionOf(searcher);
  if (!collection) throw new TypeError('Only an index in memory can be written to a snapshot');
  return toBytes(collection);
}

/**
 * The searcher that a snapshot was written of, over the same articles in the same order. The index lies where the bytes lie,
 * which must not be changed: no posting is touched. Null when the bytes are damaged, of another layout, or do not fit the
 * corpus or the reader.
 */
export function readSnapshot(bytes: Uint8Array, corpus: Corpus, reader: Reader): Searcher | null {
  const collection = fromBytes(bytes, corpus, reader);
  return collection && searcherOf(collection);
}

/** A folder that keeps indexes from one start to the next. */
export interface Shelf {
  readonly folder: string;
  /** Is told in a sentence when an index cannot be kept; it is made anew then at the next start. */
  readonly report: (sentence: string) => void;
  /** Characters from which on a collection is kept; two million unless told otherwise. */
  readonly least?: number;
}

/**
 * `createSearcher` for a large collection that changes seldom: takes the index from the folder if it was kept there, else
 * makes and keeps it. A file that is damaged, or of another version, is made anew. Small collections are not kept.
 */
export async function openSearcher(corpus: Corpus, reader: Reader, shelf: Shelf): Promise<Searcher> {
  const { folder, report, least = WORTH_KEEPING } = shelf;
  if (sizeOf(corpus) < least) return createSearcher(corpus, reader);
  const file = fileFor(folder, corpus);
  const bytes = await readKept(file);
  const kept = bytes && readSnapshot(bytes, corpus, reader);
  if (kept) return kept;
  const searcher = createSearcher(corpus, reader);
  try {
    await keep(file, writeSnapshot(searcher), Date.now());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(`The index could not be kept in ${folder} (${reason}): the next start takes longer.`);
  }
  return searcher;
}
