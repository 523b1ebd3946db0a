import type { Collection } from './collection.ts';
import { explain } from './explain.ts';
import { rank } from './rank.ts';
import type { Searcher } from './types.ts';

const inside = Symbol('collection');

/** A searcher over segments in this process's memory. */
interface Indexed extends Searcher {
  readonly [inside]: Collection;
}

/** A collection as others see it. */
export function searcherOf(collection: Collection): Searcher {
  const { corpus, views } = collection;
  return Object.freeze({
    [inside]: collection,
    corpus,
    search: (terms, options) => rank(collection, terms, options),
    explain: (terms, hit) => explain(collection, terms, hit),
    idf: (stem) => collection.idf(stem),
    sentences(article) {
      const found = collection.find(article);
      return found ? views[found.view]!.segment.spansOf(found.article) : [];
    },
  } satisfies Indexed);
}

/** The collection behind a searcher; null when it is of another kind. */
export function collectionOf(searcher: Searcher | null | undefined): Collection | null {
  return searcher && inside in searcher ? (searcher as Indexed)[inside] : null;
}
