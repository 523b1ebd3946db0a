import type { Article, Corpus } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import { type Collection, collect } from './collection.ts';
import { invert, STRIDE } from './invert.ts';
import { merge } from './merge.ts';
import { type View, viewOf } from './view.ts';

/** A segment of which less than this share is left is written anew. */
const WORN = 0.5;
/** Every segment is at least so many times as large as all smaller ones together, so that there are never many. */
const RATIO = 2;

/**
 * The collection of a corpus, with as much of an older one in it as is the same (===) article for article. Yields often, so
 * that a caller who shares the processor may pause.
 *
 * Segments are never changed. New articles make a new segment, articles that are gone are masked, and small segments are
 * merged into larger ones as they grow in number (the logarithmic method: Bentley and Saxe, "Decomposable searching
 * problems I", 1980), so that adding articles one by one costs each of them a logarithm of merges.
 */
export function* update(corpus: Corpus, reader: Reader, base: Collection | null): Generator<void, Collection> {
  const { kept, fresh } = yield* compare(corpus.articles, base?.views ?? []);
  const views = [...kept];
  if (fresh.length > 0) {
    const segment = yield* invert(
      fresh.map((place) => corpus.articles[place]!),
      reader,
    );
    views.push(viewOf(segment, Int32Array.from(fresh)));
  }
  return collect(corpus, yield* tidy(views));
}

/** What is left of each view, and the places of articles that no view has. */
function* compare(
  articles: readonly Article[],
  views: readonly View[],
): Generator<void, { kept: readonly View[]; fresh: readonly number[] }> {
  const places = views.map((view) => new Int32Array(view.places.length).fill(-1));
  const fresh: number[] = [];
  // Mostly an article stands behind the one it stood behind before.
  let view = 0;
  let next = 0;
  for (const [place, article] of articles.entries()) {
    if (views[view]?.segment.articles[next] !== article) {
      view = views.findIndex(({ segment }) => segment.numberOf(article) !== undefined);
      next = views[view]?.segment.numberOf(article) ?? 0;
    }
    if (view >= 0 && view < views.length) {
      places[view]![next] = place;
      next += 1;
    } else {
      view = 0;
      fresh.push(place);
    }
    if (place % STRIDE === 0) yield;
  }
  const kept = views.flatMap((old, at): View[] => {
    const now = places[at]!;
    if (now.every((place) => place < 0)) return [];
    // The very same view where nothing moved: what it has counted stays, and nothing is held twice.
    return now.every((place, article) => place === old.places[article]) ? [old] : [viewOf(old.segment, now)];
  });
  return { kept, fresh };
}

/** The views, largest first, with small ones merged and worn ones written anew. */
function* tidy(views: readonly View[]): Generator<void, View[]> {
  const bySize = [...views].sort((a, b) => sizeOf(b) - sizeOf(a));
  let smaller = 0;
  let from = bySize.length;
  for (const [at, view] of [...bySize.entries()].reverse()) {
    if (sizeOf(view) < RATIO * smaller || isWorn(view)) from = at;
    smaller += sizeOf(view);
  }
  if (from === bySize.length) return bySize;
  return [...bySize.slice(0, from), yield* merge(bySize.slice(from))];
}

/** In terms and articles, of which even an empty one counts. */
function sizeOf({ live }: View): number {
  return live.length + live.articles;
}

function isWorn({ live, segment }: View): boolean {
  return live.length + live.articles < WORN * (segment.length + segment.articles.length);
}
