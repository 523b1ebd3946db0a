import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import { type Chunk, growing, type Pairs, pairs } from './growing.ts';
import { lexiconOf } from './lexicon.ts';
import { type Arrays, MOST_COUNTED, makeSegment, type Segment } from './segment.ts';
import { type Windows, windowWriter } from './windows.ts';

/** Postings handled between two chances to pause. */
export const STRIDE = 1 << 15;

/**
 * Reads articles into a segment: one pass over the text, and a counting sort by term. Yields often, so that a caller who
 * shares the processor may pause; each step takes about as long as an article takes to read.
 */
export function* invert(articles: readonly Article[], reader: Reader): Generator<void, Segment> {
  const vocabulary = reader.vocabulary();
  const body = pairs();
  const titles = pairs();
  const passageOf = growing();
  const sentenceLength = growing();
  const sentenceStart = growing();
  const sentenceSize = growing();
  const articleOf = growing();
  const passageLength = growing();
  const passageStart = growing();
  const articleLength = growing();
  const titleLength = growing();
  const articleStart = growing();
  const articlePassage = growing();
  /** By term: where in its chunk the newest posting stands, so that a second occurrence in one sentence only adds to the count. */
  let newest = new Uint32Array(1 << 10);
  let buffer = new Uint32Array(1 << 10);

  const read = (number: number, article: Article): void => {
    const { text, title } = article;
    articleStart.push(passageOf.length);
    articlePassage.push(articleOf.length);
    let length = 0;
    let inPassage = 0;
    let paragraph = -1;
    for (const sentence of reader.segment(article).sentences) {
      const at = passageOf.length;
      if (sentence.paragraph !== paragraph) {
        if (paragraph >= 0) passageLength.push(inPassage);
        paragraph = sentence.paragraph;
        inPassage = 0;
        articleOf.push(number);
        passageStart.push(at);
      }
      const size = sentence.end - sentence.start;
      if (buffer.length < size) buffer = new Uint32Array(2 * size);
      const terms = vocabulary.read(text, sentence.start, sentence.end, buffer);
      if (newest.length < vocabulary.size) newest = enlarged(newest, vocabulary.size * 2);
      const chunk = body.reserve(terms);
      chunk.size = post(chunk, buffer, terms, at, newest);
      passageOf.push(articleOf.length - 1);
      sentenceLength.push(terms);
      sentenceStart.push(sentence.start);
      sentenceSize.push(size);
      inPassage += terms;
      length += terms;
    }
    if (paragraph >= 0) passageLength.push(inPassage);
    if (buffer.length < title.length) buffer = new Uint32Array(2 * title.length);
    const heading = new Set(buffer.subarray(0, vocabulary.read(title, 0, title.length, buffer)));
    const chunk = titles.reserve(heading.size);
    for (const term of heading) {
      chunk.terms[chunk.size] = term;
      chunk.values[chunk.size] = number;
      chunk.size += 1;
    }
    articleLength.push(length);
    titleLength.push(heading.size);
  };

  for (const [number, article] of articles.entries()) {
    read(number, article);
    yield;
  }
  // One past the last, so that every unit ends where the next begins.
  passageStart.push(passageOf.length);
  articleStart.push(passageOf.length);
  articlePassage.push(articleOf.length);

  const lexicon = yield* lexiconOf(vocabulary.stems());
  const posted = yield* sortByTerm(body, vocabulary.size);
  const headed = yield* sortByTerm(titles, vocabulary.size);
  const arrays = {
    offsets: posted.offsets,
    postings: posted.values,
    titleOffsets: headed.offsets,
    titleArticle: headed.values,
    passageOf: passageOf.values(),
    sentenceLength: new Uint16Array(sentenceLength.values()),
    sentenceStart: sentenceStart.values(),
    sentenceSize: new Uint16Array(sentenceSize.values()),
    articleOf: articleOf.values(),
    passageLength: passageLength.values(),
    passageStart: passageStart.values(),
    articleLength: articleLength.values(),
    titleLength: new Uint16Array(titleLength.values()),
    articleStart: articleStart.values(),
    articlePassage: articlePassage.values(),
  };
  return makeSegment(articles, lexicon, { ...arrays, ...(yield* measureTerms(arrays)) });
}

/** Posts the first `count` terms of the buffer, which are those of sentence `at`. */
function post(
  { terms, values, size }: Chunk,
  buffer: Uint32Array,
  count: number,
  at: number,
  newest: Uint32Array,
): number {
  let end = size;
  for (let i = 0; i < count; i += 1) {
    const term = buffer[i]!;
    const known = newest[term]!;
    // A place from an earlier chunk or sentence may be anything, but there the term or the sentence is another one.
    if (known >= size && known < end && terms[known] === term) {
      if ((values[known]! & 15) < MOST_COUNTED) values[known]! += 1;
    } else {
      terms[end] = term;
      values[end] = at * 16 + 1;
      newest[term] = end;
      end += 1;
    }
  }
  return end;
}

/** Pairs in order of terms, those of one term staying in order. */
function* sortByTerm(list: Pairs, size: number): Generator<void, { offsets: Uint32Array; values: Uint32Array }> {
  const offsets = new Uint32Array(size + 1);
  for (const { terms, size: end } of list.chunks) {
    for (let i = 0; i < end; i += 1) offsets[terms[i]! + 1]! += 1;
    yield;
  }
  for (let term = 0; term < size; term += 1) offsets[term + 1]! += offsets[term]!;
  const next = offsets.slice(0, size);
  const sorted = new Uint32Array(list.length);
  for (const { terms, values, size: end } of list.chunks) {
    for (let i = 0; i < end; i += 1) {
      const place = next[terms[i]!]!;
      next[terms[i]!] = place + 1;
      sorted[place] = values[i]!;
    }
    yield;
  }
  return { offsets, values: sorted };
}

/** Counts for each term the passages and articles that hold it, and writes down the passages of frequent ones. */
export function* measureTerms({
  offsets,
  postings,
  passageOf,
  articleOf,
}: Pick<Arrays, 'offsets' | 'postings' | 'passageOf' | 'articleOf'>): Generator<
  void,
  Pick<Arrays, 'passagesHolding' | 'articlesHolding' | keyof Windows>
> {
  const size = offsets.length - 1;
  const passagesHolding = new Uint32Array(size);
  const articlesHolding = new Uint32Array(size);
  const windows = windowWriter(offsets, articleOf.length);
  let rest = STRIDE;
  for (let term = 0; term < size; term += 1) {
    const to = offsets[term + 1]!;
    const isFrequent = windows.isFrequent(term);
    let article = -1;
    let passages = 0;
    let articles = 0;
    for (let at = offsets[term]!; at < to; ) {
      const place = at;
      const passage = passageOf[postings[at]! >>> 4]!;
      let count = 0;
      for (; at < to && passageOf[postings[at]! >>> 4] === passage; at += 1) count += postings[at]! & 15;
      passages += 1;
      if (articleOf[passage] !== article) articles += 1;
      article = articleOf[passage]!;
      if (isFrequent) windows.add(passage, count, place);
    }
    passagesHolding[term] = passages;
    articlesHolding[term] = articles;
    if (isFrequent) windows.end(to);
    rest -= 1 + to - offsets[term]!;
    if (rest > 0) continue;
    rest = STRIDE;
    yield;
  }
  return { passagesHolding, articlesHolding, ...windows.tables() };
}

function enlarged(values: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(values);
  return larger;
}
