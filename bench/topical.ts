/**
 * How well articles on a topic are found: headlines of news articles stand for topics, and the other articles that answer the
 * same quiz question for what tells of them. Titles and days of the articles that are searched are left out.
 *   BENCH_DATA=DIR node bench/topical.ts [--set realtimeqa]
 * The order that a topic gets (`ask`) stands beside the search's own (`search`).
 */
import { parseArgs } from 'node:util';
import { createLibrary } from '../src/answer/answer.ts';
import { understand } from '../src/answer/question.ts';
import { corpusOf } from '../src/corpus/corpus.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { benchData } from './passages.ts';
import { readSet } from './train-data.ts';

/** Fewer articles on a matter than this, the one whose headline is asked among them, tell nothing. */
const LEAST = 3;
/** Shorter headlines are none. */
const WORDS = 4;
const ASKED = '2026-01-01';

const { values: options } = parseArgs({ options: { set: { type: 'string', default: 'realtimeqa' } } });
const reader = createReader();
const figures = { ask: blank(), search: blank() };
let topics = 0;
for (const part of readSet(benchData(), options.set)) {
  const byId = new Map(part.full.map((article) => [article.id, article]));
  const seen = new Set<string>();
  for (const { gold } of part.questions) {
    const [first, ...others] = gold.articles;
    const headline = byId.get(first ?? '')?.title.replace(/ [-|] .{0,20}$/, '') ?? '';
    if (gold.full !== 'answerable' || gold.articles.length < LEAST || seen.has(headline)) continue;
    seen.add(headline);
    const topic = understand(headline, ASKED, reader);
    if (!topic.topical || headline.split(' ').length < WORDS) continue;
    const records = part.full.filter(({ id }) => id !== first).map(({ id, text }) => ({ id, text }));
    const library = createLibrary(corpusOf(records), reader);
    const relevant = new Set(others);
    topics += 1;
    count(figures.ask, relevant, library.ask(headline, { asked: ASKED, top: 20 }).articles);
    count(figures.search, relevant, library.searcher.search(topic.terms, { limit: 1, articles: 20 }).articles);
  }
}
console.log(`${topics} topics`);
for (const [name, { ndcg, precision, first }] of Object.entries(figures)) {
  const share = (sum: number) => ((100 * sum) / topics).toFixed(1);
  console.log(`${name.padEnd(8)} nDCG@10 ${share(ndcg)}   MAP ${share(precision)}   first right ${share(first)}`);
}

function blank() {
  return { ndcg: 0, precision: 0, first: 0 };
}

/** Adds the figures of one ranked list (Järvelin and Kekäläinen, 2002, for nDCG). */
function count(
  sums: ReturnType<typeof blank>,
  relevant: ReadonlySet<string>,
  ranked: readonly { readonly article: { readonly id: string } }[],
): void {
  let found = 0;
  let gain = 0;
  let precision = 0;
  for (const [place, { article }] of ranked.entries()) {
    if (!relevant.has(article.id)) continue;
    found += 1;
    precision += found / (place + 1);
    if (place < 10) gain += 1 / Math.log2(place + 2);
    if (place === 0) sums.first += 1;
  }
  let most = 0;
  for (let place = 0; place < Math.min(10, relevant.size); place += 1) most += 1 / Math.log2(place + 2);
  sums.ndcg += gain / most;
  sums.precision += precision / relevant.size;
}
