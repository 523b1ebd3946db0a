import { clauseEnd, closesUnit } from './clause-end.ts';
import { isClause, startsClause } from './clauses.ts';
import { complementOf } from './content.ts';
import type { Cue } from './cues.ts';
import { type Finding, hasQuote, ofClause, overlaps, type Stretch, startOfClause } from './finding.ts';
import { PLAIN_SPEECH, TEXTS } from './lexicon-cues.ts';
import { phraseAfter } from './phrases.ts';
import type { Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

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
  const { classes } = cue.word;
  const speech = PLAIN_SPEECH.has(cue.word.verb);
  const reports =
    classes.has('clause') ||
    classes.has('hearer') ||
    classes.has('think') ||
    (classes.has('show') && isText(syntax, cue));
  if (!reports && !classes.has('plan') && !classes.has('name') && !classes.has('topic')) return [];
  if (/^(?:i|you)$/u.test(tokens[cue.subject.headEnd - 1]!.lower)) return [];
  // Speech reported within reported speech stands on its own; a thought within it doesn't.
  const clashes = (part: Stretch) =>
    found.some(
      (one) => one.quote === null && overlaps(one, part) && !(speech && one.first <= part.first && part.end <= one.end),
    );
  const complement = complementOf(syntax, cue, cue.clauseEnd, unit.end);
  const behind = { first: complement.at, end: clauseEnd(syntax, complement.at, unit.end, cues, order) };
  const comma = cue.clauseStart - 1;
  const closes = comma > unit.first && tokens[comma]!.text === ',';
  // "said often, they …": over a comma only where something stood before it and no clause ends at the cue.
  const over =
    complement.pause === ',' &&
    !closes &&
    behind.first > cue.clauseEnd + 1 &&
    startsClause(syntax, behind.first, behind.end);
  const something = behind.first < behind.end && (complement.pause !== ',' || complement.that || over);
  if (something && !cue.inverted) {
    if (clashes(behind)) return [];
    if (
      speech &&
      /^(?:yes|no)$/u.test(tokens[behind.first]!.lower) &&
      /^(?:when|to (?:a|the)|in|after|,|\.)$/u.test(tokens[behind.first + 1]?.lower ?? '.')
    ) {
      return [ofClause(syntax, { first: behind.first, end: behind.first + 1 }, cue, 'cue, yes or no')];
    }
    if (reports && (complement.that || isBareClause(syntax, cue, behind)))
      return [ofClause(syntax, behind, cue, complement.that ? 'cue, that, clause' : 'cue, clause')];
    const other = otherComplement(syntax, cue, behind.end);
    if (other) return [other];
    if (cue.subject.by !== 'relative') return [];
  }
  if (!speech || cue.gerund) return [];
  if (!closes) return [];
  const nested =
    found.length === 1 &&
    found[0]!.rule.startsWith('cue, ') &&
    found[0]!.end === comma &&
    closesUnit(syntax, cue, unit.end);
  const before = { first: nested ? unit.first : startOfClause(syntax, unit, comma, found), end: comma };
  const divided = complement.pause === ',' && behind.first < behind.end && !cue.inverted;
  if (before.first >= comma || (!nested && clashes(before)) || !(divided || readsAsClause(syntax, before))) return [];
  const parts = [ofClause(syntax, before, cue, 'clause, then cue')];
  const opener = tokens[behind.first];
  if (divided && opener && !/ing$|^(?:who|which)$/u.test(opener.lower) && !clashes(behind))
    parts.push(ofClause(syntax, behind, cue, 'clause around a cue'));
  return parts;
}

/** A clause without "that": after a verb of speech only, and with a subject and a verb in it unless the verb is "say". */
function isBareClause(syntax: Syntax, cue: Cue, part: Stretch): boolean {
  if (!PLAIN_SPEECH.has(cue.word.verb)) return false;
  const opener = syntax.layout.tokens[part.first]!;
  if (opener.lower === 'to') return false;
  if (opener.tag === 'ADP') return opensWithPhrase(syntax, part);
  if (opener.tag === 'PUNCT' && syntax.layout.inside[part.first]! < 0) return false;
  return cue.word.verb === 'say' || cue.word.verb === 'tell'
    ? isClause(syntax, part.first, part.end)
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

/** "urged police to investigate", "called them “deplorables”", "described it as “sad”". */
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
  if (!cue.word.classes.has('name') || !hasQuote(syntax, cue.end, end)) return null;
  let first = cue.end;
  for (let at = cue.end; at < end && inside[at]! < 0; at += 1) if (tokens[at]!.lower === 'as') first = at + 1;
  if (/sel(?:f|ves)$/u.test(tokens[first]!.lower)) first += 1;
  return first < end ? ofClause(syntax, { first, end }, cue, 'cue, noun phrase with quotation') : null;
}
