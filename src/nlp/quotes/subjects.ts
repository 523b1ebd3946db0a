import type { EntityKind, Names, Tagged } from '../types.ts';
import { CUE_FORMS, SETTINGS, TIMES } from './lexicon-cues.ts';
import type { Layout } from './units.ts';

/** A noun phrase. `first`, `end`: the whole phrase; `head`, `headEnd`: the part that names the speaker. Token indexes. */
export interface NounPhrase {
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly headEnd: number;
}

/** For each token the mention (index into `names.mentions`) it belongs to, or -1. */
export function mentionIndex(doc: Tagged, names: Names): Int32Array {
  const index = new Int32Array(doc.tokens.length).fill(-1);
  let at = 0;
  for (const [order, mention] of names.mentions.entries()) {
    while (at < doc.tokens.length && doc.tokens[at]!.end <= mention.start) at += 1;
    for (let step = at; step < doc.tokens.length && doc.tokens[step]!.start < mention.end; step += 1)
      index[step] = order;
  }
  return index;
}

export interface Syntax {
  readonly layout: Layout;
  readonly names: Names;
  readonly mentions: Int32Array;
}

const LONGEST_PARENTHESIS = 40;
const LONGEST_PHRASE = 30;
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X']);
const PREPOSITIONS =
  /^(?:of|for|with|from|in|at|to|on|during|by|behind|against|near|about|between|among|within|inside|under|familiar)$/u;

/** The noun phrase that ends at token `last`, with the prepositional phrases that hang on it; null if none ends there. */
export function phraseBefore(syntax: Syntax, last: number, from: number): NounPhrase | null {
  const { tokens, inside } = syntax.layout;
  if (last < from || inside[last]! >= 0) return null;
  const core = coreBefore(syntax, last, from);
  if (core === null) return null;
  const end = last + 1;
  let head = core;
  let headEnd = end;
  let joined = false;
  for (let hops = 0; hops < 4; hops += 1) {
    const at = head - 1;
    if (at - 1 < from || end - at > LONGEST_PHRASE || inside[at]! >= 0) break;
    const word = tokens[at]!;
    if (word.lower === 'and') {
      const other = hops === 0 && sameSort(syntax, at - 1, last) ? coreBefore(syntax, at - 1, from) : null;
      if (other === null) break;
      head = other;
      joined = true;
      continue;
    }
    if (!PREPOSITIONS.test(word.lower)) break;
    // "a person familiar with the talks": an adjective may stand between.
    const outer = coreBefore(syntax, HINGES.test(tokens[at - 1]!.lower) ? at - 2 : at - 1, from);
    // "In a statement from the company Apple said": a phrase at the start that hangs on nothing is no subject.
    if (
      outer === null ||
      (outer - 1 >= from && /^(?:in|on|at|during|after|before|by|since)$/u.test(tokens[outer - 1]!.lower))
    )
      break;
    head = outer;
    headEnd = at;
  }
  const own = nameIn(syntax, core, end);
  // "Ambassador to Russia Zhang Hanhui": the name right behind the place that ends a role is the head of it all.
  const behindPlace =
    own !== null &&
    head < core &&
    own.first > core &&
    kindAt(syntax, own.first - 1) === 'place' &&
    kindAt(syntax, own.first) === 'person';
  const mention = behindPlace ? own : joined ? null : nameIn(syntax, head, headEnd);
  return mention
    ? { first: head, end, head: mention.first, headEnd: mention.end }
    : { first: head, end, head, headEnd: end };
}

const HINGES = /^(?:familiar|close|responsible|involved|present|interviewed|contacted|based|named)$/u;

function kindAt(syntax: Syntax, at: number): EntityKind | null {
  const order = syntax.mentions[at]!;
  return order < 0 ? null : syntax.names.entities[syntax.names.mentions[order]!.entity]!.kind;
}

function sameSort(syntax: Syntax, left: number, right: number): boolean {
  const isName = (at: number) => syntax.mentions[at]! >= 0;
  return isName(left) === isName(right);
}

/** Where the noun phrase without prepositional phrases that ends at `last` starts. */
function coreBefore(syntax: Syntax, last: number, from: number): number | null {
  const { tokens, inside } = syntax.layout;
  const end = tokens[last];
  if (!end || inside[last]! >= 0) return null;
  const isNominal =
    NOMINAL.has(end.tag) ||
    end.tag === 'INTJ' ||
    syntax.mentions[last]! >= 0 ||
    /^(?:some|many|others|both|all|most|few|several|those|one|another|each)$/u.test(end.lower);
  if (!isNominal && end.tag !== 'ADJ') return null;
  if (end.tag === 'PRON' && syntax.mentions[last]! < 0)
    return /^(?:he|she|they|it|we|i|you|who|everyone|everybody|someone|somebody|one|nobody|this|that)$/u.test(end.lower)
      ? last
      : null;
  let at = last;
  while (at > from && last - at < 14) {
    const left = tokens[at - 1]!;
    if (inside[at - 1]! >= 0) break;
    if (syntax.mentions[at]! >= 0 && syntax.mentions[at - 1] === syntax.mentions[at]) {
      at -= 1;
      continue;
    }
    if (/^(?:[-–/&]|'s|’s|'|’)$/u.test(left.text) && left.end <= tokens[at]!.start) {
      at -= 1;
      continue;
    }
    const isPart =
      left.tag === 'NOUN' ||
      left.tag === 'PROPN' ||
      left.tag === 'ADJ' ||
      left.tag === 'NUM' ||
      left.tag === 'DET' ||
      /^(?:his|her|their|its|my|our|your)$/u.test(left.lower) ||
      syntax.mentions[at - 1]! >= 0;
    const isTime = TIMES.has(left.lower) && tokens[at]!.text !== '-' && left.tag !== 'ADJ';
    if (!isPart || tokens[at]!.tag === 'DET' || isTime || left.lower === 'that') break;
    at -= 1;
  }
  while (at < last && /^[-–/&]$|^['’]s?$/u.test(tokens[at]!.text)) at += 1;
  // An adjective ends a noun phrase only behind an article: "the accused", "a security professional".
  if (!isNominal && tokens[at]!.tag !== 'DET') return null;
  return at;
}

/** The name within a stretch of tokens, if it is what the stretch is about: not "Trump" in "Trump's lawyer". */
function nameIn(syntax: Syntax, first: number, end: number): { first: number; end: number } | null {
  const { tokens } = syntax.layout;
  let at = end - 1;
  const order = syntax.mentions[at]!;
  if (order < 0) return null;
  while (at > first && syntax.mentions[at - 1] === order) at -= 1;
  let stop = at + 1;
  while (stop < tokens.length && syntax.mentions[stop] === order) stop += 1;
  return { first: at, end: stop };
}

/** The noun phrase that starts at token `first`. */
export function phraseAfter(syntax: Syntax, first: number, limit: number): NounPhrase | null {
  const { tokens, inside } = syntax.layout;
  let at = first;
  while (at < limit && at - first < 14 && inside[at]! < 0) {
    const token = tokens[at]!;
    const order = syntax.mentions[at]!;
    if (order >= 0 && syntax.names.mentions[order]!.by !== 'pronoun') {
      while (at < limit && syntax.mentions[at] === order) at += 1;
      continue;
    }
    const glue = /^(?:[-–/&]|'s|’s)$/u.test(token.text) && at > first;
    const pronoun = token.tag === 'PRON' && (at === first || tokens[at - 1]!.tag === 'ADP');
    const setting = token.tag === 'VERB' && at > first && SETTINGS.has(token.lower);
    const part =
      token.tag === 'NOUN' ||
      token.tag === 'PROPN' ||
      token.tag === 'ADJ' ||
      token.tag === 'NUM' ||
      token.tag === 'DET' ||
      pronoun ||
      setting;
    if (!part && !glue) break;
    if (TIMES.has(token.lower) && at > first && !/^(?:DET|ADJ|PRON)$/u.test(tokens[at - 1]!.tag)) break;
    at += 1;
    if (pronoun && !/^(?:his|her|their|its|my|our)$/u.test(token.lower)) break;
  }
  if (at === first) return null;
  const last = tokens[at - 1]!;
  if (!NOMINAL.has(last.tag) && syntax.mentions[at - 1]! < 0 && last.tag !== 'DET' && last.tag !== 'ADJ') return null;
  const mention = lastName(syntax, first, at);
  return mention
    ? { first, end: at, head: mention.first, headEnd: mention.end }
    : { first, end: at, head: first, headEnd: at };
}

function lastName(syntax: Syntax, first: number, end: number): { first: number; end: number } | null {
  return nameIn(syntax, first, end);
}

export interface Subject extends NounPhrase {
  readonly by: 'before' | 'after' | 'relative' | 'parenthesis' | 'shared';
}

export interface SubjectSearch {
  readonly subject: Subject | null;
  readonly negated: boolean;
  readonly infinitive: boolean;
  readonly passive: boolean;
  /** Where the cue's clause starts, as far as it was read. */
  readonly start: number;
}

const BE = /^(?:is|are|was|were|be|been|being|'s|’s|'re|’re)$/u;

/** Reads from a verb to the left: auxiliaries, then its subject. */
export function subjectBefore(syntax: Syntax, verb: number, from: number): SubjectSearch {
  const { tokens, inside } = syntax.layout;
  let at = verb - 1;
  let negated = false;
  let infinitive = false;
  let passive = false;
  for (; at >= from && inside[at]! < 0; at -= 1) {
    const token = tokens[at]!;
    if (/^(?:not|n't|n’t|never)$/u.test(token.lower)) negated = true;
    else if (token.lower === 'to' && token.tag === 'PART') infinitive = true;
    else if (BE.test(token.lower) && at === verb - 1 && !tokens[verb]!.lower.endsWith('ing')) passive = true;
    else if (
      token.tag !== 'ADV' &&
      token.tag !== 'AUX' &&
      !(TIMES.has(token.lower) && syntax.mentions[at]! < 0) &&
      !/^(?:on|has|have|had|also|both)$/u.test(token.lower)
    )
      break;
  }
  const found = (subject: Subject | null) => ({
    subject,
    negated,
    infinitive,
    passive,
    start: subject ? Math.min(subject.first, verb) : verb,
  });
  if (at < from || inside[at]! >= 0) return found(null);
  const token = tokens[at]!;
  if (/^(?:who|which|that)$/u.test(token.lower)) {
    const before = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
    const antecedent = phraseBefore(syntax, before, from);
    if (antecedent) return found({ ...antecedent, by: 'relative' });
    if (token.lower !== 'that') return found(null);
  }
  if (token.text === ',' || token.text === ')' || token.text === '—' || token.text === '–' || token.text === '-')
    return found(beforeParenthesis(syntax, at, from));
  if (token.tag === 'CCONJ') return found(null);
  const phrase = phraseBefore(syntax, at, from);
  if (phrase) return found({ ...phrase, by: 'before' });
  const antecedent = antecedentBefore(syntax, at, from);
  return found(antecedent && { ...antecedent, by: 'before' });
}

/** "groups that have endorsed him say": the phrase before a relative clause that ends right before the verb. */
function antecedentBefore(syntax: Syntax, last: number, from: number): NounPhrase | null {
  const { tokens, inside } = syntax.layout;
  for (let at = last; at > from && last - at < 12 && inside[at]! < 0; at -= 1) {
    if (/^[,.;:]$/u.test(tokens[at]!.text)) return null;
    if (/^(?:who|that|which)$/u.test(tokens[at]!.lower)) return phraseBefore(syntax, at - 1, from);
  }
  return null;
}

/** "Moon Chung-in, a special adviser to …, told": the phrase before the parenthesis that closes at `close`. */
function beforeParenthesis(syntax: Syntax, close: number, from: number): Subject | null {
  const { tokens, inside } = syntax.layout;
  const opening = tokens[close]!.text === ')' ? '(' : tokens[close]!.text;
  let nearest: Subject | null = null;
  for (let at = close - 1; at > from && close - at < LONGEST_PARENTHESIS; at -= 1) {
    if (inside[at]! >= 0) {
      at = syntax.layout.quoted[inside[at]!]!.firstToken;
      continue;
    }
    const token = tokens[at]!;
    if (token.text !== opening) continue;
    const phrase = phraseBefore(syntax, at - 1, from);
    if (phrase) {
      const isPerson = namesPerson(syntax, phrase);
      // "His father, Ernie LeBlanc, says": the name in apposition says more than the description.
      const inner = opening === ',' ? syntax.mentions[close - 1]! : -1;
      if (!isPerson && inner >= 0 && isPersonName(syntax, inner) && syntax.mentions[at + 1] === inner) {
        return { first: phrase.first, end: close, head: at + 1, headEnd: close, by: 'parenthesis' };
      }
      if (isPerson && !startsPhrase(tokens[at + 1]?.lower ?? '')) return { ...phrase, by: 'parenthesis' };
      if (nearest === null && at < close - 1) nearest = { ...phrase, by: 'parenthesis' };
    }
    if (opening !== ',') break;
  }
  return nearest;
}

/** Is the phrase somebody's name, not only a phrase that opens with one ("Spindler's father")? */
function namesPerson(syntax: Syntax, phrase: NounPhrase): boolean {
  const order = syntax.mentions[phrase.head]!;
  return (
    order >= 0 &&
    isPersonName(syntax, order) &&
    syntax.names.mentions[order]!.end >= syntax.layout.tokens[phrase.headEnd - 1]!.end
  );
}

function isPersonName(syntax: Syntax, order: number): boolean {
  const mention = syntax.names.mentions[order]!;
  return mention.by === 'name' && syntax.names.entities[mention.entity]!.kind === 'person';
}

/** Words after a comma that open a new clause rather than a parenthesis. */
function startsPhrase(lower: string): boolean {
  return /^(?:and|but|he|she|they|it|we|so|yet)$/u.test(lower) && !CUE_FORMS.has(lower);
}
