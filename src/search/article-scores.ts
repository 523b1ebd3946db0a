import { worth } from './bm25.ts';
import type { Collection, Weighed } from './collection.ts';
import { inTitle, seek } from './segment.ts';
import { WINDOW, windowsIn } from './windows.ts';

/** The BM25 scores of one article and of everything in it. */
export interface ArticleScores {
  /** Which segment the article is in, and its number there. */
  readonly view: number;
  readonly article: number;
  /** Place in the collection. */
  readonly place: number;
  readonly whole: number;
  readonly title: number;
  /** In order of the article. */
  readonly passages: Float64Array;
  readonly sentences: Float64Array;
}

/** Scores an article, its passages and its sentences: one look into each term's postings for all of them. */
export function scoreArticle(
  { views, scales }: Collection,
  terms: readonly Weighed[],
  view: number,
  article: number,
): ArticleScores {
  const { segment, places } = views[view]!;
  const {
    offsets,
    postings,
    passageOf,
    passageLength,
    sentenceLength,
    articleStart,
    articlePassage,
    articleOf,
    windowPlace,
  } = segment;
  const first = articleStart[article]!;
  const end = articleStart[article + 1]!;
  const firstPassage = articlePassage[article]!;
  const sentences = new Float64Array(end - first);
  const passages = new Float64Array(articlePassage[article + 1]! - firstPassage);
  let whole = 0;
  let title = 0;
  const stop = end * 16;
  const windows = windowsIn(articleOf.length);
  // An article without passages may stand behind the last window.
  const window = Math.min(Math.floor(firstPassage / WINDOW), windows - 1);
  for (const { ids, rows, weight } of terms) {
    const term = ids[view]!;
    if (term < 0) continue;
    const to = offsets[term + 1]!;
    let inArticle = 0;
    let inPassage = 0;
    const row = rows[view]!;
    const from = row < 0 ? offsets[term]! : windowPlace[row * windows + window]!;
    const until = row < 0 || window + 1 === windows ? to : windowPlace[row * windows + window + 1]!;
    let at = seek(postings, from, until, first * 16);
    while (at < to && postings[at]! < stop) {
      const sentence = postings[at]! >>> 4;
      const count = postings[at]! & 15;
      at += 1;
      sentences[sentence - first]! += worth(weight.sentence, scales.sentence, count, sentenceLength[sentence]!);
      inArticle += count;
      const passage = passageOf[sentence]!;
      inPassage += count;
      // The passage goes on as long as its next sentence has the term too.
      if (at < to && postings[at]! < stop && passageOf[postings[at]! >>> 4] === passage) continue;
      passages[passage - firstPassage]! += worth(weight.passage, scales.passage, inPassage, passageLength[passage]!);
      inPassage = 0;
    }
    if (inTitle(segment, term, article)) title += worth(weight.title, scales.title, 1, segment.titleLength[article]!);
    if (inArticle > 0) whole += worth(weight.article, scales.article, inArticle, segment.articleLength[article]!);
  }
  return {
    view,
    article,
    place: places[article]!,
    whole,
    title,
    passages,
    sentences,
  };
}
