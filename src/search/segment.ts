import type { Article } from '../corpus/types.ts';
import type { Span } from '../nlp/types.ts';
import { type Lexicon, numberOf } from './lexicon.ts';
import type { Windows } from './windows.ts';

/**
 * An immutable inverted index of some articles, in typed arrays that go to a file as they are. Postings are by sentence and
 * in order, so those of one passage and of one article lie side by side: one walk over a term's postings yields its counts
 * in all three units.
 *
 *     term t:  postings[offsets[t]] … postings[offsets[t + 1]]
 *     posting: sentence · 16 + count        sentence → passageOf → articleOf
 */
export interface Arrays extends Windows {
  readonly offsets: Uint32Array;
  readonly postings: Uint32Array;
  /** Postings of titles: articles. */
  readonly titleOffsets: Uint32Array;
  readonly titleArticle: Uint32Array;
  /** By term: passages and articles that hold it. */
  readonly passagesHolding: Uint32Array;
  readonly articlesHolding: Uint32Array;
  /** By sentence; offsets in the article's text, sizes in characters, lengths in terms. */
  readonly passageOf: Uint32Array;
  readonly sentenceLength: Uint16Array;
  readonly sentenceStart: Uint32Array;
  readonly sentenceSize: Uint16Array;
  /** By passage; `passageStart` is its first sentence, with one past the last. */
  readonly articleOf: Uint32Array;
  readonly passageLength: Uint32Array;
  readonly passageStart: Uint32Array;
  /** By article: length in terms, distinct terms of the title, first sentence, first passage (with one past the last). */
  readonly articleLength: Uint32Array;
  readonly titleLength: Uint16Array;
  readonly articleStart: Uint32Array;
  readonly articlePassage: Uint32Array;
}

export interface Segment extends Arrays {
  readonly articles: readonly Article[];
  readonly lexicon: Lexicon;
  /** Terms in all passages. */
  readonly length: number;
  /** By passage: its length, 255 when it is 255 or more. */
  readonly briefLength: Uint8Array;
  /** The number of an article in this segment. */
  numberOf(article: Article): number | undefined;
  /** Sentences of an article: the same objects as long as they are remembered, so that callers may compare them. */
  spansOf(article: number): readonly Span[];
}

/** Occurrences in one sentence are counted up to this many. */
export const MOST_COUNTED = 15;
/** Lengths that a byte tells apart. */
export const BRIEF = 256;
/** Articles whose sentences stay cut for the next question. */
const KEPT = 1024;

/** Dresses arrays as a segment. */
export function makeSegment(articles: readonly Article[], lexicon: Lexicon, arrays: Arrays): Segment {
  const { articleStart, passageLength, sentenceStart, sentenceSize } = arrays;
  const kept = new Map<number, readonly Span[]>();
  let numbers: Map<Article, number> | undefined;
  let length = 0;
  for (const terms of arrays.articleLength) length += terms;
  const briefLength = new Uint8Array(passageLength.length);
  for (let at = 0; at < briefLength.length; at += 1) briefLength[at] = Math.min(passageLength[at]!, BRIEF - 1);

  return Object.freeze({
    ...arrays,
    articles,
    lexicon,
    length,
    briefLength,
    numberOf(article: Article) {
      numbers ??= new Map(articles.map((one, number) => [one, number]));
      return numbers.get(article);
    },
    spansOf(article: number) {
      const known = kept.get(article);
      if (known) return known;
      const first = articleStart[article]!;
      const spans = Array.from({ length: articleStart[article + 1]! - first }, (_, order) => {
        const start = sentenceStart[first + order]!;
        return { start, end: start + sentenceSize[first + order]! };
      });
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(article, spans);
      return spans;
    },
  });
}

/** The number of a stem in a segment; undefined when none of its articles has it. */
export function termIn({ lexicon }: Segment, stem: string): number | undefined {
  return numberOf(lexicon, stem);
}

/** The mean length of `count` units that hold `length` terms together; never less than 1. */
export function meanOf(length: number, count: number): number {
  return count === 0 ? 1 : Math.max(1, length / count);
}

/** How often a term (-1: none) stands in the sentences from `start` to `end`, the last excluded. */
export function occurrences({ offsets, postings }: Arrays, term: number, start: number, end: number): number {
  if (term < 0) return 0;
  const to = offsets[term + 1]!;
  let count = 0;
  for (let at = seek(postings, offsets[term]!, to, start * 16); at < to && postings[at]! < end * 16; at += 1) {
    count += postings[at]! & 15;
  }
  return count;
}

/** Whether a term (-1: none) stands in an article's title. */
export function inTitle({ titleOffsets, titleArticle }: Arrays, term: number, article: number): boolean {
  if (term < 0) return false;
  const to = titleOffsets[term + 1]!;
  const at = seek(titleArticle, titleOffsets[term]!, to, article);
  return at < to && titleArticle[at] === article;
}

/** The first place from `from` on whose value is not below `wanted`; `to`, when none before it is. Values must be sorted. */
export function seek(values: Uint32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
