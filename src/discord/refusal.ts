import { md } from './markdown.ts';
import type { Markdown } from './types.ts';

/**
 * What the user can mend: an empty question, a day that doesn't exist, a button of a message that is too old. The message
 * is one plain sentence that says what to do, and goes to that user alone.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The sentence as it is shown. */
  readonly sentence: Markdown;

  constructor(message: string | Markdown) {
    super(typeof message === 'string' ? message : message.source);
    this.sentence = typeof message === 'string' ? md`${message}` : message;
  }
}
