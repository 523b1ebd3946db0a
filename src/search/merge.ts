import type { Article } from '../corpus/types.ts';
import { measureTerms, STRIDE } from './invert.ts';
import { lexiconWriter, stemBytes } from './lexicon.ts';
import { type Arrays, makeSegment, type Segment } from './segment.ts';
import { type View, viewOf } from './view.ts';

/** What of one view goes where: numbers in the merged segment by number in the old one, NOWHERE for what was taken away. */
interface Moved {
  readonly segment: Segment;
  readonly articles: Uint32Array;
  readonly sentences: Uint32Array;
  readonly terms: Uint32Array;
}

const NOWHERE = 0xffffffff;

/**
 * Several views as one, without what was taken away from them; no text is read again. Its articles stand in order of the
 * views. Yields often, like `invert`.
 */
export function* merge(views: readonly View[]): Generator<void, View> {
  const articles: Article[] = [];
  const places: number[] = [];
  const units = unitsOf(views);
  const moved: Moved[] = [];
  const lexicon = lexiconWriter(Math.max(0, ...views.map(({ segment }) => segment.offsets.length)));
  for (const { segment, places: old } of views) {
    const movedArticles = new Uint32Array(old.length).fill(NOWHERE);
    const movedSentences = new Uint32Array(segment.passageOf.length).fill(NOWHERE);
    for (const [article, place] of old.entries()) {
      if (place < 0) continue;
      movedArticles[article] = articles.length;
      units.copy(segment, article, articles.length, movedSentences);
      articles.push(segment.articles[article]!);
      places.push(place);
      if (article % STRIDE === 0) yield;
    }
    const terms = new Uint32Array(segment.offsets.length - 1);
    for (const term of terms.keys()) {
      terms[term] = holds(segment, term, movedArticles, movedSentences)
        ? lexicon.add(stemBytes(segment.lexicon, term))
        : NOWHERE;
      if (term % STRIDE === 0) yield;
    }
    moved.push({ segment, articles: movedArticles, sentences: movedSentences, terms });
  }
  const stems = lexicon.finish();
  const size = stems.starts.length - 1;
  const posted = yield* movePostings(moved, size, ({ segment, sentences }) => ({
    offsets: segment.offsets,
    values: segment.postings,
    // The count stays in the last four bits.
    move: (posting) =>
      sentences[posting >>> 4] === NOWHERE ? NOWHERE : sentences[posting >>> 4]! * 16 + (posting & 15),
  }));
  const headed = yield* movePostings(moved, size, ({ segment, articles: to }) => ({
    offsets: segment.titleOffsets,
    values: segment.titleArticle,
    move: (article) => to[article]!,
  }));
  const arrays = {
    ...units.arrays,
    offsets: posted.offsets,
    postings: posted.values,
    titleOffsets: headed.offsets,
    titleArticle: headed.values,
  };
  const segment = makeSegment(articles, stems, { ...arrays, ...(yield* measureTerms(arrays)) });
  return viewOf(segment, Int32Array.from(places));
}

/** Whether anything of a term is left. */
function holds(
  { offsets, postings, titleOffsets, titleArticle }: Arrays,
  term: number,
  articles: Uint32Array,
  sentences: Uint32Array,
) {
  for (let at = offsets[term]!; at < offsets[term + 1]!; at += 1) {
    if (sentences[postings[at]! >>> 4] !== NOWHERE) return true;
  }
  for (let at = titleOffsets[term]!; at < titleOffsets[term + 1]!; at += 1) {
    if (articles[titleArticle[at]!] !== NOWHERE) return true;
  }
  return false;
}

interface Postings {
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
  /** A value as it is in the merged segment, or NOWHERE. */
  readonly move: (value: number) => number;
}

/** The postings of all terms, those of one term in order of the views they come from. */
function* movePostings(
  moved: readonly Moved[],
  size: number,
  postingsOf: (one: Moved) => Postings,
): Generator<void, { offsets: Uint32Array; values: Uint32Array }> {
  const offsets = new Uint32Array(size + 1);
  const all = moved.map((one) => ({ terms: one.terms, ...postingsOf(one) }));
  function* each(post: (term: number, value: number) => void): Generator<void> {
    let rest = STRIDE;
    for (const { terms, offsets: from, values, move } of all) {
      for (let term = 0; term < terms.length; term += 1) {
        const to = terms[term]!;
        if (to === NOWHERE) continue;
        for (let at = from[term]!; at < from[term + 1]!; at += 1) {
          const value = move(values[at]!);
          if (value !== NOWHERE) post(to, value);
        }
        rest -= 1 + from[term + 1]! - from[term]!;
        if (rest > 0) continue;
        rest = STRIDE;
        yield;
      }
    }
  }
  yield* each((term) => {
    offsets[term + 1]! += 1;
  });
  for (let term = 0; term < size; term += 1) offsets[term + 1]! += offsets[term]!;
  const next = offsets.slice(0, size);
  const values = new Uint32Array(offsets[size]!);
  yield* each((term, value) => {
    values[next[term]!] = value;
    next[term]! += 1;
  });
  return { offsets, values };
}

/** Room for the units of some views, and the way to fill it article by article. */
function unitsOf(views: readonly View[]) {
  const total = (key: keyof View['live']) => views.reduce((sum, { live }) => sum + live[key], 0);
  const sentences = total('sentences');
  const passages = total('passages');
  const articles = total('articles');
  const arrays = {
    passageOf: new Uint32Array(sentences),
    sentenceLength: new Uint16Array(sentences),
    sentenceStart: new Uint32Array(sentences),
    sentenceSize: new Uint16Array(sentences),
    articleOf: new Uint32Array(passages),
    passageLength: new Uint32Array(passages),
    passageStart: new Uint32Array(passages + 1).fill(sentences),
    articleLength: new Uint32Array(articles),
    titleLength: new Uint16Array(articles),
    articleStart: new Uint32Array(articles + 1).fill(sentences),
    articlePassage: new Uint32Array(articles + 1).fill(passages),
  };
  let sentence = 0;
  let passage = 0;
  return {
    arrays,
    /** Copies the units of an article, which gets the number `to`; notes where its sentences went. */
    copy(segment: Segment, article: number, to: number, moved: Uint32Array): void {
      const [first, end] = [segment.articleStart[article]!, segment.articleStart[article + 1]!];
      const [from, until] = [segment.articlePassage[article]!, segment.articlePassage[article + 1]!];
      arrays.articleStart[to] = sentence;
      arrays.articlePassage[to] = passage;
      arrays.articleLength[to] = segment.articleLength[article]!;
      arrays.titleLength[to] = segment.titleLength[article]!;
      for (let at = first; at < end; at += 1) {
        moved[at] = sentence + at - first;
        arrays.passageOf[sentence + at - first] = passage + segment.passageOf[at]! - from;
      }
      arrays.sentenceLength.set(segment.sentenceLength.subarray(first, end), sentence);
      arrays.sentenceStart.set(segment.sentenceStart.subarray(first, end), sentence);
      arrays.sentenceSize.set(segment.sentenceSize.subarray(first, end), sentence);
      for (let at = from; at < until; at += 1) {
        arrays.passageStart[passage + at - from] = sentence + segment.passageStart[at]! - first;
      }
      arrays.articleOf.fill(to, passage, passage + until - from);
      arrays.passageLength.set(segment.passageLength.subarray(from, until), passage);
      sentence += end - first;
      passage += until - from;
    },
  };
}
