/** The door of `search`: a corpus in, an immutable snapshot that ranks its sentences and articles out. */
import type { Article, Corpus } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import { ARTICLE, idf, norm, PASSAGE, SENTENCE, saturate, TITLE } from './bm25.ts';
import { type Inverted, invert } from './inverted.ts';
import { topUnits } from './maxscore.ts';
import type { ArticleHit, Explanation, Hits, QueryTerm, Searcher, SearchOptions, SentenceHit } from './types.ts';
import { holding, occurrences, scoreOf, sentenceScores, type Units, unitsOf, weigh, worth } from './units.ts';

/** How much the surroundings count beside the sentence itself when candidates are ordered. */
const SURROUNDINGS = { passage: 0.5, article: 0.35, title: 0.35 };
/** How an article is scored: its best passage, the whole of it, and its title. */
const ARTICLE_PARTS = { passage: 1, article: 0.7, title: 0.5 };
/** Best passages whose sentences are candidates, beside those of the best articles. */
const PASSAGES = 60;
const BEST_ARTICLES = 12;
const PASSAGES_AN_ARTICLE = 4;
/** All sentences of this many best passages are candidates, even those that hold no term. */
const OPEN_PASSAGES = 4;
const ARTICLES = 20;
/** Articles whose sentences stay cut for the next question. */
const KEPT = 1024;

/** Indexes a corpus. Time and memory grow with its words; the result never changes. */
export function createSearcher(corpus: Corpus, reader: Reader): Searcher {
  const index = invert(corpus.articles, reader);
  const numbers = new Map(corpus.articles.map((article, number) => [article, number]));
  const { passages, articles, sentences } = cuts(index);
  const titleMean = Math.max(
    1,
    index.titleLength.reduce((sum, length) => sum + length, 0) / (corpus.articles.length || 1),
  );

  /** Scores of all titles that hold a term, by article. */
  function titleScores(terms: readonly QueryTerm[], allow: (article: number) => boolean): Map<number, number> {
    const scores = new Map<number, number>();
    for (const { stem, weight } of terms) {
      const term = index.termOf(stem);
      if (term === undefined) continue;
      const from = index.titleOffsets[term]!;
      const to = index.titleOffsets[term + 1]!;
      const found = weight * idf(corpus.articles.length, to - from);
      for (let i = from; i < to; i += 1) {
        const article = index.titleArticle[i]!;
        if (!allow(article)) continue;
        const score = found * saturate(TITLE.k1, 1, norm(TITLE, index.titleLength[article]!, titleMean));
        scores.set(article, (scores.get(article) ?? 0) + score);
      }
    }
    return scores;
  }

  function search(terms: readonly QueryTerm[], { limit, articles: wanted = ARTICLES, allow }: SearchOptions): Hits {
    const isAllowed = allow ? memo((article) => allow(corpus.articles[article]!)) : null;
    const inPassages = weigh(index, passages, terms);
    const inArticles = weigh(index, articles, terms);
    const inSentences = weigh(index, sentences, terms);
    const titles = titleScores(terms, isAllowed ?? (() => true));
    const passageScore = memo((passage) => scoreOf(index, passages, passage, inPassages));
    const articleScore = memo((article) => scoreOf(index, articles, article, inArticles));
    const title = (article: number) => titles.get(article) ?? 0;

    const found = new Set(topUnits(index, articles, inArticles, wanted, isAllowed).map(({ unit }) => unit));
    for (const [article] of best([...titles], ([, score]) => score, wanted)) found.add(article);
    const inside = memo((article) => {
      const all = holding(index, articles, article, inArticles).map((at) => index.passageOf[at]!);
      return best([...new Set(all)], passageScore, PASSAGES_AN_ARTICLE);
    });
    const articleTotal = memo((article) => {
      const [first] = inside(article);
      const passage = first === undefined ? 0 : passageScore(first);
      return (
        ARTICLE_PARTS.passage * passage +
        ARTICLE_PARTS.article * articleScore(article) +
        ARTICLE_PARTS.title * title(article)
      );
    });
    const ranked = best(
      [...found].sort((a, b) => a - b),
      articleTotal,
      wanted,
    );

    const byPassage = isAllowed && ((passage: number) => isAllowed(index.articleOf[passage]!));
    const top = topUnits(index, passages, inPassages, PASSAGES, byPassage).map(({ unit }) => unit);
    const open = new Set(top.slice(0, OPEN_PASSAGES));
    // By sentence: a passage may be too long for the one sentence in it that fits to lift it.
    const bySentence = isAllowed && ((at: number) => isAllowed(index.articleOf[index.passageOf[at]!]!));
    const scored = new Map<number, number>();
    for (const { unit, score } of topUnits(index, sentences, inSentences, limit, bySentence)) scored.set(unit, score);
    for (const passage of new Set([...top, ...ranked.slice(0, BEST_ARTICLES).flatMap(inside)])) {
      const first = index.passageStart[passage]!;
      for (const [order, score] of sentenceScores(index, sentences, passages, passage, inSentences).entries()) {
        if (score > 0 || open.has(passage)) scored.set(first + order, score);
      }
    }
    const candidates = [...scored].map(([at, sentenceScore]): SentenceHit => {
      const passage = index.passageOf[at]!;
      const article = index.articleOf[passage]!;
      const scores = {
        sentenceScore,
        passageScore: passageScore(passage),
        articleScore: articleScore(article),
        titleScore: title(article),
      };
      return { ...place(at), ...scores, score: total(scores) };
    });
    const order = (hit: SentenceHit) => hit.score;
    const chosen = best(candidates, order, limit);
    const opened = candidates.filter((hit) => open.has(passageOf(hit)) && !chosen.includes(hit));
    return {
      sentences: best([...chosen, ...opened], order, chosen.length + opened.length),
      articles: ranked.map(
        (article): ArticleHit => ({ article: corpus.articles[article]!, score: articleTotal(article) }),
      ),
    };
  }

  function place(at: number) {
    const passage = index.passageOf[at]!;
    const article = index.articleOf[passage]!;
    const sentence = at - index.articleStart[article]!;
    const paragraph = passage - index.articlePassage[article]!;
    return { article: corpus.articles[article]!, sentence, span: spansOf(article)[sentence]!, paragraph };
  }

  /** The same objects for the same article, so that callers may compare and remember them. */
  const kept = new Map<number, readonly Span[]>();
  function spansOf(article: number): readonly Span[] {
    const known = kept.get(article);
    if (known) return known;
    const first = index.articleStart[article]!;
    const spans = Array.from({ length: index.articleStart[article + 1]! - first }, (_, order) => ({
      start: index.sentenceStart[first + order]!,
      end: index.sentenceEnd[first + order]!,
    }));
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(article, spans);
    return spans;
  }

  function passageOf({ article, paragraph }: SentenceHit): number {
    return index.articlePassage[numbers.get(article)!]! + paragraph;
  }

  function explain(terms: readonly QueryTerm[], { article, sentence, paragraph }: SentenceHit): Explanation[] {
    const number = numbers.get(article);
    if (number === undefined) return [];
    const lines: Explanation[] = [];
    const levels = [
      ['sentence', sentences, index.articleStart[number]! + sentence],
      ['passage', passages, index.articlePassage[number]! + paragraph],
      ['article', articles, number],
    ] as const;
    for (const [unit, units, at] of levels) {
      for (const term of weigh(index, units, terms)) {
        const count = occurrences(index, units, at, term.term);
        if (count === 0) continue;
        lines.push({
          unit,
          stem: term.stem,
          idf: idf(units.count, units.holding[term.term]!),
          count,
          score: worth(units, at, count, term),
        });
      }
    }
    for (const term of terms) {
      const score = titleScores([term], (at) => at === number).get(number);
      const id = index.termOf(term.stem);
      if (score === undefined || id === undefined) continue;
      const found = index.titleOffsets[id + 1]! - index.titleOffsets[id]!;
      lines.push({ unit: 'title', stem: term.stem, idf: idf(corpus.articles.length, found), count: 1, score });
    }
    return lines;
  }

  return Object.freeze({
    corpus,
    search,
    explain,
    idf(stem: string) {
      const term = index.termOf(stem);
      return idf(sentences.count, term === undefined ? 0 : sentences.holding[term]!);
    },
    sentences(article: Article) {
      const number = numbers.get(article);
      return number === undefined ? [] : spansOf(number);
    },
  });
}

function total({
  sentenceScore,
  passageScore,
  articleScore,
  titleScore,
}: Omit<SentenceHit, 'article' | 'sentence' | 'span' | 'paragraph' | 'score'>): number {
  return (
    sentenceScore +
    SURROUNDINGS.passage * passageScore +
    SURROUNDINGS.article * articleScore +
    SURROUNDINGS.title * titleScore
  );
}

function cuts(index: Inverted): Record<'sentences' | 'passages' | 'articles', Units> {
  const { passageOf, articleOf, sentenceLength, passageLength, articleLength } = index;
  const every = Uint32Array.from({ length: passageOf.length + 1 }, (_, at) => at);
  const articleOfSentence = passageOf.map((passage) => articleOf[passage]!);
  return {
    sentences: unitsOf(index, { starts: every, unitOf: every, lengths: sentenceLength, model: SENTENCE }),
    passages: unitsOf(index, { starts: index.passageStart, unitOf: passageOf, lengths: passageLength, model: PASSAGE }),
    articles: unitsOf(index, {
      starts: index.articleStart,
      unitOf: articleOfSentence,
      lengths: articleLength,
      model: ARTICLE,
    }),
  };
}

/** The `limit` items of highest score, best first, ties as they came. */
function best<Item>(items: readonly Item[], score: (item: Item) => number, limit: number): Item[] {
  const scored = items.map((item) => ({ item, score: score(item) }));
  scored.sort((a, b) => b.score - a.score);
  return scored.slice(0, limit).map(({ item }) => item);
}

function memo<Value>(compute: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}
