import { endsSentence, isBlank, isStop, markEnd } from './sentence-end.ts';
import { blocksOf, trim, without } from './span.ts';
import type { Segmented, Sentence, Source, Span } from './types.ts';

/** A quotation up to this long is kept in one sentence, even if it holds several. */
const LONGEST_WHOLE_QUOTATION = 300;
/** No sentence is longer; what is gets cut at the last white space before. */
const LONGEST_SENTENCE = 1000;

/** What a sign may do to a sentence: end it, open or close a quotation, break the line. */
const ENDS = 1;
const OPENS = 2;
const CLOSES = 3;
const STRAIGHT = 4;
const LINE = 5;
const SIGNS: Readonly<Record<string, number>> = {
  '.': ENDS,
  '!': ENDS,
  '?': ENDS,
  '…': ENDS,
  '“': OPENS,
  '”': CLOSES,
  '"': STRAIGHT,
  '\n': LINE,
};
const ASCII_SIGNS = Uint8Array.from({ length: 128 }, (_, code) => SIGNS[String.fromCharCode(code)] ?? 0);

/** Where the next sign stands, from `from` on, or `end`: a loop of its own, since nearly every character is none. */
function nextSign(text: string, from: number, end: number): number {
  const signs = ASCII_SIGNS;
  let at = from;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 ? signs[code] !== 0 : code === 0x201c || code === 0x201d || code === 0x2026) break;
  }
  return at;
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_SIGNS[code]!;
  return code === 0x201c ? OPENS : code === 0x201d ? CLOSES : code === 0x2026 ? ENDS : 0;
}

/**
 * Cuts a text into paragraphs (at blank lines) and sentences, leaving the source's furniture out.
 * Linear in the length of the text. After the shape of Kiss and Strunk (2006), with word lists in place of training.
 */
export function segment(source: Source): Segmented {
  const { text } = source;
  const paragraphs: Span[] = [];
  const sentences: Sentence[] = [];
  for (const stretch of blocksOf(text).flatMap((block) => without(block, source.furniture))) {
    const paragraph = trim(text, stretch);
    if (!paragraph) continue;
    split(text, paragraph, paragraphs.length, sentences);
    paragraphs.push(paragraph);
  }
  return { text, paragraphs, sentences };
}

/** Adds the sentences of paragraph number `paragraph` to `sentences`. */
function split(text: string, span: Span, paragraph: number, sentences: Sentence[]): void {
  const { start, end } = span;
  // Balanced quotations short enough to be kept whole, and runs of closing punctuation before white space, each as the two
  // numbers start and end: looked for in one go, since every character has to be looked at.
  const whole: number[] = [];
  const marks: number[] = [];
  let open = -1;
  let isStraight = false;
  let hasLines = false;
  for (let at = nextSign(text, start, end); at < end; at = nextSign(text, at + 1, end)) {
    const sign = signAt(text, at);
    if (sign === ENDS) {
      const stop = markEnd(text, at, end);
      if (stop < end && isBlank(text.charCodeAt(stop))) marks.push(at, stop);
      while (at + 1 < end && text.charCodeAt(at) !== 0x2026 && isStop(text.charCodeAt(at + 1))) at += 1;
    } else if (sign === LINE) hasLines = true;
    else if (sign === OPENS || (sign === STRAIGHT && (open < 0 || !isStraight))) {
      open = at;
      isStraight = sign === STRAIGHT;
    } else if (open >= 0) {
      if (at - open <= LONGEST_WHOLE_QUOTATION) whole.push(open, at + 1);
      open = -1;
    }
  }
  const cuts: number[] = hasLines ? Array.from(lineBreaks(text.slice(start, end)), (at) => start + at) : [];
  let inside = 0;
  for (let i = 0; i < marks.length; i += 2) {
    const [from, to] = [marks[i]!, marks[i + 1]!];
    while (inside < whole.length && whole[inside + 1]! < to) inside += 2;
    if (inside < whole.length && whole[inside]! < from && to < whole[inside + 1]!) continue;
    if (endsSentence(text, span, from, to)) cuts.push(to);
  }
  if (hasLines) cuts.sort((a, b) => a - b);
  cuts.push(end);
  let from = start;
  for (const to of cuts) {
    if (to <= from) continue;
    if (to - from <= LONGEST_SENTENCE) put(text, from, to, paragraph, sentences);
    else
      for (const piece of shorten(text, { start: from, end: to }))
        put(text, piece.start, piece.end, paragraph, sentences);
    from = to;
  }
}

/** Adds a sentence without the white space around it, if anything is left. */
function put(text: string, from: number, to: number, paragraph: number, sentences: Sentence[]): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  if (start < end) sentences.push({ start, end, paragraph });
}

/**
 * Line ends inside a paragraph that were meant: where the next line's first word would have fitted on the line, the text
 * was not wrapped there but broken (a list, a heading, a verse).
 */
function* lineBreaks(words: string): Generator<number> {
  if (!words.includes('\n')) return;
  const lines = words.split('\n');
  const width = Math.max(...lines.map((line) => line.length));
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += line.length + 1;
    const next = lines[index + 1]?.trimStart();
    if (next === undefined || /^\p{Ll}/u.test(next)) continue;
    if (line.trimEnd().length + 1 + (/^\S+/u.exec(next)?.[0].length ?? 0) <= width) yield at - 1;
  }
}

function shorten(words: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > LONGEST_SENTENCE) {
    const limit = start + LONGEST_SENTENCE;
    const window = words.slice(start + LONGEST_SENTENCE / 2, limit);
    const soft = Math.max(window.lastIndexOf('; '), window.lastIndexOf('. '));
    const blank = soft >= 0 ? soft + 1 : window.search(/\s\S*$/u);
    let end = blank >= 0 ? start + LONGEST_SENTENCE / 2 + blank : limit;
    if (blank < 0 && (words.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1;
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: span.end });
  return pieces;
}
