import { TIMES } from './lexicon-cues.ts';
import { type NounPhrase, phraseBefore } from './phrases.ts';
import { kindAt, mentionEnd, mentionedBy, type Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

const LONGEST_PARENTHESIS = 40;

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
    else if (BE.test(token.lower) && at === verb - 1 && !tokens[verb]!.lower.endsWith('ing'))
      passive = !isShortHas(syntax, at, from);
    else if (
      (token.tag !== 'ADV' || syntax.mentions[at]! >= 0) &&
      token.tag !== 'AUX' &&
      !(TIMES.has(token.lower) && syntax.mentions[at]! < 0) &&
      !/^(?:on|has|have|had|also|both|since|long)$/u.test(token.lower)
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
    const before = /^[,—–-]$/u.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
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

/** "He's said that …" has a speaker, "it's said that …" has none. */
function isShortHas(syntax: Syntax, at: number, from: number): boolean {
  const { tokens } = syntax.layout;
  return (
    at > from &&
    /^['’]s$/u.test(tokens[at]!.text) &&
    /^(?:he|she|who)$/u.test(tokens[at - 1]!.lower) &&
    /^(?:said|argued|suggested|claimed|written|warned|admitted)$/u.test(tokens[at + 1]!.lower)
  );
}

/** "groups that have endorsed him say": the phrase before a relative clause that ends right before the verb. */
function antecedentBefore(syntax: Syntax, last: number, from: number): NounPhrase | null {
  const { tokens, inside } = syntax.layout;
  for (let at = last; at > from && last - at < 12 && inside[at]! < 0; at -= 1) {
    if (/^[,.;:]$/u.test(tokens[at]!.text)) return null;
    if (/^(?:who|that|which)$/u.test(tokens[at]!.lower)) return phraseBefore(syntax, at - 1, from);
    // "a report published on Wednesday said": a participle behind the noun it belongs to.
    if (tokens[at]!.tag === 'VERB' && /(?:ed|en)$/u.test(tokens[at]!.lower) && tokens[at - 1]!.tag === 'NOUN')
      return phraseBefore(syntax, at - 1, from);
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
      // "Her father, Peter Crane, says": the name in apposition says more than the description.
      const inner = opening === ',' && isPersonName(syntax, at + 1) && mentionEnd(syntax, at + 1, close) === close;
      if (!isPerson && inner) {
        return { first: phrase.first, end: close, head: at + 1, headEnd: close, by: 'parenthesis' };
      }
      if (isPerson && !startsPhrase(tokens[at + 1]?.lower ?? '')) return { ...phrase, by: 'parenthesis' };
      if (nearest === null && at < close - 1) nearest = { ...phrase, by: 'parenthesis' };
    }
    if (opening !== ',') break;
  }
  return nearest;
}

/** Is the phrase somebody's name, not only a phrase that opens with one ("Keller's father")? */
function namesPerson(syntax: Syntax, phrase: NounPhrase): boolean {
  if (!isPersonName(syntax, phrase.head)) return false;
  return mentionEnd(syntax, phrase.head, phrase.headEnd) === phrase.headEnd;
}

function isPersonName(syntax: Syntax, at: number): boolean {
  return kindAt(syntax, at) === 'person' && mentionedBy(syntax, at) === 'name';
}

/** Words after a comma that open a new clause rather than a parenthesis. */
function startsPhrase(lower: string): boolean {
  return /^(?:and|but|he|she|they|it|we|so|yet)$/u.test(lower);
}

/** The subject of a sentence: the first noun phrase before a finite verb that no preposition governs. */
export function firstSubject(syntax: Syntax, unit: Unit, limit: number): Subject | null {
  const { tokens, inside } = syntax.layout;
  for (let at = unit.first; at < Math.min(limit, unit.first + 80); at += 1) {
    if (inside[at]! >= 0) continue;
    const token = tokens[at]!;
    if ((token.tag !== 'VERB' && token.tag !== 'AUX') || token.lower.endsWith('ing')) continue;
    const { subject } = subjectBefore(syntax, at, unit.first);
    if (subject && tokens[subject.first - 1]?.tag !== 'ADP') return subject;
  }
  return null;
}

/** A name not far behind an inverted verb, when the words between were tagged too oddly to be read as a phrase. */
export function nameAfter(syntax: Syntax, from: number, limit: number): NounPhrase | null {
  const { tokens, inside } = syntax.layout;
  for (let at = from; at < Math.min(limit, from + 8); at += 1) {
    if (inside[at]! >= 0 || /^[,.;:!?()]$/u.test(tokens[at]!.text) || tokens[at]!.tag === 'ADP') return null;
    if (syntax.mentions[at]! < 0) continue;
    const end = mentionEnd(syntax, at, limit);
    return { first: from, end, head: at, headEnd: end };
  }
  return null;
}

/** The first person named in a unit, for sentences whose verb was not recognised. */
export function firstPerson(syntax: Syntax, unit: Unit, limit: number): Subject | null {
  for (let at = unit.first; at < Math.min(limit, unit.first + 40); at += 1) {
    if (syntax.layout.inside[at]! >= 0 || kindAt(syntax, at) !== 'person') continue;
    const end = mentionEnd(syntax, at, limit);
    return { first: at, end, head: at, headEnd: end, by: 'before' };
  }
  return null;
}
