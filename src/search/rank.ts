import type { Article } from '../corpus/types.ts';
import { type ArticleScores, scoreArticle } from './article-scores.ts';
import { bestOf, type Ranked } from './best.ts';
import { worth } from './bm25.ts';
import { candidatesOf } from './candidates.ts';
import type { Collection, Weighed } from './collection.ts';
import { type Part, topPassages } from './top-passages.ts';
import type { ArticleHit, Hits, QueryTerm, SearchOptions } from './types.ts';

/** How an article is scored: its best passage, the whole of it, and its title. */
const ARTICLE_PARTS = { passage: 1, article: 0.7, title: 0.5 };
/**
 * Best passages: their sentences are the candidates, and theirs are the articles that are ranked, beside those whose titles
 * fit. More of them find hardly any more answers; they are more only where more sentences or articles are asked for.
 */
const PASSAGES = 100;
const BEST_ARTICLES = 12;
const PASSAGES_AN_ARTICLE = 4;
/** All sentences of this many best passages are candidates, even those that hold no term. */
const OPEN_PASSAGES = 4;
const ARTICLES = 20;

interface Total {
  readonly scores: ArticleScores;
  readonly total: number;
}

/** Ranks the sentences and articles of a collection: one walk for the best passages, and look-ups from there. */
export function rank(
  collection: Collection,
  query: readonly QueryTerm[],
  { limit, articles: wanted = ARTICLES, allow }: SearchOptions,
): Hits {
  const terms = collection.weigh(query);
  const parts = partsOf(collection, terms, allow);
  const top = topPassages(parts, collection.scales.passage, Math.max(PASSAGES, limit, 2 * wanted));
  const scored = new Map<number, ArticleScores>();
  const read = (view: number, article: number): ArticleScores => {
    const place = parts[view]!.placeOf(article);
    const scores = scored.get(place) ?? scoreArticle(collection, terms, view, article);
    scored.set(place, scores);
    return scores;
  };

  const candidates = candidatesOf(collection);
  for (const [order, { part, unit }] of top.entries()) {
    const { articleOf, articlePassage } = collection.views[part]!.segment;
    const article = articleOf[unit]!;
    candidates.add(read(part, article), unit - articlePassage[article]!, order < OPEN_PASSAGES);
  }
  for (const { part, unit } of topTitles(collection, parts, terms, wanted)) read(part, unit);
  const ranked = Array.from(scored.values(), (scores): Total => ({ scores, total: totalOf(scores) }));
  ranked.sort((a, b) => b.total - a.total || a.scores.place - b.scores.place);
  for (const { scores } of ranked.slice(0, BEST_ARTICLES)) {
    for (const passage of bestPassages(scores)) candidates.add(scores, passage, false);
  }
  return {
    sentences: candidates.best(limit),
    articles: ranked.slice(0, wanted).map(
      ({ scores, total }): ArticleHit => ({
        article: collection.corpus.articles[scores.place]!,
        score: total,
      }),
    ),
  };
}

/** The query in each segment, and which of its articles may be found. */
export function partsOf(
  { corpus, views }: Collection,
  terms: readonly Weighed[],
  allow: ((article: Article) => boolean) | undefined,
): Part[] {
  return views.map(({ segment, places, live }, view): Part => {
    const gone = live.articles < places.length;
    /** By article: 0 unknown, 1 may be found, 2 may not. */
    const known = allow ? new Uint8Array(places.length) : null;
    const isAllowed = (article: number): boolean => {
      const place = places[article]!;
      if (place < 0) return false;
      if (!known || !allow) return true;
      if (known[article] === 0) known[article] = allow(corpus.articles[place]!) ? 1 : 2;
      return known[article] === 1;
    };
    const lists = terms.flatMap(({ ids, rows, weight }) =>
      ids[view]! < 0 ? [] : [{ term: ids[view]!, row: rows[view]!, weight: weight.passage }],
    );
    return { segment, lists, placeOf: (article) => places[article]!, allowed: allow || gone ? isAllowed : null };
  });
}

/** The articles with the best titles. */
function topTitles({ scales }: Collection, parts: readonly Part[], terms: readonly Weighed[], limit: number): Ranked[] {
  const best = bestOf(limit);
  for (const [view, { segment, placeOf, allowed }] of parts.entries()) {
    const { titleOffsets, titleArticle, titleLength } = segment;
    const scores = new Map<number, number>();
    for (const { ids, weight } of terms) {
      const term = ids[view]!;
      if (term < 0) continue;
      for (let at = titleOffsets[term]!; at < titleOffsets[term + 1]!; at += 1) {
        const article = titleArticle[at]!;
        const score = worth(weight.title, scales.title, 1, titleLength[article]!);
        scores.set(article, (scores.get(article) ?? 0) + score);
      }
    }
    for (const [article, score] of scores) {
      if (score >= best.worst() && (!allowed || allowed(article))) best.offer(score, placeOf(article), view, article);
    }
  }
  return best.sorted();
}

function totalOf({ passages, whole, title }: ArticleScores): number {
  let best = 0;
  for (const score of passages) best = Math.max(best, score);
  return ARTICLE_PARTS.passage * best + ARTICLE_PARTS.article * whole + ARTICLE_PARTS.title * title;
}

/** The best passages of an article that hold a term, at most `PASSAGES_AN_ARTICLE`. */
function bestPassages({ passages }: ArticleScores): number[] {
  const best = bestOf(PASSAGES_AN_ARTICLE);
  for (const [passage, score] of passages.entries()) if (score > 0) best.offer(score, passage, 0, passage);
  return best.sorted().map(({ unit }) => unit);
}
