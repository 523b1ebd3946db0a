import { isClause } from './clauses.ts';
import type { Cue } from './cues.ts';
import { SETTINGS, TIMES } from './lexicon-cues.ts';
import { phraseAfter } from './phrases.ts';
import type { Syntax } from './syntax.ts';

/** Where the words after a cue lead: to a clause, a quotation, or nothing. */
export interface Complement {
  /** First token of what is said, or the end of the clause. */
  readonly at: number;
  readonly that: boolean;
  /** Comma or colon right before. */
  readonly pause: string | null;
}

const ADJUNCT =
  /^(?:in|on|at|during|to|by|via|after|through|before|from|of|with|over|under|upon|following|about|for|outside|without)$/u;
const THAT = new Set(['that']);
const ADVERBS =
  /^(?:repeatedly|earlier|later|recently|also|again|however|simply|bluntly|publicly|previously|flatly|quietly|out|back|online|there)$/u;

/**
 * Walks over hearer, time and setting ("told reporters in a statement on Monday") to the start of what is said.
 * `from` is the first token after the verb or, when the subject follows the verb, after the subject.
 */
export function complementOf(syntax: Syntax, cue: Cue, from: number, limit: number): Complement {
  const { tokens, inside } = syntax.layout;
  let at = from;
  if (cue.word.classes.has('hearer') && !cue.inverted) {
    const hearer =
      at < limit && inside[at]! < 0 && !THAT.has(tokens[at]!.lower) ? phraseAfter(syntax, at, limit) : null;
    if (hearer) {
      const that = farThat(syntax, hearer.end, limit);
      at = that >= 0 ? that : trimHearer(syntax, at, hearer.end, limit);
    }
  }
  let pause: string | null = null;
  for (let hops = 0; hops < 8 && at < limit; hops += 1) {
    if (inside[at]! >= 0) break;
    const token = tokens[at]!;
    if (THAT.has(token.lower) && leadsClause(syntax, at, limit, at === from)) return { at, that: true, pause };
    if (token.text === ':' || token.text === ',') {
      pause = token.text;
      const next = at + 1;
      if (next < limit && THAT.has(tokens[next]!.lower) && inside[next]! < 0) {
        at = next;
        pause = null;
        continue;
      }
      if (token.text === ':' || next >= limit || inside[next]! >= 0) {
        at = next;
        break;
      }
      const aside = closingComma(syntax, next, limit);
      if (aside < 0) return { at: next, that: false, pause };
      at = aside + 1;
      pause = null;
      continue;
    }
    if (
      TIMES.has(token.lower) &&
      (token.tag === 'PROPN' ||
        token.tag === 'NOUN' ||
        token.tag === 'ADV' ||
        /^(?:last|this|next|late|early|earlier)$/u.test(token.lower)) &&
      !beginsClause(syntax, at, limit)
    ) {
      at += 1;
      while (at < limit && (/^\d+(?:st|nd|rd|th)?$/u.test(tokens[at]!.text) || TIMES.has(tokens[at]!.lower))) at += 1;
      pause = null;
      continue;
    }
    if (token.lower === 'out' && at === from) {
      at += 1;
      continue;
    }
    if (ADJUNCT.test(token.lower)) {
      const end = adjunctEnd(syntax, at, limit);
      if (end < 0) break;
      at = end;
      pause = null;
      continue;
    }
    if (
      token.tag === 'ADV' &&
      (ADVERBS.test(token.lower) || (token.lower.endsWith('ly') && isLoose(syntax, at + 1, limit)))
    ) {
      at += 1;
      continue;
    }
    break;
  }
  return { at, that: false, pause };
}

/** An adverb right before a pause, a quotation or "that" tells how it was said, not what. */
function isLoose(syntax: Syntax, at: number, limit: number): boolean {
  if (at >= limit || syntax.layout.inside[at]! >= 0) return true;
  const token = syntax.layout.tokens[at]!;
  return /^[,:.]$/u.test(token.text) || THAT.has(token.lower);
}

/** The "that" behind a long hearer: "told a crowd of party members gathered in a hall that …"; -1 where none is near. */
function farThat(syntax: Syntax, from: number, limit: number): number {
  const { tokens, inside } = syntax.layout;
  for (let at = from; at < Math.min(limit, from + 20) && inside[at]! < 0; at += 1) {
    const token = tokens[at]!;
    if (THAT.has(token.lower)) return leadsClause(syntax, at, limit, false) ? at : -1;
    if (token.tag === 'AUX' || token.tag === 'PRON' || /^[.,;:]$/u.test(token.text)) return -1;
    if (token.tag === 'VERB' && !/(?:ed|ing)$/u.test(token.lower)) return -1;
  }
  return -1;
}

function trimHearer(syntax: Syntax, first: number, end: number, limit: number): number {
  const { tokens } = syntax.layout;
  // "told them the plan failed": a pronoun is the whole hearer.
  if (tokens[first]!.tag === 'PRON' && !/^(?:his|her|their|its|my|our|your)$/u.test(tokens[first]!.lower))
    return first + 1;
  if (tokens[first]!.lower === 'her' && tokens[first + 1]?.tag !== 'NOUN') return first + 1;
  // "told psychologists mass shooters were …": a bare plural is the whole hearer.
  if (
    tokens[first]!.tag === 'NOUN' &&
    tokens[first]!.lower.endsWith('s') &&
    end > first + 1 &&
    tokens[first + 1]!.tag !== 'PUNCT'
  )
    return first + 1;
  for (let at = first + 1; at < end; at += 1) {
    // "told reporters the plan …": a determiner opens what is told.
    if (tokens[at]!.tag === 'DET' && tokens[at - 1]!.tag !== 'ADP') return at;
    const after = syntax.mentions[at - 1]!;
    if (
      after >= 0 &&
      syntax.mentions[at] !== after &&
      tokens[at]!.text !== 'and' &&
      !/^['’]s$|^[-–/]$/u.test(tokens[at]!.text) &&
      end < limit &&
      /^(?:VERB|AUX)$/u.test(tokens[end]!.tag)
    )
      return at;
  }
  if (end < limit && /^(?:of|at|from|in|with)$/u.test(tokens[end]!.lower)) {
    const more = phraseAfter(syntax, end + 1, limit);
    if (
      more &&
      more.end < limit &&
      (THAT.has(tokens[more.end]!.lower) || tokens[more.end]!.tag === 'ADP' || tokens[more.end]!.tag === 'PRON')
    )
      return more.end;
  }
  return end;
}

/** "that" opens a clause; right before a verb it is a relative pronoun, unless it follows the cue itself. */
function leadsClause(syntax: Syntax, at: number, limit: number, adjacent: boolean): boolean {
  const next = at + 1 < limit ? syntax.layout.tokens[at + 1]! : undefined;
  if (next === undefined || (!adjacent && (next.tag === 'AUX' || next.tag === 'VERB'))) return false;
  // Taggers miss verbs: right behind the cue a long enough rest will do.
  return isClause(syntax, at, limit) || (adjacent && limit - at > 5);
}

/** A time word is the subject of what is said rather than the time of saying: "said Friday is a day …". */
function beginsClause(syntax: Syntax, at: number, limit: number): boolean {
  const next = at + 1 < limit ? syntax.layout.tokens[at + 1] : undefined;
  if (next === undefined) return false;
  if (next.tag === 'AUX' || next.text === "'s" || next.text === '’s') return true;
  return (
    /^(?:then|once|also|often|this|last|next|again)$/u.test(syntax.layout.tokens[at]!.lower) &&
    !TIMES.has(next.lower) &&
    !/^[,:]$/u.test(next.text) &&
    next.tag !== 'ADP'
  );
}

/** Where a prepositional phrase of setting ends ("in a statement on its website"), or -1 when it belongs to what is said. */
function adjunctEnd(syntax: Syntax, at: number, limit: number): number {
  const { tokens, inside } = syntax.layout;
  const phrase = phraseAfter(syntax, at + 1, limit);
  if (!phrase || inside[at + 1]! >= 0) return -1;
  let end = -1;
  for (let step = at + 1; step < phrase.end; step += 1)
    if (SETTINGS.has(tokens[step]!.lower) || /^(?:19|20)\d\d$/u.test(tokens[step]!.text)) end = step + 1;
  const reach = end > 0 ? end : phrase.end;
  while (
    end > 0 &&
    end < phrase.end &&
    (SETTINGS.has(tokens[end]!.lower) || TIMES.has(tokens[end]!.lower) || tokens[end]!.tag === 'NUM')
  )
    end += 1;
  if (end > 0) {
    // "in 2011, the plan" belongs to what is said; "in an interview, that" doesn't.
    if (end < limit && tokens[end]!.text === ',' && /^\d+$/u.test(tokens[end - 1]!.text))
      return thatNear(syntax, end, limit) ? end : -1;
    return end;
  }
  if (thatNear(syntax, reach, limit)) return reach;
  // "said after the convention he would …": a pronoun and its verb open the clause.
  const behind = reach + 1 < limit ? tokens[reach + 1]! : undefined;
  if (
    behind &&
    /^(?:he|she|they|it|we|there)$/u.test(tokens[reach]!.lower) &&
    (behind.tag === 'AUX' || behind.tag === 'VERB')
  )
    return reach;
  const stop = tokens[reach];
  if (reach >= limit || inside[reach]! >= 0 || stop!.text === ':' || stop!.text === '.') return reach;
  if (stop!.text === ',' && reach + 1 < limit && inside[reach + 1]! >= 0) return reach;
  return tokens[at]!.lower === 'to' && syntax.mentions[at + 1]! >= 0 ? reach : -1;
}

/** Is a "that" or a quotation reached over prepositional phrases alone? */
function thatNear(syntax: Syntax, from: number, limit: number): boolean {
  const { tokens, inside } = syntax.layout;
  for (let at = from; at < Math.min(limit, from + 14); at += 1) {
    if (inside[at]! >= 0) return false;
    const token = tokens[at]!;
    if (THAT.has(token.lower) && token.tag !== 'DET') return leadsClause(syntax, at, limit, false);
    if (token.tag === 'VERB' || token.tag === 'AUX' || /^[.;:]$/u.test(token.text)) return false;
  }
  return false;
}

/** ", however," ", speaking to reporters,": the comma that closes an aside right after the cue, or -1. */
function closingComma(syntax: Syntax, from: number, limit: number): number {
  const { tokens, inside } = syntax.layout;
  for (let at = from; at < Math.min(limit, from + 14); at += 1) {
    if (inside[at]! >= 0) return -1;
    if (tokens[at]!.text === ',') {
      const next = at + 1 < limit ? tokens[at + 1]! : undefined;
      return next && (THAT.has(next.lower) || inside[at + 1]! >= 0) ? at : -1;
    }
  }
  return -1;
}
