import type { ByUnit } from './collection.ts';
import type { Segment } from './segment.ts';

/** A segment as part of a collection: where its articles stand there, and which of them were taken away. Immutable. */
export interface View {
  readonly segment: Segment;
  /** By article of the segment: its place in the collection, -1 when it was taken away. */
  readonly places: Int32Array;
  /** What is left: units, terms in them, distinct terms of the titles. */
  readonly live: Readonly<Record<'articles' | 'sentences' | 'passages' | 'length' | 'titles', number>>;
  /** Units that hold a term of the segment, those taken away not counted. */
  holding(term: number): ByUnit<number>;
}

export function viewOf(segment: Segment, places: Int32Array): View {
  const { articleStart, articlePassage, articleLength, titleLength } = segment;
  const live = { articles: 0, sentences: 0, passages: 0, length: 0, titles: 0 };
  for (const [article, place] of places.entries()) {
    if (place < 0) continue;
    live.articles += 1;
    live.sentences += articleStart[article + 1]! - articleStart[article]!;
    live.passages += articlePassage[article + 1]! - articlePassage[article]!;
    live.length += articleLength[article]!;
    live.titles += titleLength[article]!;
  }
  const whole = live.articles === places.length;
  const counted = new Map<number, ByUnit<number>>();
  return {
    segment,
    places,
    live,
    holding(term) {
      if (whole) return holdingOf(segment, term);
      // Counted when a question first needs it: most terms are never asked for while an article is missing.
      let found = counted.get(term);
      if (!found) {
        found = countLive(segment, places, term);
        counted.set(term, found);
      }
      return found;
    },
  };
}

function holdingOf({ offsets, passagesHolding, articlesHolding, titleOffsets }: Segment, term: number): ByUnit<number> {
  return {
    sentence: offsets[term + 1]! - offsets[term]!,
    passage: passagesHolding[term]!,
    article: articlesHolding[term]!,
    title: titleOffsets[term + 1]! - titleOffsets[term]!,
  };
}

function countLive(segment: Segment, places: Int32Array, term: number): ByUnit<number> {
  const { offsets, postings, passageOf, articleOf, titleOffsets, titleArticle } = segment;
  const found = { sentence: 0, passage: 0, article: 0, title: 0 };
  let last = -1;
  for (let at = offsets[term]!; at < offsets[term + 1]!; at += 1) {
    const passage = passageOf[postings[at]! >>> 4]!;
    const article = articleOf[passage]!;
    if (places[article]! < 0) continue;
    found.sentence += 1;
    if (passage === last) continue;
    found.passage += 1;
    if (last < 0 || articleOf[last] !== article) found.article += 1;
    last = passage;
  }
  for (let at = titleOffsets[term]!; at < titleOffsets[term + 1]!; at += 1) {
    if (places[titleArticle[at]!]! >= 0) found.title += 1;
  }
  return found;
}
