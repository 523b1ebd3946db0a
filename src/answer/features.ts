import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher, SentenceHit } from '../search/types.ts';
import { evidence } from './evidence.ts';
import type { Question } from './question.ts';

/** What the ranker sees of a candidate sentence. Each is a number of order one; names are those of the weights file. */
export const FEATURES = [
  'sentence', // BM25 of the sentence, over the question's best possible
  'passage',
  'article',
  'title',
  'coverage', // share of the question's idf found in the sentence
  'near', // … in the sentence and its two neighbours
  'names', // share of the question's names in the sentence and its neighbours
  'rarest', // whether the question's rarest word is in the sentence or beside it
  'pairs', // share of neighbouring question words that are neighbours here
  'closeness', // how tightly the matched words stand together
  'evidence', // something of the kind that is asked for, and not in the question
  'strong', // … and for questions that leave little doubt what that looks like
  'news', // share of the sentence's own idf that the question does not have
  'length', // of the sentence, in words, logarithmic
  'lead', // stands at the start of its article
  'pronoun', // opens with a pronoun
  'date', // holds a date that the question names, or was published close to it
  'fresh', // published in the two weeks before the day of asking
  'old', // published more than a year before it
  'question', // is a question itself
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;

const PRONOUN = /^["“‘'(]?(?:he|she|it|they|his|her|their|its|this|that|these|those|him|them)\b/iu;
const STRONG = new Set(['date', 'number', 'money', 'duration']);

/** Makes the function that measures candidates of one question. */
export function measurer(question: Question, searcher: Searcher, reader: Reader): (hit: SentenceHit) => Features {
  const weights = new Map(question.terms.map(({ stem }) => [stem, searcher.idf(stem)]));
  const whole = sum(weights.values()) || 1;
  // What no article knows tells the candidates apart no more, so the rarest word is the rarest one that was found.
  const rarest = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
  const inQuestion = new Set(question.text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const known = (word: string) => inQuestion.has(word.toLowerCase());

  return (hit) => {
    const { article, span } = hit;
    const neighbours = searcher.sentences(article);
    const found = reader.terms(article.text, span);
    const here = new Set(found.map(({ stem }) => stem));
    const near = new Set(here);
    for (const beside of [neighbours[hit.sentence - 1], neighbours[hit.sentence + 1]]) {
      if (beside) for (const { stem } of reader.terms(article.text, beside)) near.add(stem);
    }
    const share = (terms: Iterable<string>, within: ReadonlySet<string>) => {
      let all = 0;
      let met = 0;
      for (const stem of terms) {
        const weight = weights.get(stem) ?? 0;
        all += weight;
        if (within.has(stem)) met += weight;
      }
      return all === 0 ? 0 : met / all;
    };
    const spans = evidence(question.wanted, article.text, span, known);
    const words = article.text.slice(span.start, span.end);
    const count = Math.max(1, words.split(/\s+/u).length);
    const own = sum([...here].filter((stem) => !weights.has(stem)).map((stem) => searcher.idf(stem)));
    const covered = sum([...here].map((stem) => weights.get(stem) ?? 0));
    const age = article.published ? days(article.published, question.asked) : null;
    const dated = question.dates.some(
      (date) => article.published?.startsWith(date) || words.includes(date.slice(0, 4)),
    );
    return {
      sentence: hit.sentenceScore / whole,
      passage: hit.passageScore / whole,
      article: hit.articleScore / whole,
      title: hit.titleScore / whole,
      coverage: share(weights.keys(), here),
      near: share(weights.keys(), near),
      names: question.names.size === 0 ? 0 : share(question.names, near) - 1,
      rarest: rarest === undefined ? 0 : here.has(rarest) ? 1 : near.has(rarest) ? 0.5 : 0,
      pairs: pairsIn(
        question,
        found.map(({ stem }) => stem),
      ),
      closeness: closeness(found, weights),
      evidence: Math.min(1, spans.length),
      strong: STRONG.has(question.wanted) ? Math.min(1, spans.length) : 0,
      news: own / (own + covered + 1),
      length: Math.log(count / 20),
      lead: 1 / (1 + hit.sentence),
      pronoun: PRONOUN.test(words) ? 1 : 0,
      date: question.dates.length === 0 ? 0 : dated ? 1 : -1,
      fresh: age !== null && age >= -3 && age <= 14 ? 1 : 0,
      old: age !== null && age > 365 ? 1 : 0,
      question: words.endsWith('?') ? 1 : 0,
    };
  };
}

function pairsIn({ pairs }: Question, stems: readonly string[]): number {
  if (pairs.size === 0) return 0;
  const met = new Set<string>();
  for (const [index, stem] of stems.entries()) {
    for (const next of [stems[index + 1], stems[index + 2]]) {
      const pair = `${stem} ${next}`;
      if (next !== undefined && pairs.has(pair)) met.add(pair);
    }
  }
  return met.size / pairs.size;
}

/** 1 when the matched words are side by side, falling towards 0 as others stand between them. */
function closeness(found: readonly (Span & { readonly stem: string })[], weights: ReadonlyMap<string, number>): number {
  const at = found.flatMap(({ stem }, index) => (weights.has(stem) ? [index] : []));
  const distinct = new Set(at.map((index) => found[index]!.stem)).size;
  if (distinct < 2) return 0;
  return distinct / (at.at(-1)! - at[0]! + 1);
}

function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
