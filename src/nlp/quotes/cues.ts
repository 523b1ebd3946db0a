import { CUE_FORMS, type CueWord, PLAIN_SPEECH, SETTINGS, TIMES } from './lexicon-cues.ts';
import { type NounPhrase, phraseAfter, type Subject, type Syntax, subjectBefore } from './subjects.ts';
import type { Unit } from './units.ts';

/** Reporting words in one unit. Token indexes, end exclusive. */
export interface Cue {
  readonly first: number;
  readonly end: number;
  readonly word: CueWord;
  readonly subject: Subject | null;
  /** The clause of the cue: "Le stressed", "said the minister". */
  readonly clauseStart: number;
  readonly clauseEnd: number;
  readonly gerund: boolean;
  readonly inverted: boolean;
}

/** Every reporting verb of a unit outside quotation marks that is asserted of somebody. */
export function findCues(syntax: Syntax, unit: Unit): Cue[] {
  const { tokens, inside } = syntax.layout;
  const cues: Cue[] = [];
  for (let at = unit.first; at < unit.end; at += 1) {
    if (inside[at]! >= 0) continue;
    const token = tokens[at]!;
    const word = CUE_FORMS.get(token.lower);
    if (!word) continue;
    const certain = word.verb === 'say' || word.verb === 'tell';
    const misread =
      token.tag === 'NOUN' &&
      (followsQuote(syntax, at, unit.first) || claimsThat(syntax, at) || isMisread(syntax, at, unit.end, word));
    if (token.tag !== 'VERB' && !certain && !misread) continue;
    const cue = readCue(syntax, unit, at, word, cues.at(-1));
    if (cue) cues.push(cue);
  }
  return cues;
}

/** "Trump claims that": a verb that was read as a plural, between a name and "that". */
function claimsThat(syntax: Syntax, at: number): boolean {
  const { tokens } = syntax.layout;
  return tokens[at]!.lower.endsWith('s') && tokens[at + 1]?.lower === 'that' && at > 0 && syntax.mentions[at - 1]! >= 0;
}

/** "…, researchers report." and "Sinclair states.": verbs that were read as nouns. */
function isMisread(syntax: Syntax, at: number, limit: number, word: CueWord): boolean {
  const { mentions, names } = syntax;
  const { tokens } = syntax.layout;
  const before = tokens[at - 1];
  if (!before || !PLAIN_SPEECH.has(word.verb)) return false;
  const ends = at + 1 >= limit || /^[.,]$/u.test(tokens[at + 1]!.text);
  if (word.plain) return ends && before.tag === 'NOUN' && before.lower.endsWith('s') && tokens[at - 2]?.text === ',';
  const order = mentions[at - 1]!;
  if (order < 0 || !tokens[at]!.lower.endsWith('s')) return false;
  return (
    names.mentions[order]!.by !== 'pronoun' && names.entities[names.mentions[order]!.entity]!.kind === 'person' && ends
  );
}

/** Is the token behind the closing mark of a quotation, or behind the comma that follows one? */
function followsQuote(syntax: Syntax, at: number, from: number): boolean {
  const { tokens, inside } = syntax.layout;
  let before = at - 1;
  if (before >= from && /^[,—–-]$/u.test(tokens[before]!.text)) before -= 1;
  return before >= from && inside[before]! >= 0;
}

function readCue(syntax: Syntax, unit: Unit, at: number, word: CueWord, previous: Cue | undefined): Cue | null {
  const { tokens, inside } = syntax.layout;
  const end = at + 1;
  const search = subjectBefore(syntax, at, unit.first);
  if (search.negated) return null;
  // "…," said the minister: the verb stands first and its subject behind it.
  const behind = at > unit.first ? tokens[at - 1]! : undefined;
  const opens = behind !== undefined && (inside[at - 1]! >= 0 || /^[,—–]$/u.test(behind.text));
  if (opens && !word.gerund && !search.infinitive) {
    const after = phraseAfter(syntax, end, unit.end) ?? nameAfter(syntax, end, unit.end);
    // "X, a mayor, said …" against "…, said X.": where the sentence is over after it, the phrase behind is the subject.
    const final =
      after !== null &&
      (after.end >= unit.end || /^[.,]$/u.test(tokens[after.end]!.text)) &&
      !TIMES.has(tokens[after.end - 1]!.lower) &&
      !word.classes.has('hearer');
    const parenthesis = search.subject?.by === 'parenthesis' && !final;
    if (
      after &&
      !parenthesis &&
      (inside[at - 1]! >= 0 || followsQuote(syntax, at, unit.first) || PLAIN_SPEECH.has(word.verb)) &&
      closes(syntax, after.end, unit.end)
    ) {
      return {
        first: at,
        end,
        word,
        subject: { ...after, by: 'after' },
        clauseStart: at,
        clauseEnd: after.end,
        gerund: false,
        inverted: true,
      };
    }
  }
  if (search.infinitive || search.passive) return null;
  if (word.gerund) {
    if (search.subject?.by === 'before' && /^(?:is|are|was|were|been|be|'s|'re|’s|’re)$/u.test(tokens[at - 1]!.lower)) {
      return {
        first: at,
        end,
        word,
        subject: search.subject,
        clauseStart: search.subject.first,
        clauseEnd: end,
        gerund: false,
        inverted: false,
      };
    }
    const speaks = search.subject?.by === 'before' && followsPause(syntax, end, unit.end);
    if (speaks && search.subject) {
      return {
        first: at,
        end,
        word,
        subject: search.subject,
        clauseStart: search.subject.first,
        clauseEnd: end,
        gerund: false,
        inverted: false,
      };
    }
    if (
      !(
        behind &&
        (behind.text === ',' ||
          inside[at - 1]! >= 0 ||
          /^(?:and|by|before|while|after|in|for|from|of|instead|also|now|—|–)$/u.test(behind.lower) ||
          (word.verb === 'say' && (SETTINGS.has(behind.lower) || TIMES.has(behind.lower))))
      ) &&
      at > unit.first
    )
      return null;
    const host = previous?.subject ?? firstSubject(syntax, unit, at) ?? firstPerson(syntax, unit, at);
    return host
      ? {
          first: at,
          end,
          word,
          subject: { ...host, by: 'shared' },
          clauseStart: at,
          clauseEnd: end,
          gerund: true,
          inverted: false,
        }
      : null;
  }
  if (search.subject) {
    if (word.plain && !isPlural(syntax, search.subject)) return null;
    return {
      first: at,
      end,
      word,
      subject: search.subject,
      clauseStart: search.start,
      clauseEnd: end,
      gerund: false,
      inverted: false,
    };
  }
  // "X looked up and said": the subject is that of the verb before.
  const joint = joins(syntax, at, unit.first);
  if (joint < 0 || word.plain) return null;
  const host =
    previous && previous.end > unit.first && !previous.gerund ? previous.subject : firstSubject(syntax, unit, joint);
  return host
    ? {
        first: at,
        end,
        word,
        subject: { ...host, by: 'shared' },
        clauseStart: joint,
        clauseEnd: end,
        gerund: false,
        inverted: false,
      }
    : null;
}

/** The "and" or "but" that ties a verb to the one before, or -1. */
function joins(syntax: Syntax, verb: number, from: number): number {
  const { tokens } = syntax.layout;
  for (let at = verb - 1; at >= from && verb - at < 5; at -= 1) {
    const token = tokens[at]!;
    if (token.tag === 'CCONJ') return at;
    if (token.tag !== 'ADV' && token.tag !== 'AUX' && token.text !== ',') return -1;
  }
  return -1;
}

/** After an inverted subject nothing may follow that would make it an object: "said the minister was …" is no inversion. */
function closes(syntax: Syntax, at: number, limit: number): boolean {
  if (at >= limit) return true;
  const token = syntax.layout.tokens[at]!;
  return token.tag !== 'VERB' && token.tag !== 'AUX' && token.tag !== 'PRON'
    ? true
    : /^(?:who|whose|which)$/u.test(token.lower);
}

function isPlural(syntax: Syntax, subject: Subject): boolean {
  const { tokens } = syntax.layout;
  let noun = subject.first;
  while (noun + 1 < subject.end && tokens[noun + 1]!.tag !== 'ADP') noun += 1;
  for (let at = subject.first; at < subject.end; at += 1) if (PLURAL.test(tokens[at]!.lower)) return true;
  for (let at = subject.first; at <= noun; at += 1) {
    const word = tokens[at]!;
    if (
      word.lower.endsWith('s') &&
      /^(?:NOUN|PROPN)$/u.test(word.tag) &&
      !isPersonAt(syntax, at) &&
      !(at + 1 < subject.end && tokens[at + 1]!.tag === 'NOUN')
    )
      return true;
  }
  return false;
}

const PLURAL =
  /^(?:and|they|we|i|you|who|that|some|many|others|both|all|most|people|police|few|several|men|women|those|half|percent|cent|majority|number|third|quarter|can|will|would|could|should|might|may|must|did|do)$/u;

/** A comma or colon and then a quotation. */
function followsPause(syntax: Syntax, at: number, limit: number): boolean {
  return at + 1 < limit && /^[,:]$/u.test(syntax.layout.tokens[at]!.text) && syntax.layout.inside[at + 1]! >= 0;
}

function isPersonAt(syntax: Syntax, at: number): boolean {
  const order = syntax.mentions[at]!;
  return order >= 0 && syntax.names.entities[syntax.names.mentions[order]!.entity]!.kind === 'person';
}

/** The subject of a sentence: the first noun phrase before a finite verb that no preposition governs. */
export function firstSubject(syntax: Syntax, unit: Unit, limit: number): Subject | null {
  const { tokens, inside } = syntax.layout;
  for (let at = unit.first; at < Math.min(limit, unit.first + 80); at += 1) {
    if (inside[at]! >= 0) continue;
    const token = tokens[at]!;
    if ((token.tag !== 'VERB' && token.tag !== 'AUX') || token.lower.endsWith('ing')) continue;
    const { subject } = subjectBefore(syntax, at, unit.first);
    if (subject && tokens[subject.first - 1]?.tag !== 'ADP') return subject;
  }
  return null;
}

/** A name not far behind an inverted verb, when the words between were tagged too oddly to be read as a phrase. */
function nameAfter(syntax: Syntax, from: number, limit: number): NounPhrase | null {
  const { tokens, inside } = syntax.layout;
  for (let at = from; at < Math.min(limit, from + 8); at += 1) {
    if (inside[at]! >= 0 || /^[,.;:!?()]$/u.test(tokens[at]!.text) || tokens[at]!.tag === 'ADP') return null;
    const order = syntax.mentions[at]!;
    if (order < 0) continue;
    let end = at;
    while (end < limit && syntax.mentions[end] === order) end += 1;
    return { first: from, end, head: at, headEnd: end };
  }
  return null;
}

/** The first person named in a unit, for sentences whose verb was not recognised. */
function firstPerson(syntax: Syntax, unit: Unit, limit: number): Subject | null {
  for (let at = unit.first; at < Math.min(limit, unit.first + 40); at += 1) {
    if (syntax.layout.inside[at]! >= 0 || !isPersonAt(syntax, at)) continue;
    let end = at;
    while (end < limit && syntax.mentions[end] === syntax.mentions[at]) end += 1;
    return { first: at, end, head: at, headEnd: end, by: 'before' };
  }
  return null;
}
