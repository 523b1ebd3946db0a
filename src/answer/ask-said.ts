import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher, SentenceHit } from '../search/types.ts';
import { cite } from './cite.ts';
import type { Question } from './question.ts';
import { quote } from './quote.ts';
import type { Roster } from './quote-roster.ts';
import { speakerOf } from './quote-speaker.ts';
import type { AskOptions, AskResult, Candidate } from './types.ts';

/** Least relevance of a quotation to what the question is about. */
const ON_TOPIC = 0.35;

/**
 * "What did X say about Y" is answered by quotations of X alone; null when X is nobody that is quoted on it. How sure that
 * is follows from the share of the topic that the quotation has; it is not fitted, for want of such questions to learn from.
 */
export function answerSaid(
  { speaker, about }: NonNullable<Question['said']>,
  text: string,
  options: AskOptions,
  searcher: Searcher,
  reader: Reader,
  roster?: Roster,
): AskResult | null {
  const quotes = quote({ ...options, speaker, ...(about === null ? {} : { about }) }, searcher, reader, roster);
  const best = quotes[0];
  if (!best || (about !== null && best.score < ON_TOPIC)) return null;
  const told = new Map<Span, Candidate>();
  const articles = new Map<Article, number>();
  for (const { quotation, citation, score } of quotes) {
    const { article } = citation;
    const sentence = searcher.sentences(article).find(({ end }) => end > quotation.start) ?? quotation;
    if (!told.has(sentence)) told.set(sentence, { citation: cite(article, sentence), score });
    articles.set(article, Math.max(score, articles.get(article) ?? 0));
  }
  const candidates = [...told.values()];
  const first = candidates[0]!.citation;
  const top = options.top ?? 10;
  return {
    question: text,
    confidence: about === null ? 0.75 : 0.5 + 0.4 * Math.min(1, best.score),
    answer: {
      citation: first,
      highlight: { start: Math.max(best.quotation.start, first.start), end: Math.min(best.quotation.end, first.end) },
      when: null,
      antecedent: null,
      others: best.others,
      copies: [],
      differing: [],
    },
    candidates: candidates.slice(0, top),
    articles: [...articles].map(([article, score]) => ({ article, score })).slice(0, top),
    corrections: [],
  };
}

/** Whether a sentence tells what somebody said, but nobody whom the question asks after: no answer to "what did X say". */
export function isOthersWords({ said }: Question, { article, span }: SentenceHit, reader: Reader): boolean {
  if (!said) return false;
  const asked = new Set(reader.terms(said.speaker).map(({ stem }) => stem));
  const reading = reader.read(article);
  const speakers = reading.quotations
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map((quotation) => speakerOf(article, reading, quotation))
    .filter(({ name }) => name !== null);
  const isAsked = ({ name, mention, role }: (typeof speakers)[number]) =>
    [name, mention?.text, role?.text].some((words) => reader.terms(words ?? '').some(({ stem }) => asked.has(stem)));
  return speakers.length > 0 && !speakers.some(isAsked);
}
