import type { Article } from '../corpus/types.ts';
import { slice } from '../nlp/span.ts';
import type { Span } from '../nlp/types.ts';
import type { Citation } from './types.ts';

/** What a citation was made from is not what the article says; nothing is shown rather than something near it. */
export class NotVerbatim extends Error {}

/**
 * The one maker of citations. `claim` is what the caller believes to be there: the article's hash, the words, or both.
 * Throws NotVerbatim when the span is not in the article, or the article does not bear the claim out.
 */
export function cite(
  article: Article,
  span: Span,
  claim: { readonly hash?: string | undefined; readonly text?: string | undefined } = {},
): Citation {
  if (claim.hash !== undefined && claim.hash !== article.hash) throw new NotVerbatim('The article is another version');
  let text: string;
  try {
    text = slice(article.text, span);
  } catch {
    throw new NotVerbatim(`The article has no span ${span.start}–${span.end}`);
  }
  if (claim.text !== undefined && claim.text !== text) throw new NotVerbatim('The words are not those of the article');
  return Object.freeze({ article, start: span.start, end: span.end, text }) as Citation;
}
