/**
 * Fits the weights of the marks by which the answering words of a sentence are told, and writes them to
 * `src/answer/highlight-weights.json`.
 *   BENCH_DATA=DIR node bench/train-highlight.ts [--sets newwiki,realtimeqa] [--dry]
 * Every figure printed is of questions whose articles (or weeks) were held out.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { byRule } from '../src/answer/highlight.ts';
import { likeliest, type Phrase, phrasesOf } from '../src/answer/highlight-spans.ts';
import { understand } from '../src/answer/question.ts';
import { corpusOf } from '../src/corpus/corpus.ts';
import { createReader } from '../src/nlp/nlp.ts';
import type { Span } from '../src/nlp/types.ts';
import { benchData } from './passages.ts';
import { folded, type Gold, isRight, type Part, readSet } from './train-data.ts';
import { collectLists, fitRanker, type Lists } from './train-learn.ts';

const FOLDS = 3;
const PENALTY = 2;
const STEPS = 60;
/** A phrase counts as right when its token F1 is this near to the best there is, and that is good enough. */
const NEARLY = 0.1;
const GOOD = 0.5;
/** Weights smaller than this change nothing that can be seen. */
const LEAST = 0.02;

/** An answering sentence, its phrases, and how well each agrees with the gold answers (SQuAD's token F1). */
interface Answered {
  readonly set: string;
  readonly fold: number;
  readonly phrases: readonly Phrase[];
  readonly agreement: readonly number[];
  readonly ruled: number;
}

const { values: options } = parseArgs({
  options: { sets: { type: 'string', default: 'newwiki,realtimeqa' }, dry: { type: 'boolean', default: false } },
});
const reader = createReader();
const data = benchData();
const answered = options.sets
  .split(',')
  .flatMap((set) => [...readSet(data, set)].flatMap((part, at) => read(set, part, at)));
const most = Math.max(
  ...Map.groupBy(answered, ({ set }) => set)
    .values()
    .map((own) => own.length),
);
const importance = new Map(
  [...Map.groupBy(answered, ({ set }) => set)].map(([set, own]) => [set, Math.sqrt(most / own.length)]),
);
const names = [...new Set(answered.flatMap(({ phrases }) => phrases.flatMap(({ marks }) => [...marks.keys()])))].sort();
const lists = listsOf(answered);
const found = new Map<string, { learned: number[]; ruled: number[] }>();
for (let fold = 0; fold < FOLDS; fold += 1) {
  const weights = learn((one) => one.fold !== fold);
  for (const one of answered) {
    if (one.fold !== fold) continue;
    const best = likeliest(one.phrases, weights);
    const of = found.get(one.set) ?? { learned: [], ruled: [] };
    found.set(one.set, of);
    of.learned.push(best ? one.agreement[one.phrases.indexOf(best.phrase)]! : 0);
    of.ruled.push(one.ruled);
  }
}
for (const [set, { learned, ruled }] of found) {
  console.log(`${set}: F1 ${(100 * mean(learned)).toFixed(1)}, by the rules alone ${(100 * mean(ruled)).toFixed(1)}`);
}
if (!options.dry) {
  const file = {
    about: 'Fitted by bench/train-highlight.ts. The marks are made in highlight-spans.ts.',
    marks: Object.fromEntries(Object.entries(learn(() => true)).filter(([, weight]) => Math.abs(weight) >= LEAST)),
  };
  const target = path.join(import.meta.dirname, '..', 'src', 'answer', 'highlight-weights.json');
  writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`);
}

/** The phrases of the sentence of each question that answers and has most of its words. */
function read(set: string, part: Part, week: number): Answered[] {
  const articles = new Map(corpusOf(part.full).articles.map((article) => [article.id, article]));
  const records = new Map(part.full.map((record) => [record.id, record]));
  const order = [...articles.keys()];
  return part.questions.flatMap(({ query, gold }): Answered[] => {
    if (gold.full !== 'answerable') return [];
    const question = understand(query.question, query.asked, reader);
    const stems = new Set(question.stems);
    let best = { id: '', span: { start: 0, end: 0 }, shared: 0 };
    for (const id of gold.articles) {
      const article = articles.get(id);
      for (const span of article ? reader.segment(article).sentences : []) {
        if (!isRight(gold, records.get(id)!, span)) continue;
        const shared = new Set(reader.terms(article!.text, span).flatMap(({ stem }) => (stems.has(stem) ? [stem] : [])))
          .size;
        if (shared > best.shared) best = { id, span, shared };
      }
    }
    const article = articles.get(best.id);
    if (!article) return [];
    const { text } = article;
    const answers = answersIn(gold, best.id, best.span, text).map(wordsOf);
    const agreementOf = ({ start, end }: Span) => f1(wordsOf(text.slice(start, end)), answers);
    const ruled = byRule(question, { article, span: best.span }, reader);
    const phrases = phrasesOf(question, text, best.span, ruled, reader);
    return [
      {
        set,
        fold: (part.name === '.' ? order.indexOf(best.id) : week) % FOLDS,
        phrases,
        agreement: phrases.map(agreementOf),
        ruled: ruled ? agreementOf(ruled) : 0,
      },
    ];
  });
}

function answersIn({ spans, answers = [] }: Gold, id: string, sentence: Span, text: string): string[] {
  if (!spans) return answers;
  const within = spans.filter(
    ({ article, start, end }) => article === id && start >= sentence.start && end <= sentence.end,
  );
  return within.map(({ start, end }) => text.slice(start, end));
}

function wordsOf(text: string): string[] {
  return folded(text).split(' ').filter(Boolean);
}

function f1(words: readonly string[], answers: readonly string[][]): number {
  return Math.max(
    0,
    ...answers.map((answer) => {
      const left = [...answer];
      const shared = words.filter((word) => {
        const at = left.indexOf(word);
        if (at >= 0) left.splice(at, 1);
        return at >= 0;
      });
      return (2 * shared.length) / Math.max(1, words.length + answer.length);
    }),
  );
}

function listsOf(all: readonly Answered[]): Lists {
  const column = new Map(names.map((name, at) => [name, at]));
  const collected = collectLists();
  for (const { phrases, agreement } of all) {
    const top = Math.max(GOOD, ...agreement);
    for (const [at, { marks }] of phrases.entries()) {
      for (const [mark, strength] of marks) {
        collected.input(column.get(mark)!, strength);
      }
      collected.endCandidate(agreement[at]! >= top - NEARLY && agreement[at]! >= GOOD);
    }
    collected.endQuestion();
  }
  return collected.lists();
}

function learn(use: (one: Answered) => boolean): Record<string, number> {
  const chosen = Float64Array.from(answered, (one) => (use(one) ? importance.get(one.set)! : 0));
  const penalty = new Float64Array(names.length).fill(PENALTY);
  const scale = new Float64Array(names.length).fill(1);
  const weights = fitRanker(lists, chosen, penalty, scale, { steps: STEPS });
  return Object.fromEntries(names.map((name, at) => [name, Math.round(weights[at]! * 1e3) / 1e3]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
