import type { Article, Corpus } from '../corpus/types.ts';
import type { Span } from '../nlp/types.ts';

/** A stem to look for, and how much it counts (1 is usual). */
export interface QueryTerm {
  readonly stem: string;
  readonly weight: number;
}

export interface SearchOptions {
  /** Most sentences to return. */
  readonly limit: number;
  /** Most articles to return; 20 when absent. */
  readonly articles?: number;
  /** Articles that may be found; all, when absent. */
  readonly allow?: (article: Article) => boolean;
}

/** A sentence that was found. The scores are BM25 over different units; `score` is what the hits are ordered by. */
export interface SentenceHit {
  readonly article: Article;
  /** Index among the article's sentences. */
  readonly sentence: number;
  readonly span: Span;
  /** Index among the article's paragraphs. */
  readonly paragraph: number;
  readonly score: number;
  readonly sentenceScore: number;
  readonly passageScore: number;
  readonly articleScore: number;
  readonly titleScore: number;
}

export interface ArticleHit {
  readonly article: Article;
  readonly score: number;
}

export interface Hits {
  /** Best first; ties in order of the collection. */
  readonly sentences: readonly SentenceHit[];
  readonly articles: readonly ArticleHit[];
}

/** An immutable snapshot that ranks the sentences and articles of one corpus. */
export interface Searcher {
  readonly corpus: Corpus;
  /** Segments that it shares with others count as a whole. */
  readonly size: { readonly passages: number; readonly bytes: number };
  search(terms: readonly QueryTerm[], options: SearchOptions): Hits;
  /** Robertson and Spärck Jones' weight of a stem over sentences: log(1 + (N − n + ½) / (n + ½)). */
  idf(stem: string): number;
  /** Sentences of an article in order, as they were indexed. */
  sentences(article: Article): readonly Span[];
  /** Why a sentence scored as it did: one line a term and unit. */
  explain(terms: readonly QueryTerm[], hit: SentenceHit): readonly Explanation[];
}

export interface Explanation {
  readonly unit: 'sentence' | 'passage' | 'article' | 'title';
  readonly stem: string;
  readonly idf: number;
  /** Occurrences in the unit. */
  readonly count: number;
  readonly score: number;
}
