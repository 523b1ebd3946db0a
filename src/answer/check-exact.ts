import type { Span } from '../nlp/types.ts';

// A text is looked for as it stands, with one pattern made of its words and signs. What may differ is what printers and
// keyboards change: white space, quotation marks, the kind of dash, the case of the first letter, the sign at the end.

/** What a gap in the checked text stands for: words left out, words put in, or the "X said" between two stretches. */
type Gap = 'ellipsis' | 'insertion' | 'attribution';

/** Words that follow each other in an article; `gap` says what stands before them in the checked text. */
interface Segment {
  readonly pattern: RegExp;
  readonly gap: Gap | null;
  /** A long word of it, to the letter: where this is not, the pattern need not be tried. */
  readonly anchor: string;
}

export type Phrase = readonly Segment[];

export interface Occurrence extends Span {
  /** What the gaps leave out of the article, in order; empty spans are left away. */
  readonly gaps: readonly (Span & { readonly gap: Gap })[];
}

/** What a gap may jump over in an article, in characters. */
const WIDEST: Readonly<Record<Gap, number>> = { ellipsis: 1_500, insertion: 80, attribution: 250 };
/** Words in one pattern; longer texts are looked for piece by piece. */
const LONGEST = 120;

const MARKS = '["“”„‟«»‹›「」『』\'‘’‚‛`´]';
const APOSTROPHE = "['’‘ʼ´`]";
const HYPHEN = '[-‐‑–]';
const DASH = '[-‐‑‒–—―−]+';

const WORD = /\p{Sc}?[\p{L}\p{M}\p{N}]+(?:['’‘ʼ´`.,‐‑–-][\p{L}\p{M}\p{N}]+)*[%‰]?/uy;
const DOTS = /[[(]\s*(?:…|\.{2,}|(?:\.\s+){2,}\.)\s*[\])]|…|\.{3,}|(?:\.\s+){2,}\./uy;
const CAPITAL = /\[(\p{L})\](?=\p{L})/gu;
const INSERTION = /\[[^[\]]{1,160}\]/uy;
const SIGN = new RegExp(`(?!${MARKS})[^\\s]`, 'uy');

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: Gap };

/**
 * The stretches of a text in the order in which an article must hold them. With `gaps`, "…" and "[…]" stand for words left
 * out, and "[the bridge]" for words put in by whoever quotes; without, they are signs like others. Several `stretches` are
 * parts of one quotation with "X said" between them. Null when the text has no word.
 */
export function phraseOf(stretches: readonly string[], gaps: boolean): Phrase | null {
  const tokens = stretches.flatMap((stretch, index): Token[] => [
    ...(index > 0 ? [{ kind: 'attribution' } as const] : []),
    ...tokensOf(gaps ? stretch.replace(CAPITAL, '$1') : stretch, gaps),
  ]);
  // Words put in before or after all others are not the article's: nothing of it stands in their place.
  if (tokens[0]?.kind === 'insertion' || isInsertionLast(tokens)) return null;
  const segments: Segment[] = [];
  let gap: Gap | null = null;
  let run: Token[] = [];
  const close = () => {
    const pieces = patternsOf(run, segments.length === 0 || gap !== null);
    const anchor = anchorOf(run);
    for (const [index, pattern] of pieces.entries()) segments.push({ pattern, gap: index === 0 ? gap : null, anchor });
    if (pieces.length > 0) gap = null;
    run = [];
  };
  for (const token of tokens) {
    if (token.kind === 'word' || token.kind === 'sign') {
      run.push(token);
      continue;
    }
    close();
    gap ??= token.kind;
  }
  close();
  return segments.length === 0 ? null : segments;
}

/** Where a phrase stands in a text, as words of its own; at most `most` places. */
export function occurrences(text: string, [first, ...rest]: Phrase, most: number): Occurrence[] {
  const found: Occurrence[] = [];
  if (!first || ![first, ...rest].every(({ anchor }) => text.includes(anchor))) return found;
  for (const match of text.matchAll(first.pattern)) {
    const occurrence = completed(text, { start: match.index, end: match.index + match[0].length }, rest);
    if (occurrence) found.push(occurrence);
    if (found.length === most) break;
  }
  return found;
}

function completed(text: string, first: Span, rest: Phrase): Occurrence | null {
  const gaps: (Span & { gap: Gap })[] = [];
  let { end } = first;
  for (const { pattern, gap } of rest) {
    const next = new RegExp(pattern.source, gap === null ? 'uy' : 'ug');
    next.lastIndex = end;
    const match = next.exec(text);
    if (!match) return null;
    if (gap !== null) {
      if (match.index - end > WIDEST[gap]) return null;
      // What the article itself has in brackets, or as a number, is not for others to put into other words.
      if (gap === 'insertion' && /[[\p{N}]/u.test(text.slice(end, match.index))) return null;
      if (/[\p{L}\p{N}]/u.test(text.slice(end, match.index))) gaps.push({ start: end, end: match.index, gap });
    }
    end = match.index + match[0].length;
  }
  return { start: first.start, end, gaps };
}

function isInsertionLast(tokens: readonly Token[]): boolean {
  return tokens.findLast(({ kind }) => kind !== 'sign')?.kind === 'insertion';
}

/** The longest word of plain letters and digits but the first, whose case may differ; empty when there is none. */
function anchorOf(run: readonly Token[]): string {
  const words = run.flatMap((token) => (token.kind === 'word' ? [token.text] : [])).slice(1);
  const plain = words.filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
  return plain.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function tokensOf(text: string, gaps: boolean): Token[] {
  const tokens: Token[] = [];
  const take = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (let at = 0; at < text.length; ) {
    const dots = take(DOTS, at);
    const insertion = gaps && dots === undefined ? take(INSERTION, at) : undefined;
    const word = dots ?? insertion ?? take(WORD, at);
    const sign = word ?? take(SIGN, at);
    if (dots !== undefined) tokens.push(gaps ? { kind: 'ellipsis' } : { kind: 'sign', text: '…' });
    else if (insertion !== undefined) tokens.push({ kind: 'insertion' });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    at += sign?.length ?? 1;
  }
  return tokens;
}

/** One pattern for a run of words, or several that adjoin when it is long. `opens`: nothing need stand right before it. */
function patternsOf(run: readonly Token[], opens: boolean): RegExp[] {
  const parts = run.flatMap((token) => (token.kind === 'word' || token.kind === 'sign' ? [token] : []));
  const first = parts.findIndex(({ kind }) => kind === 'word');
  const last = parts.findLastIndex(({ kind }) => kind === 'word');
  const patterns: RegExp[] = [];
  let source = '';
  let signs: string[] = [];
  let words = 0;
  for (const { kind, text } of parts.slice(Math.max(0, first), last + 1)) {
    if (kind === 'sign') {
      signs.push(text);
      continue;
    }
    if (words > 0 || !opens) source += between(signs);
    source += words === 0 && opens ? `${STARTS}${wordPattern(text, true)}` : wordPattern(text, false);
    signs = [];
    words += 1;
    if (words % LONGEST === 0) {
      patterns.push(new RegExp(source + ENDS, 'ug'));
      source = '';
    }
  }
  if (source !== '') patterns.push(new RegExp(source + ENDS, 'ug'));
  return patterns;
}

/** A word's own edges: no letter, digit, decimal point, hyphen or apostrophe joins it to more. */
const STARTS = `(?<![\\p{L}\\p{M}\\p{N}\\p{Sc}]|\\p{N}[.,]|\\p{L}${HYPHEN})`;
const ENDS = `(?![\\p{L}\\p{M}\\p{N}%‰]|[.,]\\p{N}|${HYPHEN}\\p{L}|${APOSTROPHE}\\p{L})`;

function wordPattern(word: string, anyCase: boolean): string {
  const [initial = '', ...rest] = [...word].map((sign) => {
    if (new RegExp(APOSTROPHE, 'u').test(sign)) return APOSTROPHE;
    return new RegExp(HYPHEN, 'u').test(sign) ? HYPHEN : RegExp.escape(sign);
  });
  const [letter = ''] = word;
  const cased = anyCase && /\p{L}/u.test(letter);
  const either = [letter.toLowerCase(), letter.toUpperCase()].map((sign) => RegExp.escape(sign)).join('|');
  return (cased ? `(?:${either})` : initial) + rest.join('');
}

/**
 * What may stand between two words. Quotation marks count for nothing, save where one closes and another opens: words of
 * two quotations are not one.
 */
function between(signs: readonly string[]): string {
  if (signs.length === 0) return `(?:${MARKS}{0,3}\\s+|\\s+${MARKS}{1,3}|\\s+${MARKS}\\s+|${MARKS}{1,3})`;
  const middle = signs.map(signPattern).join('\\s*');
  return `${MARKS}{0,3}\\s*${middle}(?:${MARKS}{0,3}\\s*|\\s+${MARKS}{1,3}|\\s+${MARKS}\\s+)`;
}

function signPattern(sign: string): string {
  if (sign === '…') return '(?:…|\\.\\s?\\.\\s?\\.)';
  return new RegExp(`^${DASH}$`, 'u').test(sign) ? DASH : RegExp.escape(sign);
}
