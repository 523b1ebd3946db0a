import type { EntityKind, Mention, Span, Tagged } from '../types.ts';
import { fold, isGivenName } from './lexicon-given-names.ts';
import { BROADER_ROLES, DEMONYMS, FEMALE_NOUNS, MALE_NOUNS } from './lexicon-words.ts';
import { type Phrase, surnameOf } from './parse.ts';
import { compatible, createRegistry, type Draft, type Registry } from './registry.ts';
import { isRoleNoun } from './roles.ts';

interface NameMention extends Mention {
  readonly by: 'name';
  readonly firstToken: number;
  readonly endToken: number;
}

export interface Linked {
  readonly entities: readonly Draft[];
  readonly mentions: readonly NameMention[];
  /** People by the role nouns that are said of them. */
  readonly bearers: ReadonlyMap<string, readonly Draft[]>;
}

/**
 * Links the names of one text: full names first, so that a surname at the top finds the full name further down; then
 * single words, to the person who bears that surname (or, failing that, that given name) and was named last. Headlines,
 * where every word has a capital, come last: they may only repeat a name that the story has.
 */
export function linkNames(doc: Tagged, phrases: readonly Phrase[]): Linked {
  const registry = createRegistry();
  const singles = singleWords(phrases);
  const assigned = new Map<Phrase, Draft>();
  for (const phrase of phrases) {
    if (phrase.words.length > 1 && !phrase.headline) assigned.set(phrase, forFullName(doc, registry, phrase, singles));
  }
  const named = new Map<Draft, number>();
  for (const [order, phrase] of phrases.entries()) {
    if (phrase.headline) continue;
    const draft = assigned.get(phrase) ?? forSingleWord(doc, registry, phrase, named);
    assigned.set(phrase, draft);
    learn(doc, draft, phrase);
    // "MOSCOW" in a dateline, "Moscow" in the story.
    const name = doc.text.slice(phrase.start, phrase.end);
    if (/^\p{Lu}{4,}$/u.test(draft.name) && name.length === draft.name.length && !/^\p{Lu}+$/u.test(name))
      draft.name = name;
    named.set(draft, order);
  }
  const mentions: NameMention[] = [];
  for (const phrase of phrases) {
    const mention = phrase.headline ? inHeadline(doc, registry, phrase) : mentionOf(phrase, assigned.get(phrase)!);
    if (mention) mentions.push(mention);
  }
  const bearers = new Map<string, Draft[]>();
  for (const draft of registry.drafts) {
    for (const head of draft.kind === 'person' ? draft.heads : [])
      bearers.set(head, [...(bearers.get(head) ?? []).slice(0, 1), draft]);
  }
  return { entities: registry.drafts, mentions, bearers };
}

function mentionOf(phrase: Phrase, draft: Draft): NameMention {
  const { start, end, first, endToken } = phrase;
  return { start, end, entity: draft.id, by: 'name', firstToken: first, endToken };
}

function wordsOf(phrase: Phrase): string[] {
  return phrase.words.map((word) => fold(word.text));
}

function forFullName(doc: Tagged, registry: Registry, phrase: Phrase, singles: ReadonlySet<string>): Draft {
  const kind = kindOf(doc, phrase, singles);
  const words = wordsOf(phrase);
  const name = doc.text.slice(phrase.start, phrase.end);
  const isPerson = kind === 'person';
  const known =
    registry.exact(isPerson, words.join(' ')) ??
    (isPerson
      ? registry
          .withSurname(surnameOf(phrase.words))
          .find((draft) => draft.kind === 'person' && compatible(words, draft.words))
      : undefined);
  if (!known) return registry.create(phrase, kind, name);
  if (isPerson && words.length > known.words.length) registry.rename(known, words, name);
  return known;
}

function forSingleWord(doc: Tagged, registry: Registry, phrase: Phrase, named: ReadonlyMap<Draft, number>): Draft {
  return (
    knownSingle(doc, registry, phrase, named) ??
    registry.create(phrase, kindOfSingle(phrase), doc.text.slice(phrase.start, phrase.end))
  );
}

function knownSingle(
  doc: Tagged,
  registry: Registry,
  phrase: Phrase,
  named: ReadonlyMap<Draft, number>,
): Draft | undefined {
  const word = surnameOf(phrase.words);
  const isPlace = phrase.kind === 'place';
  const before = doc.tokens[phrase.first - 1]?.lower ?? '';
  if (isPlace && /^(?:in|from|to|near|at|of|outside|across|for)$/u.test(before)) return registry.exact(false, word);
  const fits = (draft: Draft) =>
    draft.kind === 'person' &&
    (!phrase.titled || phrase.gender === null || draft.gender === null || draft.gender === phrase.gender);
  // "Keller's father, Joseph": who is introduced by a role is not the Joseph named before.
  const introduced = phrase.titled || phrase.roles.some((role) => role.end < phrase.start);
  const person =
    latest(registry.withSurname(word).filter(fits), named) ??
    (introduced ? undefined : latest(registry.withWord(word).filter(fits), named));
  if (person) return person;
  const same = registry.exact(false, word) ?? registry.exact(true, word);
  if (same || phrase.titled || isPlace) return same;
  const bodies = registry.withSurname(word).filter((draft) => draft.kind === 'organisation' || draft.kind === 'other');
  return (
    latest(bodies, named) ?? (/^\p{Lu}{2,6}$/u.test(phrase.words[0]!.text) ? registry.withInitials(word) : undefined)
  );
}

/** The one named last; before anybody was named, the one who will be named first. */
function latest(list: readonly Draft[], named: ReadonlyMap<Draft, number>): Draft | undefined {
  let best = list[0];
  for (const draft of list) if ((named.get(draft) ?? -1) > (named.get(best!) ?? -1)) best = draft;
  return best;
}

/** The longest part of a capitalised run in a headline that is a name known from the story. */
function inHeadline(doc: Tagged, registry: Registry, phrase: Phrase): NameMention | null {
  const words = wordsOf(phrase);
  for (let length = words.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const part = words.slice(from, from + length).join(' ');
      const surname = length === 1 ? registry.withSurname(part).find((one) => one.kind === 'person') : undefined;
      const draft = registry.exact(true, part) ?? registry.exact(false, part) ?? surname;
      if (!draft) continue;
      const first = phrase.words[from]!.first;
      const endToken = phrase.words[from + length - 1]!.end;
      const span = { start: doc.tokens[first]!.start, end: doc.tokens[endToken - 1]!.end };
      return { ...span, entity: draft.id, by: 'name', firstToken: first, endToken };
    }
  }
  return null;
}

function singleWords(phrases: readonly Phrase[]): ReadonlySet<string> {
  const maybe = phrases.filter(
    (phrase) => phrase.words.length === 1 && (phrase.kind === 'unknown' || phrase.kind === 'person'),
  );
  return new Set(maybe.map((phrase) => fold(phrase.words[0]!.text)));
}

/** A capitalised phrase is a person's name if the words around it, or its last word alone elsewhere, say so. */
function kindOf(doc: Tagged, phrase: Phrase, singles: ReadonlySet<string>): EntityKind {
  if (phrase.kind !== 'unknown') return phrase.kind;
  const before = doc.tokens[phrase.first - 1]?.lower ?? '';
  const after = doc.tokens[phrase.endToken]?.lower ?? '';
  const { words } = phrase;
  if (/^(?:the|a|an)$/u.test(before)) return 'other';
  if (words.length > 4 || !words.every((word) => /^[\p{L}.'’‘-]+$/u.test(word.text))) return 'other';
  if (phrase.personal || phrase.titled) return 'person';
  if (
    words.length <= 3 &&
    (/^(?:said|says|told|who|added|wrote|recalls?|recalled)$/u.test(after) ||
      /^(?:said|says|added|wrote)$/u.test(before))
  )
    return 'person';
  const shouted = words.every((word) => word.text === word.text.toUpperCase());
  return singles.has(surnameOf(words)) && !shouted ? 'person' : 'other';
}

function kindOfSingle(phrase: Phrase): EntityKind {
  if (phrase.kind !== 'unknown') return phrase.kind;
  return phrase.titled || phrase.personal || isGivenName(phrase.words[0]!.text) ? 'person' : 'other';
}

function learn(doc: Tagged, draft: Draft, phrase: Phrase): void {
  if (phrase.gender !== null && (draft.gender === null || phrase.titled)) draft.gender = phrase.gender;
  for (const role of phrase.roles) {
    draft.roles.push(role);
    learnRole(doc, draft, role);
  }
}

/** Reads the role nouns and demonyms out of a role phrase. */
function learnRole(doc: Tagged, draft: Draft, role: Span): void {
  for (const word of doc.text
    .slice(role.start, role.end)
    .toLowerCase()
    .split(/[^\p{L}-]+/u)) {
    if (DEMONYMS.has(word)) draft.belongings.add(word);
    if (!isRoleNoun(word)) continue;
    draft.heads.add(word);
    if (draft.gender === null && MALE_NOUNS.has(word)) draft.gender = 'male';
    if (draft.gender === null && FEMALE_NOUNS.has(word)) draft.gender = 'female';
    for (const broader of BROADER_ROLES[word] ?? []) draft.heads.add(broader);
  }
}
