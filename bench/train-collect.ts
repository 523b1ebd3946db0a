/** What training learns from: questions with their measured candidates, over each state of their collections. */
import { gather, respelled } from '../src/answer/ask.ts';
import type { Measured, Weighed } from '../src/answer/features.ts';
import { type Question, understand } from '../src/answer/question.ts';
import { corpusOf } from '../src/corpus/corpus.ts';
import type { Reader } from '../src/nlp/nlp.ts';
import { createSearcher } from '../src/search/search.ts';
import { isRight, type Part } from './train-data.ts';

export const FOLDS = 5;
/** Questions over small collections, made of the others', count less than those. */
const SMALL = 0.3;

/** Collections that the confidence alone learns from: the ranker has seen their questions over the whole ones. */
export const isForConfidence = (set: string): boolean => set.endsWith(' by best');

/** Sentences marked as answers, for ranking only: nothing is known of questions without one. */
export const PAIRS = 'pairs';

/** One question over one state of its collection. */
export interface Asked {
  readonly id: string;
  readonly set: string;
  readonly fold: number;
  readonly kind: string;
  readonly question: Question;
  readonly measured: readonly Measured[];
  readonly right: readonly boolean[];
  readonly goldArticles: readonly string[];
  readonly weighed: Weighed;
}

/** Asks every question of a set over its whole collection and over the one that was cut. */
export function collect(set: string, parts: Iterable<Part>, reader: Reader): Asked[] {
  const found: Asked[] = [];
  const groups: string[] = [];
  for (const part of parts) {
    for (const run of ['full', 'cut'] as const) {
      const articles = new Map(part[run].map((article) => [article.id, article]));
      const searcher = createSearcher(corpusOf(part[run]), reader);
      for (const { query, gold } of part.questions) {
        const kind = gold[run];
        if (kind === undefined) continue;
        const question = respelled(understand(query.question, query.asked, reader), searcher);
        // Whatever is cut out of a collection that was kept up to date is asked about as that was.
        const { measured, weighed } = gather(question, { asked: query.asked }, searcher, reader, true);
        groups.push(part.name === '.' ? (gold.articles[0] ?? '') : part.name);
        found.push({
          id: gold.id,
          set,
          fold: 0,
          kind,
          question,
          measured: measured.map(({ hit, features, cues, missing, terms }) => ({
            hit,
            features,
            cues,
            missing,
            terms,
          })),
          right: measured.map(
            ({ hit }) => kind === 'answerable' && isRight(gold, articles.get(hit.article.id)!, hit.span),
          ),
          goldArticles: gold.articles,
          weighed,
        });
      }
    }
  }
  process.stderr.write(`${set}: ${found.length} questions\n`);
  const order = [...new Set(groups)].sort();
  return found.map((one, at) => ({ ...one, fold: order.indexOf(groups[at]!) % FOLDS }));
}

/** Small sets count more a question, by the square root of how much smaller they are than the largest. */
export function importances(all: readonly Asked[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { set } of all) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const most = Math.max(...sizes.values());
  const share = (set: string) => (/ by (?:twos|few|best)$/.test(set) || set === PAIRS ? SMALL : 1);
  return new Map([...sizes].map(([set, size]) => [set, share(set) * Math.sqrt(most / size)]));
}
