import type { Span } from './types.ts';

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

/** The white space of `\s`. */
export function isBlank(code: number): boolean {
  if (code < 128) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  return code <= 0x200a || BLANKS.has(code);
}
const BLANKS = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

export function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}

const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»'].map((sign) => sign.charCodeAt(0)));

/** Where the closing punctuation ends that starts at `at`: `[.!?]+` or `…`, then quotation marks, brackets and notes like [12]. */
export function markEnd(text: string, at: number, end: number): number {
  let to = at + 1;
  if (text.charCodeAt(at) !== 0x2026) while (to < end && isStop(text.charCodeAt(to))) to += 1;
  for (;;) {
    const code = to < end ? text.charCodeAt(to) : 0x20;
    if (code === 0x20) return to;
    if (CLOSERS.has(code)) to += 1;
    else if (code === 0x5b) {
      let digits = to + 1;
      while (digits < end && digits - to <= 3 && isDigit(text.charCodeAt(digits))) digits += 1;
      if (digits === to + 1 || digits === end || text.charCodeAt(digits) !== 0x5d) return to;
      to = digits + 1;
    } else return to;
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/**
 * Whether a sentence ends with the closing punctuation from `at` to `end`, somewhere in a paragraph. Letters and digits of
 * ASCII are told by their codes, since this is asked of every full stop; others by regular expressions.
 */
export function endsSentence(text: string, paragraph: Span, at: number, end: number): boolean {
  let after = end;
  while (isBlank(text.charCodeAt(after))) after += 1;
  const code = text.charCodeAt(after);
  if (isSmall(code)) return false;
  const next = isCapital(code) || isDigit(code) ? null : tokenAt(text, after, paragraph.end);
  const first = next === null ? text[after]! : (/[\p{L}\p{N}]/u.exec(next)?.[0] ?? '');
  if (next !== null && /\p{Ll}/u.test(first)) return false;
  const mark = text.charCodeAt(at);
  const isSingle = end - at === 1;
  if (mark === 0x2026 || (mark === 0x2e && !isSingle && text.charCodeAt(at + 1) === 0x2e)) return true;
  if (mark !== 0x2e) {
    return isSingle || !REPORTING.test(text.slice(after, Math.max(after, Math.min(end + 80, paragraph.end))));
  }
  if (!isSingle) return true;
  const before = wordBefore(text, paragraph.start, at);
  if (before === null) return true;
  const word = before.toLowerCase();
  const opens = () =>
    OPENERS.has((next ?? tokenAt(text, after, paragraph.end)).toLowerCase().replace(/[^\p{L}]/gu, ''));
  if (BEFORE_A_NAME.has(word)) return false;
  // A single capital is an initial, unless what follows opens a sentence ("Plan B. The …").
  if (/^\p{Lu}$/u.test(before)) return opens();
  if (BEFORE_A_NUMBER.has(word)) return !/^\p{N}/u.test(first);
  if (EITHER_WAY.has(word)) return opens() || /["“'‘]/u.test(next?.[0] ?? '');
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return opens() || /["“]/u.test(next?.[0] ?? '');
  return true;
}

/** What stands between white space, at most 60 characters of it. */
function tokenAt(text: string, at: number, end: number): string {
  TOKEN.lastIndex = 0;
  return TOKEN.exec(text.slice(at, Math.min(end, at + 120)))?.[0] ?? '';
}
const TOKEN = /^\S{1,60}/u;

/** Letters of ASCII in the longest word of the lists above. */
const LONGEST_ABBREVIATION = 6;
const REACH = 24;

/** The word before a full stop, or null when it is too long for an abbreviation. */
function wordBefore(text: string, start: number, at: number): string | null {
  let from = at;
  while (from > start && at - from <= LONGEST_ABBREVIATION) {
    const code = text.charCodeAt(from - 1);
    if (!isSmall(code) && !isCapital(code)) break;
    from -= 1;
  }
  if (at - from > LONGEST_ABBREVIATION) return null;
  const code = from > start ? text.charCodeAt(from - 1) : 0x20;
  if (code === 0x20 && from < at) return text.slice(from, at);
  return /[\p{L}\p{N}.'’-]+$/u.exec(text.slice(Math.max(start, at - REACH), at))?.[0] ?? '';
}
