import { findQuoted } from '../quotes/marks.ts';
import type { Mention, Tagged } from '../types.ts';
import { DEMONYMS, FEMALE_NOUNS, MALE_NOUNS } from './lexicon-words.ts';
import type { Draft, Linked } from './link.ts';
import { isRoleNoun } from './roles.ts';

const SPEAKING =
  /^(?:said|says|say|told|tells|added|adds|wrote|writes|stressed|noted|notes|explained|explains|argued|argues|according|asked|announced|warned|insisted|recalled|stated|emphasi[sz]ed)$/u;
/** A person not heard of for this many sentences is not what "he" means. */
const MEMORY = 12;

interface Seen {
  readonly draft: Draft;
  sentence: number;
  weight: number;
}

/**
 * Links pronouns and definite descriptions to the people named before them, in one pass from left to right. Each person
 * has a salience that grows with every mention, more for subjects and most for those who speak, and fades from sentence
 * to sentence (after Lappin and Leass 1994); gender and role decide who may be meant at all.
 */
export function linkReferences(doc: Tagged, linked: Linked): Mention[] {
  const { tokens } = doc;
  const quoted = findQuoted(doc);
  const found: Mention[] = [];
  const salience = new Map<Draft, Seen>();
  let nextName = 0;
  let nextQuote = 0;
  let at = 0;

  function note(draft: Draft, sentence: number, weight: number): void {
    if (draft.kind !== 'person') return;
    const seen = salience.get(draft);
    if (!seen) salience.set(draft, { draft, sentence, weight });
    else {
      seen.weight = seen.weight * fade(sentence - seen.sentence) + weight;
      seen.sentence = sentence;
    }
    if (salience.size > 64)
      for (const [key, old] of salience) if (sentence - old.sentence > MEMORY * 3) salience.delete(key);
  }

  function best(sentence: number, fits: (draft: Draft) => number): Draft | null {
    let winner: Draft | null = null;
    let top = 0;
    for (const seen of salience.values()) {
      const age = sentence - seen.sentence;
      const fit = fits(seen.draft);
      if (fit <= 0 || age > MEMORY * (fit > 1 ? 4 : 1)) continue;
      const score = seen.weight * fade(age) * fit;
      if (score > top) {
        top = score;
        winner = seen.draft;
      }
    }
    return winner;
  }

  while (at < tokens.length) {
    const token = tokens[at]!;
    while (nextQuote < quoted.length && quoted[nextQuote]!.outer.end <= token.start) nextQuote += 1;
    const inside = nextQuote < quoted.length && quoted[nextQuote]!.start <= token.start;
    const name = linked.mentions[nextName];
    if (name && name.firstToken <= at) {
      const draft = linked.entities[name.entity]!;
      note(draft, token.sentence, weightOf(doc, name.firstToken, name.endToken, inside));
      nextName += 1;
      at = Math.max(at + 1, name.endToken);
      continue;
    }
    const gender = PRONOUNS[token.lower];
    if (gender && !inside) {
      const draft = best(token.sentence, (one) => (one.gender === gender ? W.known : one.gender === null ? 1 : 0));
      if (draft) {
        found.push({ start: token.start, end: token.end, entity: draft.id, by: 'pronoun' });
        note(draft, token.sentence, weightOf(doc, at, at + 1, false) * W.pronoun);
      }
      at += 1;
      continue;
    }
    const length = inside ? 0 : descriptionAt(doc, at, linked.mentions[nextName]?.firstToken ?? tokens.length);
    if (length > 0) {
      const draft = best(token.sentence, (one) => describes(doc, at, length, one));
      if (draft) {
        found.push({ start: token.start, end: tokens[at + length - 1]!.end, entity: draft.id, by: 'description' });
        note(draft, token.sentence, weightOf(doc, at, at + length, false));
      }
      at += length;
      continue;
    }
    at += 1;
  }
  return found;
}

const PRONOUNS: Readonly<Record<string, 'male' | 'female' | undefined>> = {
  __proto__: null as never,
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};

/** How much each kind of mention counts. Chosen on the development articles of the Gender Gap Tracker. */
const W = { inside: 0.2, speaker: 2, subject: 2.2, verb: 1.5, owner: 0.7, other: 1, pronoun: 0.8, known: 1.6, fade: 0.5 };

function fade(sentences: number): number {
  return W.fade ** Math.max(0, sentences);
}

/** How much a mention raises the salience of the person: most when they speak, then as subject, least inside a quotation. */
function weightOf(doc: Tagged, first: number, end: number, inside: boolean): number {
  if (inside) return W.inside;
  const before = doc.tokens[first - 1]?.lower ?? '';
  const after = doc.tokens[end]?.lower ?? '';
  if (
    SPEAKING.test(after) ||
    SPEAKING.test(before) ||
    (before === 'to' && doc.tokens[first - 2]?.lower === 'according')
  )
    return W.speaker;
  const next = doc.tokens[end];
  if (after === "'s" || after === '’s') return W.owner;
  if (isSubject(doc, first, end)) return W.subject;
  return next?.tag === 'VERB' || next?.tag === 'AUX' ? W.verb : W.other;
}

/** Stands before the first verb of its sentence and under no preposition. */
function isSubject(doc: Tagged, first: number, end: number): boolean {
  const { tokens } = doc;
  const from = doc.sentences[tokens[first]!.sentence]!.firstToken;
  if (first - from > 30) return false;
  for (let at = from; at < first; at += 1) {
    const token = tokens[at]!;
    if (token.tag === 'VERB' || token.tag === 'AUX') return false;
  }
  let at = first - 1;
  while (at >= from && (tokens[at]!.tag === 'PROPN' || tokens[at]!.tag === 'NOUN' || tokens[at]!.tag === 'ADJ' || tokens[at]!.tag === 'DET')) at -= 1;
  return !(at >= from && tokens[at]!.tag === 'ADP') && end > first;
}

/** How many tokens of a definite description start here: "the Chinese diplomat" 3; 0 where none does. */
function descriptionAt(doc: Tagged, at: number, stop: number): number {
  const { tokens } = doc;
  if (!/^(?:the|this)$/u.test(tokens[at]!.lower)) return 0;
  const limit = Math.min(doc.sentences[tokens[at]!.sentence]!.endToken, at + 6, stop);
  let end = at + 1;
  while (end < limit) {
    const token = tokens[end]!;
    const noun = isHead(token.lower);
    const goesOn =
      end + 1 < limit &&
      (tokens[end + 1]!.tag === 'NOUN' || tokens[end + 1]!.text === '-' || isHead(tokens[end + 1]!.lower));
    if (noun && !goesOn) return end + 1 - at;
    if (
      !(
        token.tag === 'ADJ' ||
        token.tag === 'NOUN' ||
        token.tag === 'PROPN' ||
        token.tag === 'NUM' ||
        token.text === '-' ||
        noun
      )
    )
      return 0;
    end += 1;
  }
  return 0;
}

function isHead(lower: string): boolean {
  return !lower.endsWith('s')
    ? isRoleNoun(lower) || MALE_NOUNS.has(lower) || FEMALE_NOUNS.has(lower)
    : lower === 'boss';
}

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
  if (/^(?:official|diplomat|politician|expert|leader|executive|lawmaker)$/u.test(head))
    return draft.heads.size === 0 ? 0.3 : 0;
  if (draft.gender !== null && (MALE_NOUNS.has(head) || FEMALE_NOUNS.has(head))) return isRoleNoun(head) ? 0 : 0.5;
  return 0;
}
