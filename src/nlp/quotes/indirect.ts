import { clauseEnd, closesUnit } from './clause-end.ts';
import { isClause, startsClause } from './clauses.ts';
import { type Complement, complementOf } from './content.ts';
import type { Cue } from './cues.ts';
import { type Finding, hasQuote, ofClause, overlaps, type Stretch, startOfClause } from './finding.ts';
import { PLAIN_SPEECH, TEXTS } from './lexicon-cues.ts';
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
  if (!takesWords(syntax, cue) || /^(?:i|you)$/u.test(tokens[cue.subject.headEnd - 1]!.lower)) return [];
  const complement = complementOf(syntax, cue, cue.clauseEnd, unit.end);
  const behind = { first: complement.at, end: clauseEnd(syntax, complement.at, unit.end, cues, order) };
  const before = cue.clauseStart - 1;
  const comma = before > unit.first && tokens[before]!.text === ',' ? before : -1;
  const reading = { unit, cue, complement, behind, comma, found };
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
  return reports(syntax, cue) || classes.has('plan') || classes.has('name') || classes.has('topic');
}

/** Does the verb take a clause? */
function reports(syntax: Syntax, cue: Cue): boolean {
  const { classes } = cue.word;
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
  if (isSpeech(cue) && /^(?:yes|no)$/u.test(tokens[behind.first]!.lower) && /^(?:when|in|after|,|\.)$/u.test(next)) {
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
  if (before.first >= comma || (!nested && clashes(reading, before))) return [];
  if (!divided && !readsAsClause(syntax, before)) return [];
  const parts = [ofClause(syntax, before, cue, 'clause, then cue')];
  const opener = syntax.layout.tokens[behind.first]?.lower ?? '';
  const goesOn = divided && !/ing$|^(?:who|which)$/u.test(opener) && !clashes(reading, behind);
  return goesOn ? [...parts, ofClause(syntax, behind, cue, 'clause around a cue')] : parts;
}

/** Words behind "said" that make a clause even if the tagger saw no verb among them. */
const LONG_ENOUGH = 6;

/** A clause without "that": after a verb of speech only, and with a subject and a verb in it unless the verb is "say". */
function isBareClause(syntax: Syntax, cue: Cue, part: Stretch): boolean {
  if (!PLAIN_SPEECH.has(cue.word.verb)) return false;
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

/** "urged police to investigate", "called it “a gift”", "described it as “sad”". */
function otherComplement(syntax: Syntax, cue: Cue, end: number): Finding | null {
  const { tokens, inside } = syntax.layout;
  if (cue.word.classes.has('plan')) {
    const object = phraseAfter(syntax, cue.end, end);
    for (const at of [cue.end, object?.end ?? cue.end, cue.end + 1]) {
      const infinitive = at + 1 < end && tokens[at]!.lower === 'to' && tokens[at]!.tag === 'PART';
      const quoted = at < end && at === object?.end && inside[at]! >= 0;
      if (infinitive || quoted) return ofClause(syntax, { first: at, end }, cue, 'cue, infinitive');
    }
  }
  if (cue.word.classes.has('topic')) {
    const object = phraseAfter(syntax, cue.end, end);
    if (object && object.first === cue.end) return ofClause(syntax, { first: cue.end, end }, cue, 'cue, noun phrase');
  }
  if (cue.word.classes.has('name') && !hasQuote(syntax, cue.end, end) && /^(?:accuse|describe)$/u.test(cue.word.verb)) {
    const object = phraseAfter(syntax, cue.end, end);
    if (
      object &&
      object.first === cue.end &&
      !/^(?:for|on|off|up|in)$/u.test(tokens[cue.end]!.lower) &&
      end > object.end
    )
      return ofClause(syntax, { first: cue.end, end }, cue, 'cue, noun phrase');
  }
  if (!cue.word.classes.has('name') || !hasQuote(syntax, cue.end, end)) return null;
  let first = cue.end;
  for (let at = cue.end; at < end && inside[at]! < 0; at += 1) if (tokens[at]!.lower === 'as') first = at + 1;
  if (/sel(?:f|ves)$/u.test(tokens[first]!.lower)) first += 1;
  return first < end ? ofClause(syntax, { first, end }, cue, 'cue, noun phrase with quotation') : null;
}
