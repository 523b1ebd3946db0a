import { growing } from './growing.ts';
import { seek } from './segment.ts';

/** Passages in a window: as many as fit twelve bits. */
export const WINDOW = 4096;
/** A term is frequent when one passage in so many has it … */
const SPARSE = 512;
/** … and no fewer of its postings than this are there. */
const LEAST = 8;
/** Counts that four bits tell apart. */
export const COUNTS = 16;

/**
 * Frequent terms a second time, by passage: two bytes a passage instead of four bytes a sentence, and no need to look up
 * which passage a sentence is of. Nearly all that a question makes a search walk through are postings of these.
 *
 *     row r, window w:  windowPostings[windowStart[r · windows + w]] … windowPostings[windowStart[r · windows + w + 1]]
 *     posting:          passage in its window · 16 + count, where 15 stands for 15 and more
 */
export interface Windows {
  /** The frequent terms, ascending: the rows. */
  readonly frequent: Uint32Array;
  readonly windowStart: Uint32Array;
  readonly windowPostings: Uint16Array;
  /** By row and window: the place of the first posting by sentence that is there or later. */
  readonly windowPlace: Uint32Array;
}

export function windowsIn(passages: number): number {
  return Math.ceil(passages / WINDOW);
}

/** The row of a frequent term; -1 for others. */
export function rowOf({ frequent }: Windows, term: number): number {
  const row = seek(frequent, 0, frequent.length, term);
  return frequent[row] === term ? row : -1;
}

/** Collects the windows of frequent terms while all terms are walked in order, each from its first passage to its last. */
export function windowWriter(offsets: Uint32Array, passages: number) {
  const windows = windowsIn(passages);
  const least = Math.max(LEAST, passages / SPARSE);
  const isFrequent = (term: number) => offsets[term + 1]! - offsets[term]! >= least;
  const rows = growing();
  /** As many as there are postings by sentence, of which a passage has one at least. */
  let room = 0;
  for (let term = 0; term + 1 < offsets.length; term += 1) {
    if (!isFrequent(term)) continue;
    rows.push(term);
    room += offsets[term + 1]! - offsets[term]!;
  }
  const frequent = rows.values();
  const postings = new Uint16Array(room);
  const windowStart = new Uint32Array(frequent.length * windows + 1);
  const windowPlace = new Uint32Array(frequent.length * windows);
  let size = 0;
  let next = 0;
  let row = 0;
  const goOn = (window: number, place: number): void => {
    for (; next < window; next += 1) {
      windowStart[next] = size;
      windowPlace[next] = place;
    }
  };
  return {
    isFrequent,
    /** The next passage, and the place of its first posting. */
    add(passage: number, count: number, place: number): void {
      const window = row * windows + Math.floor(passage / WINDOW);
      if (next <= window) goOn(window + 1, place);
      postings[size] = (passage % WINDOW) * 16 + Math.min(count, COUNTS - 1);
      size += 1;
    },
    /** The term has no more passages; its postings end before `place`. */
    end(place: number): void {
      row += 1;
      goOn(row * windows, place);
    },
    tables(): Windows {
      windowStart[next] = size;
      return { frequent, windowStart, windowPostings: postings.slice(0, size), windowPlace };
    },
  };
}
