import type { EntityKind, Mention, Span, Tagged } from '../types.ts';
import { fold, type Gender, isGivenName } from './lexicon-given-names.ts';
import { BROADER_ROLES, DEMONYMS, FEMALE_NOUNS, MALE_NOUNS, PARTICLES, SUFFIXES } from './lexicon-words.ts';
import { type Phrase, surnameOf } from './parse.ts';
import { isRoleNoun } from './roles.ts';

/** An entity while it is being put together. */
export interface Draft {
  id: number;
  kind: EntityKind;
  name: string;
  words: string[];
  surname: string;
  gender: Gender | null;
  readonly roles: Span[];
  /** Role nouns said of this person, with the broader ones ("ambassador", "diplomat", "official"). */
  readonly heads: Set<string>;
  /** "chinese", "russian": what the person's role phrases say of where they belong. */
  readonly belongings: Set<string>;
}

export interface NameMention extends Mention {
  readonly by: 'name';
  readonly firstToken: number;
  readonly endToken: number;
  readonly sentence: number;
}

export interface Linked {
  readonly entities: readonly Draft[];
  readonly mentions: readonly NameMention[];
  /** People by the role nouns that are said of them themselves. */
  readonly bearers: ReadonlyMap<string, readonly Draft[]>;
}

/**
 * Links the names of one text: full names first, so that a surname in the headline finds the full name in the body, then
 * single words, to the person who bears that surname (or, failing that, that given name) and was named last.
 */
export function linkNames(doc: Tagged, phrases: readonly Phrase[]): Linked {
  const singles = countSingles(phrases);
  const entities: Draft[] = [];
  const bySurname = new Map<string, Draft[]>();
  const byWord = new Map<string, Draft[]>();
  const byForm = new Map<string, Draft>();
  const assigned = new Map<Phrase, Draft>();

  function create(phrase: Phrase, kind: EntityKind): Draft {
    const words = phrase.words.map((word) => fold(word.text));
    const draft: Draft = {
      id: entities.length,
      kind,
      name: doc.text.slice(phrase.start, phrase.end),
      words,
      surname: surnameOf(phrase.words),
      gender: null,
      roles: [],
      heads: new Set(),
      belongings: new Set(),
    };
    entities.push(draft);
    index(draft, words);
    return draft;
  }
  function index(draft: Draft, words: readonly string[]): void {
    byForm.set(`${draft.kind === 'person'} ${words.join(' ')}`, draft);
    push(bySurname, draft.surname, draft);
    for (const [at, word] of words.entries()) {
      const inner = at > 0 && at < words.length - 1;
      if (word.length > 1 && !(inner && PARTICLES.has(word))) push(byWord, word, draft);
    }
  }

  for (const phrase of phrases) {
    if (phrase.words.length < 2) continue;
    const kind = kindOf(doc, phrase, singles);
    const words = phrase.words.map((word) => fold(word.text));
    const known =
      byForm.get(`${kind === 'person'} ${words.join(' ')}`) ??
      (kind === 'person' ? samePerson(words, bySurname.get(surnameOf(phrase.words)) ?? []) : undefined);
    const draft = known ?? create(phrase, kind);
    if (known && kind === 'person' && words.length > known.words.length) {
      known.words = words;
      known.name = doc.text.slice(phrase.start, phrase.end);
      index(known, words);
    }
    assigned.set(phrase, draft);
    learn(doc, draft, phrase);
  }

  const lastNamed = new Map<Draft, number>();
  for (const [order, phrase] of phrases.entries()) {
    let draft = assigned.get(phrase);
    if (!draft) {
      draft = forSingle(doc, phrase, lastNamed) ?? create(phrase, kindOfSingle(phrase));
      assigned.set(phrase, draft);
      learn(doc, draft, phrase);
    }
    lastNamed.set(draft, order);
  }

  function forSingle(text: Tagged, phrase: Phrase, named: ReadonlyMap<Draft, number>): Draft | undefined {
    const word = surnameOf(phrase.words);
    const isLocal = phrase.kind === 'place';
    const before = text.tokens[phrase.first - 1]?.lower ?? '';
    if (isLocal && /^(?:in|from|to|near|at|of|outside|across|for)$/u.test(before)) return byForm.get(`false ${word}`);
    const fits = (draft: Draft) =>
      phrase.gender === null || draft.gender === null || draft.gender === phrase.gender || !phrase.titled;
    const people = (list: readonly Draft[] | undefined) =>
      (list ?? []).filter((draft) => draft.kind === 'person' && fits(draft));
    // "Spindler's father, Joseph": who is introduced by a role is not the Joseph named before.
    const introduced = phrase.titled || phrase.roles.some((role) => role.end < phrase.start);
    const person =
      latest(people(bySurname.get(word)), named) ?? (introduced ? undefined : latest(people(byWord.get(word)), named));
    if (person) return person;
    return (
      byForm.get(`false ${word}`) ??
      byForm.get(`true ${word}`) ??
      (phrase.titled || isLocal
        ? undefined
        : latest(
            (bySurname.get(word) ?? []).filter((draft) => draft.kind !== 'place' && draft.kind !== 'person'),
            named,
          )) ??
      byAcronym(phrase, entities)
    );
  }

  const bearers = new Map<string, Draft[]>();
  for (const draft of entities) if (draft.kind === 'person') for (const head of draft.heads) push(bearers, head, draft);
  const mentions: NameMention[] = [];
  for (const phrase of phrases) {
    mentions.push({
      start: phrase.start,
      end: phrase.end,
      entity: assigned.get(phrase)!.id,
      by: 'name',
      firstToken: phrase.first,
      endToken: phrase.end_,
      sentence: phrase.sentence,
    });
  }
  return { entities, mentions, bearers };
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = map.get(key);
  if (!list) map.set(key, [draft]);
  else if (!list.includes(draft)) list.push(draft);
}

/** The one named last; before anybody was named, the one who will be named first. */
function latest(list: readonly Draft[], named: ReadonlyMap<Draft, number>): Draft | undefined {
  let best = list[0];
  for (const draft of list) if ((named.get(draft) ?? -1) > (named.get(best!) ?? -1)) best = draft;
  return best;
}

function samePerson(words: readonly string[], list: readonly Draft[]): Draft | undefined {
  return list.find((draft) => draft.kind === 'person' && compatible(words, draft.words));
}

/** "Hillary Clinton" and "Hillary Rodham Clinton", "J. Smith" and "John Smith". */
function compatible(a: readonly string[], b: readonly string[]): boolean {
  const strip = (words: readonly string[]) => words.filter((word) => !SUFFIXES.has(word));
  const [short, long] = a.length <= b.length ? [strip(a), strip(b)] : [strip(b), strip(a)];
  const first = short[0]!;
  const other = long[0]!;
  if (
    first !== other &&
    !(first.length <= 2 && other.startsWith(first[0]!)) &&
    !(other.length <= 2 && first.startsWith(other[0]!))
  )
    return false;
  return short.slice(1).every((word) => word.length <= 2 || long.includes(word));
}

function countSingles(phrases: readonly Phrase[]): ReadonlySet<string> {
  const singles = new Set<string>();
  for (const phrase of phrases)
    if (phrase.words.length === 1 && (phrase.kind === 'unknown' || phrase.kind === 'person'))
      singles.add(fold(phrase.words[0]!.text));
  return singles;
}

function kindOf(doc: Tagged, phrase: Phrase, singles: ReadonlySet<string>): EntityKind {
  if (phrase.kind !== 'unknown') return phrase.kind;
  const before = doc.tokens[phrase.first - 1];
  const after = doc.tokens[phrase.end_];
  if (before?.lower === 'the' || before?.lower === 'a' || before?.lower === 'an') return 'other';
  if (phrase.words.length > 4 || !phrase.words.every((word) => /^[\p{L}.'’‘-]+$/u.test(word.text))) return 'other';
  if (phrase.personal || phrase.titled) return 'person';
  if (/^(?:said|says|told|who|added|wrote|recalls?|recalled)$/u.test(after?.lower ?? '') && phrase.words.length <= 3)
    return 'person';
  if (/^(?:said|says|added|wrote)$/u.test(before?.lower ?? '') && phrase.words.length <= 3) return 'person';
  if (singles.has(surnameOf(phrase.words)) && !phrase.words.every((word) => word.text === word.text.toUpperCase()))
    return 'person';
  return 'other';
}

function kindOfSingle(phrase: Phrase): EntityKind {
  if (phrase.kind !== 'unknown') return phrase.kind;
  if (phrase.titled || phrase.personal || isGivenName(phrase.words[0]!.text)) return 'person';
  return 'other';
}

/** "FSIN" for "Federation of Sovereign Indigenous Nations". */
function byAcronym(phrase: Phrase, entities: readonly Draft[]): Draft | undefined {
  const letters = phrase.words[0]!.text.toLowerCase();
  if (phrase.words[0]!.text !== phrase.words[0]!.text.toUpperCase() || letters.length < 2 || letters.length > 6)
    return undefined;
  return entities.find(
    (draft) =>
      draft.kind !== 'person' &&
      draft.words.length > 1 &&
      draft.words
        .filter((word) => word !== 'of' && word !== 'the' && word !== 'for')
        .map((word) => word[0])
        .join('') === letters,
  );
}

function learn(doc: Tagged, draft: Draft, phrase: Phrase): void {
  if (phrase.gender !== null && (draft.gender === null || phrase.titled)) draft.gender = phrase.gender;
  for (const role of phrase.roles) {
    draft.roles.push(role);
    addHeads(doc, draft, role);
  }
}

/** Reads the role nouns and demonyms out of a role phrase. */
function addHeads(doc: Tagged, draft: Draft, role: Span): void {
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
