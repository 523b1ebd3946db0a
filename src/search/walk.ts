import { GRID, type Scale, saturate, worth } from './bm25.ts';
import { BRIEF, occurrences, type Segment } from './segment.ts';
import { COUNTS, WINDOW, windowsIn } from './windows.ts';

/** One term of a query in one segment. */
export interface List {
  /** The term's number there, and its row among the frequent ones; -1 when it is none. */
  readonly term: number;
  readonly row: number;
  /** idf in the whole collection times the weight in the query. */
  readonly weight: number;
}

/** What a query is worked out in, window by window. */
export interface Workspace {
  readonly scale: Scale;
  /** Scores by passage of the window. */
  readonly scores: Float64Array;
  /** Passages of the window that reached the score that was asked for, in no order. */
  readonly found: Uint16Array;
  /** Postings that are put off within a walk. */
  readonly later: Uint16Array;
  /** By count and length: what `saturate` says, as far as it was asked; 0 where it was not. */
  readonly saturated: Float64Array;
}

/** A workspace for segments of at most so many passages. */
export function workspaceOf(scale: Scale, passages: number): Workspace {
  const size = Math.min(WINDOW, passages);
  return {
    scale,
    scores: new Float64Array(size),
    found: new Uint16Array(size),
    later: new Uint16Array(size),
    saturated: new Float64Array(COUNTS * BRIEF),
  };
}

/** A list on its way through a segment. */
export interface Walk extends List {
  /** Of a frequent term: where its windows begin. */
  readonly first: number;
  /** Of another: the place of its next posting. */
  at: number;
}

export function walkOf(list: List, { offsets, articleOf }: Segment): Walk {
  return { ...list, first: list.row * windowsIn(articleOf.length), at: offsets[list.term]! };
}

/**
 * Adds what a term says of the passages of a window to their scores; windows must come in order. Passages whose score
 * reaches `least` (above 0) by it, not having reached it before, are appended to the first `count` of those found. Returns
 * how many there are then.
 */
export function walk(
  list: Walk,
  segment: Segment,
  window: number,
  space: Workspace,
  least: number,
  count: number,
): number {
  return list.row < 0
    ? walkSentences(list, segment, window, space, least, count)
    : walkPassages(list, segment, window, space, least, count);
}

/** The postings of a frequent term. This loop is most of what a search does. */
function walkPassages(
  list: Walk,
  segment: Segment,
  window: number,
  space: Workspace,
  least: number,
  count: number,
): number {
  const { scores, found, later, saturated } = space;
  const { windowStart, windowPostings, briefLength } = segment;
  const { first, weight } = list;
  const from = window * WINDOW;
  const start = windowStart[first + window]!;
  const end = windowStart[first + window + 1]!;
  // This is `worth` with numbers that stand beside the loop, and without the call: either would take longer than the rest.
  const grid = GRID;
  let size = count;
  let waiting = 0;
  for (let place = start; place < end; place += 1) {
    const posting = windowPostings[place]!;
    const passage = posting >>> 4;
    const value = weight * saturated[((posting & 15) << 8) | briefLength[from + passage]!]! + grid - grid;
    if (value === 0) {
      later[waiting] = place - start;
      waiting += 1;
    }
    const before = scores[passage]!;
    const score = before + value;
    scores[passage] = score;
    if (score >= least && before < least) {
      found[size] = passage;
      size += 1;
    }
  }
  for (let order = 0; order < waiting; order += 1) {
    const posting = windowPostings[start + later[order]!]!;
    const passage = posting >>> 4;
    size = add(space, passage, worthOf(list, segment, from + passage, posting & 15, space), least, size);
  }
  return size;
}

/** Adds to the score of one passage; appends it to the first `count` that were found if that makes it reach `least`. */
function add({ scores, found }: Workspace, passage: number, value: number, least: number, count: number): number {
  const before = scores[passage]!;
  scores[passage] = before + value;
  if (before >= least || before + value < least) return count;
  found[count] = passage;
  return count + 1;
}

/** What a term is worth in a passage of which its window says `count`; remembered where the length fits a byte. */
function worthOf({ term, weight }: List, segment: Segment, passage: number, count: number, space: Workspace): number {
  const { passageLength, passageStart } = segment;
  const { scale, saturated } = space;
  const length = passageLength[passage]!;
  if (count === COUNTS - 1) {
    const all = occurrences(segment, term, passageStart[passage]!, passageStart[passage + 1]!);
    return worth(weight, scale, all, length);
  }
  if (length < BRIEF - 1) saturated[count * BRIEF + length] = saturate(scale, count, length);
  return worth(weight, scale, count, length);
}

/** The postings of a term that is not frequent, those of one passage side by side. */
function walkSentences(
  list: Walk,
  segment: Segment,
  window: number,
  space: Workspace,
  least: number,
  count: number,
): number {
  const { offsets, postings, passageOf, passageLength, passageStart } = segment;
  const from = window * WINDOW;
  const stop = passageStart[Math.min(from + WINDOW, passageLength.length)]! * 16;
  const end = offsets[list.term + 1]!;
  let place = list.at;
  let size = count;
  while (place < end && postings[place]! < stop) {
    const passage = passageOf[postings[place]! >>> 4]!;
    let within = postings[place]! & 15;
    for (place += 1; place < end && passageOf[postings[place]! >>> 4] === passage; place += 1) {
      within += postings[place]! & 15;
    }
    size = add(space, passage - from, worth(list.weight, space.scale, within, passageLength[passage]!), least, size);
  }
  list.at = place;
  return size;
}
