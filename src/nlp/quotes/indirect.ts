import { clauseEnd, closesUnit } from './clause-end.ts';
import { isClause, startsClause } from './clauses.ts';
import { otherComplement } from './complements.ts';
import { type Complement, complementOf } from './content.ts';
import type { Cue } from './cues.ts';
import { type Finding, hasQuote, ofClause, overlaps, type Stretch, startOfClause } from './finding.ts';
import { PLAIN_SPEECH, TEXTS, TIMES } from './lexicon-cues.ts';
import { phraseAfter } from './phrases.ts';
import type { Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** A cue in its place, with what was found before it. */
interface Reading {
  readonly unit: Unit;
  readonly cue: Cue;
  readonly complement: Complement;
  /** What stands behind the cue, up to where its clause ends. */
  readonly behind: Stretch;
  /** The comma right before the clause of the cue, or -1. */
  readonly comma: number;
  readonly found: readonly Finding[];
}

/**
 * What a cue reports without quoting it. In this order: a clause behind it, an infinitive or a noun phrase behind it,
 * the clause before it ("…, she said"), which a cue between commas divides in two.
 */
export function reported(
  syntax: Syntax,
  unit: Unit,
  cues: readonly Cue[],
  order: number,
  found: readonly Finding[],
): Finding[] {
  const { tokens } = syntax.layout;
  const cue = cues[order]!;
  if (!takesWords(syntax, cue) || /^(?:i|you|nobody|none)$/u.test(tokens[cue.subject.headEnd - 1]!.lower)) return [];
  const complement = complementOf(syntax, cue, cue.clauseEnd, unit.end);
  const behind = { first: complement.at, end: clauseEnd(syntax, complement.at, unit.end, cues, order) };
  const before = cue.clauseStart - 1;
  const comma = before > unit.first && tokens[before]!.text === ',' ? before : -1;
  const reading = { unit, cue, complement, behind, comma, found };
  if (!cue.inverted && tokens[cue.clauseStart - 1]?.lower === 'as') {
    const aside = fromAside(syntax, reading);
    if (aside.length > 0 || complement.pause === ',') return aside;
  }
  if (!cue.inverted && isSomething(syntax, reading)) {
    if (clashes(reading, behind)) return [];
    const finding = fromBehind(syntax, reading);
    if (finding) return [finding];
    if (cue.subject.by !== 'relative' && comma < 0) return [];
  }
  return fromBefore(syntax, reading);
}

function takesWords(syntax: Syntax, cue: Cue): boolean {
  const { classes } = cue.word;
  return (
    reports(syntax, cue) || classes.has('plan') || classes.has('ask') || classes.has('name') || classes.has('topic')
  );
}

/** Does the verb take a clause? */
function reports(syntax: Syntax, cue: Cue): boolean {
  const { classes } = cue.word;
  // "sniffed that there was no advantage": what is else a sound takes a clause with "that".
  if (classes.has('quote') && syntax.layout.tokens[cue.end]?.lower === 'that') return true;
  if (classes.has('clause') || classes.has('hearer') || classes.has('think')) return true;
  return classes.has('show') && isText(syntax, cue);
}

function isSpeech(cue: Cue): boolean {
  return PLAIN_SPEECH.has(cue.word.verb);
}

/** Speech reported within reported speech stands on its own; a thought within it doesn't. */
function clashes({ cue, found }: Reading, part: Stretch): boolean {
  return found.some((one) => {
    const within = one.first <= part.first && part.end <= one.end;
    return one.quote === null && overlaps(one, part) && !(isSpeech(cue) && within);
  });
}

/** Is there anything behind the cue? "said often, they …": over a comma only if no clause ends at the cue. */
function isSomething(syntax: Syntax, { cue, complement, behind, comma }: Reading): boolean {
  if (behind.first >= behind.end) return false;
  if (complement.pause !== ',' || complement.that) return true;
  return comma < 0 && behind.first > cue.clauseEnd + 1 && startsClause(syntax, behind.first, behind.end);
}

function fromBehind(syntax: Syntax, { cue, complement, behind }: Reading): Finding | null {
  const { tokens } = syntax.layout;
  const next = tokens[behind.first + 1]?.lower ?? '.';
  if (
    isSpeech(cue) &&
    /^(?:yes|no)$/u.test(tokens[behind.first]!.lower) &&
    /^(?:when|in|after|but|while|,|\.)$/u.test(next)
  ) {
    return ofClause(syntax, { first: behind.first, end: behind.first + 1 }, cue, 'cue, yes or no');
  }
  if (reports(syntax, cue)) {
    if (complement.that) return ofClause(syntax, behind, cue, 'cue, that, clause');
    if (isBareClause(syntax, cue, behind)) return ofClause(syntax, behind, cue, 'cue, clause');
  }
  return otherComplement(syntax, cue, behind.end);
}

function fromBefore(syntax: Syntax, reading: Reading): Finding[] {
  const { unit, cue, complement, behind, comma, found } = reading;
  if (!isSpeech(cue) || cue.gerund || comma < 0) return [];
  // "She said …, the radio reported": all before the comma, with what was reported in it.
  const inner = found.length === 1 && found[0]!.rule.startsWith('cue, ') && found[0]!.end === comma;
  const nested = inner && closesUnit(syntax, cue, unit.end);
  const before = { first: nested ? unit.first : startOfClause(syntax, unit, comma, found), end: comma };
  const divided = complement.pause === ',' && behind.first < behind.end && !cue.inverted;
  const asked = syntax.layout.tokens[before.first]!.lower === 'asked';
  // "Roth, who had left, added": what stands before is who speaks, not what is said.
  const own = !cue.inverted && before.first <= cue.subject.head && cue.subject.head < comma;
  if (asked || own || before.first >= comma || (!nested && clashes(reading, before))) return [];
  if (!divided && !readsAsClause(syntax, before)) return [];
  const opener = syntax.layout.tokens[behind.first]?.lower ?? '';
  // "The roof, Roth says, was never mended" is one clause; two whole clauses stay two.
  const speaksOn = divided && !/^(?:who|which)$/u.test(opener) && !clashes(reading, behind);
  if (!divided && !cue.inverted && hasObject(syntax, cue, unit.end)) return [];
  const opening = SUBORDINATE.test(syntax.layout.tokens[before.first]!.lower);
  if (opening && !divided && !holdsComma(syntax, before)) return [];
  const condition = /^(?:if|when|unless)$/u.test(syntax.layout.tokens[before.first]!.lower);
  if (speaksOn && (condition || !startsClause(syntax, before.first, before.end)))
    return [ofClause(syntax, { first: before.first, end: behind.end }, cue, 'clause around a cue')];
  const goesOn = speaksOn && !opener.endsWith('ing');
  const parts = [ofClause(syntax, before, cue, 'clause, then cue')];
  return goesOn ? [...parts, ofClause(syntax, behind, cue, 'clause around a cue')] : parts;
}

/** "In March, Roth disclosed a plan": a verb with an object of its own reports nothing before it. */
function hasObject(syntax: Syntax, cue: Cue, limit: number): boolean {
  const next = cue.clauseEnd < limit ? syntax.layout.tokens[cue.clauseEnd]! : undefined;
  if (!next || cue.word.classes.has('hearer') || TIMES.has(next.lower)) return false;
  return phraseAfter(syntax, cue.clauseEnd, limit)?.first === cue.clauseEnd;
}

const SUBORDINATE = /^(?:if|when|while|although|though|after|before|since|once|unless)$/u;

/** "When it rains, the roof leaks": more than the subordinate clause alone. */
function holdsComma(syntax: Syntax, part: Stretch): boolean {
  for (let at = part.first; at < part.end; at += 1) if (syntax.layout.tokens[at]!.text === ',') return true;
  return false;
}

/** Words behind "said" that make a clause even if the tagger saw no verb among them. */
const LONG_ENOUGH = 6;

/** "As Roth noted, the roof leaked" and "The roof leaked, as Roth noted.": a clause of saying that stands aside. */
function fromAside(syntax: Syntax, { unit, cue, complement, behind, found }: Reading): Finding[] {
  const { tokens } = syntax.layout;
  if (!isSpeech(cue)) return [];
  const opening = cue.clauseStart - 1;
  if (opening - unit.first <= 1 && complement.pause === ',' && behind.first < behind.end) {
    const open = startsClause(syntax, behind.first, behind.end) && !found.some((one) => overlaps(one, behind));
    return open ? [ofClause(syntax, behind, cue, 'as somebody says, clause')] : [];
  }
  if (tokens[opening - 1]?.text !== ',' || opening - 1 <= unit.first) return [];
  const before = { first: startOfClause(syntax, unit, opening - 1, found), end: opening - 1 };
  const over = before.first >= before.end || found.some((one) => overlaps(one, before));
  const closes = closesUnit(syntax, cue, unit.end) && readsAsClause(syntax, before);
  return over || !closes ? [] : [ofClause(syntax, before, cue, 'clause, as somebody says')];
}

/** A clause without "that": after a verb of speech only, and with a subject and a verb in it unless the verb is "say". */
function isBareClause(syntax: Syntax, cue: Cue, part: Stretch): boolean {
  // A thought is told without "that" where some of its words are quoted.
  const thought = cue.word.classes.has('think') && hasQuote(syntax, part.first, part.end);
  if (!PLAIN_SPEECH.has(cue.word.verb) && !thought) return false;
  const opener = syntax.layout.tokens[part.first]!;
  if (opener.lower === 'to') return false;
  if (opener.tag === 'ADP') return opensWithPhrase(syntax, part);
  if (opener.tag === 'PUNCT' && syntax.layout.inside[part.first]! < 0) return false;
  return cue.word.verb === 'say' || cue.word.verb === 'tell'
    ? isClause(syntax, part.first, part.end) || (cue.word.verb === 'say' && part.end - part.first > LONG_ENOUGH)
    : startsClause(syntax, part.first, part.end);
}

/** "at 7:30, there were none": a prepositional phrase and a comma before the clause. */
function opensWithPhrase(syntax: Syntax, part: Stretch): boolean {
  const { tokens, inside } = syntax.layout;
  for (let at = part.first; at < Math.min(part.end, part.first + 12) && inside[at]! < 0; at += 1) {
    if (tokens[at]!.text === ',') return startsClause(syntax, at + 1, part.end);
    if (tokens[at]!.tag === 'VERB' || tokens[at]!.tag === 'AUX') return false;
  }
  return false;
}

function readsAsClause(syntax: Syntax, part: Stretch): boolean {
  if (isClause(syntax, part.first, part.end)) return true;
  const { tag } = syntax.layout.tokens[part.first]!;
  return part.end - part.first > 4 && tag !== 'ADP' && tag !== 'SCONJ';
}

/** Is the subject of the cue a text that says things, a poll or a report? */
function isText(syntax: Syntax, cue: Cue): boolean {
  for (let at = cue.subject.first; at < cue.subject.end; at += 1)
    if (TEXTS.has(syntax.layout.tokens[at]!.lower)) return true;
  return false;
}
