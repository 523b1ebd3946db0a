import { md, type Say } from '../../src/discord/markdown.ts';
import type { Markdown } from '../../src/discord/types.ts';

/** Text of any article or user on one line: every run of white space is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * What a person typed, on one line and without format characters: right-to-left marks and zero-width joiners carry no
 * words, and would hide them from the search.
 */
export function tidy(text: string): string {
  return oneLine(text.replace(/\p{Cf}/gu, ''));
}

/** A title of at most `limit` characters, shortened at the end of a word with "…". For titles only, never for quotations. */
export function shortTitle(title: string, limit: number): string {
  const line = oneLine(title);
  if (line.length <= limit) return line;
  const room = line.slice(0, limit);
  const end = room.lastIndexOf(' ');
  // A first word that fills the line alone is cut between characters, never inside a surrogate pair.
  const kept = end > 0 ? room.slice(0, end) : room.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Pieces in a row ("one, two, three"), or whole sentences, with the signs that the language puts between them. At least one. */
export function inRow(
  say: Say,
  pieces: readonly (string | Markdown)[],
  between: 'words.row' | 'words.sentences' = 'words.row',
): Markdown {
  return pieces.map((piece) => md`${piece}`).reduce((before, next) => say(between, { before, next }));
}

/** The words of a text in lower case and without accents, for matching what a person types. */
export function words(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
