import { complementOf, isClause, startsClause } from './content.ts';
import type { Cue } from './cues.ts';
import { type Finding, hasQuote, ofClause, overlaps, type Stretch, withoutEndMarks } from './finding.ts';
import { PLAIN_SPEECH, TEXTS } from './lexicon-cues.ts';
import { phraseAfter, type Syntax } from './subjects.ts';
import type { Unit } from './units.ts';

/** Where what is said stops: before the next cue that is tied to this one, or at the end of the sentence. */
export function clauseEnd(syntax: Syntax, from: number, limit: number, cues: readonly Cue[], order: number): number {
  const { tokens, inside } = syntax.layout;
  let end = limit;
  for (const next of cues.slice(order + 1, order + 9)) {
    if (next.clauseStart < from) continue;
    const stop = endBefore(syntax, next);
    if (stop === null) continue;
    end = stop;
    break;
  }
  // "While X said …, Y did": the clause that holds the cue is over at a comma before a new subject and its verb.
  const cue = cues[order]!;
  const opener = tokens[cue.clauseStart - 1]?.lower ?? '';
  const subordinate = cue.subject?.by === 'before' && SUBORDINATORS.test(opener);
  for (let at = from; at < end; at += 1) {
    if (inside[at]! >= 0) continue;
    const token = tokens[at]!;
    const over =
      (subordinate && token.text === ',' && startsClause(syntax, at + 1, end)) ||
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
  const { tokens } = syntax.layout;
  if (tokens[at]!.text !== ',' || at + 2 >= end || !/^(?:and|but)$/u.test(tokens[at + 1]!.lower)) return false;
  const verb = tokens[at + 2]!.tag === 'ADV' ? tokens[at + 3] : tokens[at + 2];
  return verb !== undefined && (verb.tag === 'VERB' || verb.tag === 'AUX') && /(?:ed|s|d)$/u.test(verb.lower);
}

const SUBORDINATORS = /^(?:while|although|though|after|as|when|since|because)$/u;

/** Does the next cue end what the one before reports, and where? */
function endBefore(syntax: Syntax, next: Cue): number | null {
  const { tokens } = syntax.layout;
  const before = tokens[next.clauseStart - 1]!;
  if (next.gerund && syntax.layout.inside[next.clauseStart - 1]! >= 0) return next.clauseStart;
  if (next.gerund) return before.text === ',' || before.lower === 'and' ? next.clauseStart - 1 : null;
  if (!PLAIN_SPEECH.has(next.word.verb) || next.word.verb === 'tell') return null;
  if (next.subject?.by === 'shared' && tokens[next.clauseStart]!.tag === 'CCONJ') return next.clauseStart;
  return /^(?:but|while)$/u.test(before.lower) ? next.clauseStart - 1 : null;
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
  const { classes } = cue.word;
  const speech = PLAIN_SPEECH.has(cue.word.verb);
  const reports =
    classes.has('clause') ||
    classes.has('hearer') ||
    classes.has('think') ||
    (classes.has('show') && isText(syntax, cue));
  if (!reports && !classes.has('plan') && !classes.has('name') && !classes.has('topic')) return [];
  if (cue.subject && /^(?:i|you)$/u.test(tokens[cue.subject.headEnd - 1]!.lower)) return [];
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
    if (cue.subject?.by !== 'relative') return [];
  }
  if (!speech || cue.gerund) return [];
  if (!closes) return [];
  const before = { first: startOfClause(syntax, unit, comma, found), end: comma };
  const divided = complement.pause === ',' && behind.first < behind.end && !cue.inverted;
  if (before.first >= comma || clashes(before) || !(divided || readsAsClause(syntax, before))) return [];
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
  if (!cue.subject) return false;
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
      if (at + 1 < end && tokens[at]!.lower === 'to' && tokens[at]!.tag === 'PART')
        return ofClause(syntax, { first: at, end }, cue, 'cue, infinitive');
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

/** Behind what was found before in the unit, and behind its cues. */
function startOfClause(syntax: Syntax, unit: Unit, comma: number, found: readonly Finding[]): number {
  let first = unit.first;
  for (const one of found) {
    if (one.end <= comma) first = Math.max(first, one.end);
    if (one.cue && one.cue.end <= comma) first = Math.max(first, one.cue.end);
  }
  while (first < comma && /^[,;)—–-]$/u.test(syntax.layout.tokens[first]!.text)) first += 1;
  return first;
}

/** "According to X, …", "…, according to X". */
export function accordingTo(syntax: Syntax, unit: Unit, found: readonly Finding[]): Finding[] {
  const { tokens, inside } = syntax.layout;
  const result: Finding[] = [];
  for (let at = unit.first; at + 2 < unit.end; at += 1) {
    if (inside[at]! >= 0 || tokens[at]!.lower !== 'according' || tokens[at + 1]!.lower !== 'to') continue;
    let end = at + 2;
    while (end < unit.end && !/^[,.;—–:]$/u.test(tokens[end]!.text) && inside[end]! < 0) end += 1;
    const who = phraseAfter(syntax, at + 2, unit.end) ?? { first: at + 2, end, head: at + 2, headEnd: end };
    if (who.end <= who.first) continue;
    const base = { who, inferred: null, cue: { first: at, end: at + 2 } };
    if (at - unit.first <= 2 && tokens[at - 1]?.text !== ',') {
      const part = { first: end + 1, end: withoutEndMarks(syntax, end + 1, unit.end) };
      if (part.first < part.end && isClause(syntax, part.first, part.end))
        result.push({
          ...base,
          ...part,
          quote: null,
          kind: hasQuote(syntax, part.first, part.end) ? 'mixed' : 'indirect',
          rule: 'according to, clause',
        });
      continue;
    }
    const stop = tokens[at - 1]!.text === ',' ? at - 1 : at;
    const quote = stop > unit.first ? inside[stop - 1]! : -1;
    const part = { first: startOfClause(syntax, unit, stop, found), end: stop };
    if (quote >= 0 && syntax.layout.quoted[quote]!.firstToken <= part.first) {
      if (!found.some((one) => one.quote === quote))
        result.push({ ...base, ...part, quote, kind: 'direct', rule: 'quotation, according to' });
      continue;
    }
    const clash = found.some((one) => overlaps(one, part));
    if (part.end - part.first > 1 && !clash)
      result.push({
        ...base,
        ...part,
        quote: null,
        kind: hasQuote(syntax, part.first, part.end) ? 'mixed' : 'indirect',
        rule: 'clause, according to',
      });
  }
  return result;
}
