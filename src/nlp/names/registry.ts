import type { EntityKind, Span } from '../types.ts';
import { fold, type Gender } from './lexicon-given-names.ts';
import { PARTICLES, SUFFIXES } from './lexicon-words.ts';
import { type Phrase, surnameOf } from './parse.ts';

/** An entity while it is being put together. */
export interface Draft {
  readonly id: number;
  readonly kind: EntityKind;
  name: string;
  words: readonly string[];
  readonly surname: string;
  gender: Gender | null;
  readonly roles: Span[];
  /** Role nouns said of this person, with the broader ones ("ambassador", "diplomat", "official"). */
  readonly heads: Set<string>;
  /** "chinese", "russian": what the person's role phrases say of where they belong. */
  readonly belongings: Set<string>;
}

/** The entities of one text, and the ways to find one again. */
export interface Registry {
  readonly drafts: readonly Draft[];
  create(phrase: Phrase, kind: EntityKind, name: string): Draft;
  /** A fuller form of a name turned up. */
  rename(draft: Draft, words: readonly string[], name: string): void;
  /** The entity of exactly these words, lower case without accents. */
  exact(person: boolean, words: string): Draft | undefined;
  /** Those whose surname, or last word, this is. */
  withSurname(word: string): readonly Draft[];
  /** Those in whose name the word occurs. */
  withWord(word: string): readonly Draft[];
  /** The body whose initials these are. */
  withInitials(letters: string): Draft | undefined;
}

/** So many bearers of one name are kept apart, the latest; no text has more. */
const MOST_NAMESAKES = 64;

export function createRegistry(): Registry {
  const drafts: Draft[] = [];
  const forms = new Map<string, Draft>();
  const surnames = new Map<string, Draft[]>();
  const byWord = new Map<string, Draft[]>();
  const initials = new Map<string, Draft>();

  function index(draft: Draft): void {
    forms.set(form(draft.kind === 'person', draft.words.join(' ')), draft);
    push(surnames, draft.surname, draft);
    for (const [at, word] of draft.words.entries()) {
      const inner = at > 0 && at < draft.words.length - 1;
      if (word.length > 1 && !(inner && PARTICLES.has(word))) push(byWord, word, draft);
    }
    if (draft.kind === 'person' || draft.words.length < 2) return;
    const letters = draft.words.filter((word) => !/^(?:of|the|for|and|&)$/u.test(word)).map((word) => word[0]);
    initials.set(letters.join(''), draft);
  }

  return {
    drafts,
    create(phrase, kind, name) {
      const draft: Draft = {
        id: drafts.length,
        kind,
        name,
        words: phrase.words.map((word) => fold(word.text)),
        surname: surnameOf(phrase.words),
        gender: null,
        roles: [],
        heads: new Set(),
        belongings: new Set(),
      };
      drafts.push(draft);
      index(draft);
      return draft;
    },
    rename(draft, words, name) {
      draft.words = words;
      draft.name = name;
      index(draft);
    },
    exact: (person, words) => forms.get(form(person, words)),
    withSurname: (word) => surnames.get(word) ?? [],
    withWord: (word) => byWord.get(word) ?? [],
    withInitials: (letters) => initials.get(letters),
  };
}

function form(person: boolean, words: string): string {
  return `${person ? 'person' : 'thing'} ${words}`;
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = map.get(key);
  if (!list) {
    map.set(key, [draft]);
    return;
  }
  if (list.includes(draft)) return;
  list.push(draft);
  if (list.length > MOST_NAMESAKES) list.shift();
}

/** "Ann Doyle" and "Ann Marie Doyle", "J. Smith" and "John Smith": may both be one person's name? */
export function compatible(a: readonly string[], b: readonly string[]): boolean {
  const strip = (words: readonly string[]) => words.filter((word) => !SUFFIXES.has(word));
  const [short, long] = a.length <= b.length ? [strip(a), strip(b)] : [strip(b), strip(a)];
  const first = short[0] ?? '';
  const other = long[0] ?? '';
  const initial = (one: string, two: string) => one.length <= 2 && one[0] === two[0];
  if (first !== other && !initial(first, other) && !initial(other, first)) return false;
  return short.slice(1).every((word) => word.length <= 2 || long.includes(word));
}
