import { findQuoted } from '../quotes/marks.ts';
import type { Mention, Tagged } from '../types.ts';
import { DEMONYMS, FEMALE_NOUNS, GROUP_NOUNS, MALE_NOUNS } from './lexicon-words.ts';
import type { Linked } from './link.ts';
import type { Draft } from './registry.ts';
import { isRoleNoun } from './roles.ts';
import { createSalience } from './salience.ts';

const SPEAKING =
  /^(?:said|says|say|told|tells|added|adds|wrote|writes|stressed|noted|notes|explained|explains|argued|argues|according|asked|announced|warned|insisted|recalled|stated|emphasi[sz]ed)$/u;

/** How much each kind of mention counts. Chosen on the development articles of the Gender Gap Tracker. */
const WEIGHTS = { quoted: 0.2, speaker: 2, subject: 2.2, verb: 1.5, owner: 0.7, other: 1 };
/** A pronoun keeps its person present less than a name does. */
const PRONOUN_SHARE = 0.8;
/** How much better a person fits whose gender is known to be the pronoun's. */
const KNOWN_GENDER = 1.6;

/**
 * Links pronouns and definite descriptions to those named before them, in one pass from left to right. Salience decides
 * among those whom gender and role allow. Pronouns inside quotation marks are left alone: they are another's words.
 */
export function linkReferences(doc: Tagged, linked: Linked): Mention[] {
  const { tokens } = doc;
  const quoted = findQuoted(doc);
  const found: Mention[] = [];
  const people = createSalience();
  const bodies = createSalience();
  /** Where an unnamed holder of a role was last brought in: "an Omani official". */
  const unnamed = new Map<string, number>();
  let nextName = 0;
  let nextQuote = 0;
  let at = 0;

  function note(draft: Draft, first: number, end: number, inside: boolean, share: number): void {
    const weight = weightOf(doc, first, end, inside) * share;
    if (draft.kind === 'person') people.note(draft, tokens[first]!.sentence, weight);
    else if (draft.kind !== 'place') bodies.note(draft, tokens[first]!.sentence, weight);
  }

  function link(draft: Draft, length: number, by: Mention['by']): void {
    found.push({ start: tokens[at]!.start, end: tokens[at + length - 1]!.end, entity: draft.id, by });
    note(draft, at, at + length, false, by === 'pronoun' ? PRONOUN_SHARE : 1);
  }

  while (at < tokens.length) {
    const token = tokens[at]!;
    while (nextQuote < quoted.length && quoted[nextQuote]!.outer.end <= token.start) nextQuote += 1;
    const inside = nextQuote < quoted.length && quoted[nextQuote]!.start <= token.start;
    const name = linked.mentions[nextName];
    if (name && name.firstToken <= at) {
      note(linked.entities[name.entity]!, name.firstToken, name.endToken, inside, 1);
      nextName += 1;
      at = Math.max(at + 1, name.endToken);
      continue;
    }
    const gender = PRONOUNS.get(token.lower);
    if (gender && !inside) {
      const draft = people.best(token.sentence, (one) =>
        one.gender === gender ? KNOWN_GENDER : one.gender === null ? 1 : 0,
      );
      if (draft) link(draft, 1, 'pronoun');
      at += 1;
      continue;
    }
    // "it said": only where it speaks; elsewhere "it" may be anything.
    if (token.lower === 'it' && !inside && SPEAKING.test(tokens[at + 1]?.lower ?? '')) {
      const draft = bodies.best(token.sentence, (one) => (one.words.length > 0 ? 1 : 0));
      if (draft) link(draft, 1, 'pronoun');
      at += 1;
      continue;
    }
    if (/^(?:an?|another|one)$/u.test(token.lower)) {
      const end = at + unnamedAt(doc, at, linked.mentions[nextName]?.firstToken ?? tokens.length);
      if (end > at) unnamed.set(tokens[end - 1]!.lower, token.sentence);
      at = Math.max(end, at + 1);
      continue;
    }
    const length = inside ? 0 : descriptionAt(doc, at, linked.mentions[nextName]?.firstToken ?? tokens.length);
    if (length > 0) {
      const head = tokens[at + length - 1]!.lower;
      const draft = GROUP_NOUNS.has(head)
        ? bodies.best(token.sentence, (one) => (one.kind === 'organisation' || one.words.includes(head) ? 1 : 0.5))
        : (people.best(token.sentence, (one) => describes(doc, at, length, one)) ?? onlyBearer(linked, head));
      const mayBeUnnamed = token.sentence - (unnamed.get(head) ?? Number.NEGATIVE_INFINITY) <= UNNAMED_MEMORY;
      if (draft && !mayBeUnnamed) link(draft, length, 'description');
      at += length;
      continue;
    }
    at += 1;
  }
  return found;
}

/** For so many sentences "the official" may be the unnamed one. */
const UNNAMED_MEMORY = 5;

const PRONOUNS: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);

/** A mention raises the salience most when it speaks, then as subject, least inside a quotation or a picture's credit. */
function weightOf(doc: Tagged, first: number, end: number, inside: boolean): number {
  const { tokens } = doc;
  const before = tokens[first - 1]?.lower ?? '';
  const next = tokens[end];
  const after = next?.lower ?? '';
  if (inside || (before === '(' && after === '/')) return WEIGHTS.quoted;
  if (SPEAKING.test(after) || SPEAKING.test(before)) return WEIGHTS.speaker;
  if (before === 'to' && tokens[first - 2]?.lower === 'according') return WEIGHTS.speaker;
  if (after === "'s" || after === '’s') return WEIGHTS.owner;
  if (isSubject(doc, first)) return WEIGHTS.subject;
  return next?.tag === 'VERB' || next?.tag === 'AUX' ? WEIGHTS.verb : WEIGHTS.other;
}

/** Stands before the first verb of its sentence and under no preposition. */
function isSubject(doc: Tagged, first: number): boolean {
  const { tokens } = doc;
  const from = doc.sentences[tokens[first]!.sentence]!.firstToken;
  if (first - from > 30) return false;
  for (let at = from; at < first; at += 1) if (tokens[at]!.tag === 'VERB' || tokens[at]!.tag === 'AUX') return false;
  let at = first - 1;
  while (at >= from && /^(?:PROPN|NOUN|ADJ|DET)$/u.test(tokens[at]!.tag)) at -= 1;
  return at < from || tokens[at]!.tag !== 'ADP';
}

/** How many tokens of a definite description start here: "the Chinese diplomat" 3; 0 where none does. */
function descriptionAt(doc: Tagged, at: number, stop: number): number {
  const { tokens } = doc;
  if (!/^(?:the|this)$/u.test(tokens[at]!.lower)) return 0;
  const limit = Math.min(doc.sentences[tokens[at]!.sentence]!.endToken, at + 6, Math.max(stop, at + 3));
  for (let end = at + 1; end < limit; end += 1) {
    const token = tokens[end]!;
    const noun = isHead(token.lower);
    const next = end + 1 < limit ? tokens[end + 1] : undefined;
    const goesOn = next !== undefined && (next.tag === 'NOUN' || next.text === '-' || isHead(next.lower));
    if (noun && !goesOn) return end < stop ? end + 1 - at : 0;
    if (!noun && token.text !== '-' && !/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(token.tag)) return 0;
  }
  return 0;
}

/** How many tokens of "an Omani official" start here, where no name follows in apposition; 0 where none does. */
function unnamedAt(doc: Tagged, at: number, name: number): number {
  const { tokens } = doc;
  const limit = Math.min(doc.sentences[tokens[at]!.sentence]!.endToken, at + 6, name);
  for (let end = at + 1; end < limit; end += 1) {
    const token = tokens[end]!;
    if (isRoleNoun(token.lower) && tokens[end + 1]?.tag !== 'NOUN') {
      const named = name === end + 1 || (name === end + 2 && tokens[end + 1]!.text === ',');
      const apposed = tokens[at - 1]?.text === ',';
      return named || apposed ? 0 : end + 1 - at;
    }
    if (token.text !== '-' && !/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(token.tag)) return 0;
  }
  return 0;
}

function isHead(lower: string): boolean {
  if (lower.endsWith('s')) return lower === 'boss';
  return isRoleNoun(lower) || MALE_NOUNS.has(lower) || FEMALE_NOUNS.has(lower) || GROUP_NOUNS.has(lower);
}

const BROAD_HEADS = /^(?:official|diplomat|politician|expert|leader|executive|lawmaker)$/u;

/** How well a description fits a person: 0 not at all, more than 1 where the person's role says the same. */
function describes(doc: Tagged, at: number, length: number, draft: Draft): number {
  const head = doc.tokens[at + length - 1]!.lower;
  for (let step = at + 1; step < at + length - 1; step += 1) {
    const word = doc.tokens[step]!.lower;
    if (DEMONYMS.has(word) && draft.belongings.size > 0 && !draft.belongings.has(word)) return 0;
  }
  if (MALE_NOUNS.has(head) && draft.gender === 'female') return 0;
  if (FEMALE_NOUNS.has(head) && draft.gender === 'male') return 0;
  if (draft.heads.has(head)) return 3;
  if (BROAD_HEADS.test(head)) return draft.heads.size === 0 ? 0.3 : 0;
  const gendered = MALE_NOUNS.has(head) || FEMALE_NOUNS.has(head);
  return gendered && draft.gender !== null && !isRoleNoun(head) ? 0.5 : 0;
}

/** "The commissioner", before any was named: the only person of the text whose role says so. */
function onlyBearer(linked: Linked, head: string): Draft | null {
  const bearers = linked.bearers.get(head);
  return bearers?.length === 1 ? bearers[0]! : null;
}
