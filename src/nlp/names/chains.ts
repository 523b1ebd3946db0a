import type { Tagged, Token } from '../types.ts';
import { isGivenName } from './lexicon-given-names.ts';
import { CALENDAR, OPENING_WORDS, ORGANISATION_WORDS, PARTICLES, TITLES } from './lexicon-words.ts';

/** One word of a name, which may be several tokens ("Chung-in"). Token indexes, end exclusive. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly first: number;
  readonly end: number;
}

/** A run of capitalised words in one sentence: "Chinese Vice Foreign Minister Le Yucheng". */
export interface Chain {
  readonly words: readonly Word[];
  readonly sentence: number;
  /** Followed by a possessive ending. */
  readonly possessive: boolean;
  /** Stands where any word has a capital. */
  readonly opens: boolean;
  /** In a headline, where every word has a capital and none proves a name. */
  readonly headline: boolean;
}

const CAPITAL = /^\p{Lu}/u;
/** A run longer than this is a headline or a list, not a name. */
const LONGEST_CHAIN = 12;

/** Every run of capitalised words, in text order. Linear in the number of tokens. */
export function findChains(doc: Tagged): Chain[] {
  const chains: Chain[] = [];
  for (const [index, sentence] of doc.sentences.entries()) {
    let at = sentence.firstToken;
    let first = true;
    const headline = isTitleCase(doc.tokens, sentence.firstToken, sentence.endToken);
    while (at < sentence.endToken) {
      const token = doc.tokens[at]!;
      const opens = first || opensClause(doc.tokens, at, sentence.firstToken);
      if (isWordLike(token)) first = false;
      if (!startsName(doc.tokens, at, sentence.endToken, opens)) {
        at += 1;
        continue;
      }
      const words = extend(doc.tokens, at, sentence.endToken);
      const end = words.at(-1)!.end;
      const after = doc.tokens[end];
      const possessive =
        end < sentence.endToken &&
        (after?.lower === "'s" || after?.lower === '’s' || isBarePossessive(doc.tokens, end));
      chains.push({ words, sentence: index, possessive, opens, headline });
      at = end;
    }
  }
  return chains;
}

/** Four words of five or more with a capital, and no full stop at the end. */
function isTitleCase(tokens: readonly Token[], from: number, end: number): boolean {
  const last = tokens[end - 1];
  if (!last || /^[.!?"”’]$/u.test(last.text)) return false;
  let long = 0;
  let capitals = 0;
  for (let at = from; at < end; at += 1) {
    if (!/^\p{L}{4,}/u.test(tokens[at]!.text)) continue;
    long += 1;
    if (CAPITAL.test(tokens[at]!.text)) capitals += 1;
  }
  return long >= 5 && capitals >= 0.8 * long;
}

function isWordLike(token: Token): boolean {
  return /[\p{L}\p{N}]/u.test(token.text);
}

function opensClause(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from) return true;
  return /^["“‘'([:—–]$/u.test(tokens[at - 1]!.text);
}

/** "Harris' dog": an apostrophe that touches a word in s. */
function isBarePossessive(tokens: readonly Token[], end: number): boolean {
  const mark = tokens[end];
  const word = tokens[end - 1]!;
  return (
    mark !== undefined &&
    /^['’]$/u.test(mark.text) &&
    mark.start === word.end &&
    /s$/u.test(word.text) &&
    tokens[end + 1]?.start !== mark.end
  );
}

function startsName(tokens: readonly Token[], at: number, end: number, opens: boolean): boolean {
  const token = tokens[at]!;
  if (isPrefixedParticle(tokens, at, end)) return true;
  if (!CAPITAL.test(token.text)) return false;
  if (/^I(?:['’]\p{L}+)?$/u.test(token.text)) return false;
  const next = tokens[at + 1];
  const capitalNext =
    at + 1 < end &&
    next !== undefined &&
    (PARTICLES.has(next.text) || (CAPITAL.test(next.text) && !OPENING_WORDS.has(next.lower)));
  if (CALENDAR.has(bare(token.lower))) return isGivenName(token.lower) && capitalNext && !/^\d/u.test(next!.text);
  if (!OPENING_WORDS.has(token.lower)) return true;
  if (isGivenName(token.lower) && capitalNext) return true;
  return !opens && token.tag === 'PROPN' && token.text.length > 3;
}

/** "al-Assad", "bin Salman" after a blank: a small word that belongs to the name that follows. */
function isPrefixedParticle(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]!;
  if (token.lower !== 'al' && token.lower !== 'el') return false;
  const dash = tokens[at + 1];
  const name = tokens[at + 2];
  return (
    at + 2 < end && dash?.text === '-' && dash.start === token.end && name !== undefined && CAPITAL.test(name.text)
  );
}

function extend(tokens: readonly Token[], from: number, limit: number): Word[] {
  const words: Word[] = [wordAt(tokens, from, limit)];
  while (words.length < LONGEST_CHAIN) {
    const last = words.at(-1)!;
    const at = last.end;
    if (at >= limit) break;
    const token = tokens[at]!;
    const afterName = TITLES.has(last.lower) || isGivenName(last.text);
    if (
      isNameWord(token) ||
      (afterName && /^(?:May|June|April|August)$/u.test(token.text)) ||
      isPrefixedParticle(tokens, at, limit)
    ) {
      words.push(wordAt(tokens, at, limit));
      continue;
    }
    const bridge = bridgeAt(tokens, at, limit, words);
    if (bridge === 0) break;
    for (let step = 0; step < bridge; step += 1) words.push(wordAt(tokens, at + step, limit));
  }
  return words;
}

function isNameWord(token: Token): boolean {
  if (!CAPITAL.test(token.text) || /^I(?:['’]\p{L}+)?$/u.test(token.text)) return false;
  if (CALENDAR.has(bare(token.lower))) return false;
  return !(OPENING_WORDS.has(token.lower) && token.tag !== 'PROPN') || isGivenName(token.lower);
}

/** How many small words lead from a name on to its next capitalised word: "van der" 2, "of" 1, none 0. */
function bridgeAt(tokens: readonly Token[], at: number, limit: number, words: readonly Word[]): number {
  let length = 0;
  while (length < 3 && at + length < limit && PARTICLES.has(tokens[at + length]!.text)) length += 1;
  if (length > 0 && at + length < limit && isNameWord(tokens[at + length]!)) return length;
  const token = tokens[at]!;
  const next = at + 1 < limit ? tokens[at + 1]! : undefined;
  if (next === undefined) return 0;
  const body =
    words.some((word) => ORGANISATION_WORDS.has(word.lower)) ||
    /^(?:sea|gulf|bay|strait|isle|cape|lake|mount|republic|city)$/u.test(words.at(-1)!.lower);
  if (token.text === '&' && isNameWord(next)) return 1;
  if (!body) return 0;
  if ((token.lower === 'of' || token.lower === 'for') && isNameWord(next)) return 1;
  const third = at + 2 < limit ? tokens[at + 2]! : undefined;
  return token.lower === 'of' && next.lower === 'the' && third !== undefined && isNameWord(third) ? 2 : 0;
}

/** The word that starts at a token, with what is tied to it by hyphens. */
function wordAt(tokens: readonly Token[], first: number, limit: number): Word {
  let end = first + 1;
  while (end + 1 < limit && /^[-‐‑]$/u.test(tokens[end]!.text) && tokens[end]!.start === tokens[end - 1]!.end) {
    const part = tokens[end + 1]!;
    if (part.start !== tokens[end]!.end || !/^\p{L}/u.test(part.text)) break;
    end += 2;
  }
  // Zero-width characters are no part of a name.
  const text = tokens
    .slice(first, end)
    .map((token) => token.text)
    .join('')
    .replace(/[\u200b-\u200d\ufeff]/gu, '');
  return { text, lower: bare(text.toLowerCase()), first, end };
}

/** Without the full stop of an abbreviation. */
function bare(lower: string): string {
  return lower.length > 2 && lower.endsWith('.') && !/\..*\./u.test(lower) ? lower.slice(0, -1) : lower;
}
