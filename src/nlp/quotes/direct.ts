import { isClause } from './clauses.ts';
import { complementOf } from './content.ts';
import type { Cue } from './cues.ts';
import { type Finding, ofClause, ofQuote, withoutEndMarks } from './finding.ts';
import { PLAIN_SPEECH } from './lexicon-cues.ts';
import type { Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** What one cue takes of the quotations beside it. */
export interface Taking {
  readonly findings: readonly Finding[];
  /** First token that is still free. */
  readonly from: number;
}

/**
 * Binds the quotations right before a cue ("“…,” she said") and right behind it ("she said: “…”"). `from` is the first
 * token of the unit that no earlier cue has taken.
 */
export function takeQuotations(
  syntax: Syntax,
  unit: Unit,
  cues: readonly Cue[],
  order: number,
  from: number,
  free: (quote: number) => boolean,
): Taking | null {
  const cue = cues[order]!;
  const { quoted } = syntax.layout;
  const findings: Finding[] = [];
  let at = from;
  const before = quoteBefore(syntax, cue, unit.first);
  if (before !== null && free(before)) {
    const quote = quoted[before]!;
    const lead = leadOf(syntax, from, quote.firstToken);
    if (
      lead < quote.firstToken &&
      (!isLeadOfClause(syntax, lead, quote.firstToken) || reportedBefore(syntax, cues, order, lead, quote.firstToken))
    )
      return null;
    if (lead < quote.firstToken)
      findings.push(ofClause(syntax, { first: lead, end: quote.endToken }, cue, 'quotation in a clause, then cue'));
    else
      findings.push(
        ofQuote(syntax, before, cue, cue.inverted ? 'quotation, verb, speaker' : 'quotation, speaker, verb'),
      );
    at = cue.clauseEnd;
  }
  const bound = findings.length > 0;
  const complement = complementOf(syntax, cue, Math.max(cue.clauseEnd, at), unit.end);
  const next = unit.quoted.find((index) => free(index) && quoted[index]!.firstToken === complement.at);
  if (next === undefined) return bound ? { findings, from: at } : null;
  const limit = cues[order + 1]?.clauseStart ?? unit.end;
  const whole = complement.pause !== null || standsAlone(syntax, next, unit, limit);
  if (whole) {
    const direct = bound || complement.pause === ':' || opensLikeSentence(syntax, next);
    findings.push(
      ofQuote(syntax, next, cue, 'speaker, verb, quotation', direct || complement.pause !== null ? 'direct' : 'mixed'),
    );
    at = quoted[next]!.endToken;
  }
  return findings.length > 0 ? { findings, from: at } : null;
}

/** The quotation that ends right before the clause of a cue. */
function quoteBefore(syntax: Syntax, cue: Cue, from: number): number | null {
  const { tokens, inside } = syntax.layout;
  let at = cue.clauseStart - 1;
  while (
    at >= from &&
    cue.clauseStart - at < 4 &&
    inside[at]! < 0 &&
    /^(?:[,—–-]|--|then|as|later|and|but)$/u.test(tokens[at]!.lower)
  )
    at -= 1;
  if (at < from || inside[at]! < 0) return null;
  // "… is “depleted” and says": a quotation that its sentence runs on from is not what the next verb reports.
  const ended = /^[,?!]$/u.test(tokens[at - 1]!.text);
  return cue.subject.by === 'shared' && !ended ? null : inside[at]!;
}

/** Where the clause that a quotation ends starts, or the quotation itself when what stands before is no part of it. */
function leadOf(syntax: Syntax, from: number, quote: number): number {
  const { tokens, inside } = syntax.layout;
  if (quote <= from) return quote;
  if (/^(?:[:—–;.]|--)$/u.test(tokens[quote - 1]!.text)) return quote;
  let first = from;
  while (
    first < quote &&
    inside[first]! < 0 &&
    (/^[,.;—–-]$/u.test(tokens[first]!.text) || tokens[first]!.tag === 'CCONJ')
  )
    first += 1;
  return first;
}

/** "On this week's broadcast of “…,” X said": a prepositional phrase with a title in it is nothing that was said. */
function isLeadOfClause(syntax: Syntax, lead: number, quote: number): boolean {
  const { tokens } = syntax.layout;
  return tokens[lead]!.tag !== 'ADP' || isClause(syntax, lead, quote);
}

/** "X said the plan was “bad,” …": an earlier cue reports the clause that the quotation is part of. */
function reportedBefore(syntax: Syntax, cues: readonly Cue[], order: number, lead: number, quote: number): boolean {
  const earlier = cues[order - 1];
  if (
    !earlier ||
    earlier.first < lead ||
    earlier.end >= quote ||
    earlier.inverted ||
    !PLAIN_SPEECH.has(earlier.word.verb)
  )
    return false;
  const complement = complementOf(syntax, earlier, earlier.clauseEnd, quote);
  return complement.at < quote && (complement.that || isClause(syntax, complement.at, quote));
}

/** Does the quotation end its unit, or is only a cue behind it? */
function standsAlone(syntax: Syntax, index: number, unit: Unit, limit: number): boolean {
  const { tokens, quoted } = syntax.layout;
  const after = quoted[index]!.endToken;
  return (
    after >= unit.end ||
    after >= limit ||
    withoutEndMarks(syntax, after, unit.end) === after ||
    /^[.,;:!?)—–-]$/u.test(tokens[after]!.text)
  );
}

export function opensLikeSentence(syntax: Syntax, index: number): boolean {
  const { tokens, quoted } = syntax.layout;
  const first = tokens[quoted[index]!.firstToken + 1];
  return first !== undefined && /^[\p{Lu}\p{N}[(….‘']/u.test(first.text);
}
