/** The door of `search`: a corpus in, an immutable snapshot that ranks its sentences and articles out. */
import type { Article, Corpus } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import { ARTICLE, idf, PASSAGE, SENTENCE, saturate, TITLE } from './bm25.ts';
import { type Inverted, invert } from './inverted.ts';
import type { ArticleHit, Explanation, Hits, QueryTerm, Searcher, SearchOptions, SentenceHit } from './types.ts';

/** How much the surroundings count beside the sentence itself when candidates are chosen. */
const SURROUNDINGS = { passage: 0.5, article: 0.35, title: 0.35 };
/** How an article is scored: its best passage, the whole of it, and its title. */
const ARTICLE_PARTS = { passage: 1, article: 0.7, title: 0.5 };
/** All sentences of this many best passages are candidates, even those that hold no term. */
const OPEN_PASSAGES = 4;
const ARTICLES = 50;

/** Indexes a corpus. Time and memory grow with its words; the result never changes. */
export function createSearcher(corpus: Corpus, reader: Reader): Searcher {
  const index = invert(corpus.articles, reader);
  const numbers = new Map(corpus.articles.map((article, number) => [article, number]));
  const units = {
    sentences: index.passageOf.length,
    passages: index.articleOf.length,
    articles: corpus.articles.length,
  };
  const mean = {
    sentence: average(index.sentenceLength),
    passage: average(index.passageLength),
    article: average(index.articleLength),
    title: average(index.titleLength),
  };
  const idOf = index.termOf;

  /** Walks one term's postings and calls back once a sentence, passage, article and title that holds it. */
  function walk(term: QueryTerm, allowed: Uint8Array | null, visit: Visit): void {
    const id = idOf(term.stem);
    if (id === undefined) return;
    const from = index.offsets[id]!;
    const to = index.offsets[id + 1]!;
    const weight = weights(index, id, units, term.weight);
    let passage = -1;
    let passageCount = 0;
    let article = -1;
    let articleCount = 0;
    const leavePassage = () => {
      if (passage < 0) return;
      const worth = saturate(PASSAGE, passageCount, index.passageLength[passage]!, mean.passage);
      visit.passage(passage, worth * weight.passage, passageCount);
    };
    const leaveArticle = () => {
      if (article < 0) return;
      const worth = saturate(ARTICLE, articleCount, index.articleLength[article]!, mean.article);
      visit.article(article, worth * weight.article, articleCount);
    };
    for (let i = from; i < to; i += 1) {
      const sentence = index.sentence[i]!;
      const itsPassage = index.passageOf[sentence]!;
      const itsArticle = index.articleOf[itsPassage]!;
      if (allowed && allowed[itsArticle] === 0) continue;
      if (itsPassage !== passage) {
        leavePassage();
        passage = itsPassage;
        passageCount = 0;
        if (itsArticle !== article) {
          leaveArticle();
          article = itsArticle;
          articleCount = 0;
        }
      }
      const count = index.count[i]!;
      passageCount += count;
      articleCount += count;
      const worth = saturate(SENTENCE, count, index.sentenceLength[sentence]!, mean.sentence);
      visit.sentence(sentence, worth * weight.sentence, count);
    }
    leavePassage();
    leaveArticle();
    for (let i = index.titleOffsets[id]!; i < index.titleOffsets[id + 1]!; i += 1) {
      const titled = index.titleArticle[i]!;
      if (allowed && allowed[titled] === 0) continue;
      visit.title(titled, saturate(TITLE, 1, index.titleLength[titled]!, mean.title) * weight.title, 1);
    }
  }

  function search(terms: readonly QueryTerm[], { limit, articles = ARTICLES, allow }: SearchOptions): Hits {
    const allowed = allow ? Uint8Array.from(corpus.articles, (article) => (allow(article) ? 1 : 0)) : null;
    const scores = {
      sentence: new Float32Array(units.sentences),
      passage: new Float32Array(units.passages),
      article: new Float32Array(units.articles),
      title: new Float32Array(units.articles),
    };
    const touched: number[] = [];
    const passages: number[] = [];
    const found: number[] = [];
    const mark = (list: number[], score: Float32Array) => (at: number, worth: number) => {
      if (score[at] === 0) list.push(at);
      score[at]! += worth;
    };
    const visit: Visit = {
      sentence: mark(touched, scores.sentence),
      passage: mark(passages, scores.passage),
      article: mark(found, scores.article),
      title: (at, worth) => {
        if (scores.article[at] === 0 && scores.title[at] === 0) found.push(at);
        scores.title[at]! += worth;
      },
    };
    for (const term of terms) walk(term, allowed, visit);

    const total = (sentence: number) => {
      const passage = index.passageOf[sentence]!;
      const article = index.articleOf[passage]!;
      return (
        scores.sentence[sentence]! +
        SURROUNDINGS.passage * scores.passage[passage]! +
        SURROUNDINGS.article * scores.article[article]! +
        SURROUNDINGS.title * scores.title[article]!
      );
    };
    const chosen = new Set(best(touched, total, limit));
    for (const passage of best(passages, (at) => scores.passage[at]!, OPEN_PASSAGES)) {
      for (let at = index.passageStart[passage]!; at < index.passageStart[passage + 1]!; at += 1) chosen.add(at);
    }
    const bestPassage = new Map<number, number>();
    for (const passage of passages) {
      const article = index.articleOf[passage]!;
      bestPassage.set(article, Math.max(bestPassage.get(article) ?? 0, scores.passage[passage]!));
    }
    const articleTotal = (at: number) =>
      ARTICLE_PARTS.passage * (bestPassage.get(at) ?? 0) +
      ARTICLE_PARTS.article * scores.article[at]! +
      ARTICLE_PARTS.title * scores.title[at]!;
    return {
      sentences: best([...chosen], total, chosen.size).map((at) => hit(at, total(at), scores)),
      articles: best([...new Set(found)], articleTotal, articles).map(
        (at): ArticleHit => ({ article: corpus.articles[at]!, score: articleTotal(at) }),
      ),
    };
  }

  function hit(sentence: number, score: number, scores: Record<keyof Visit, Float32Array>): SentenceHit {
    const passage = index.passageOf[sentence]!;
    const article = index.articleOf[passage]!;
    const order = sentence - index.articleStart[article]!;
    const span = index.sentencesOf[article]![order]!;
    return {
      article: corpus.articles[article]!,
      sentence: order,
      span,
      paragraph: span.paragraph,
      score,
      sentenceScore: scores.sentence[sentence]!,
      passageScore: scores.passage[passage]!,
      articleScore: scores.article[article]!,
      titleScore: scores.title[article]!,
    };
  }

  function explain(terms: readonly QueryTerm[], { article, sentence }: SentenceHit): Explanation[] {
    const number = numbers.get(article);
    if (number === undefined) return [];
    const at = index.articleStart[number]! + sentence;
    const lines: Explanation[] = [];
    for (const term of terms) {
      const id = idOf(term.stem);
      if (id === undefined) continue;
      const weight = weights(index, id, units, term.weight);
      const note = (unit: Explanation['unit'], wanted: number) => (found: number, score: number, count: number) => {
        if (found === wanted) lines.push({ unit, stem: term.stem, idf: weight[unit] / term.weight, count, score });
      };
      walk(term, null, {
        sentence: note('sentence', at),
        passage: note('passage', index.passageOf[at]!),
        article: note('article', number),
        title: note('title', number),
      });
    }
    return lines;
  }

  return Object.freeze({
    corpus,
    search,
    explain,
    idf(stem: string) {
      const id = idOf(stem);
      return idf(units.sentences, id === undefined ? 0 : index.offsets[id + 1]! - index.offsets[id]!);
    },
    sentences(article: Article) {
      const number = numbers.get(article);
      return number === undefined ? [] : index.sentencesOf[number]!;
    },
  });
}

type Visit = Readonly<Record<Explanation['unit'], (unit: number, score: number, count: number) => void>>;

/** A term's idf in each kind of unit, times its weight in the query. */
function weights(
  index: Inverted,
  id: number,
  units: { readonly sentences: number; readonly passages: number; readonly articles: number },
  weight: number,
): Record<Explanation['unit'], number> {
  const sentences = index.offsets[id + 1]! - index.offsets[id]!;
  const titles = index.titleOffsets[id + 1]! - index.titleOffsets[id]!;
  return {
    sentence: weight * idf(units.sentences, sentences),
    passage: weight * idf(units.passages, index.passagesWith[id]!),
    article: weight * idf(units.articles, index.articlesWith[id]!),
    title: weight * idf(units.articles, titles),
  };
}

/**
 * The `limit` units of highest score, best first, ties in the order of the collection. Keeps the best so far in a heap
 * whose root is the worst of them, so that most units cost one comparison.
 */
function best(units: readonly number[], score: (unit: number) => number, limit: number): number[] {
  const heap: { unit: number; score: number }[] = [];
  const worse = (a: { unit: number; score: number }, b: { unit: number; score: number }) =>
    a.score < b.score || (a.score === b.score && a.unit > b.unit);
  const sink = (at: number) => {
    for (let i = at; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && worse(heap[child]!, heap[least]!)) least = child;
      if (least === i) return;
      [heap[i], heap[least]] = [heap[least]!, heap[i]!];
      i = least;
    }
  };
  for (const unit of units) {
    const next = { unit, score: score(unit) };
    if (heap.length < limit) {
      heap.push(next);
      if (heap.length === limit) for (let i = limit >> 1; i >= 0; i -= 1) sink(i);
    } else if (heap[0] && worse(heap[0], next)) {
      heap[0] = next;
      sink(0);
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map(({ unit }) => unit);
}

function average(lengths: Uint16Array | Uint32Array): number {
  if (lengths.length === 0) return 1;
  let sum = 0;
  for (const length of lengths) sum += length;
  return Math.max(1, sum / lengths.length);
}
