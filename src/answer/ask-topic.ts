import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { ArticleHit, QueryTerm, Searcher } from '../search/types.ts';

/** Articles that are taken at their word, terms that are taken from them, and what the query itself keeps of the whole weight. */
const ARTICLES = 5;
const TERMS = 40;
const KEPT = 0.5;

/**
 * Articles on a topic: the query is asked again with the words that its best articles are about ("RM3": Lavrenko and Croft,
 * SIGIR 2001; Abdul-Jaleel et al., TREC 2004). That finds what tells of the same matter in other words. Questions are
 * not asked so: they want one sentence, and these words lead away from it.
 *
 * @param found the articles that the query alone finds, best first
 * @returns the articles that the longer query finds, best first; `found` when that is empty
 */
export function moreOnTopic(
  query: readonly QueryTerm[],
  found: readonly ArticleHit[],
  searcher: Searcher,
  reader: Reader,
  allow: (article: Article) => boolean,
): readonly ArticleHit[] {
  const told = expanded(query, found.slice(0, ARTICLES), searcher, reader);
  return told.length === 0 ? found : searcher.search(told, { limit: 1, allow }).articles;
}

/** The terms of the query and those that its best articles are about, each with its share of the weight. */
function expanded(
  query: readonly QueryTerm[],
  best: readonly ArticleHit[],
  searcher: Searcher,
  reader: Reader,
): QueryTerm[] {
  const trust = best.reduce((sum, { score }) => sum + score, 0);
  if (trust <= 0) return [];
  const shares = new Map<string, number>();
  for (const { article, score } of best) {
    const terms = reader.terms(article.text);
    for (const { stem } of terms) shares.set(stem, (shares.get(stem) ?? 0) + score / trust / terms.length);
  }
  const heaviest = [...shares]
    .map(([stem, share]) => ({ stem, weight: share * searcher.idf(stem) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TERMS);
  const whole = heaviest.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const weights = new Map(query.map(({ stem, weight }) => [stem, (KEPT * weight) / query.length]));
  for (const { stem, weight } of heaviest) {
    weights.set(stem, (weights.get(stem) ?? 0) + ((1 - KEPT) * weight) / whole);
  }
  return Array.from(weights, ([stem, weight]) => ({ stem, weight }));
}
