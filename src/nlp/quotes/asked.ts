import { startsClause } from './clauses.ts';
import { INTERROGATIVE } from './complements.ts';
import { type Finding, hasQuote, overlaps, withoutEndMarks } from './finding.ts';
import { type NounPhrase, phraseAfter } from './phrases.ts';
import type { Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** How far behind "asked" its question may start: "asked in an interview on Monday whether …". */
const REACH = 10;

/**
 * Questions in the passive, whose speaker is named behind "by" or not at all: "asked by Roth if the roof leaked",
 * "when asked whether …", "was asked about the roof".
 */
export function askedPassively(syntax: Syntax, unit: Unit, found: readonly Finding[]): Finding[] {
  const { tokens, inside } = syntax.layout;
  const result: Finding[] = [];
  for (let at = unit.first; at + 2 < unit.end; at += 1) {
    if (inside[at]! >= 0 || tokens[at]!.lower !== 'asked' || !isPassive(syntax, unit, at)) continue;
    const by = tokens[at + 1]!.lower === 'by' ? phraseAfter(syntax, at + 2, unit.end) : null;
    const first = questionFrom(syntax, by?.end ?? at + 1, unit.end);
    if (first < 0) continue;
    const end = questionEnd(syntax, first, unit.end);
    const part = { first, end };
    if (end <= first || found.some((one) => overlaps(one, part))) continue;
    result.push(questionOf(syntax, at, part, by));
  }
  return result;
}

function questionOf(syntax: Syntax, at: number, part: { first: number; end: number }, who: NounPhrase | null): Finding {
  const kind = hasQuote(syntax, part.first, part.end) ? 'mixed' : 'indirect';
  return { ...part, kind, quote: null, who, inferred: null, cue: { first: at, end: at + 1 }, rule: 'asked, question' };
}

/** "was asked", "when asked", "Asked …" at the start, ", asked …" behind a name. */
function isPassive(syntax: Syntax, unit: Unit, at: number): boolean {
  const { tokens } = syntax.layout;
  if (at === unit.first) return true;
  let before = at - 1;
  while (before > unit.first && tokens[before]!.tag === 'ADV' && !/^when$/u.test(tokens[before]!.lower)) before -= 1;
  return /^(?:when|if|is|are|was|were|been|being|get|gets|got)$/u.test(tokens[before]!.lower);
}

/** The first word of the question, over adverbs and phrases of time and place; -1 where none is near. */
function questionFrom(syntax: Syntax, from: number, limit: number): number {
  const { tokens, inside } = syntax.layout;
  for (let at = from; at < Math.min(limit, from + REACH) && inside[at]! < 0; at += 1) {
    const { lower, tag, text } = tokens[at]!;
    if (INTERROGATIVE.test(lower)) return at;
    if (lower === 'about' && at === from) return at + 1 < limit && tokens[at + 1]!.tag !== 'PRON' ? at + 1 : -1;
    if (lower === 'to' && tag === 'PART') return at === from ? at : -1;
    if (/^[,.;:]$/u.test(text) || tag === 'VERB' || tag === 'AUX') return -1;
  }
  return -1;
}

/** At the comma behind which the answer starts ("…, Roth said no"), or at the end of the sentence. */
function questionEnd(syntax: Syntax, first: number, limit: number): number {
  const { tokens, inside } = syntax.layout;
  for (let at = first + 1; at + 1 < limit; at += 1) {
    if (inside[at]! >= 0) continue;
    const { text, lower } = tokens[at]!;
    if (text === ';' || (text === ',' && answers(syntax, at + 1, limit))) return at;
    if (lower === 'during' && at > first + 4) return at;
  }
  return withoutEndMarks(syntax, first, limit);
}

function answers(syntax: Syntax, at: number, limit: number): boolean {
  const { tokens, inside } = syntax.layout;
  const next = tokens[at]!;
  if (inside[at]! >= 0 || next.tag === 'CCONJ') return true;
  return !INTERROGATIVE.test(next.lower) && startsClause(syntax, at, limit);
}
