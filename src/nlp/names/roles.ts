import type { Span, Tagged, Token } from '../types.ts';
import { DEMONYMS, ROLE_NOUNS, TITLES } from './lexicon-words.ts';

const LONGEST_ROLE = 24;

/** Is this word the head of a role phrase, alone or in the plural? */
export function isRoleNoun(lower: string): boolean {
  const word = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  if (ROLE_NOUNS.has(word) || TITLES.has(word)) return true;
  if (word.endsWith('s') && ROLE_NOUNS.has(word.slice(0, -1))) return true;
  if (!word.includes('-')) return false;
  // "sergeant-at-arms", "co-founder".
  const parts = word.split('-');
  return ROLE_NOUNS.has(parts[0]!) || ROLE_NOUNS.has(parts.at(-1)!) || TITLES.has(parts[0]!);
}

/**
 * The role phrase that leads up to a name: "China's new Ambassador to Russia", "harbour union president", and with a
 * comma "Her father, …". `glued` words before the name were part of its capitalised chain.
 */
export function roleBefore(doc: Tagged, first: number, glued: number): Span | null {
  const { tokens } = doc;
  const sentence = doc.sentences[tokens[first]!.sentence]!;
  let at = first - 1;
  if (at < sentence.firstToken) return null;
  let head = at;
  if (tokens[at]!.text === ',') {
    if (at - 1 < sentence.firstToken || !isRoleNoun(tokens[at - 1]!.lower) || tokens[at - 1]!.tag === 'PROPN')
      return null;
    head = at - 1;
  }
  // "Ambassador to Russia" + name: the head stands before the preposition.
  const open = headBefore(tokens, head, sentence.firstToken, glued);
  if (open === null) return null;
  at = open;
  while (at - 1 >= sentence.firstToken && open - at < LONGEST_ROLE && extendsLeft(tokens, at - 1)) at -= 1;
  const end = tokens[head]!.end;
  return { start: tokens[at]!.start, end };
}

function headBefore(tokens: readonly Token[], last: number, from: number, glued: number): number | null {
  if (isRoleNoun(tokens[last]!.lower)) return last;
  let at = last;
  for (let step = 0; step < 8 && at > from; step += 1, at -= 1) {
    const token = tokens[at]!;
    // Right before the name, "a friend of" tells who somebody else is.
    if (/^(?:to|of|for)$/u.test(token.lower)) return step > 0 && isRoleNoun(tokens[at - 1]!.lower) ? at - 1 : null;
    if (
      !/^\p{Lu}/u.test(token.text) &&
      token.text !== '-' &&
      !(glued > 0 && token.text === '.') &&
      token.lower !== 'the'
    )
      return null;
  }
  return null;
}

function extendsLeft(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1]!;
  if (token.tag === 'DET' || token.lower === 'his' || token.lower === 'her' || token.lower === 'their')
    return next.tag !== 'DET';
  if (next.tag === 'DET' || /^(?:his|her|their)$/u.test(next.lower)) return false;
  if (token.lower === "'s" || token.lower === '’s') return true;
  if (/^[-–&/]$/u.test(token.text)) return token.end === next.start || token.text === '&';
  if (/^\p{Lu}/u.test(token.text))
    return !/^(?:But|And|Yet|When|While|As|In|On|At|For|Even|Since|After|Before|Then|So|If|Although|Though|Because|Meanwhile|However|Also|With|Of|To)$/u.test(
      token.text,
    );
  return (
    token.tag === 'ADJ' ||
    token.tag === 'NOUN' ||
    token.tag === 'NUM' ||
    token.tag === 'PROPN' ||
    DEMONYMS.has(token.lower)
  );
}

/** The role phrase in apposition after a name: ", a special adviser to South Korean President Moon Jae-in,". */
export function appositiveAfter(doc: Tagged, end: number): Span | null {
  const { tokens } = doc;
  const limit = doc.sentences[tokens[end - 1]!.sentence]!.endToken;
  let at = end;
  if (tokens[at]?.text !== ',' || at + 1 >= limit) return null;
  at += 1;
  if (/^\d{1,2}$/u.test(tokens[at]!.text) && tokens[at + 1]?.text === ',') at += 2;
  if (at >= limit) return null;
  const first = tokens[at]!;
  const opens =
    first.tag === 'DET' ||
    first.tag === 'ADJ' ||
    first.tag === 'NOUN' ||
    first.tag === 'PROPN' ||
    /^(?:his|her|their|its|one)$/u.test(first.lower) ||
    isRoleNoun(first.lower);
  if (!opens) return null;
  let head = false;
  let stop = at;
  while (stop < limit && stop - at < LONGEST_ROLE) {
    const token = tokens[stop]!;
    if (/^[,;:.!?"“”()—–]$/u.test(token.text)) break;
    if (
      !head &&
      (token.tag === 'VERB' || token.tag === 'AUX' || token.tag === 'PRON') &&
      stop > at &&
      !isRoleNoun(token.lower)
    )
      return null;
    if (/^(?:who|that|said|says|told)$/u.test(token.lower)) break;
    // "…, her brother, Jonathan Kasten": the next name would be the head's own.
    if (isRoleNoun(token.lower)) head = true;
    // "…, Doyle and the secretary announced …": another name and its sentence, not a role.
    if (token.lower === 'and' && !head && first.tag === 'PROPN') return null;
    stop += 1;
  }
  if (!head || stop === at) return null;
  const last = tokens[stop - 1]!;
  return last.end > first.start ? { start: first.start, end: last.end } : null;
}
