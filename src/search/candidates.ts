import type { ArticleScores } from './article-scores.ts';
import type { Collection } from './collection.ts';
import type { SentenceHit } from './types.ts';

/** How much the surroundings count beside the sentence itself when candidates are ordered. */
const SURROUNDINGS = { passage: 0.5, article: 0.35, title: 0.35 };
/** More than any article has passages; places times this stay whole numbers in doubles. */
const PASSAGES_AN_ARTICLE = 2 ** 26;

interface Candidate {
  readonly scores: ArticleScores;
  /** Index among the article's sentences, and among its passages. */
  readonly sentence: number;
  readonly passage: number;
  readonly isOpen: boolean;
  readonly score: number;
}

/** Sentences that are considered, passage by passage. */
export interface Candidates {
  /** Adds the sentences of a passage that hold a term; of an open one, all of them. A passage is added once. */
  add(scores: ArticleScores, passage: number, isOpen: boolean): void;
  /** The `limit` best and the other sentences of open passages, best first, ties in order of the collection. */
  best(limit: number): SentenceHit[];
}

export function candidatesOf({ corpus, views }: Collection): Candidates {
  const seen = new Set<number>();
  const found: Candidate[] = [];

  const hitOf = ({ scores, sentence, passage, score }: Candidate): SentenceHit => ({
    article: corpus.articles[scores.place]!,
    sentence,
    span: views[scores.view]!.segment.spansOf(scores.article)[sentence]!,
    paragraph: passage,
    score,
    sentenceScore: scores.sentences[sentence]!,
    passageScore: scores.passages[passage]!,
    articleScore: scores.whole,
    titleScore: scores.title,
  });

  return {
    add(scores, passage, isOpen) {
      const key = scores.place * PASSAGES_AN_ARTICLE + passage;
      if (seen.has(key)) return;
      seen.add(key);
      const { articleStart, articlePassage, passageStart } = views[scores.view]!.segment;
      const first = articleStart[scores.article]!;
      const at = articlePassage[scores.article]! + passage;
      const around =
        SURROUNDINGS.passage * scores.passages[passage]! +
        SURROUNDINGS.article * scores.whole +
        SURROUNDINGS.title * scores.title;
      for (let sentence = passageStart[at]! - first; sentence < passageStart[at + 1]! - first; sentence += 1) {
        const own = scores.sentences[sentence]!;
        if (own > 0 || isOpen) found.push({ scores, sentence, passage, isOpen, score: own + around });
      }
    },
    best(limit) {
      found.sort((a, b) => b.score - a.score || a.scores.place - b.scores.place || a.sentence - b.sentence);
      return found.filter(({ isOpen }, order) => order < limit || isOpen).map(hitOf);
    },
  };
}
