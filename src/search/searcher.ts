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
  const passages = views.reduce((sum, { live }) => sum + live.passages, 0);
  const bytes = views.reduce((sum, { segment }) => sum + bytesOf(segment) + bytesOf(segment.lexicon), 0);
  return Object.freeze({
    [inside]: collection,
    corpus,
    size: Object.freeze({ passages, bytes }),
    search: (terms, options) => rank(collection, terms, options),
    explain: (terms, hit) => explain(collection, terms, hit),
    idf: (stem) => collection.idf(stem),
    sentences(article) {
      const found = collection.find(article);
      return found ? views[found.view]!.segment.spansOf(found.article) : [];
    },
  } satisfies Indexed);
}

/** Memory of the typed arrays among the values of an object. */
function bytesOf(holder: object): number {
  const arrays = Object.values(holder).filter((value) => ArrayBuffer.isView(value));
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** The collection behind a searcher; null when it is of another kind. */
export function collectionOf(searcher: Searcher | null | undefined): Collection | null {
  return searcher && inside in searcher ? (searcher as Indexed)[inside] : null;
}
