/** What an addition will do, before anything is written. */
import { compare, isCopy, type Sketch } from '../corpus/corpus.ts';
import type { Article } from '../corpus/types.ts';
import type { Entry } from '../store/types.ts';
import { type Facts, factsOf } from './facts.ts';
import { besides } from './ids.ts';
import type { Pace } from './pace.ts';
import { createSignIndex, signsOf } from './signs.ts';

/** An article that somebody gives. */
export interface Arrival {
  /** Its id is the one that it will have, unless that is taken by another. */
  readonly article: Article;
  readonly origin: string;
  /**
   * How its id was found: `name` after a file's name, which other articles may have as well; `place` after an address, and
   * what stands there is the same article; `record` in a record, whose facts count as well as its text.
   */
  readonly named: 'name' | 'place' | 'record';
}

export interface Plan {
  readonly writes: readonly { readonly id: string; readonly text: string; readonly facts: Facts }[];
  /** Ids of articles that stay as they are. */
  readonly unchanged: readonly string[];
  readonly duplicates: readonly { readonly title: string; readonly of: string }[];
  readonly copies: readonly { readonly title: string; readonly of: string }[];
  /** How many articles there will be, and how long their texts. */
  readonly articles: number;
  readonly characters: number;
}

export interface Holdings {
  readonly entries: readonly Entry<Facts>[];
  /** Articles of the bot's own that answer here as well. */
  readonly shipped: readonly Article[];
  /** A server's own article as it is now; undefined: its text is lost. */
  readonly article: (id: string) => Promise<Article | undefined>;
}

/** Under one file's name, texts that share less of the shorter one than this are two articles, not two versions. */
const VERSION = 0.2;
/** How many articles each arrival is compared with. */
const COMPARED = 10;

/** One that is there already, or will be after this addition. */
interface Known {
  readonly id: string;
  readonly title: string;
  readonly sketch: () => Promise<Sketch | null>;
}

export const planAddition = async (
  arrivals: readonly Arrival[],
  holdings: Holdings,
  sketchOf: (article: Article) => Sketch,
  pace: Pace,
): Promise<Plan> => {
  const entries = new Map(holdings.entries.map((entry) => [entry.id, entry]));
  const byHash = new Map<string, Known>();
  const bySigns = createSignIndex<Known>();
  const taken = new Map<string, number>();
  const writes: Plan['writes'][number][] = [];
  const unchanged: string[] = [];
  const duplicates: Plan['duplicates'][number][] = [];
  const copies: Plan['copies'][number][] = [];
  let characters = 0;

  const know = (known: Known, hash: string, signs: string): void => {
    if (!byHash.has(hash)) byHash.set(hash, known);
    bySigns.add(known, signs);
  };
  for (const article of holdings.shipped) {
    await pace();
    const one = sketchOf(article);
    know({ id: article.id, title: titleOf(article), sketch: () => Promise.resolve(one) }, article.hash, signsOf(one));
  }
  const sketchOfEntry = async (id: string): Promise<Sketch | null> => {
    const article = await holdings.article(id);
    return article ? sketchOf(article) : null;
  };
  for (const { id, hash, length, facts } of holdings.entries) {
    await pace();
    know({ id, title: titleOf({ id, title: facts.title }), sketch: () => sketchOfEntry(id) }, hash, facts.signs);
    characters += length;
  }

  /** The id that an arrival gets: its own, or another where its file's name is that of another article. */
  const idFor = async ({ article: { id, hash }, named }: Arrival, own: Sketch): Promise<string> => {
    if (taken.has(id)) return besides(id, hash);
    const entry = entries.get(id);
    if (named !== 'name' || !entry || entry.hash === hash) return id;
    const known = await sketchOfEntry(id);
    if (known && compare(known, own).shared >= VERSION) return id;
    const other = besides(id, hash);
    for (const candidate of entries.keys()) {
      if (!candidate.startsWith(`${id}~`)) continue;
      const beside = await sketchOfEntry(candidate);
      if (beside && compare(beside, own).shared >= VERSION) return candidate;
    }
    return other;
  };

  const copyOf = async (own: Sketch, signs: string, id: string): Promise<Known | undefined> => {
    for (const known of bySigns.near(signs, COMPARED)) {
      if (known.id === id) continue;
      const other = await known.sketch();
      if (other && isCopy(own, other)) return known;
    }
    return;
  };

  for (const arrival of arrivals) {
    await pace();
    const { article, origin, named } = arrival;
    const title = titleOf(article);
    const own = sketchOf(article);
    const signs = signsOf(own);
    const id = await idFor(arrival, own);
    const entry = entries.get(id);
    const isHere = entry?.hash === article.hash;
    if (isHere && named !== 'record') {
      unchanged.push(id);
      continue;
    }
    const twin = byHash.get(article.hash);
    if (twin && !isHere) {
      duplicates.push({ title, of: twin.title });
      continue;
    }
    const original = await copyOf(own, signs, id);
    if (original) copies.push({ title, of: original.title });
    taken.set(id, article.text.length);
    characters += article.text.length - (entry?.length ?? 0);
    writes.push({ id, text: article.text, facts: factsOf(article, origin, signs) });
    know({ id, title, sketch: () => Promise.resolve(own) }, article.hash, signs);
  }
  const fresh = [...taken.keys()].filter((id) => !entries.has(id)).length;
  return { writes, unchanged, duplicates, copies, articles: entries.size + fresh, characters };
};

const titleOf = ({ id, title }: Pick<Article, 'id' | 'title'>): string => title || (id.split('/').at(-1) ?? id);
