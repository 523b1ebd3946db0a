import { startsClause } from './clauses.ts';
import type { Cue } from './cues.ts';
import { type Finding, hasQuote, ofClause } from './finding.ts';
import { TIMES } from './lexicon-cues.ts';
import { phraseAfter } from './phrases.ts';
import type { Syntax } from './syntax.ts';

/** What a cue takes other than a clause; in this order, because "called on them to" is also a "called". */
export function otherComplement(syntax: Syntax, cue: Cue, end: number): Finding | null {
  return (
    question(syntax, cue, end) ?? demand(syntax, cue, end) ?? infinitive(syntax, cue, end) ?? object(syntax, cue, end)
  );
}

/** Words that open a question that is told: "asked whether …", "asked Roth why …". */
export const INTERROGATIVE = /^(?:if|whether|why|how|what|who|whom|when|where|which)$/u;

function question(syntax: Syntax, cue: Cue, end: number): Finding | null {
  const { tokens, inside } = syntax.layout;
  if (!cue.word.classes.has('ask')) return null;
  const hearer = phraseAfter(syntax, cue.end, end);
  for (const at of [cue.end, hearer?.end ?? cue.end]) {
    if (at + 1 < end && inside[at]! < 0 && INTERROGATIVE.test(tokens[at]!.lower))
      return ofClause(syntax, { first: at, end }, cue, 'cue, question');
  }
  return null;
}

/** "called for a ban", "called on the council to mend the roof". */
function demand(syntax: Syntax, cue: Cue, end: number): Finding | null {
  const { tokens } = syntax.layout;
  if (cue.word.verb !== 'call' || cue.end + 1 >= end) return null;
  if (tokens[cue.end]!.lower === 'for')
    return ofClause(syntax, { first: cue.end + 1, end: phraseEnd(syntax, cue.end, end) }, cue, 'cue, demand');
  if (tokens[cue.end]!.lower !== 'on' && tokens[cue.end]!.lower !== 'upon') return null;
  const object = phraseAfter(syntax, cue.end + 1, end);
  const asked = object !== null && object.end + 1 < end && tokens[object.end]!.lower === 'to';
  return asked ? ofClause(syntax, { first: cue.end + 1, end }, cue, 'cue, demand') : null;
}

/** Verbs whose object does what the infinitive says, and is part of what is said: "urged police to investigate". */
const MOVES = /^(?:ask|urge|encourage|order|request|implore|beg)$/u;

/** "promised to mend the roof", "told them to go", "urged police to investigate". */
function infinitive(syntax: Syntax, cue: Cue, end: number): Finding | null {
  const { tokens, inside } = syntax.layout;
  if (!cue.word.classes.has('plan')) return null;
  const object = phraseAfter(syntax, cue.end, end);
  for (const at of [cue.end, object?.end ?? cue.end, cue.end + 1]) {
    const not = at + 1 < end && tokens[at]!.lower === 'not' ? at + 1 : at;
    const leads = not + 1 < end && tokens[not]!.lower === 'to' && tokens[not]!.tag === 'PART';
    const quoted = at < end && at === object?.end && inside[at]! >= 0;
    const first = MOVES.test(cue.word.verb) && leads ? cue.end : at;
    if (leads || quoted) return ofClause(syntax, { first, end: phraseEnd(syntax, at, end) }, cue, 'cue, infinitive');
  }
  return null;
}

/** "vowed to stay and has stayed", "vowed to stay, but the council left": a finite verb is no part of an infinitive. */
function phraseEnd(syntax: Syntax, from: number, end: number): number {
  const { tokens, inside } = syntax.layout;
  for (let at = from + 2; at + 1 < end; at += 1) {
    if (inside[at]! >= 0) continue;
    if (tokens[at]!.text !== ',' && tokens[at]!.tag !== 'CCONJ') continue;
    const next = tokens[at + 1]!;
    const verb = next.tag === 'ADV' ? tokens[at + 2] : next;
    const finite = verb && (verb.tag === 'AUX' || (verb.tag === 'VERB' && verb.lower.endsWith('ed')));
    if (tokens[at]!.tag === 'CCONJ' && finite) return tokens[at - 1]!.text === ',' ? at - 1 : at;
    const clause = !INTERROGATIVE.test(next.lower) && startsClause(syntax, at + 1, end);
    if (clause && tokens[at]!.text === ',') return at;
    if (clause && tokens[at - 1]!.text === ',') return at - 1;
  }
  return end;
}

/** "announced his candidacy", "called it “a gift”", "described it as “sad”". */
function object(syntax: Syntax, cue: Cue, end: number): Finding | null {
  const { tokens, inside } = syntax.layout;
  const { classes, verb } = cue.word;
  const phrase = phraseAfter(syntax, cue.end, end);
  const direct = phrase !== null && phrase.first === cue.end;
  if (classes.has('topic') && direct && !(verb === 'cite' && cue.gerund))
    return ofClause(
      syntax,
      { first: cue.end, end: withoutTime(syntax, phrase.end, phraseEnd(syntax, cue.end, end)) },
      cue,
      'cue, noun phrase',
    );
  if (!classes.has('name')) return null;
  if (!hasQuote(syntax, cue.end, end)) {
    const full = /^(?:accuse|describe)$/u.test(verb) && direct && end > phrase.end;
    if (!full || /^(?:for|on|off|up|in)$/u.test(tokens[cue.end]!.lower)) return null;
    return ofClause(syntax, { first: cue.end, end: phraseEnd(syntax, cue.end, end) }, cue, 'cue, noun phrase');
  }
  // "a play called “The Port”": a name, not what somebody called it.
  if (verb === 'call' && inside[cue.end]! >= 0) return null;
  let first = cue.end;
  if (!direct)
    for (let at = cue.end; at < end && inside[at]! < 0; at += 1) if (tokens[at]!.lower === 'as') first = at + 1;
  if (/sel(?:f|ves)$/u.test(tokens[first]!.lower)) first += 1;
  return first < end ? ofClause(syntax, { first, end }, cue, 'cue, noun phrase with quotation') : null;
}

/** "denied the charges on Thursday night": when it was said is no part of it. */
function withoutTime(syntax: Syntax, from: number, end: number): number {
  const { tokens, inside } = syntax.layout;
  let at = end;
  while (at > from && inside[at - 1]! < 0 && TIMES.has(tokens[at - 1]!.lower)) at -= 1;
  if (at === end) return end;
  return at > from && tokens[at - 1]!.lower === 'on' ? at - 1 : at;
}
