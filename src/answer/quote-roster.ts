import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Searcher } from '../search/types.ts';
import { speakerOf } from './quote-speaker.ts';
import type { Citation, SpeakerEntry } from './types.ts';

/** Everyone who is quoted in the articles that were read so far: one person across articles. */
export interface Roster {
  /** Takes an article's speakers in; a second time it does nothing. */
  note(article: Article): void;
  /** Most quoted first. Reads a bounded number of articles before the first answer, so that few are never waited for. */
  list(): readonly SpeakerEntry[];
  /** Whether an article's speakers were taken in, so that reading it again costs nothing. */
  has(article: Article): boolean;
  /** Whether two names, as articles write them, are one person's. */
  isSame(a: string, b: string): boolean;
  /** Articles that quote somebody by this name, among those that were read. */
  articles(name: string): readonly Article[];
}

/** Articles that are read when the list is asked for; of larger collections, those read in the background count as well. */
const READ_NOW = 40;
/** Collections up to this many articles are read as a whole. */
const SMALL = 100;
/** From this many articles on, the list is made anew only when a twentieth more were read. */
const MANY = 1_000;

/** Names whose folded form is remembered. */
const KEYS = 50_000;

interface Named {
  /** How often each form of the name is written. */
  readonly forms: Map<string, number>;
  role: Citation | null;
  quotations: number;
  /** Whether an article takes the name for a body's or a place's. */
  isBody: boolean;
  readonly articles: Set<Article>;
}

interface Listed {
  readonly entries: readonly SpeakerEntry[];
  /** By the key of a name, the key of the fuller name that it stands for. */
  readonly owner: ReadonlyMap<string, string>;
  /** How many articles were read when it was made. */
  readonly articles: number;
}

/**
 * Full names are one person's when they are equal without accents, titles and initials; a surname alone is the person's
 * who alone in the collection bears it with a given name, and stands by itself when there are several, or none.
 */
export function createRoster(searcher: Searcher, reader: Reader): Roster {
  const noted = new Set<Article>();
  const keys = new Map<string, string>();
  const named = new Map<string, Named>();
  let listed: Listed | undefined;
  let isAhead = false;

  function note(article: Article): void {
    if (noted.has(article)) return;
    noted.add(article);
    const reading = reader.read(article);
    for (const quotation of reading.quotations) {
      const { name, role } = speakerOf(article, reading, quotation);
      if (name === null) continue;
      const { speaker } = quotation;
      const entity = speaker?.entity == null ? undefined : reading.names.entities[speaker.entity];
      const key = nameKey(name);
      const known = named.get(key) ?? {
        forms: new Map(),
        role: null,
        quotations: 0,
        isBody: false,
        articles: new Set(),
      };
      known.forms.set(name, (known.forms.get(name) ?? 0) + 1);
      known.role ??= role;
      known.quotations += 1;
      known.isBody ||= entity?.kind === 'organisation' || entity?.kind === 'place';
      known.articles.add(article);
      named.set(key, known);
    }
  }

  function merged(): Listed {
    if (listed && (listed.articles === noted.size || (noted.size > MANY && noted.size < listed.articles * 1.05))) {
      return listed;
    }
    const bearers = Map.groupBy(
      [...named.keys()].filter((key) => key.includes(' ') && !named.get(key)!.isBody),
      (key) => key.slice(key.lastIndexOf(' ') + 1),
    );
    const owner = new Map<string, string>();
    for (const [key, { isBody }] of named) {
      const [only, ...more] = bearers.get(key) ?? [];
      owner.set(key, !isBody && only !== undefined && more.length === 0 ? only : key);
    }
    const people = Map.groupBy(named.keys(), (key) => owner.get(key)!);
    const entries = Array.from(people, ([key, keys]): SpeakerEntry => {
      const own = named.get(key)!;
      const all = keys.map((part) => named.get(part)!);
      const quotations = all.reduce((sum, part) => sum + part.quotations, 0);
      return { name: commonest(own.forms), role: own.role ?? all.find(({ role }) => role)?.role ?? null, quotations };
    });
    entries.sort((a, b) => b.quotations - a.quotations || a.name.localeCompare(b.name));
    listed = { entries, owner, articles: noted.size };
    return listed;
  }

  function ownerOf(name: string): string {
    let key = keys.get(name);
    if (key === undefined) {
      key = nameKey(name);
      if (keys.size >= KEYS) keys.clear();
      keys.set(name, key);
    }
    return merged().owner.get(key) ?? key;
  }

  return {
    note,
    has: (article) => noted.has(article),
    list() {
      if (!isAhead) {
        isAhead = true;
        const { articles } = searcher.corpus;
        for (const article of newest(articles, articles.length <= SMALL ? SMALL : READ_NOW)) note(article);
      }
      return merged().entries;
    },
    isSame: (a, b) => ownerOf(a) === ownerOf(b),
    articles(name) {
      const wanted = ownerOf(name);
      const { owner } = merged();
      const found = [...named]
        .filter(([key]) => owner.get(key) === wanted)
        .flatMap(([, { articles }]) => [...articles]);
      return [...new Set(found)];
    },
  };
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].reduce((best, form) => (form[1] > best[1] ? form : best))[0];
}

/** At most `most` articles: all of them in their order, or the latest published. */
export function newest(articles: readonly Article[], most: number): readonly Article[] {
  if (articles.length <= most) return articles;
  const day = ({ published }: Article) => published ?? '';
  return articles.toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0)).slice(0, most);
}

/** A name as it is compared: lower case, without accents, titles, initials and signs. */
export function nameKey(name: string): string {
  const words = foldedName(name);
  const full = words.filter((word) => word.length > 1);
  return (full.length > 0 ? full : words).join(' ');
}

/** The words of a name, a role or a mention in lower case, without accents, articles and titles. */
export function foldedName(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:the|a|an|of|s|mr|mrs|ms|miss|dr|sir|jr|sr)$/u.test(word));
}
