import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Sentence, TimeExpression } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import { dayOf } from './calendar.ts';
import { type Modality, modalityAt, reports } from './timeline-modality.ts';

/** A sentence and a date that it tells of: `2018`, `2018-06` or `2018-06-12`. */
export interface Dated {
  /** Index among the article's sentences. */
  readonly sentence: number;
  readonly date: string;
  /** Null: no date is named, and what was done is dated by the day of publication. */
  readonly expression: TimeExpression | null;
  readonly modality: Modality;
}

/** What timelines need to know of one article, whatever the topic. */
export interface Chronicle {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  /** Numbers of the different stems of each sentence, in order: sentence i has `stems.slice(offsets[i], offsets[i + 1])`. */
  readonly stems: Int32Array;
  readonly offsets: Int32Array;
  readonly title: readonly number[];
  /** Terms of each sentence. */
  readonly lengths: Uint16Array;
  /** 1 for a sentence that reports something done. */
  readonly reports: Uint8Array;
  readonly dated: readonly Dated[];
}

/** Articles made ready for timelines, each when first asked for, and remembered as long as it lives. */
export interface Chronicles {
  of(article: Article): Chronicle;
  /** The numbers of a text's different stems. */
  numbers(text: string): number[];
  /** Idf of a stem, by its number. */
  idf(number: number): number;
}

/** Sentences of an article that stand for its own day, when they name no other time. */
const LEADS = 3;
/** A date with a clock or a bar behind it heads a sentence: when a comment was posted or a page brought up to date. */
const STAMP =
  /^.{0,16}?\b(?:19|20)\d\d,?\s*(?:last updated\s*)?(?:at\s*)?(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?|[A-Z]{2,4}\b)?|\|)/i;
const STAMP_REACH = 80;
/** Past this sentence a stamp begins the readers' comments. */
const OPENING = 3;
/** "This article was amended on 11 May": about the article, not about what happened. */
const CORRECTION =
  /\b(?:article|story|page|piece|report|column|post|version|headline)\b.{0,40}\b(?:amended|corrected|updated|appended|published|modified) on\b/i;

export function createChronicles(searcher: Searcher, reader: Reader): Chronicles {
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  const known = new WeakMap<Article, Chronicle>();

  const number = (stem: string): number => {
    let found = numbers.get(stem);
    if (found === undefined) {
      found = weights.length;
      numbers.set(stem, found);
      weights.push(searcher.idf(stem));
    }
    return found;
  };
  const different = (terms: ReturnType<Reader['terms']>) => [...new Set(terms.map(({ stem }) => number(stem)))];

  function read(article: Article): Chronicle {
    const { sentences } = reader.read(article);
    const stems: number[] = [];
    const offsets = new Int32Array(sentences.length + 1);
    const lengths = new Uint16Array(sentences.length);
    const done = new Uint8Array(sentences.length);
    for (const [index, sentence] of sentences.entries()) {
      const terms = reader.terms(article.text, sentence);
      for (const stem of different(terms)) stems.push(stem);
      offsets[index + 1] = stems.length;
      lengths[index] = terms.length;
      done[index] = reports(article.text.slice(sentence.start, sentence.end)) ? 1 : 0;
    }
    const dated = [...datesIn(article, reader, done)];
    const title = different(reader.terms(article.title));
    return { article, sentences, stems: Int32Array.from(stems), offsets, title, lengths, reports: done, dated };
  }

  return {
    of(article) {
      let found = known.get(article);
      if (!found) {
        found = read(article);
        known.set(article, found);
      }
      return found;
    },
    numbers: (text) => different(reader.terms(text)),
    idf: (at) => weights[at]!,
  };
}

/**
 * The dates that an article's sentences tell of. A line that is nothing but a date heads the sentences below it,
 * unless it only says when the article was published. Stamps of
 * comments and notes of correction date no event.
 */
function* datesIn(article: Article, reader: Reader, done: Uint8Array): Generator<Dated> {
  const { sentences, dates } = reader.read(article);
  let next = 0;
  let leads = 0;
  let heading: Dated | null = null;
  for (const [sentence, { start, end }] of sentences.entries()) {
    const text = article.text.slice(start, end);
    const stamp = STAMP.exec(text.slice(0, STAMP_REACH))?.[0].length ?? 0;
    if (stamp > 0 && sentence >= OPENING) return;
    if (CORRECTION.test(text)) continue;
    while (next < dates.length && dates[next]!.start < start) next += 1;
    const told: Dated[] = [];
    let elsewhere = false;
    for (; next < dates.length && dates[next]!.end <= end; next += 1) {
      const expression = dates[next]!;
      const date = dayOf(expression);
      if (date === null) elsewhere ||= expression.type === 'DATE' && expression.value !== 'PRESENT_REF';
      else if (expression.start - start >= stamp && told.every((one) => one.date !== date)) {
        const later = article.published !== null && date > article.published.slice(0, date.length);
        const modality = modalityAt(text, expression.start - start, expression.end - start, later);
        told.push({ sentence, date, expression, modality });
      }
    }
    const [first] = told;
    if (first && told.length === 1 && isHeading(first, text)) {
      heading = first.date === article.published ? null : first;
    } else if (first) {
      heading = null;
      yield* told;
    } else if (heading) {
      yield { ...heading, sentence };
    } else if (article.published !== null && done[sentence] === 1 && !elsewhere && leads < LEADS) {
      leads += 1;
      yield { sentence, date: article.published, expression: null, modality: 'done' };
    }
  }
}

/** A line with nothing but a day on it, or that and a colon. */
function isHeading({ date, expression }: Dated, text: string): boolean {
  if (expression === null || date.length < 10 || !expression.stated.includes('month')) return false;
  return expression.end - expression.start >= text.length - 2;
}
