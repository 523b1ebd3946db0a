import type { Span } from './types.ts';

/**
 * The words of a span: the one place where text is sliced for anyone to read.
 * Throws a RangeError for a span that is empty, reversed or outside the text, or that would cut a surrogate pair.
 */
export function slice(text: string, span: Span): string {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > text.length) {
    throw new RangeError(`No span ${start}–${end} in a text of ${text.length} characters`);
  }
  if (cutsPair(text, start) || cutsPair(text, end))
    throw new RangeError(`Span ${start}–${end} cuts a character in two`);
  return text.slice(start, end);
}

function cutsPair(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return false;
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

const BLANK = /\s/u;

/** The span without white space at either end, or null if nothing else is in it. */
export function trim(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && BLANK.test(text[start]!)) start += 1;
  while (end > start && BLANK.test(text[end - 1]!)) end -= 1;
  return start < end ? { start, end } : null;
}

/** What is left of a span when others are taken away. `holes` are sorted and disjoint. */
export function without(span: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let at = span.start;
  for (const hole of holes) {
    if (hole.end <= at || hole.start >= span.end) continue;
    if (hole.start > at) rest.push({ start: at, end: hole.start });
    at = Math.max(at, hole.end);
  }
  if (at < span.end) rest.push({ start: at, end: span.end });
  return rest;
}

const BLANK_LINE = /\n[^\S\n]*(?:\n[^\S\n]*)+/gu;

/** The stretches of a text between blank lines, untrimmed, in order. */
export function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(BLANK_LINE)) {
    blocks.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}
