/** What the other articles have on an answer: the same statement, the same text, or something that differs. */
import { isCopy, type Sketch, sketch } from '../corpus/corpus.ts';
import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import { slice } from '../nlp/span.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import type { Scored } from './abstain.ts';
import { cite } from './cite.ts';
import { highlight } from './highlight.ts';
import { agree, type Quantity, quantities } from './quantities.ts';
import type { Question } from './question.ts';
import { sentencesFor } from './sentences.ts';
import type { Answer, Citation, Differing } from './types.ts';

/** Candidates that are compared with the answer, and how many of what differs is shown. */
const COMPARED = 20;
const MOST_DIFFERING = 3;
/** Share of their words, by idf and numbers aside, that two sentences of one statement have in common. */
const SAME = 0.7;
/** … and that two answers to the same question have, when what is asked for can be compared: to agree, to differ. */
const ALIKE = { agree: 0.5, differ: 0.6 };
/** A candidate meets the question as well as the answer does when it meets no less of its idf than this much. */
const AS_WELL = 0.05;

const COUNTED: ReadonlySet<string> = new Set(['number', 'percent', 'money']);

interface Statement {
  readonly article: Article;
  readonly span: Span;
  /** Stems that are no numbers, with their idf. */
  readonly stems: ReadonlyMap<string, number>;
  readonly counts: readonly Quantity[];
}

/**
 * Compares the answer with the candidates of other articles. A sentence that has the same words (but for few) and the same
 * numbers is the same statement; one with other numbers differs, as does one that answers the question as fully with another
 * number or day. Copies of one article count as one source.
 */
export function sources(
  ranked: readonly Scored[],
  question: Question,
  searcher: Searcher,
  reader: Reader,
): Pick<Answer, 'others' | 'copies' | 'differing'> {
  const [best, ...rest] = ranked;
  const found = { others: [] as Citation[], copies: [] as Citation[], differing: [] as Differing[] };
  if (!best) return found;
  const answer = statement(best, searcher, reader);
  const value = givenBy(question, best, reader);
  const seen = new Set([best.hit.article]);
  const sketches = new Map<Article, Sketch>();
  const sketchOf = (article: Article): Sketch => {
    const known = sketches.get(article) ?? sketch(article);
    sketches.set(article, known);
    return known;
  };
  const areCopies = (one: Article, another: Article) => isCopy(sketchOf(one), sketchOf(another));
  const elsewhere = rest.filter(({ hit }) => hit.article !== best.hit.article).slice(0, COMPARED);
  for (const candidate of elsewhere) {
    const { article, span } = candidate.hit;
    if (seen.has(article)) continue;
    const other = statement(candidate, searcher, reader);
    const likeness = shared(answer.stems, other.stems);
    const given = likeness >= ALIKE.agree && asWell(candidate, best) ? givenBy(question, candidate, reader) : null;
    const asked = value && given && compare(value, given);
    const told = likeness >= SAME ? odd(answer, other) : undefined;
    if (asked === 'differs' && given && likeness >= ALIKE.differ) differs(given.span);
    else if (told) differs(told);
    else if (told === null || asked === 'agrees') {
      if (areCopies(best.hit.article, article)) found.copies.push(cite(article, span));
      else if (![...seen].some((known) => areCopies(known, article))) found.others.push(cite(article, span));
      seen.add(article);
    }

    function differs(highlighted: Span): void {
      seen.add(article);
      if (found.differing.length < MOST_DIFFERING) {
        found.differing.push(Object.freeze({ citation: cite(article, span), highlight: highlighted }));
      }
    }
  }
  return found;
}

function statement({ hit: { article, span } }: Scored, searcher: Searcher, reader: Reader): Statement {
  const stems = new Map<string, number>();
  const { terms, quantities: counts } = sentencesFor(reader)(article.text, span);
  for (const { stem } of terms) if (!/^\p{N}/u.test(stem)) stems.set(stem, searcher.idf(stem));
  return { article, span, stems, counts };
}

/** Dice's coefficient over idf. */
function shared(one: Statement['stems'], other: Statement['stems']): number {
  let both = 0;
  let whole = 0;
  for (const [stem, idf] of one) {
    whole += idf;
    if (other.has(stem)) both += idf;
  }
  for (const idf of other.values()) whole += idf;
  return whole === 0 ? 0 : (2 * both) / whole;
}

/** The first number of `other` that `one` gives otherwise for the same thing; null when there is none. */
function odd(one: Statement, other: Statement): Span | null {
  if (one.counts.length !== other.counts.length) return null;
  const differs = (count: Quantity, beside: Quantity) => count.unit === beside.unit && !agree(count, beside);
  return other.counts.find((count, at) => differs(count, one.counts[at]!)) ?? null;
}

function asWell({ features }: Scored, { features: best }: Scored): boolean {
  return features.coverage + features.linked >= best.coverage + best.linked - AS_WELL;
}

/** What a sentence gives for what is asked: a number, or a day as TIMEX3 writes it. */
interface Given {
  readonly span: Span;
  readonly words: string;
  readonly count: Quantity | null;
  readonly day: string | null;
}

function givenBy(question: Question, { hit }: Scored, reader: Reader): Given | null {
  const { wanted } = question;
  if (wanted !== 'date' && !COUNTED.has(wanted)) return null;
  const span = highlight(question, hit, reader);
  if (!span) return null;
  const { article } = hit;
  const words = slice(article.text, span);
  if (wanted === 'date') {
    const time = reader.read(article).dates.find(({ start, end }) => start < span.end && end > span.start);
    return time && /^\d{4}/.test(time.value) ? { span, words, count: null, day: time.value.slice(0, 10) } : null;
  }
  const from = Math.max(0, span.start - 24);
  const count = quantities(article.text.slice(from, span.end + 12), from).find(({ end }) => end > span.start);
  return count ? { span, words, count, day: null } : null;
}

function compare(one: Given, other: Given): 'agrees' | 'differs' | null {
  // Copies with other publication days would else read the same words as other days.
  if (one.words === other.words) return 'agrees';
  if (one.count && other.count) {
    if (one.count.unit !== other.count.unit) return null;
    return agree(one.count, other.count) ? 'agrees' : 'differs';
  }
  if (one.day === null || other.day === null) return null;
  return one.day.startsWith(other.day) || other.day.startsWith(one.day) ? 'agrees' : 'differs';
}
