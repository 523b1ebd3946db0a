import { SETTINGS, TIMES } from './lexicon-cues.ts';
import { kindAt, mentionEnd, type Syntax } from './syntax.ts';

/** A noun phrase. `first`, `end`: the whole phrase; `head`, `headEnd`: the part that names the speaker. Token indexes. */
export interface NounPhrase {
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly headEnd: number;
}

const LONGEST_PHRASE = 30;
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X']);
const PREPOSITIONS =
  /^(?:of|for|with|from|in|at|to|on|during|by|behind|against|near|about|between|among|within|inside|under|like|familiar)$/u;

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
    end.text === '%' ||
    (end.tag === 'ADJ' && last > from && tokens[last - 1]!.tag === 'NOUN') ||
    syntax.mentions[last]! >= 0 ||
    /^(?:some|many|others|both|all|most|few|several|those|one|another|each)$/u.test(end.lower);
  if (!isNominal && end.tag !== 'ADJ') return null;
  if (end.tag === 'PRON' && syntax.mentions[last]! < 0)
    return /^(?:he|she|they|it|we|i|you|who|everyone|everybody|someone|somebody|one|nobody|this|that)$/u.test(end.lower)
      ? last
      : // "most of them"
        /^(?:them|us)$/u.test(end.lower) && last > from && tokens[last - 1]!.lower === 'of'
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

/** The name within a stretch of tokens, if it is what the stretch is about: not "Doyle" in "Doyle's lawyer". */
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
      at = mentionEnd(syntax, at, limit);
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
  const mention = nameIn(syntax, first, at);
  return mention
    ? { first, end: at, head: mention.first, headEnd: mention.end }
    : { first, end: at, head: first, headEnd: at };
}
