/** Small collections, made of large ones: what is sure in a large collection must be so in a small one, and the other way round. */
import { respelled } from '../src/answer/ask.ts';
import { understand } from '../src/answer/question.ts';
import { corpusOf } from '../src/corpus/corpus.ts';
import type { Reader } from '../src/nlp/nlp.ts';
import type { Span } from '../src/nlp/types.ts';
import { createSearcher } from '../src/search/search.ts';
import type { Part } from './train-data.ts';

/** Every part cut into collections of two articles, with the questions that these answer. */
export function* byTwos(parts: Iterable<Part>): Generator<Part> {
  for (const part of parts) {
    const cut = new Map(part.cut.map((article) => [article.id, article]));
    for (let at = 0; at < part.full.length; at += 2) {
      const full = part.full.slice(at, at + 2);
      const ids = new Set(full.map(({ id }) => id));
      const questions = part.questions.filter(({ gold }) => gold.articles.some((id) => ids.has(id)));
      if (questions.length === 0) continue;
      yield { name: part.name, full, cut: full.flatMap(({ id }) => cut.get(id) ?? []), questions };
    }
  }
}

/** Paragraphs of a small collection, and how many questions of a set are asked over one: every third is plenty. */
const FEW = 8;
const EVERY = 3;

/**
 * Stretches of a few paragraphs as collections of their own, with every third question that one answers; asked again over
 * the next stretch of the same article, which does not. Answers must have their places.
 */
export function* byFew(parts: Iterable<Part>): Generator<Part> {
  for (const part of parts) {
    for (const article of part.full) {
      const ends = [...article.text.matchAll(/\n\s*\n/g)].map(({ index }) => index);
      const bounds = [0, ...ends.filter((_, at) => at % FEW === FEW - 1), article.text.length];
      const stretches = bounds.slice(1).map((end, at) => ({ start: bounds[at]!, end }));
      for (const [at, stretch] of stretches.entries()) {
        const other = stretches[at + 1] ?? stretches[at - 1];
        if (!other) continue;
        const questions = part.questions.flatMap(({ query, gold }, order) => {
          const spans = (gold.spans ?? []).filter(
            ({ article: id, start, end }) => id === article.id && start >= stretch.start && end <= stretch.end,
          );
          if (order % EVERY !== 0 || spans.length === 0) return [];
          const moved = spans.map(({ start, end }) => ({
            article: article.id,
            start: start - stretch.start,
            end: end - stretch.start,
          }));
          return [{ query, gold: { ...gold, full: 'answerable', cut: 'near', spans: moved } }];
        });
        if (questions.length === 0) continue;
        const holding = ({ start, end }: Span) => [{ ...article, text: article.text.slice(start, end) }];
        yield { name: part.name, full: holding(stretch), cut: holding(other), questions };
      }
    }
  }
}

/** Articles of such a collection. */
const BEST = 4;
/** The best of fewer articles are most of them. */
const MANY = 40;

/**
 * The few articles that fit a question best as a collection of their own, with the answer and without: what a server has that
 * keeps some articles on one matter, and the hardest place to be silent in.
 */
export function* byBest(parts: Iterable<Part>, reader: Reader): Generator<Part> {
  for (const part of parts) {
    for (const run of ['full', 'cut'] as const) {
      if (part[run].length < MANY) continue;
      const records = new Map(part[run].map((article) => [article.id, article]));
      const searcher = createSearcher(corpusOf(part[run]), reader);
      for (const { query, gold } of part.questions) {
        if (gold[run] === undefined) continue;
        const { terms } = respelled(understand(query.question, query.asked, reader), searcher);
        const found = searcher.search(terms, { limit: 1, articles: BEST }).articles;
        const few = found.flatMap(({ article }) => records.get(article.id) ?? []);
        const isThere = few.some(({ id }) => gold.articles.includes(id));
        if (few.length === 0 || (gold[run] === 'answerable' && !isThere)) continue;
        const other = run === 'full' ? 'cut' : 'full';
        const questions = [{ query, gold: { ...gold, [other]: undefined } }];
        yield { name: part.name, full: [], cut: [], [run]: few, questions };
      }
    }
  }
}
