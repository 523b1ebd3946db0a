import type { EntityKind, Span, Tagged, Token } from '../types.ts';
import type { Chain, Word } from './chains.ts';
import { fold, type Gender, genderOf, isGivenName, SHARED_NAMES } from './lexicon-given-names.ts';
import {
  COUNTRIES,
  DEMONYMS,
  FEMALE_TITLES,
  MALE_TITLES,
  ORGANISATION_WORDS,
  PLACE_WORDS,
  PLACES,
  ROLE_NOUNS,
  SUFFIXES,
  TITLES,
} from './lexicon-words.ts';
import { appositiveAfter, isRoleNoun, roleBefore } from './roles.ts';

/** A name as it stands in the text, apart from titles and roles. */
export interface Phrase extends Span {
  readonly words: readonly Word[];
  readonly first: number;
  readonly endToken: number;
  readonly sentence: number;
  readonly kind: EntityKind | 'unknown';
  /** Evidence for a person that the words around the name give. */
  readonly personal: boolean;
  readonly gender: Gender | null;
  readonly titled: boolean;
  readonly roles: readonly Span[];
  readonly possessive: boolean;
  readonly headline: boolean;
}

/** "J.", "C.J.", "T.-K." */
const INITIALS = /^(?:\p{Lu}\.)+(?:-\p{Lu}\.)?$|^\p{Lu}$/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&-]{1,6}$/u;

/** Splits a chain into role and name and says what the name is of. Empty when nothing but a role or a demonym is there. */
export function parseChain(doc: Tagged, chain: Chain): Phrase[] {
  const { words } = chain;
  const last = words.at(-1)!;
  const whole = words.map((word) => word.lower).join(' ');
  if (isPlace(whole)) return [phrase(doc, chain, 0, words.length, 'place')];
  const capitals = words.every((word) => word.text === word.text.toUpperCase());
  if (words.length > 2 && words[1]!.text === 'of' && PLACE_WORDS.has(words[0]!.lower))
    return [phrase(doc, chain, 0, words.length, 'place')];
  // A name of a body or place is not searched for titles: "King County", "Attorney General's Office".
  const isBody = words.length > 1 && endsAsBody(words);
  if (isBody && !TITLES.has(last.lower)) return [phrase(doc, chain, 0, words.length, 'organisation')];
  if (words.length > 1 && PLACE_WORDS.has(last.lower) && !isGivenName(words[0]!.text) && !capitals)
    return [phrase(doc, chain, 0, words.length, 'place')];
  const start = nameStart(doc, words);
  if (start >= words.length) return [];
  const rest = words.slice(start);
  const found: Phrase[] = [];
  const lead = words
    .slice(0, start)
    .map((word) => word.lower)
    .join(' ');
  if (start > 0 && isPlace(lead)) found.push(phrase(doc, chain, 0, start, 'place'));
  if (rest.every((word) => DEMONYMS.has(word.lower)) && start === 0) return found;
  found.push(phrase(doc, chain, start, words.length, kindOf(rest, start > 0)));
  return found;
}

function isPlace(lower: string): boolean {
  return COUNTRIES.has(lower) || PLACES.has(lower);
}

function endsAsBody(words: readonly Word[]): boolean {
  if (ORGANISATION_WORDS.has(words.at(-1)!.lower))
    return !(words.length === 2 && isGivenName(words[0]!.text) && SURNAMES.has(words[1]!.lower));
  const of = words.findIndex((word) => word.text === 'of' || word.text === 'for' || word.text === '&');
  return of > 0 && words.slice(0, of).some((word) => ORGANISATION_WORDS.has(word.lower))
    ? !words.some((word) => TITLES.has(word.lower))
    : words.some((word) => word.text === '&');
}
/** Words for bodies that are surnames as well. */
const SURNAMES = new Set(
  'church hall house banks west press parliament park parks price marshall summit group award watch workers post times union state court temple'.split(
    ' ',
  ),
);

/** Index of the first word of the name proper: behind titles and roles, or else behind a place, a demonym, a credit. */
function nameStart(doc: Tagged, words: readonly Word[]): number {
  if (words.length === 1) return isTitleAlone(words[0]!) ? 1 : 0;
  const titles = behindTitles(words);
  const start = titles === 0 && ADJECTIVE.test(words[0]!.lower) ? 1 : titles;
  if (start === words.length - 1 && isJunk(words[start]!)) return words.length;
  return start > 0 ? start : behindPlace(doc, words);
}

/** "Iran-backed": tells of whom the name is, and is no part of it. */
const ADJECTIVE = /-(?:linked|based|led|born|backed|style|era|area|owned|run|trained|educated|controlled|funded)$/u;

function isTitleAlone(word: Word): boolean {
  return TITLES.has(word.lower) || (ROLE_NOUNS.has(word.lower) && !isGivenName(word.text));
}

function behindTitles(words: readonly Word[]): number {
  let start = 0;
  for (const [index, word] of words.slice(0, -1).entries()) {
    if (!TITLES.has(word.lower) && !isRoleNoun(word.lower)) continue;
    if (!isJobSurname(words, index, start)) start = index + 1;
  }
  return start;
}

/** "Stephen King", "Tyler Baker Jr.": right behind a given name a word for a job is a surname, save for abbreviations. */
function isJobSurname(words: readonly Word[], index: number, start: number): boolean {
  const previous = words[index - 1];
  const word = words[index]!;
  if (!previous || !isGivenName(previous.text) || TITLES.has(previous.lower)) return false;
  if (/\.$/u.test(word.text) || /^(?:ceo|mp|mpp|mla)$/u.test(word.lower)) return false;
  return index - start < 2 && words.length - index <= 2;
}

/** "Canadian Leah Smith"; "Ambassador to Russia Zhang Hanhui"; a credit run into a caption, "The Wire Press Anne Cole". */
function behindPlace(doc: Tagged, words: readonly Word[]): number {
  const body = words.findIndex((word) => ORGANISATION_WORDS.has(word.lower));
  if (body > 0 && body + 2 < words.length && isGivenName(words[body + 1]!.text)) return body + 1;
  const before = doc.tokens[words[0]!.first - 1]?.lower ?? '';
  const isBody =
    ORGANISATION_WORDS.has(words.at(-1)!.lower) || words.some((word) => word.lower === 'of' || word.lower === 'for');
  if (before === 'the' || isBody) return 0;
  for (const length of [3, 2, 1]) {
    if (words.length - length < 2) continue;
    const lead = words.slice(0, length);
    const isOrigin = length < 3 && lead.every((word) => DEMONYMS.has(word.lower));
    if (isOrigin || isPlace(lead.map((word) => word.lower).join(' '))) return length;
  }
  const office = /^(?:to|of|for|in)$/u.test(before) && ROLE_NOUNS.has(doc.tokens[words[0]!.first - 2]?.lower ?? '');
  return office && words.length >= 3 ? 1 : 0;
}

function isJunk(word: Word): boolean {
  return DEMONYMS.has(word.lower) || SUFFIXES.has(word.lower);
}

function kindOf(words: readonly Word[], titled: boolean): Phrase['kind'] {
  const lower = words.map((word) => word.lower).join(' ');
  if (titled) return isPlace(lower) ? 'place' : 'person';
  if (isPlace(lower)) return 'place';
  if (words.length === 1) {
    if (ACRONYM.test(words[0]!.text)) return 'organisation';
    if (ORGANISATION_WORDS.has(lower)) return 'organisation';
    return 'unknown';
  }
  if (ORGANISATION_WORDS.has(words.at(-1)!.lower) && !SURNAMES.has(words.at(-1)!.lower)) return 'organisation';
  if (words.length <= 5 && (isGivenName(words[0]!.text) || isGivenName(words[0]!.text.split('-')[0]!))) return 'person';
  if (words.slice(0, -1).some((word) => INITIALS.test(word.text)) && words.length <= 4) return 'person';
  if (/^(?:O['’]|Mc|Mac)\p{Lu}/u.test(words.at(-1)!.text) && words.length <= 3) return 'person';
  if (words.some((word) => ORGANISATION_WORDS.has(word.lower))) return 'organisation';
  return 'unknown';
}

function phrase(doc: Tagged, chain: Chain, from: number, to: number, kind: Phrase['kind']): Phrase {
  const words = chain.words.slice(from, to);
  const first = words[0]!.first;
  const end = words.at(-1)!.end;
  const start = doc.tokens[first]!.start;
  const maybe = kind === 'person' || kind === 'unknown';
  const prefix = chain.words.slice(0, from);
  const before = maybe ? roleBefore(doc, first, prefix.length) : null;
  const after = maybe && !chain.possessive && to === chain.words.length ? appositiveAfter(doc, end) : null;
  const roles = [before, after].filter((role) => role !== null);
  const titled = prefix.some((word) => TITLES.has(word.lower) || ROLE_NOUNS.has(word.lower));
  return {
    start,
    end: doc.tokens[end - 1]!.end,
    words,
    first,
    endToken: end,
    sentence: chain.sentence,
    kind: kind === 'unknown' && titled ? 'person' : kind,
    personal: maybe && (roles.length > 0 || hasAge(doc.tokens, end) || isWho(doc.tokens, end)),
    gender: maybe ? genderFrom(prefix, words) : null,
    titled,
    roles,
    possessive: chain.possessive,
    headline: chain.headline,
  };
}

function genderFrom(prefix: readonly Word[], words: readonly Word[]): Gender | null {
  if (prefix.some((word) => FEMALE_TITLES.has(word.lower))) return 'female';
  if (prefix.some((word) => MALE_TITLES.has(word.lower))) return 'male';
  return words.length > 1 || !SHARED_NAMES.has(fold(words[0]!.text)) ? genderOf(words[0]!.text.split('-')[0]!) : null;
}

/** ", 45," or "(45)" after a name. */
function hasAge(tokens: readonly Token[], end: number): boolean {
  const mark = tokens[end]?.text;
  return (
    (mark === ',' || mark === '(') &&
    /^\d{1,2}$/u.test(tokens[end + 1]?.text ?? '') &&
    /^[,.);]$/u.test(tokens[end + 2]?.text ?? '')
  );
}

function isWho(tokens: readonly Token[], end: number): boolean {
  return (
    tokens[end]?.lower === 'who' || (tokens[end]?.text === ',' && /^(?:who|whose)$/u.test(tokens[end + 1]?.lower ?? ''))
  );
}

/** The word by which a person is called later: the last that is no suffix. */
export function surnameOf(words: readonly Word[]): string {
  for (let index = words.length - 1; index > 0; index -= 1) {
    if (!SUFFIXES.has(words[index]!.text.toLowerCase())) return fold(words[index]!.text);
  }
  return fold(words[0]!.text);
}
