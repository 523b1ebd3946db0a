import type { Quotation } from '../types.ts';
import type { Cue } from './cues.ts';
import type { NounPhrase } from './phrases.ts';
import type { Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** A stretch of tokens, end exclusive. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** What was said, before it becomes a quotation: the words between a pair of marks, or a run of tokens. */
export interface Finding extends Stretch {
  readonly kind: Quotation['kind'];
  /** Index of the quoted stretch that is the whole of it, or null. */
  readonly quote: number | null;
  readonly who: NounPhrase | null;
  /** Rule by which the speaker was inferred, null where a mention is beside the words. */
  readonly inferred: string | null;
  readonly cue: Stretch | null;
  readonly rule: string;
}

/** All of what stands between one pair of marks. */
export function ofQuote(
  syntax: Syntax,
  quote: number,
  cue: Cue,
  rule: string,
  kind: Finding['kind'] = 'direct',
): Finding {
  const { firstToken, endToken } = syntax.layout.quoted[quote]!;
  return { ...saidBy(cue), kind, quote, first: firstToken, end: endToken, rule };
}

/** A run of tokens: mixed where some of it is between marks, else indirect. */
export function ofClause(syntax: Syntax, stretch: Stretch, cue: Cue, rule: string): Finding {
  const kind = hasQuote(syntax, stretch.first, stretch.end) ? 'mixed' : 'indirect';
  return { ...saidBy(cue), kind, quote: null, first: stretch.first, end: stretch.end, rule };
}

function saidBy(cue: Cue): Pick<Finding, 'who' | 'inferred' | 'cue'> {
  return {
    who: cue.subject,
    inferred: cue.gerund ? 'subject of the sentence' : null,
    cue: { first: cue.first, end: cue.end },
  };
}

export function hasQuote(syntax: Syntax, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) if (syntax.layout.inside[at]! >= 0) return true;
  return false;
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.first < b.end && b.first < a.end;
}

/** The stretch without the punctuation at its end that no quotation holds. */
export function withoutEndMarks(syntax: Syntax, first: number, from: number): number {
  const { tokens, inside } = syntax.layout;
  let end = from;
  while (end > first && /^[.,;:!?—–-]$/u.test(tokens[end - 1]!.text) && inside[end - 1]! < 0) end -= 1;
  return end;
}

/** Behind what was found before in the unit, and behind its cues. */
export function startOfClause(syntax: Syntax, unit: Unit, comma: number, found: readonly Finding[]): number {
  let first = unit.first;
  for (const one of found) {
    if (one.end <= comma) first = Math.max(first, one.end);
    if (one.cue && one.cue.end <= comma) first = Math.max(first, one.cue.end);
  }
  while (first < comma && /^(?:[,;)—–-]|and|but)$/u.test(syntax.layout.tokens[first]!.lower)) first += 1;
  return first;
}
