import { blocksOf, trim, without } from './span.ts';
import type { Segmented, Sentence, Source, Span } from './types.ts';

/** Never the end of a sentence, whatever follows: they stand before a name or a number. */
const BEFORE_A_NAME = new Set(
  (
    'mr mrs ms mx dr prof rev hon fr sr st ste gen adm col lt maj capt cpl sgt cmdr cmdre sen rep gov pres amb atty ' +
    'supt insp det const messrs mme mlle gens sens reps govs lts drs profs mt ft vs v viz cf e.g i.e al approx ca'
  ).split(' '),
);
/** Not the end of a sentence when a number follows. */
const BEFORE_A_NUMBER = new Set(
  'no nos p pp vol ch art sec fig jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);
/** May end a sentence or not: they do if what follows opens one. */
const EITHER_WAY = new Set(
  'jr inc corp co ltd plc llc bros etc ph.d m.d b.a m.a a.m p.m a.d b.c est dept univ assn ave blvd rd esq'.split(' '),
);
/** Words that open a sentence and hardly ever follow an abbreviation inside one. */
const OPENERS = new Set(
  (
    'a an the this that these those it its he she they we i you his her their our my your there here in on at by for from with ' +
    'as after before during since until while when where why how what who which if although though because but and or so yet ' +
    'however meanwhile moreover nevertheless still also then now one some many most several all no not both each every'
  ).split(' '),
);
const REPORTING =
  /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,4}(?:said|says|asked|asks|told|wrote|writes|added|adds|replied|cried|shouted|wondered|tweeted|demanded|exclaimed)\b/u;

/** A quotation up to this long is kept in one sentence, even if it holds several. */
const LONGEST_WHOLE_QUOTATION = 300;
/** No sentence is longer; what is gets cut at the last white space before. */
const LONGEST_SENTENCE = 1000;

const BREAK = /(?:[.!?]+|…)(?:["”’')\]»]|\[\d{1,3}\])*(?=\s)/gu;

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
    for (const sentence of split(text, paragraph)) sentences.push({ ...sentence, paragraph: paragraphs.length });
    paragraphs.push(paragraph);
  }
  return { text, paragraphs, sentences };
}

function split(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const whole = quotations(words);
  const cuts = [...lineBreaks(words)];
  let inside = 0;
  BREAK.lastIndex = 0;
  for (const match of words.matchAll(BREAK)) {
    const end = match.index + match[0].length;
    while (inside < whole.length && whole[inside]!.end < end) inside += 1;
    const quotation = whole[inside];
    if (quotation && quotation.start < match.index && end < quotation.end) continue;
    if (endsSentence(words, match.index, match[0], end)) cuts.push(end);
  }
  cuts.sort((a, b) => a - b);
  const sentences: Span[] = [];
  let start = 0;
  for (const end of [...cuts, words.length]) {
    if (end <= start) continue;
    for (const piece of shorten(words, { start, end })) {
      const sentence = trim(words, piece);
      if (sentence) sentences.push({ start: paragraph.start + sentence.start, end: paragraph.start + sentence.end });
    }
    start = end;
  }
  return sentences;
}

/** `mark` is the run of closing punctuation that starts at `at` and ends at `end`. */
function endsSentence(words: string, at: number, mark: string, end: number): boolean {
  if (mark === '.' && isPlain(words, at, end)) return true;
  NEXT.lastIndex = end;
  const next = NEXT.exec(words)?.[1];
  if (next === undefined) return true;
  const first = /[\p{L}\p{N}]/u.exec(next)?.[0] ?? '';
  if (/\p{Ll}/u.test(first)) return false;
  if (mark[0] === '…' || mark.startsWith('..')) return true;
  if (mark[0] !== '.') return !(mark.length > 1 && REPORTING.test(words.slice(end, end + 80).trimStart()));
  if (mark.length > 1) return true;
  const before = /[\p{L}\p{N}.'’-]+$/u.exec(words.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  const word = before.toLowerCase();
  const opener = OPENERS.has(next.toLowerCase().replace(/[^\p{L}]/gu, ''));
  if (BEFORE_A_NAME.has(word)) return false;
  // A single capital is an initial, unless what follows opens a sentence ("Plan B. The …").
  if (/^\p{Lu}$/u.test(before)) return opener;
  if (BEFORE_A_NUMBER.has(word)) return !/^\p{N}/u.test(first);
  if (EITHER_WAY.has(word)) return opener || /["“'‘]/u.test(next[0]!);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return opener || /["“]/u.test(next[0]!);
  return true;
}

const NEXT = /\s+(\S{1,60})/uy;
const LONGEST_ABBREVIATION = 6;

/** The common case, told without regular expressions: a longer word of lower-case letters before, a capital after. */
function isPlain(words: string, at: number, end: number): boolean {
  const next = words.charCodeAt(end + 1);
  if (words[end] !== ' ' || next < 0x41 || next > 0x5a) return false;
  for (let before = at - 1; before >= at - LONGEST_ABBREVIATION - 1; before -= 1) {
    const code = words.charCodeAt(before);
    if (!(code >= 0x61 && code <= 0x7a)) return false;
  }
  return true;
}

/** Balanced quotations short enough to be kept whole, as spans of the paragraph with their marks. */
function quotations(words: string): Span[] {
  const found: Span[] = [];
  let open = -1;
  for (let at = 0; at < words.length; at += 1) {
    const sign = words[at];
    if (sign === '“') open = at;
    else if (sign === '"' && (open < 0 || words[open] === '“')) open = at;
    else if (open >= 0 && (sign === '”' || sign === '"')) {
      if (at - open <= LONGEST_WHOLE_QUOTATION) found.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return found;
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
