/** What the readers of HTML, feeds, PDF and DOCX hand over: plain data that can leave a worker. */
import type { Span } from '../nlp/types.ts';

/** A text as it stands in a file, with what the file says about it in its own words. Null: it says nothing. */
export interface Extract {
  readonly text: string;
  /** Headings and captions in `text`, in order. */
  readonly headings: readonly Span[];
  readonly title: string | null;
  /** A day or a time in any common form. */
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly author: string | null;
  /** What tells this article from the others of its file; null where there is but one. */
  readonly key: string | null;
}

export interface Block {
  readonly text: string;
  readonly heading: boolean;
}

/** Blocks → one text with blank lines between them, and where the headings came to stand. */
export function joinBlocks(blocks: readonly Block[]): Pick<Extract, 'text' | 'headings'> {
  const headings: Span[] = [];
  let text = '';
  for (const block of blocks) {
    if (text !== '') text += '\n\n';
    if (block.heading) headings.push({ start: text.length, end: text.length + block.text.length });
    text += block.text;
  }
  return { text, headings };
}

/** White space squeezed and trimmed; null for nothing. For facts, never for texts. */
export function tidy(fact: unknown): string | null {
  if (typeof fact !== 'string') return null;
  const squeezed = fact.replace(/\s+/gu, ' ').trim();
  return squeezed === '' ? null : squeezed;
}

/** The address if it is an absolute one of the web; else null. */
export function webAddress(fact: unknown): string | null {
  const address = tidy(fact);
  if (address === null || !/^https?:\/\//iu.test(address) || !URL.canParse(address)) return null;
  return address;
}
