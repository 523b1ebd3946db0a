import type { Span } from '../nlp/types.ts';
import { bold, join, quote } from './markdown.ts';
import type { Markdown } from './types.ts';

/** Words of an article, which may be marked: `highlight` counts in the same text. */
export interface Quoted {
  readonly text: string;
  readonly highlight: Span | null;
}

/** A block quote that shows the text to the letter, its highlight in bold. */
export const quotation = ({ text, highlight }: Quoted): Markdown => {
  if (highlight === null) return quote(text);
  const { start, end } = highlight;
  return quote(join([text.slice(0, start), bold(text.slice(start, end)), text.slice(end)]));
};

/**
 * Cuts a quotation into stretches whose Markdown has at most `room` characters, the first one at most `firstRoom`. The
 * stretches in a row are the text, to the letter. It is cut at the ends of sentences; inside a sentence that has no room, at white space; and inside a word
 * that has none, between two characters as a reader sees them.
 */
export const cutQuotation = (quoted: Quoted, room: number, firstRoom = room): readonly Quoted[] => {
  const parts: Quoted[] = [];
  let start = 0;
  while (start < quoted.text.length) {
    const end = nextCut(quoted, start, start === 0 ? firstRoom : room);
    parts.push(stretch(quoted, start, end));
    start = end;
  }
  return parts;
};

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const nextCut = (quoted: Quoted, start: number, room: number): number => {
  // Markdown is never shorter than the text in it.
  const rest = quoted.text.slice(start, start + room);
  const fits = (end: number): boolean => quotation(stretch(quoted, start, end)).source.length <= room;
  if (start + rest.length === quoted.text.length && fits(quoted.text.length)) return quoted.text.length;
  for (const ends of [sentenceEnds, spaceEnds, characterEnds]) {
    const end = ends(rest).findLast((at) => at < quoted.text.length - start && fits(start + at));
    if (end !== undefined) return start + end;
  }
  throw new RangeError(`A quotation cannot be shown in ${room} characters`);
};

// What was cut off the end of `rest` is no sentence, word or character of its own: the last end never counts.
const sentenceEnds = (rest: string): number[] =>
  [...sentences.segment(rest)].slice(0, -1).map(({ index, segment }) => index + segment.length);
const spaceEnds = (rest: string): number[] =>
  [...rest.matchAll(/\s+(?=\S)/g)].map((found) => found.index + found[0].length);
const characterEnds = (rest: string): number[] =>
  [...graphemes.segment(rest)].slice(0, -1).map(({ index, segment }) => index + segment.length);

const stretch = ({ text, highlight }: Quoted, start: number, end: number): Quoted => {
  const marked = highlight && {
    start: Math.max(highlight.start, start) - start,
    end: Math.min(highlight.end, end) - start,
  };
  return { text: text.slice(start, end), highlight: marked && marked.start < marked.end ? marked : null };
};

/** Cuts Markdown of our own at line ends, so that no piece has more than `room` characters. */
export const cutMarkdown = (markdown: Markdown, room: number): readonly Markdown[] => {
  if (markdown.source.length <= room) return [markdown];
  const pieces: string[] = [];
  for (const line of markdown.source.split('\n')) {
    if (line.length > room) throw new RangeError(`A line of a reply has ${line.length} characters, ${room} have room`);
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= room) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.map((source) => ({ ...markdown, source }));
};
