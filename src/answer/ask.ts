import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import { slice } from '../nlp/span.ts';
import type { ArticleHit, Searcher, SentenceHit } from '../search/types.ts';
import { confidenceOf, evidenceFor, type Scored } from './abstain.ts';
import { answerSaid, isOthersWords } from './ask-said.ts';
import { sources } from './ask-sources.ts';
import { moreOnTopic } from './ask-topic.ts';
import { impliedDate } from './ask-when.ts';
import { cite } from './cite.ts';
import { type Measured, measure, type Weighed, weigh } from './features.ts';
import { isCurrent, isRecent, opensWithPronoun } from './features-words.ts';
import { allows } from './filter.ts';
import { highlight } from './highlight.ts';
import { type Question, understand } from './question.ts';
import type { Roster } from './quote-roster.ts';
import { scoreOf, WEIGHTS, type Weights } from './rank.ts';
import { isSlip, respell } from './spelling.ts';
import type { Answer, AskOptions, AskResult, Candidate, Citation, Correction } from './types.ts';

/** Candidates that are measured, of all articles and of recent ones; the ranker cannot bring up what is not among them. */
const CANDIDATES = 60;
const RECENT = 25;
/** A stem that no article has. */
const UNKNOWN = '\u0000';

/** Answers a question with a sentence, or says that the articles don't. Throws nothing; an empty question has no answer. */
export function ask(
  text: string,
  options: AskOptions,
  searcher: Searcher,
  reader: Reader,
  roster?: Roster,
  weights: Weights = WEIGHTS,
): AskResult {
  const understood = understand(text, options.asked, reader);
  const question = respelled(understood, searcher);
  if (question.said) {
    const told = answerSaid(question.said, text, options, searcher, reader, roster);
    if (told) return told;
  }
  const found = gather(question, options, searcher, reader);
  const ranked = order(found.measured, question, weights);
  const best = ranked[0];
  const confidence = best ? confidenceOf(evidenceFor(ranked, question, found.weighed), weights.confidence) : 0;
  const answered =
    best !== undefined &&
    confidence >= weights.confidence.thresholds[options.caution ?? 'balanced'] &&
    !isOthersWords(question, best.hit, reader);
  const top = options.top ?? 10;
  return {
    question: text,
    confidence,
    answer: answered ? answerWith(best, ranked, question, reader, searcher) : null,
    candidates: ranked.slice(0, top).map(candidate),
    articles: orderArticles(ranked, found.articles, question).slice(0, top),
    corrections: corrections(text, understood, question, ranked, reader),
  };
}

interface Gathered {
  readonly weighed: Weighed;
  readonly measured: Measured[];
  readonly articles: readonly ArticleHit[];
}

/**
 * The candidates of a question, measured, and the articles it may be about: what training looks at, too. `isKeptUp` says
 * whether the age of articles tells anything.
 */
export function gather(
  question: Question,
  options: AskOptions,
  searcher: Searcher,
  reader: Reader,
  isKeptUp = isCurrent(searcher.corpus, question),
): Gathered {
  const allow = allows(options);
  const hits = searcher.search(question.terms, { limit: CANDIDATES, allow });
  // What was printed around the day of asking is likelier meant than its words alone say, in a collection of years.
  const recent = searcher.search(question.terms, {
    limit: RECENT,
    allow: (article) => isRecent(article, question) && allow(article),
  });
  const seen = new Set(hits.sentences.map(({ span }) => span));
  const sentences = [...hits.sentences, ...recent.sentences.filter(({ span }) => !seen.has(span))];
  const weighed = weigh(question, searcher);
  return {
    weighed,
    measured: measure(question, { sentences, articles: hits.articles }, searcher, reader, weighed, isKeptUp),
    articles: question.topical ? moreOnTopic(question.terms, hits.articles, searcher, reader, allow) : hits.articles,
  };
}

/** The question with each term that no article has put right, if one that is spelled nearly so is known. */
export function respelled(question: Question, searcher: Searcher): Question {
  const unknown = searcher.idf(UNKNOWN);
  const rarity = (stem: string) => {
    const idf = searcher.idf(stem);
    return idf < unknown ? idf : Number.POSITIVE_INFINITY;
  };
  const known = new Map<string, string>();
  for (const { stem } of question.terms) {
    const right = rarity(stem) === Number.POSITIVE_INFINITY ? respell(stem, rarity) : null;
    if (right !== null && !question.stems.includes(right)) known.set(stem, right);
  }
  if (known.size === 0) return question;
  const put = (stem: string) => known.get(stem) ?? stem;
  return {
    ...question,
    terms: question.terms.map((term) => ({ ...term, stem: put(term.stem) })),
    stems: question.stems.map(put),
    head: question.head === null ? null : put(question.head),
  };
}

/** Best first; ties in the order of the search. */
function order(measured: readonly Measured[], question: Question, { ranker }: Weights): Scored[] {
  const ranked = measured.map((one): Scored => ({ ...one, score: scoreOf(one, question.wanted, ranker) }));
  return ranked.sort((a, b) => b.score - a.score || b.hit.score - a.hit.score);
}

/**
 * Articles by their best candidates, whose say falls evenly with their scores, then those that have none, as the search found
 * them. On a topic, which many sentences of an article may be about and none answers, the search alone decides: it has seen the
 * whole article.
 */
function orderArticles(
  ranked: readonly Scored[],
  found: readonly ArticleHit[],
  { topical }: Question,
): AskResult['articles'] {
  if (topical) return found;
  const best = ranked[0]?.score ?? 0;
  const sums = new Map<Article, number>();
  for (const { hit, score } of ranked) {
    sums.set(hit.article, (sums.get(hit.article) ?? 0) + Math.exp(score - best));
  }
  const least = Math.min(1, ...sums.values());
  for (const [place, { article }] of found.entries()) {
    if (!sums.has(article)) sums.set(article, least / (place + 2));
  }
  return Array.from(sums, ([article, score]) => ({ article, score })).sort((a, b) => b.score - a.score);
}

function answerWith(
  best: Scored,
  ranked: readonly Scored[],
  question: Question,
  reader: Reader,
  searcher: Searcher,
): Answer {
  const { hit } = best;
  const words = highlight(question, hit, reader);
  return {
    citation: cite(hit.article, hit.span),
    highlight: words,
    when: impliedDate(question, hit.article, words, reader),
    antecedent: antecedent(hit, searcher),
    ...sources(ranked, question, searcher, reader),
  };
}

/** The sentence before, when the answer opens with a pronoun that stands for somebody in it. */
function antecedent({ article, sentence, span }: SentenceHit, searcher: Searcher): Citation | null {
  if (!opensWithPronoun(slice(article.text, span))) return null;
  const before = searcher.sentences(article)[sentence - 1];
  return before ? cite(article, before) : null;
}

/** Misspelled words beside how they were read, in the articles' own spelling; those that no candidate has are left out. */
function corrections(
  text: string,
  understood: Question,
  question: Question,
  ranked: readonly Scored[],
  reader: Reader,
): Correction[] {
  if (understood === question) return [];
  const read = new Map<string, Correction>();
  for (const { stem, start, end } of reader.terms(text)) {
    const meant = question.stems[understood.stems.indexOf(stem)];
    if (meant === undefined || meant === stem) continue;
    const written = text.slice(start, end);
    for (const { hit } of ranked) {
      const { article, span } = hit;
      const terms = reader.terms(article.text, span).filter((found) => found.stem === meant);
      const near = terms.map((term) => slice(article.text, term)).find((word) => isSlip(written, word));
      if (near === undefined) continue;
      read.set(written, { written, meant: near });
      break;
    }
  }
  return [...read.values()];
}

function candidate({ hit, score }: Scored): Candidate {
  return { citation: cite(hit.article, hit.span), score };
}
