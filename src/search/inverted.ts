import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Sentence } from '../nlp/types.ts';

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
  /** By term: how many passages and articles have it. */
  readonly passagesWith: Uint32Array;
  readonly articlesWith: Uint32Array;
  /** Postings of titles, by article. */
  readonly titleOffsets: Uint32Array;
  readonly titleArticle: Uint32Array;
  /** By sentence. */
  readonly passageOf: Uint32Array;
  readonly sentenceLength: Uint16Array;
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
  readonly sentencesOf: readonly (readonly Sentence[])[];
}

/** Reads the articles into an inverted index: one pass over the text, and a counting sort by term. */
export function invert(articles: readonly Article[], reader: Reader): Inverted {
  const vocabulary = reader.vocabulary();
  const body = growing(3);
  const title = growing(2);
  const sentences = growing(2);
  const passages = growing(3);
  const ofArticle = growing(4);
  const sentencesOf: (readonly Sentence[])[] = [];
  /** By term: the place after its newest posting, so that a second occurrence in one sentence only adds to the count. */
  let newest = new Uint32Array(1 << 14);
  let buffer = new Uint32Array(1 << 12);

  for (const [number, article] of articles.entries()) {
    const { text } = article;
    const found = reader.read(article).sentences;
    sentencesOf.push(found);
    const firstSentence = sentences.length;
    const firstPassage = passages.length;
    let length = 0;
    let paragraph = -1;
    for (const sentence of found) {
      const at = sentences.length;
      if (sentence.paragraph !== paragraph) {
        paragraph = sentence.paragraph;
        passages.push(number, 0, at);
      }
      if (buffer.length < sentence.end - sentence.start) buffer = new Uint32Array(sentence.end - sentence.start);
      const terms = vocabulary.read(text, sentence.start, sentence.end, buffer);
      if (newest.length < vocabulary.size) newest = enlarged(newest, vocabulary.size * 2);
      for (let i = 0; i < terms; i += 1) {
        const term = buffer[i]!;
        const posting = newest[term]!;
        if (posting > 0 && body.get(posting - 1, 1) === at) body.add(posting - 1, 2, 1);
        else {
          body.push(term, at, 1);
          newest[term] = body.length;
        }
      }
      sentences.push(passages.length - 1, terms);
      passages.add(passages.length - 1, 1, terms);
      length += terms;
    }
    const heading = new Uint32Array(article.title.length);
    const terms = new Set(heading.subarray(0, vocabulary.read(article.title, 0, article.title.length, heading)));
    for (const term of terms) title.push(term, number);
    ofArticle.push(length, terms.size, firstSentence, firstPassage);
  }
  // One past the last, so that every unit ends where the next begins.
  passages.push(0, 0, sentences.length);
  ofArticle.push(0, 0, sentences.length, passages.length - 1);

  const postings = sortByTerm(body.column(0), body.column(1), vocabulary.size, body.column(2));
  const titles = sortByTerm(title.column(0), title.column(1), vocabulary.size);
  const passageOf = sentences.column(0);
  const articleOf = passages.column(0).slice(0, -1);
  return {
    termOf: vocabulary.id,
    offsets: postings.offsets,
    sentence: postings.units,
    count: postings.counts,
    ...frequencies(postings, passageOf, articleOf),
    titleOffsets: titles.offsets,
    titleArticle: titles.units,
    passageOf,
    sentenceLength: Uint16Array.from(sentences.column(1)),
    articleOf,
    passageLength: passages.column(1).slice(0, -1),
    passageStart: passages.column(2),
    articleLength: ofArticle.column(0).slice(0, -1),
    titleLength: Uint16Array.from(ofArticle.column(1).slice(0, -1)),
    articleStart: ofArticle.column(2),
    articlePassage: ofArticle.column(3),
    sentencesOf,
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

function frequencies(
  { offsets, units }: { readonly offsets: Uint32Array; readonly units: Uint32Array },
  passageOf: Uint32Array,
  articleOf: Uint32Array,
): Pick<Inverted, 'passagesWith' | 'articlesWith'> {
  const size = offsets.length - 1;
  const passagesWith = new Uint32Array(size);
  const articlesWith = new Uint32Array(size);
  for (let term = 0; term < size; term += 1) {
    let passage = -1;
    let article = -1;
    for (let i = offsets[term]!; i < offsets[term + 1]!; i += 1) {
      const next = passageOf[units[i]!]!;
      if (next === passage) continue;
      passage = next;
      passagesWith[term]! += 1;
      if (articleOf[passage]! !== article) articlesWith[term]! += 1;
      article = articleOf[passage]!;
    }
  }
  return { passagesWith, articlesWith };
}

/** A table of whole numbers that grows by rows of `width`. */
function growing(width: number) {
  let values = new Uint32Array(1024 * width);
  let rows = 0;
  return {
    get length() {
      return rows;
    },
    push(...row: readonly number[]) {
      if ((rows + 1) * width > values.length) values = enlarged(values, values.length * 2);
      for (let i = 0; i < width; i += 1) values[rows * width + i] = row[i]!;
      rows += 1;
    },
    get: (row: number, column: number) => values[row * width + column]!,
    add(row: number, column: number, by: number) {
      values[row * width + column]! += by;
    },
    column(column: number) {
      const found = new Uint32Array(rows);
      for (let row = 0; row < rows; row += 1) found[row] = values[row * width + column]!;
      return found;
    },
  };
}

function enlarged(values: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(values);
  return larger;
}
