import type { Article, Corpus } from '../corpus/types.ts';
import { ARTICLE, idf, PASSAGE, type Scale, SENTENCE, scaleOf, TITLE } from './bm25.ts';
import { meanOf, termIn } from './segment.ts';
import type { QueryTerm } from './types.ts';
import type { View } from './view.ts';
import { rowOf } from './windows.ts';

/** Values of the four ways of cutting a collection into units. */
export type ByUnit<Value> = Readonly<Record<'sentence' | 'passage' | 'article' | 'title', Value>>;

/** A query's term as the collection sees it. */
export interface Weighed {
  readonly stem: string;
  /** Its number in each view's segment, -1 where it is not. */
  readonly ids: readonly number[];
  /** Its row among the frequent terms there, -1 where it is none. */
  readonly rows: readonly number[];
  /** idf in each kind of unit. */
  readonly idf: ByUnit<number>;
  /** … times the weight in the query. */
  readonly weight: ByUnit<number>;
}

/**
 * Segments seen as one collection: everything that a score depends on is counted over all of it, so that a score is the
 * same however the articles are spread over segments.
 */
export interface Collection {
  readonly corpus: Corpus;
  readonly views: readonly View[];
  readonly scales: ByUnit<Scale>;
  idf(stem: string): number;
  /** The terms of a query that the collection knows. */
  weigh(terms: readonly QueryTerm[]): Weighed[];
  /** Where an article stands. */
  find(article: Article): { readonly view: number; readonly article: number } | undefined;
}

/** idf values kept for the next question; past this many, the memory is started anew. */
const KEPT = 50_000;

export function collect(corpus: Corpus, views: readonly View[]): Collection {
  const counts = { sentence: 0, passage: 0, article: corpus.articles.length, title: corpus.articles.length };
  let length = 0;
  let titles = 0;
  for (const { live } of views) {
    counts.sentence += live.sentences;
    counts.passage += live.passages;
    length += live.length;
    titles += live.titles;
  }
  const scales = {
    sentence: scaleOf(SENTENCE, meanOf(length, counts.sentence)),
    passage: scaleOf(PASSAGE, meanOf(length, counts.passage)),
    article: scaleOf(ARTICLE, meanOf(length, counts.article)),
    title: scaleOf(TITLE, meanOf(titles, counts.title)),
  };
  const known = new Map<string, number>();

  const idsOf = (stem: string): number[] => views.map(({ segment }) => termIn(segment, stem) ?? -1);
  const holding = (ids: readonly number[], unit: keyof ByUnit<number>): number => {
    let found = 0;
    for (const [at, id] of ids.entries()) if (id >= 0) found += views[at]!.holding(id)[unit];
    return found;
  };

  return {
    corpus,
    views,
    scales,
    idf(stem) {
      let value = known.get(stem);
      if (value === undefined) {
        value = idf(counts.sentence, holding(idsOf(stem), 'sentence'));
        if (known.size >= KEPT) known.clear();
        known.set(stem, value);
      }
      return value;
    },
    weigh: (terms) =>
      terms.flatMap(({ stem, weight }) => {
        const ids = idsOf(stem);
        const of = (unit: keyof ByUnit<number>) => {
          const found = holding(ids, unit);
          return found === 0 ? 0 : idf(counts[unit], found);
        };
        const found = { sentence: of('sentence'), passage: of('passage'), article: of('article'), title: of('title') };
        if (found.sentence === 0 && found.title === 0) return [];
        const weighted = {
          sentence: weight * found.sentence,
          passage: weight * found.passage,
          article: weight * found.article,
          title: weight * found.title,
        };
        const rows = ids.map((id, view) => rowOf(views[view]!.segment, id));
        return [{ stem, ids, rows, idf: found, weight: weighted }];
      }),
    find(article) {
      for (const [view, { segment, places }] of views.entries()) {
        const number = segment.numberOf(article);
        if (number !== undefined && places[number]! >= 0) return { view, article: number };
      }
      return undefined;
    },
  };
}
