import { createHash } from 'node:crypto';
import type { Article, Corpus } from './types.ts';

/** Hashes and freezes an article, deeply. Missing facts are null; furniture comes sorted and disjoint. */
export function makeArticle(facts: Partial<Omit<Article, 'hash'>> & Pick<Article, 'id' | 'text'>): Article {
  const furniture = [...(facts.furniture ?? [])].sort((a, b) => a.start - b.start).map((span) => Object.freeze(span));
  return Object.freeze({
    id: facts.id,
    text: facts.text,
    hash: createHash('sha256').update(facts.text, 'utf8').digest('hex'),
    title: facts.title ?? '',
    published: facts.published ?? null,
    source: facts.source ?? null,
    url: facts.url ?? null,
    author: facts.author ?? null,
    dateline: facts.dateline ?? null,
    furniture: Object.freeze(furniture),
    ...(facts.format ? { format: facts.format } : {}),
  });
}

/** An immutable set of articles. Throws if two have one id. */
export function makeCorpus(articles: readonly Article[]): Corpus {
  const byId = new Map(articles.map((article) => [article.id, article]));
  if (byId.size !== articles.length) throw new Error('Two articles have the same id');
  return Object.freeze({ articles: Object.freeze([...articles]), get: (id: string) => byId.get(id) });
}
