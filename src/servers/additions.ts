/** From files to articles on a server's shelf: read, planned, kept in one step, indexed. */
import { corpusOf, createFileReader, type Sketch } from '../corpus/corpus.ts';
import type { Article, Failure } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Store } from '../store/types.ts';
import { articleOf, ownArticleOf } from './facts.ts';
import { ownId } from './ids.ts';
import { readSettings } from './kept-settings.ts';
import type { Limits } from './limits.ts';
import { createPace } from './pace.ts';
import type { Partitions } from './partitions.ts';
import { type Arrival, type Plan, planAddition } from './plan.ts';
import { markRevision } from './revision.ts';
import { shelfOf } from './shelf.ts';
import { type Addition, type EditableFacts, KnowledgeRefusal, type Progress } from './types.ts';

export interface AdditionServices {
  readonly store: Store;
  readonly partitions: Partitions;
  readonly reader: Reader;
  readonly shipped: readonly Article[];
  readonly limits: Limits;
  readonly sketchOf: (article: Article) => Sketch;
  /** Aborted when the bot closes: what has not been kept by then is not. */
  readonly signal: AbortSignal;
}

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Shown as where its articles came from; the file's name when absent. */
  readonly origin?: string;
  /** The address that it was fetched from, and its name was made of: two texts under it are two versions of one article. */
  readonly url?: string;
}

export interface Arrived {
  readonly arrivals: readonly Arrival[];
  readonly failures: readonly Failure[];
}

export type Report = (progress: Progress) => void;

/** Reads files in the order given; what cannot be read is among the failures. */
export const readFiles = async (
  files: readonly File[],
  report: Report,
  { reader, limits, signal }: Pick<AdditionServices, 'reader' | 'limits' | 'signal'>,
): Promise<Arrived> => {
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes > limits.bytes) {
    throw new KnowledgeRefusal(
      `These files have more than ${inMegabytes(limits.bytes)}. Please add them a few at a time.`,
    );
  }
  const arrivals: Arrival[] = [];
  const failures: Failure[] = [];
  const reading = createFileReader(reader);
  const pace = createPace(signal);
  try {
    for (const [done, { name, bytes, origin = name, url }] of files.entries()) {
      report({ stage: 'reading', done, total: files.length });
      const parsed = await reading.read(bytes, name);
      failures.push(...parsed.failures);
      for (const article of parsed.articles) {
        await pace();
        const named = namingOf(article, url);
        arrivals.push({ article: renamed(article, named === 'place' ? url : undefined), origin, named });
      }
      if (arrivals.length > limits.addition) throw tooMany(limits);
    }
  } finally {
    await reading.close();
  }
  report({ stage: 'reading', done: files.length, total: files.length });
  return { arrivals, failures };
};

/** Adds what has been read, all of it or nothing. To be called in the server's turn. */
export const keep = async (
  guildId: string,
  { arrivals, failures }: Arrived,
  report: Report,
  services: AdditionServices,
): Promise<Addition> => {
  const { store, partitions, limits, signal } = services;
  if (arrivals.length > limits.addition) throw tooMany(limits);
  const shelf = shelfOf(store, guildId);
  const own = partitions.peek(guildId);
  const settings = own?.server.settings ?? (await readSettings(store, guildId));
  const entries = await shelf.list();
  const holdings = {
    entries,
    shipped: settings.shipped ? services.shipped : [],
    async article(id: string) {
      const known = own?.own.get(id)?.article;
      if (known) return known;
      const kept = await shelf.get(id);
      return kept && articleOf(id, kept.text, kept.facts);
    },
  };
  const pace = createPace(signal);
  const plan = await planAddition(arrivals, holdings, services.sketchOf, pace);
  guard(plan, limits);
  const total = plan.writes.length;
  const kept = { added: [] as readonly string[], changed: [] as readonly string[], unchanged: [] as readonly string[] };
  if (total > 0) {
    report({ stage: 'keeping', done: 0, total });
    const writes = async function* () {
      for (const write of plan.writes) {
        await pace();
        yield write;
      }
    };
    Object.assign(kept, await shelf.add(writes(), (done) => report({ stage: 'keeping', done, total })));
    report({ stage: 'indexing', done: 0, total });
    await settle(guildId, services, new Map(arrivals.map(({ article: { hash, text } }) => [hash, text])));
    report({ stage: 'indexing', done: total, total });
  }
  const now = new Map((total > 0 ? await shelf.list() : entries).map((entry) => [entry.id, entry]));
  const shown = (ids: readonly string[]) => ids.flatMap((id) => now.get(id) ?? []).map(ownArticleOf);
  return Object.freeze({
    added: shown(kept.added),
    changed: shown(kept.changed),
    unchanged: shown([...kept.unchanged, ...plan.unchanged]),
    duplicates: plan.duplicates,
    copies: plan.copies,
    failures,
  });
};

/** Makes a change of the list seen, here and by other processes. @param texts by hash, that need not be read */
export const settle = async (
  guildId: string,
  { store, partitions }: Pick<AdditionServices, 'store' | 'partitions'>,
  texts?: ReadonlyMap<string, string>,
): Promise<void> => {
  try {
    await markRevision(store, guildId);
    await partitions.refresh(guildId, texts);
  } catch (error) {
    partitions.expire(guildId);
    throw error;
  }
};

/** An article with what somebody says about it; null takes away, undefined leaves. */
export const described = (article: Article, { title, published, source, url }: EditableFacts): Article =>
  corpusOf([
    {
      ...article,
      ...(title !== undefined && { title }),
      ...(published !== undefined && { published }),
      ...(source !== undefined && { source }),
      ...(url !== undefined && { url }),
    },
  ]).articles[0]!;

const renamed = (article: Article, url: string | undefined): Article =>
  corpusOf([{ ...article, id: ownId(article.id), url: article.url ?? url ?? null }]).articles[0]!;

const namingOf = ({ format }: Article, url: string | undefined): Arrival['named'] => {
  if (format === 'json' || format === 'jsonl') return 'record';
  return format === 'feed' || url !== undefined ? 'place' : 'name';
};

const guard = ({ writes, articles, characters }: Plan, limits: Limits): void => {
  if (writes.length === 0) return;
  if (articles > limits.articles) {
    throw new KnowledgeRefusal(
      `A server can have ${limits.articles.toLocaleString('en')} articles, and with these it would have ${articles.toLocaleString('en')}. Please remove some first.`,
    );
  }
  if (characters > limits.characters) {
    throw new KnowledgeRefusal(
      `The articles of a server can have ${limits.characters.toLocaleString('en')} characters in all, and with these they would have more. Please remove some first.`,
    );
  }
};

const tooMany = ({ addition }: Limits): KnowledgeRefusal =>
  new KnowledgeRefusal(
    `These are more than ${addition.toLocaleString('en')} articles, which is the most that I add at once. Please add them in several parts.`,
  );

const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MB`;
