import type { Reader } from '../nlp/nlp.ts';
import { slice } from '../nlp/span.ts';
import type { Span } from '../nlp/types.ts';
import type { SentenceHit } from '../search/types.ts';
import { evidence } from './evidence.ts';
import type { Question } from './question.ts';

/**
 * The words of a sentence that answer, or null when none stand out: of the spans that have the wanted kind, the one
 * closest to the words that the question and the sentence share.
 */
export function highlight(question: Question, { article, span }: SentenceHit, reader: Reader): Span | null {
  const spans = candidates(question, { article, span }, reader);
  if (spans.length === 0) return null;
  const stems = new Set(question.terms.map(({ stem }) => stem));
  const shared = reader.terms(article.text, span).filter(({ stem }) => stems.has(stem));
  if (shared.length === 0) return null;
  const distance = (found: Span) =>
    shared.reduce((sum, term) => sum + Math.min(80, gap(found, term)), 0) / shared.length;
  return spans.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function candidates(
  question: Question,
  { article, span }: Pick<SentenceHit, 'article' | 'span'>,
  reader: Reader,
): Span[] {
  const within = (found: Span) => found.start >= span.start && found.end <= span.end;
  const inQuestion = new Set(question.text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const known = (word: string) => inQuestion.has(word.toLowerCase());
  const fresh = (found: Span) =>
    !slice(article.text, found)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .every(known);
  const reading = reader.read(article);
  if (question.wanted === 'date') {
    return reading.dates.filter(
      (date) => within(date) && fresh(date) && date.type !== 'DURATION' && date.type !== 'SET',
    );
  }
  if (question.wanted === 'duration') {
    const durations = reading.dates.filter((date) => within(date) && fresh(date) && date.type === 'DURATION');
    if (durations.length > 0) return durations;
  }
  if (question.wanted === 'person') {
    const { entities, mentions } = reading.names;
    const people = mentions.filter(
      (mention) =>
        within(mention) && mention.by === 'name' && entities[mention.entity]?.kind === 'person' && fresh(mention),
    );
    if (people.length > 0) return people;
  }
  if (question.wanted === 'reason' || question.wanted === 'manner') {
    const [first] = evidence(question.wanted, article.text, span, known);
    return first ? [first] : [];
  }
  return evidence(question.wanted, article.text, span, known);
}

function gap(a: Span, b: Span): number {
  if (a.end <= b.start) return b.start - a.end;
  if (b.end <= a.start) return a.start - b.end;
  return 0;
}
