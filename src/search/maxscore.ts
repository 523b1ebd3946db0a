import { bestOf, type Ranked } from './best.ts';
import { type Scale, worth } from './bm25.ts';
import { type Segment, seek } from './segment.ts';

/** One term of a query in one segment. */
interface List {
  /** The term's number there. */
  readonly term: number;
  /** idf in the whole collection times the weight in the query. */
  readonly weight: number;
  /** The most that it adds to the score of a passage. */
  readonly highest: number;
}

/** A segment as a query sees it. */
export interface Part {
  readonly segment: Segment;
  readonly lists: readonly List[];
  /** Place of an article in the collection, which decides between equals. */
  readonly placeOf: (article: number) => number;
  /** Null when every article may be found. */
  readonly allowed: ((article: number) => boolean) | null;
}

/** Passages that are scored together: their scores fit the processor's nearest memory. */
const WINDOW = 4096;
/** Passages shorter than this have what one occurrence is worth looked up instead of worked out. */
const SHORT = 256;
/** Looking up one passage in a list costs as much as walking so many postings. */
const LOOK_UP = 16;
/** More than any article has passages; places times this stay whole numbers in doubles. */
const PASSAGES_AN_ARTICLE = 2 ** 26;

/**
 * The exact `limit` best passages of all parts, best first, ties in the order of the collection; only such as hold a term.
 *
 * MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), a window of passages at a time as
 * Lucene does it (https://github.com/apache/lucene/pull/12198): terms stand in order of the most they can add. Once `limit`
 * passages are found, those terms that even together cannot lift a passage to the worst of them need not be walked: they
 * only complete the passages that the other, rarer terms lead to, as long as these can still reach the worst.
 */
export function topPassages(parts: readonly Part[], scale: Scale, limit: number): Ranked[] {
  const best = bestOf(limit);
  const window = { scores: new Float64Array(WINDOW), found: new Uint16Array(WINDOW) };
  for (const [number, part] of parts.entries()) {
    const { segment, placeOf, allowed } = part;
    const { articleOf, articlePassage } = segment;
    const walk = walkOf(part, scale, window);
    const passages = articleOf.length;
    for (let from = 0; from < passages && walk.goOn(best.worst()); from += WINDOW) {
      const found = walk.gather(from, Math.min(passages, from + WINDOW), best.worst());
      let worst = best.worst();
      for (let i = 0; i < found; i += 1) {
        const at = window.found[i]!;
        const score = window.scores[at]!;
        if (score < worst) continue;
        const article = articleOf[from + at]!;
        if (allowed && !allowed(article)) continue;
        const rank = placeOf(article) * PASSAGES_AN_ARTICLE + from + at - articlePassage[article]!;
        best.offer(score, rank, number, from + at);
        worst = best.worst();
      }
    }
  }
  return best.sorted();
}

/** Walks the postings of a query's terms in one segment from the first passage to the last. */
function walkOf(
  { segment, lists }: Part,
  scale: Scale,
  { scores, found }: { readonly scores: Float64Array; readonly found: Uint16Array },
) {
  const { postings, offsets, passageOf, passageLength, passageStart } = segment;
  const sorted = [...lists].sort((a, b) => a.highest - b.highest);
  const size = sorted.length;
  const passages = passageLength.length;
  const weights = Float64Array.from(sorted, ({ weight }) => weight);
  const at = Uint32Array.from(sorted, ({ term }) => offsets[term]!);
  const ends = Uint32Array.from(sorted, ({ term }) => offsets[term + 1]!);
  /** The most that the lists up to and with `i` can add together. */
  const bound = new Float64Array(size);
  for (let i = 0; i < size; i += 1) bound[i] = sorted[i]!.highest + (i > 0 ? bound[i - 1]! : 0);
  /** Lists before this one need not be walked. */
  let first = 0;

  /** By list and length: what one occurrence is worth, the commonest case by far. */
  const once = new Float64Array(size * SHORT);
  for (let i = 0; i < size; i += 1) {
    for (let length = 0; length < SHORT; length += 1) once[i * SHORT + length] = worth(weights[i]!, scale, 1, length);
  }

  const worthOf = (i: number, count: number, length: number): number =>
    count === 1 && length < SHORT ? once[i * SHORT + length]! : worth(weights[i]!, scale, count, length);

  /** Adds what list `i` says of the passages from `from` on, up to the posting `stop`; false when it says nothing. */
  const walk = (i: number, from: number, stop: number): boolean => {
    const end = ends[i]!;
    let place = at[i]!;
    if (place >= end || postings[place]! >= stop) return false;
    let passage = passageOf[postings[place]! >>> 4]!;
    let count = postings[place]! & 15;
    for (place += 1; place < end; place += 1) {
      const posting = postings[place]!;
      if (posting >= stop) break;
      const next = passageOf[posting >>> 4]!;
      if (next === passage) {
        count += posting & 15;
        continue;
      }
      scores[passage - from]! += worthOf(i, count, passageLength[passage]!);
      passage = next;
      count = posting & 15;
    }
    scores[passage - from]! += worthOf(i, count, passageLength[passage]!);
    at[i] = place;
    return true;
  };

  /** Adds what list `i` says of the `count` passages that were found. */
  const lookUp = (i: number, from: number, count: number): void => {
    const end = ends[i]!;
    let place = at[i]!;
    for (let order = 0; order < count; order += 1) {
      const passage = from + found[order]!;
      const stop = passageStart[passage + 1]! * 16;
      place = seek(postings, place, end, passageStart[passage]! * 16);
      let within = 0;
      for (; place < end && postings[place]! < stop; place += 1) within += postings[place]! & 15;
      if (within > 0) scores[passage - from]! += worthOf(i, within, passageLength[passage]!);
    }
    at[i] = place;
  };

  /** Keeps those of the `count` passages found that score at least `least`. */
  const keep = (count: number, least: number): number => {
    let kept = 0;
    for (let order = 0; order < count; order += 1) {
      const passage = found[order]!;
      found[kept] = passage;
      if (scores[passage]! >= least) kept += 1;
    }
    return kept;
  };

  return {
    /** Whether any passage can still reach `worst`; tells the lists that must be walked from the others. */
    goOn(worst: number): boolean {
      while (first < size && bound[first]! < worst) first += 1;
      return first < size;
    },

    /** Scores the passages from `from` to `to`. Returns how many, in `found`, may reach `worst`. */
    gather(from: number, to: number, worst: number): number {
      const stop = passageStart[to]! * 16;
      scores.fill(0);
      let any = false;
      for (let i = first; i < size; i += 1) any = walk(i, from, stop) || any;
      if (!any) return 0;
      let count = 0;
      const least = Math.max(Number.MIN_VALUE, first > 0 ? worst - bound[first - 1]! : worst);
      for (let passage = 0; passage < to - from; passage += 1) {
        if (scores[passage]! < least) continue;
        found[count] = passage;
        count += 1;
      }
      for (let i = first - 1; i >= 0 && count > 0; i -= 1) {
        at[i] = seek(postings, at[i]!, ends[i]!, passageStart[from]! * 16);
        const postingsHere = ((ends[i]! - at[i]!) / (passages - from)) * (to - from);
        if (count * LOOK_UP > postingsHere) walk(i, from, stop);
        else lookUp(i, from, count);
        count = keep(count, i > 0 ? worst - bound[i - 1]! : worst);
      }
      return count;
    },
  };
}
