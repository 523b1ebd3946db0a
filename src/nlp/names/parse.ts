import type { EntityKind, Span, Tagged, Token } from '../types.ts';
import type { Chain, Word } from './chains.ts';
import { fold, type Gender, genderOf, isGivenName, SHARED_NAMES } from './lexicon-given-names.ts';
import {
  COUNTRIES,
  DEMONYMS,
  FEMALE_TITLES,
  MALE_TITLES,
  ORGANISATION_WORDS,
  PARTICLES,
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

/** Surnames that are also words for a job: after a given name they belong to the name. */
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

/** Index of the first word of the name proper: behind titles, roles, demonyms and the place of "ambassador to …". */
function nameStart(doc: Tagged, words: readonly Word[]): number {
  let start = 0;
  for (const [index, word] of words.entries()) {
    const isRole = TITLES.has(word.lower) || isRoleNoun(word.lower);
    if (!isRole || index === words.length - 1) continue;
    // "Stephen King", "Tyler Baker": after a given name a word for a job is a surname, unless a full stop tells a title.
    const previous = words[index - 1];
    if (
      previous &&
      isGivenName(previous.text) &&
      !/\.$/u.test(word.text) &&
      !TITLES.has(previous.lower) &&
      !/^(?:ceo|mp|mpp|mla)$/u.test(word.lower) &&
      index - start < 2 &&
      words.length - index <= 2
    )
      continue;
    start = index + 1;
  }
  if (
    words.length === 1 &&
    (TITLES.has(words[0]!.lower) || (ROLE_NOUNS.has(words[0]!.lower) && !isGivenName(words[0]!.text)))
  )
    return 1;
  if (
    start === 0 &&
    words.length > 1 &&
    /-(?:linked|based|led|born|backed|style|era|area|owned|run|trained|educated|controlled|funded)$/u.test(
      words[0]!.lower,
    )
  )
    start = 1;
  if (start === words.length - 1 && isJunk(words[start]!)) return words.length;
  if (start > 0) return start;
  const before = doc.tokens[words[0]!.first - 1];
  const follows =
    before !== undefined &&
    /^(?:to|of|for|in)$/u.test(before.lower) &&
    ROLE_NOUNS.has(doc.tokens[words[0]!.first - 2]?.lower ?? '');
  const body = words.findIndex((word) => ORGANISATION_WORDS.has(word.lower));
  // "The Canadian Press Anne Cerato", a credit run into a caption: a given name behind a body's name starts anew.
  if (body > 0 && body + 2 < words.length && isGivenName(words[body + 1]!.text)) return body + 1;
  const named =
    before?.lower === 'the' ||
    ORGANISATION_WORDS.has(words.at(-1)!.lower) ||
    words.some((word) => word.lower === 'of' || word.lower === 'for');
  if (named) return 0;
  for (const length of [3, 2, 1]) {
    if (words.length - length < 2) continue;
    const head = words
      .slice(0, length)
      .map((word) => word.lower)
      .join(' ');
    if (
      isPlace(head) ||
      (length === 1 && DEMONYMS.has(head)) ||
      (length === 2 && DEMONYMS.has(words[1]!.lower) && DEMONYMS.has(words[0]!.lower))
    )
      return length;
  }
  return follows && words.length >= 3 ? 1 : 0;
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

export function isParticle(word: Word): boolean {
  return PARTICLES.has(word.text);
}
