/** Small readings of questions and sentences that the features are made of. */
import type { Article, Corpus } from '../corpus/types.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher, SentenceHit } from '../search/types.ts';
import type { Match } from './features-match.ts';
import type { Question } from './question.ts';

/** Whether a word, or its singular, stands in the question. */
export function knownWords({ text }: Question): (word: string) => boolean {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return (word) => {
    const lower = word.toLowerCase();
    return words.has(lower) || (lower.endsWith('s') && words.has(lower.slice(0, -1)));
  };
}

/** Neighbouring terms of the question, as `first second`, and the idf of both. */
export function pairsOf({ stems }: Question, searcher: Searcher): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < stems.length; i += 1) {
    const first = stems[i]!;
    const second = stems[i + 1]!;
    if (first !== second) pairs.set(`${first} ${second}`, searcher.idf(first) + searcher.idf(second));
  }
  return pairs;
}

/** Terms of a sentence that the question does not have, with their idf. */
export function ownWords({ terms }: Match, question: Question, searcher: Searcher): Map<string, number> {
  const own = new Map<string, number>();
  for (const { stem } of terms) if (!own.has(stem)) own.set(stem, searcher.idf(stem));
  for (const { stem } of question.terms) own.delete(stem);
  return own;
}

/** White space apart, counted without making a list. */
export function wordCount(words: string): number {
  let count = 1;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count += 1;
  return count;
}

const PRONOUN = /^["“‘'(]?(?:he|she|it|they|his|her|their|its|this|that|these|those|him|them)\b/iu;

/** Whether a sentence leans on the one before to say who or what it speaks of. */
export function opensWithPronoun(words: string): boolean {
  return PRONOUN.test(words);
}

/** Whether a sentence begins its paragraph. */
export function opensParagraph({ text }: Article, before: Span | undefined, span: Span): boolean {
  return before === undefined || text.slice(before.end, span.start).includes('\n');
}

/** Days of age that are recent. Some articles bear a day after the one of asking: clocks differ. */
export const RECENT_DAYS = 15;
export const EARLIEST = -3;
const DAY = 86_400_000;

const newest = new WeakMap<Corpus, string>();

/**
 * Whether a collection is kept up to date: its newest article was printed shortly before the question was asked, or later. Only
 * then does the age of an article tell whether it is meant: to an archive, everything is old.
 */
export function isCurrent(corpus: Corpus, { asked }: Question): boolean {
  let last = newest.get(corpus);
  if (last === undefined) {
    last = corpus.articles.reduce(
      (latest, { published }) => (published && published > latest ? published : latest),
      '',
    );
    newest.set(corpus, last);
  }
  return last !== '' && (Date.parse(asked) - Date.parse(last)) / DAY <= RECENT_DAYS;
}

/** Days between an article's publication and the day of asking; null when it bears no day. */
export function ageOf({ published }: Article, { asked }: Question): number | null {
  return published === null ? null : (Date.parse(asked) - Date.parse(published)) / DAY;
}

/** Printed in the two weeks before the question was asked. */
export function isRecent(article: Article, question: Question): boolean {
  const age = ageOf(article, question);
  return age !== null && age >= EARLIEST && age <= RECENT_DAYS;
}

/** The largest score of any hit; never 0, to be divided by. */
export function largest(hits: readonly SentenceHit[], score: (hit: SentenceHit) => number): number {
  return hits.reduce((best, hit) => Math.max(best, score(hit)), 1e-9);
}

/** The rarest name of the title that the sentence has too and the question has not: its idf, or 0. */
export function titleName({ title }: Article, heading: Match, own: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const { stem, start } of heading.terms) {
    const idf = own.get(stem) ?? 0;
    if (idf > most && isCapital(title, start)) most = idf;
  }
  return most;
}

/** Whether a letter is a capital: one that has a small form and is not it. */
export function isCapital(text: string, at: number): boolean {
  const letter = text[at] ?? '';
  return letter !== letter.toLowerCase();
}
