import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import { slice } from '../nlp/span.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher, SentenceHit } from '../search/types.ts';
import { cite } from './cite.ts';
import { type Features, measurer } from './features.ts';
import { allows } from './filter.ts';
import { highlight } from './highlight.ts';
import { type Question, understand } from './question.ts';
import { quote } from './quote.ts';
import { confidenceInputs, confidenceOf, scoreOf, WEIGHTS, type Weights } from './rank.ts';
import type { Answer, AskResult, Candidate, Citation, Filter } from './types.ts';

export type AskOptions = Filter & { readonly asked: string; readonly top?: number };

/** Candidates that are measured; the ranker cannot bring up what is not among them. */
const CANDIDATES = 60;

interface Ranked {
  readonly hit: SentenceHit;
  readonly features: Features;
  readonly score: number;
}

/** Answers a question with a sentence, or says that the articles don't. Throws nothing; an empty question has no answer. */
export function ask(
  text: string,
  options: AskOptions,
  searcher: Searcher,
  reader: Reader,
  weights = WEIGHTS,
): AskResult {
  const question = understand(text, options.asked, reader);
  if (question.said) {
    const told = askSaid(question, options, searcher, reader);
    if (told) return told;
  }
  const { ranked, articles } = rank(question, options, searcher, reader, weights);
  const best = ranked[0];
  const confidence = best ? confidenceOf(confidenceInputs(best, ranked[1]), weights) : 0;
  const answered = best !== undefined && confidence >= weights.threshold;
  return {
    question: text,
    confidence,
    answer: answered ? answerWith(best, ranked, question, reader, searcher) : null,
    candidates: ranked.slice(0, options.top ?? 10).map(candidate),
    articles,
  };
}

/** The candidates of a question, best first, and the articles they come from: what training looks at. */
export function rank(
  question: Question,
  options: AskOptions,
  searcher: Searcher,
  reader: Reader,
  weights: Weights,
): { ranked: Ranked[]; articles: AskResult['articles'] } {
  const hits = searcher.search(question.terms, { limit: CANDIDATES, allow: allows(options) });
  const measure = measurer(question, searcher, reader);
  const ranked = hits.sentences.map((hit): Ranked => {
    const features = measure(hit);
    return { hit, features, score: scoreOf(features, weights) };
  });
  ranked.sort((a, b) => b.score - a.score || b.hit.score - a.hit.score);
  return { ranked, articles: hits.articles.slice(0, options.top ?? 10) };
}

/** "What did X say about Y" is answered by quotations of X alone; null when X is nobody that is quoted. */
function askSaid(question: Question, options: AskOptions, searcher: Searcher, reader: Reader): AskResult | null {
  if (!question.said) return null;
  const { speaker, about } = question.said;
  const quotes = quote({ ...options, speaker, ...(about === null ? {} : { about }) }, searcher, reader);
  const best = quotes[0];
  if (!best) return null;
  const candidates = quotes.slice(0, options.top ?? 10).map(({ sentence, score }) => ({ citation: sentence, score }));
  const articles = new Map<Article, number>();
  for (const { citation, score } of quotes) {
    articles.set(citation.article, Math.max(score, articles.get(citation.article) ?? 0));
  }
  return {
    question: question.text,
    confidence: 0.9,
    answer: { citation: best.sentence, highlight: best.quotation, antecedent: null, others: [] },
    candidates,
    articles: [...articles].map(([article, score]) => ({ article, score })),
  };
}

function answerWith(
  best: Ranked,
  ranked: readonly Ranked[],
  question: Question,
  reader: Reader,
  searcher: Searcher,
): Answer {
  const { hit } = best;
  return {
    citation: cite(hit.article, hit.span),
    highlight: highlight(question, hit, reader),
    antecedent: antecedent(hit, best.features, searcher),
    others: sameWords(hit, ranked),
  };
}

/** The sentence before, when the answer opens with a pronoun that stands for somebody in it. */
function antecedent({ article, sentence }: SentenceHit, { pronoun }: Features, searcher: Searcher): Citation | null {
  const before = pronoun === 1 ? searcher.sentences(article)[sentence - 1] : undefined;
  return before ? cite(article, before) : null;
}

/** The same sentence, letter for letter but for spacing, in other articles. */
function sameWords(hit: SentenceHit, ranked: readonly Ranked[]): Citation[] {
  const words = (article: Article, span: Span) => slice(article.text, span).replace(/\s+/gu, ' ');
  const wanted = words(hit.article, hit.span);
  return ranked
    .filter(({ hit: other }) => other.article !== hit.article && words(other.article, other.span) === wanted)
    .map(({ hit: other }) => cite(other.article, other.span));
}

function candidate({ hit, score }: Ranked): Candidate {
  return { citation: cite(hit.article, hit.span), score };
}
