import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';

/**
 * The inverted index, in typed arrays. Postings are by sentence and in order of the collection, so those of one passage
 * and of one article lie side by side: one walk over a term's postings yields its counts in all three units.
 *
 *     term t:  offsets[t] … offsets[t+1]
 *     unit:    sentence[i] → passageOf → articleOf,   count[i]
 */
export interface Inverted {
  /** The number of a stem; undefined when no article has it. */
  readonly termOf: (stem: string) => number | undefined;
  readonly offsets: Uint32Array;
  readonly sentence: Uint32Array;
  readonly count: Uint8Array;
  /** Postings of titles, by article. */
  readonly titleOffsets: Uint32Array;
  readonly titleArticle: Uint32Array;
  /** By sentence. */
  readonly passageOf: Uint32Array;
  readonly sentenceLength: Uint16Array;
  /** Offsets in the article's text. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceEnd: Uint32Array;
  /** By passage. */
  readonly articleOf: Uint32Array;
  readonly passageLength: Uint32Array;
  /** First sentence of each passage, and one past the last. */
  readonly passageStart: Uint32Array;
  /** By article: length in terms, title length, first sentence, first passage (with one past the last). */
  readonly articleLength: Uint32Array;
  readonly titleLength: Uint16Array;
  readonly articleStart: Uint32Array;
  readonly articlePassage: Uint32Array;
}

/** Reads the articles into an inverted index: one pass over the text, and a counting sort by term. */
export function invert(articles: readonly Article[], reader: Reader): Inverted {
  const vocabulary = reader.vocabulary();
  const body = { term: growing(), sentence: growing(), count: growing() };
  const title = { term: growing(), article: growing() };
  const passageOf = growing();
  const sentenceLength = growing();
  const sentenceStart = growing();
  const sentenceEnd = growing();
  const articleOf = growing();
  const passageLength = growing();
  const passageStart = growing();
  const articleLength = growing();
  const titleLength = growing();
  const articleStart = growing();
  const articlePassage = growing();
  /** By term: the place after its newest posting, so that a second occurrence in one sentence only adds to the count. */
  let newest = new Uint32Array(1 << 14);
  let buffer = new Uint32Array(1 << 12);

  for (const [number, article] of articles.entries()) {
    const { text } = article;
    const found = reader.segment(article).sentences;
    articleStart.push(passageOf.length);
    articlePassage.push(articleOf.length);
    let length = 0;
    let paragraph = -1;
    for (const sentence of found) {
      const at = passageOf.length;
      if (sentence.paragraph !== paragraph) {
        paragraph = sentence.paragraph;
        articleOf.push(number);
        passageLength.push(0);
        passageStart.push(at);
      }
      if (buffer.length < sentence.end - sentence.start) buffer = new Uint32Array(sentence.end - sentence.start);
      const terms = vocabulary.read(text, sentence.start, sentence.end, buffer);
      if (newest.length < vocabulary.size) newest = enlarged(newest, vocabulary.size * 2);
      for (let i = 0; i < terms; i += 1) {
        const term = buffer[i]!;
        const posting = newest[term]! - 1;
        if (posting >= 0 && body.sentence.get(posting) === at) body.count.add(posting, 1);
        else {
          body.term.push(term);
          body.sentence.push(at);
          body.count.push(1);
          newest[term] = body.term.length;
        }
      }
      passageOf.push(articleOf.length - 1);
      sentenceLength.push(terms);
      sentenceStart.push(sentence.start);
      sentenceEnd.push(sentence.end);
      passageLength.add(passageLength.length - 1, terms);
      length += terms;
    }
    const heading = new Uint32Array(article.title.length);
    const terms = new Set(heading.subarray(0, vocabulary.read(article.title, 0, article.title.length, heading)));
    for (const term of terms) {
      title.term.push(term);
      title.article.push(number);
    }
    articleLength.push(length);
    titleLength.push(terms.size);
  }
  // One past the last, so that every unit ends where the next begins.
  passageStart.push(passageOf.length);
  articleStart.push(passageOf.length);
  articlePassage.push(articleOf.length);

  const postings = sortByTerm(body.term.values(), body.sentence.values(), vocabulary.size, body.count.values());
  const titles = sortByTerm(title.term.values(), title.article.values(), vocabulary.size);
  const units = { passageOf: passageOf.values(), articleOf: articleOf.values() };
  return {
    termOf: vocabulary.id,
    offsets: postings.offsets,
    sentence: postings.units,
    count: postings.counts,
    titleOffsets: titles.offsets,
    titleArticle: titles.units,
    ...units,
    sentenceLength: Uint16Array.from(sentenceLength.values()),
    sentenceStart: sentenceStart.values(),
    sentenceEnd: sentenceEnd.values(),
    passageLength: passageLength.values(),
    passageStart: passageStart.values(),
    articleLength: articleLength.values(),
    titleLength: Uint16Array.from(titleLength.values()),
    articleStart: articleStart.values(),
    articlePassage: articlePassage.values(),
  };
}

/** Postings in order of terms, those of one term staying in order; counts are held down to 255. */
function sortByTerm(terms: Uint32Array, units: Uint32Array, size: number, counts?: Uint32Array) {
  const offsets = new Uint32Array(size + 1);
  for (const term of terms) offsets[term + 1]! += 1;
  for (let term = 0; term < size; term += 1) offsets[term + 1]! += offsets[term]!;
  const next = offsets.slice(0, size);
  const sorted = { offsets, units: new Uint32Array(terms.length), counts: new Uint8Array(counts ? terms.length : 0) };
  for (let i = 0; i < terms.length; i += 1) {
    const place = next[terms[i]!]!;
    next[terms[i]!] = place + 1;
    sorted.units[place] = units[i]!;
    if (counts) sorted.counts[place] = Math.min(counts[i]!, 255);
  }
  return sorted;
}

/** A list of whole numbers that grows. */
interface Growing {
  readonly length: number;
  push(value: number): void;
  get(at: number): number;
  add(at: number, by: number): void;
  values(): Uint32Array<ArrayBuffer>;
}

function growing(): Growing {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) values = enlarged(values, length * 2);
      values[length] = value;
      length += 1;
    },
    get: (at) => values[at]!,
    add(at, by) {
      values[at]! += by;
    },
    values: () => values.slice(0, length),
  };
}

function enlarged(values: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(values);
  return larger;
}
