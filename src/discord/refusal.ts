import { speechIn } from '../languages/languages.ts';
import type { Speech } from '../languages/types.ts';
import { md, type Phrase, sayPhrase } from './markdown.ts';
import type { Markdown } from './types.ts';

/**
 * What the user can mend: an empty question, a day that doesn't exist, a button of a message that is too old. The message
 * is one plain sentence that says what to do, and goes to that user alone: a phrase in their language, anything else as
 * it is.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The sentence as it is shown, a phrase in English. */
  readonly sentence: Markdown;
  private readonly given: string | Markdown | Phrase;

  constructor(message: string | Markdown | Phrase) {
    const sentence = markdownOf(message, speechIn('en'));
    super(typeof message === 'string' ? message : sentence.source);
    this.sentence = sentence;
    this.given = message;
  }

  /** The sentence as this reader is shown it. */
  sentenceIn(speech: Speech): Markdown {
    return markdownOf(this.given, speech);
  }
}

const markdownOf = (message: string | Markdown | Phrase, speech: Speech): Markdown => {
  if (typeof message === 'string') return md`${message}`;
  return 'phrase' in message ? sayPhrase(speech, message) : message;
};
