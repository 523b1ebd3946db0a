import { type CueWord, PLAIN_SPEECH, SETTINGS, TIMES } from './lexicon-cues.ts';
import { phraseAfter } from './phrases.ts';
import { firstPerson, firstSubject, nameAfter, type Subject, type SubjectSearch, subjectBefore } from './subjects.ts';
import type { Syntax } from './syntax.ts';
import type { Unit } from './units.ts';
import { followsQuote, isPlural, leadsToQuote, reportingVerb } from './verbs.ts';

/** Reporting words in one unit. Token indexes, end exclusive. */
export interface Cue {
  readonly first: number;
  readonly end: number;
  readonly word: CueWord;
  readonly subject: Subject;
  /** The clause of the cue: "Le stressed", "said the minister". */
  readonly clauseStart: number;
  readonly clauseEnd: number;
  readonly gerund: boolean;
  readonly inverted: boolean;
}

/** A verb on its way to be a cue. */
interface Reading {
  readonly unit: Unit;
  readonly at: number;
  readonly word: CueWord;
  readonly search: SubjectSearch;
  readonly previous: Cue | undefined;
}

/** Every reporting verb of a unit, outside quotation marks, that is asserted of somebody. */
export function findCues(syntax: Syntax, unit: Unit): Cue[] {
  const cues: Cue[] = [];
  for (let at = unit.first; at < unit.end; at += 1) {
    if (syntax.layout.inside[at]! >= 0) continue;
    const word = reportingVerb(syntax, unit, at);
    if (!word) continue;
    const cue = readCue(syntax, {
      unit,
      at,
      word,
      search: subjectBefore(syntax, at, unit.first),
      previous: cues.at(-1),
    });
    if (cue) cues.push(cue);
  }
  return cues;
}

/** In this order: an inverted verb may look like one in a parenthesis, and an infinitive or a passive has no speaker. */
function readCue(syntax: Syntax, reading: Reading): Cue | null {
  const { search, word } = reading;
  if (search.negated) return null;
  const inverted = word.gerund || search.infinitive ? null : readInverted(syntax, reading);
  if (inverted) return inverted;
  if (search.infinitive) return readContinued(syntax, reading);
  if (search.passive) return null;
  if (word.gerund) return readGerund(syntax, reading);
  if (!search.subject) return readShared(syntax, reading);
  return word.plain && !isPlural(syntax, search.subject) ? null : cueOf(reading, search.subject, search.start);
}

function cueOf(reading: Reading, subject: Subject, clauseStart: number, gerund = false): Cue {
  const { at, word } = reading;
  return { first: at, end: at + 1, word, subject, clauseStart, clauseEnd: at + 1, gerund, inverted: false };
}

/** "…," said the minister: the verb stands first and its subject behind it. */
function readInverted(syntax: Syntax, { unit, at, word, search }: Reading): Cue | null {
  const { tokens, inside } = syntax.layout;
  if (at === unit.first || !(inside[at - 1]! >= 0 || /^[,—–]$/u.test(tokens[at - 1]!.text))) return null;
  const after = phraseAfter(syntax, at + 1, unit.end) ?? nameAfter(syntax, at + 1, unit.end);
  if (!after || !closes(syntax, after.end, unit.end)) return null;
  // "X, a mayor, said …" against "…, said X.": where the sentence is over after it, the phrase behind is the subject.
  const over = after.end >= unit.end || /^[.,]$/u.test(tokens[after.end]!.text);
  const final = over && !TIMES.has(tokens[after.end - 1]!.lower) && !word.classes.has('hearer');
  if (search.subject?.by === 'parenthesis' && !final) return null;
  const speaks =
    PLAIN_SPEECH.has(word.verb) || followsQuote(syntax, at, unit.first) || leadsToQuote(syntax, after.end, unit.end);
  if (!speaks) return null;
  const subject: Subject = { ...after, by: 'after' };
  return {
    first: at,
    end: at + 1,
    word,
    subject,
    clauseStart: at,
    clauseEnd: after.end,
    gerund: false,
    inverted: true,
  };
}

/** Nothing may follow an inverted subject that makes it the subject of what is said: "said the minister was …". */
function closes(syntax: Syntax, at: number, limit: number): boolean {
  if (at >= limit) return true;
  const token = syntax.layout.tokens[at]!;
  if (token.tag === 'VERB') return token.lower.endsWith('ed');
  return (token.tag !== 'AUX' && token.tag !== 'PRON') || /^(?:who|whose|which)$/u.test(token.lower);
}

/** "Roth went on to say", "Roth continues to insist": the infinitive is what somebody does. */
function readContinued(syntax: Syntax, reading: Reading): Cue | null {
  const { tokens } = syntax.layout;
  const { at, unit } = reading;
  const to = tokens[at - 1]!.lower === 'to' ? at - 1 : at - 2;
  const verb = tokens[to - 1]?.lower === 'on' ? to - 2 : to - 1;
  if (verb <= unit.first || tokens[to]!.lower !== 'to') return null;
  const goes = verb === to - 2 ? /^(?:goes|go|went)$/u : /^(?:continue|continues|continued)$/u;
  if (!goes.test(tokens[verb]!.lower)) return null;
  const { subject, negated, start } = subjectBefore(syntax, verb, unit.first);
  return subject && !negated ? cueOf(reading, subject, start) : null;
}

const BE = /^(?:is|are|was|were|been|be|'s|'re|’s|’re)$/u;
const BEFORE_GERUND = /^(?:and|by|before|while|after|in|for|from|of|instead|also|now|,|—|–)$/u;

/** "X is saying", "with X saying", "X saying: “…”" have a subject of their own; "…, adding" shares that of the sentence. */
function readGerund(syntax: Syntax, reading: Reading): Cue | null {
  const { unit, at, word, search, previous } = reading;
  const { tokens, inside } = syntax.layout;
  const before = tokens[at - 1];
  const accompanied = tokens[(search.subject?.first ?? 0) - 1]?.lower === 'with';
  const own =
    search.subject?.by === 'before' &&
    (BE.test(before!.lower) || accompanied || leadsToQuote(syntax, at + 1, unit.end));
  if (own) return cueOf(reading, search.subject, search.subject.first);
  const told = word.verb === 'say' && before !== undefined && (SETTINGS.has(before.lower) || TIMES.has(before.lower));
  // ", falsely claiming"
  const manner = before?.tag === 'ADV' && tokens[at - 2]?.text === ',';
  const quoted = before?.lower === 'as' && /^(?:quoted|cited)$/u.test(tokens[at - 2]?.lower ?? '');
  const hangs =
    at === unit.first || inside[at - 1]! >= 0 || BEFORE_GERUND.test(before!.lower) || told || manner || quoted;
  if (!hangs) return null;
  const host = previous?.subject ?? firstSubject(syntax, unit, at) ?? firstPerson(syntax, unit, at);
  return host && cueOf(reading, { ...host, by: 'shared' }, at, true);
}

/** "X looked up and said": the subject is that of the verb before. */
function readShared(syntax: Syntax, reading: Reading): Cue | null {
  const { unit, at, word, previous } = reading;
  const joint = jointBefore(syntax, at, unit.first);
  if (joint < 0 || word.plain) return null;
  const host = previous && !previous.gerund ? previous.subject : firstSubject(syntax, unit, joint);
  return host && cueOf(reading, { ...host, by: 'shared' }, joint);
}

/** The "and" or "but" that ties a verb to the one before, or -1. */
function jointBefore(syntax: Syntax, verb: number, from: number): number {
  const { tokens } = syntax.layout;
  for (let at = verb - 1; at >= from && verb - at < 5; at -= 1) {
    const token = tokens[at]!;
    if (token.tag === 'CCONJ') return at;
    if (token.tag !== 'ADV' && token.tag !== 'AUX' && token.text !== ',') return -1;
  }
  return -1;
}
