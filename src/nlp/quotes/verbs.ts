import { CUE_FORMS, type CueWord, PLAIN_SPEECH } from './lexicon-cues.ts';
import type { NounPhrase } from './phrases.ts';
import { kindAt, mentionedBy, type Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** The reporting verb at a token, or null: taggers take some for nouns, so their place decides with the tag. */
export function reportingVerb(syntax: Syntax, unit: Unit, at: number): CueWord | null {
  const token = syntax.layout.tokens[at]!;
  const word = CUE_FORMS.get(token.lower);
  if (!word) return null;
  if (token.tag === 'VERB' || word.verb === 'say' || word.verb === 'tell') return word;
  // ", promising to", "joking that": participles that were read as something else.
  const next = syntax.layout.tokens[at + 1]?.lower;
  if (word.gerund && (next === 'that' || (next === 'to' && word.classes.has('plan'))) && at > unit.first)
    return /^(?:,|and)$/u.test(syntax.layout.tokens[at - 1]!.lower) ? word : null;
  if (token.tag !== 'NOUN') return null;
  const verbal =
    followsQuote(syntax, at, unit.first) || claimsThat(syntax, at) || isMisread(syntax, at, unit.end, word);
  return verbal ? word : null;
}

/** "Doyle claims that", "candidates promise they": a verb that was read as a noun, before "that" or a pronoun. */
function claimsThat(syntax: Syntax, at: number): boolean {
  const { tokens } = syntax.layout;
  const next = tokens[at + 1];
  if (at > 0 && next && /^(?:that|they|he|she|it|we)$/u.test(next.lower) && CUE_FORMS.get(tokens[at]!.lower)!.plain)
    return /^(?:NOUN|PROPN)$/u.test(tokens[at - 1]!.tag) && tokens[at - 1]!.lower.endsWith('s');
  return tokens[at]!.lower.endsWith('s') && tokens[at + 1]?.lower === 'that' && at > 0 && syntax.mentions[at - 1]! >= 0;
}

/** "…, researchers report." and "Doyle states.": verbs at the end that were read as nouns. */
function isMisread(syntax: Syntax, at: number, limit: number, word: CueWord): boolean {
  const { tokens } = syntax.layout;
  const before = tokens[at - 1];
  if (!before || !PLAIN_SPEECH.has(word.verb)) return false;
  if (at + 1 < limit && !/^[.,]$/u.test(tokens[at + 1]!.text)) return false;
  if (word.plain) return before.tag === 'NOUN' && before.lower.endsWith('s') && tokens[at - 2]?.text === ',';
  return (
    tokens[at]!.lower.endsWith('s') && kindAt(syntax, at - 1) === 'person' && mentionedBy(syntax, at - 1) !== 'pronoun'
  );
}

/** Is the token behind the closing mark of a quotation, or behind the comma that follows one? */
export function followsQuote(syntax: Syntax, at: number, from: number): boolean {
  const { tokens, inside } = syntax.layout;
  let before = at - 1;
  if (before >= from && /^[,—–-]$/u.test(tokens[before]!.text)) before -= 1;
  return before >= from && inside[before]! >= 0;
}

/** A comma or colon and then a quotation. */
export function leadsToQuote(syntax: Syntax, at: number, limit: number): boolean {
  return at + 1 < limit && /^[,:]$/u.test(syntax.layout.tokens[at]!.text) && syntax.layout.inside[at + 1]! >= 0;
}

const PLURAL =
  /^(?:and|they|we|i|you|who|that|some|many|others|both|all|most|people|police|few|several|men|women|those|half|percent|cent|data|media|%|majority|number|third|quarter|can|will|would|could|should|might|may|must|did|do)$/u;

/** May the phrase be the subject of a plain form ("researchers report")? */
export function isPlural(syntax: Syntax, subject: NounPhrase): boolean {
  const { tokens } = syntax.layout;
  // "a list of officials who say": the nearest noun is the one that "who" stands for.
  if ('by' in subject && subject.by === 'relative' && tokens[subject.end - 1]!.lower.endsWith('s')) return true;
  // "four in ten say"
  if (tokens[subject.first]!.tag === 'NUM' && tokens[subject.end - 1]!.tag === 'NUM') return true;
  for (let at = subject.first; at < subject.end; at += 1) if (PLURAL.test(tokens[at]!.lower)) return true;
  for (let at = subject.first; at < subject.end; at += 1) {
    const word = tokens[at]!;
    if (at > subject.first && word.tag === 'ADP') return false;
    const compound = at + 1 < subject.end && tokens[at + 1]!.tag === 'NOUN';
    const plural = word.lower.endsWith('s') && (word.tag === 'NOUN' || word.tag === 'PROPN');
    if (plural && !compound && kindAt(syntax, at) !== 'person') return true;
  }
  return false;
}
