import type { Citation, QuoteResult } from '../../src/answer/types.ts';
import type { Noted } from '../../src/discord/types.ts';

/** What came of a question, beside its words. */
export interface Outcome {
  readonly answered: boolean;
  /** What was quoted in answer to it; nothing that was only near. */
  readonly citations?: readonly Citation[];
  readonly speakers?: readonly (string | null)[];
  readonly confidence?: number;
}

/** A line of the question log: each article and each speaker is in it once. */
export function note(words: string, { answered, citations = [], speakers = [], confidence }: Outcome): Noted {
  return {
    answered,
    confidence: confidence ?? null,
    articles: [...new Set(citations.map(({ article }) => article.id))],
    speakers: [...new Set(speakers.filter((name) => name !== null))],
    words,
  };
}

/** The same for quotations that were found, or were not. */
export function noteQuotations(words: string, found: readonly QuoteResult[]): Noted {
  return note(words, {
    answered: found.length > 0,
    citations: found.map(({ citation }) => citation),
    speakers: found.map(({ speaker }) => speaker.name),
  });
}
