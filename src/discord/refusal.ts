import { speechIn } from '../languages/languages.ts';
import type { Key, Speech } from '../languages/types.ts';
import { KnowledgeRefusal } from '../servers/types.ts';
import type { StoreTrouble } from '../store/types.ts';
import { WebRefusal } from '../web/types.ts';
import { md, type Phrase, sayPhrase, speaking } from './markdown.ts';
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

/** The sentence of what the user can mend, in their language. */
export const sentenceOf = (error: Refusal | WebRefusal | KnowledgeRefusal, speech: Speech): Markdown => {
  if (error instanceof Refusal) return error.sentenceIn(speech);
  return error instanceof WebRefusal ? worded(error, webKey(error), speech) : md`${error.message}`;
};

/** In English the error's own sentence, which may say more than the catalogue's; elsewhere the catalogue's. */
export const worded = ({ message }: Error, key: `store.${StoreTrouble}` | WebKey, speech: Speech): Markdown =>
  speech.language === 'en' ? md`${message}` : speaking(speech).say(key);

type WebKey = Extract<Key, `web.${string}`>;

const webKey = ({ reason, status }: WebRefusal): WebKey =>
  reason === 'status' && status !== null ? statusKey(status) : `web.${reason}`;

const statusKey = (status: number): WebKey => {
  if (status >= 500) return 'web.broken';
  return statusKeys[status] ?? 'web.status';
};

const statusKeys: Readonly<Record<number, WebKey>> = {
  401: 'web.closed',
  402: 'web.closed',
  403: 'web.closed',
  404: 'web.missing',
  407: 'web.closed',
  410: 'web.gone',
  429: 'web.often',
  451: 'web.closed',
};

/** Whether it is up to the user, and no fault of anybody's. */
export const isRefusal = (error: unknown): error is Refusal | WebRefusal | KnowledgeRefusal =>
  error instanceof Refusal || error instanceof WebRefusal || error instanceof KnowledgeRefusal;
