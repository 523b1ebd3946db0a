import { startsClause } from './clauses.ts';
import type { Cue } from './cues.ts';
import { withoutEndMarks } from './finding.ts';
import { PLAIN_SPEECH } from './lexicon-cues.ts';
import type { Syntax } from './syntax.ts';

/** Where what is said stops: before the next cue that is tied to this one, or at the end of the sentence. */
export function clauseEnd(syntax: Syntax, from: number, limit: number, cues: readonly Cue[], order: number): number {
  const { tokens, inside } = syntax.layout;
  let end = limit;
  for (const next of cues.slice(order + 1, order + 9)) {
    if (next.clauseStart < from) continue;
    const stop = endBefore(syntax, next, limit);
    if (stop === null) continue;
    end = stop;
    break;
  }
  // "While X said …, Y did": the clause that holds the cue is over at a comma before a new subject and its verb.
  const cue = cues[order]!;
  const opener = tokens[cue.clauseStart - 1]?.lower ?? '';
  const subordinate = cue.subject.by === 'before' && SUBORDINATORS.test(opener);
  const relative = cue.subject.by === 'relative';
  for (let at = from; at < end; at += 1) {
    if (inside[at]! >= 0) continue;
    const token = tokens[at]!;
    const over =
      (subordinate && token.text === ',' && startsClause(syntax, at + 1, end)) ||
      (relative && token.text === ',' && goesBack(syntax, at + 1, end)) ||
      (token.lower === 'according' && tokens[at + 1]?.lower === 'to') ||
      token.text === ';' ||
      runsOn(syntax, at, end);
    if (over) end = at;
  }
  return withoutAside(syntax, from, withoutEndMarks(syntax, from, end));
}

/** A parenthesis that closes the sentence is the writer's. */
function withoutAside(syntax: Syntax, from: number, end: number): number {
  const { tokens, inside } = syntax.layout;
  if (end - 1 <= from || tokens[end - 1]!.text !== ')' || inside[end - 1]! >= 0) return end;
  for (let at = end - 2; at > from && end - at < 40; at -= 1)
    if (tokens[at]!.text === '(') return tokens[at - 1]!.end < tokens[at]!.start ? at : end;
  return end;
}

/** ", and criticized …": a comma, "and" and a verb go back to the subject of the cue. */
function runsOn(syntax: Syntax, at: number, end: number): boolean {
  const { tokens, inside } = syntax.layout;
  // The comma may stand inside the marks of a quotation that ends here: “… the port,” and left.
  const quoted = at > 1 && inside[at - 1]! >= 0 && tokens[at - 2]!.text === ',';
  const and = quoted ? at : at + 1;
  if ((!quoted && tokens[at]!.text !== ',') || and + 1 >= end || !/^(?:and|but)$/u.test(tokens[and]!.lower))
    return false;
  const verb = tokens[and + 1]!.tag === 'ADV' ? tokens[and + 2] : tokens[and + 1];
  return verb !== undefined && (verb.tag === 'VERB' || verb.tag === 'AUX') && /(?:ed|s|d|t)$/u.test(verb.lower);
}

/** "Roth, who said the roof leaked, left": behind the comma the sentence goes on with its own verb. */
function goesBack(syntax: Syntax, at: number, end: number): boolean {
  const { tokens } = syntax.layout;
  if (at >= end) return false;
  const verb = tokens[at]!.tag === 'ADV' && at + 1 < end ? tokens[at + 1]! : tokens[at]!;
  return verb.tag === 'AUX' || (verb.tag === 'VERB' && !verb.lower.endsWith('ing'));
}

const SUBORDINATORS = /^(?:while|although|though|after|as|when|since|because|with)$/u;

/** Is nothing but time and place behind the clause of a cue? */
export function closesUnit(syntax: Syntax, cue: Cue, limit: number): boolean {
  const { tokens, inside } = syntax.layout;
  for (let at = cue.clauseEnd; at < limit; at += 1) {
    if (at - cue.clauseEnd > 8 || inside[at]! >= 0 || tokens[at]!.tag === 'VERB' || tokens[at]!.tag === 'AUX')
      return false;
  }
  return true;
}

/** Does the next cue end what the one before reports, and where? */
function endBefore(syntax: Syntax, next: Cue, limit: number): number | null {
  const { tokens } = syntax.layout;
  const before = tokens[next.clauseStart - 1]!;
  if (next.gerund && syntax.layout.inside[next.clauseStart - 1]! >= 0) return next.clauseStart;
  if (next.gerund) return before.text === ',' || before.lower === 'and' ? next.clauseStart - 1 : null;
  if (!PLAIN_SPEECH.has(next.word.verb) || next.word.verb === 'tell') return null;
  // "X assured them that …, Y said": a clause of saying that closes the sentence reports all before it.
  if (before.text === ',' && closesUnit(syntax, next, limit)) return next.clauseStart - 1;
  if (next.subject.by === 'shared' && tokens[next.clauseStart]!.tag === 'CCONJ') return next.clauseStart;
  return /^(?:but|while)$/u.test(before.lower) ? next.clauseStart - 1 : null;
}
