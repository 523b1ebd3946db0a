/**
 * How often answers are right, and how well confidence tells when they are not: through the door, as the bot asks.
 *   BENCH_DATA=DIR node bench/quality.ts [--sets newwiki,realtimeqa]
 * The shipped weights were fitted on these very sets, so the figures stand a little above those of new articles;
 * `bench/train.ts` prints held-out ones.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createLibrary } from '../src/answer/answer.ts';
import { corpusOf } from '../src/corpus/corpus.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { benchData } from './passages.ts';
import { type Record as Article, folded, type Gold, isRight, readSet } from './train-data.ts';
import { measuresOf, type Outcome, show } from './train-measure.ts';

const { values: options } = parseArgs({ options: { sets: { type: 'string', default: 'newwiki,realtimeqa' } } });
const data = benchData();
for (const set of options.sets.split(',')) measureSet(set, data);

function measureSet(set: string, folder: string): void {
  const reader = createReader();
  const outcomes: Outcome[] = [];
  const times: number[] = [];
  const phrases: number[] = [];
  for (const part of readSet(folder, set)) {
    for (const run of ['full', 'cut'] as const) {
      const library = createLibrary(corpusOf(part[run]), reader);
      const articles = new Map(part[run].map((article) => [article.id, article]));
      for (const { query, gold } of part.questions) {
        const kind = gold[run];
        if (kind === undefined) continue;
        const start = performance.now();
        const result = library.ask(query.question, { asked: query.asked });
        times.push(performance.now() - start);
        const right = ({ article, start: from, end }: { article: { id: string }; start: number; end: number }) =>
          kind === 'answerable' && isRight(gold, articles.get(article.id)!, { start: from, end });
        const { answer } = result;
        if (answer && right(answer.citation)) {
          const text = answer.citation.article.text;
          const shown = answer.highlight && text.slice(answer.highlight.start, answer.highlight.end);
          phrases.push(shown === null ? 0 : likeness(shown, golds(gold, articles)));
        }
        outcomes.push({
          id: gold.id,
          kind,
          confidence: result.confidence,
          place: result.candidates.findIndex(({ citation }) => right(citation)),
          article: gold.articles.includes(result.articles[0]?.article.id ?? ''),
          shown: answer !== null,
        });
      }
    }
  }
  times.sort((a, b) => a - b);
  const highlight = phrases.reduce((sum, value) => sum + value, 0) / Math.max(1, phrases.length);
  console.log(`${set}: ${show({ ...measuresOf(outcomes), highlight })}`);
  console.log(`  a question takes ${times[times.length >> 1]!.toFixed(1)} ms (median)`);
}

function golds(gold: Gold, articles: ReadonlyMap<string, Article>): string[] {
  const spans = (gold.spans ?? []).map(
    ({ article, start, end }) => articles.get(article)?.text.slice(start, end) ?? '',
  );
  return [...spans, ...(gold.answers ?? [])];
}

/** Token F1 of a phrase against the answer most like it (Rajpurkar et al., EMNLP 2016). */
function likeness(phrase: string, answers: readonly string[]): number {
  const words = folded(phrase).split(' ').filter(Boolean);
  return answers.reduce((best, answer) => {
    const wanted = folded(answer).split(' ').filter(Boolean);
    const rest = [...wanted];
    let shared = 0;
    for (const word of words) {
      const at = rest.indexOf(word);
      if (at < 0) continue;
      rest.splice(at, 1);
      shared += 1;
    }
    return shared === 0 ? best : Math.max(best, (2 * shared) / (words.length + wanted.length));
  }, 0);
}
