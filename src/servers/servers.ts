/** The door of `servers`: the articles and settings of every server, each apart from the others. */
import { setImmediate as breathe } from 'node:timers/promises';
import { createLibrary, createLibraryGently } from '../answer/answer.ts';
import type { Library } from '../answer/types.ts';
import { corpusOf, type Sketch, sketch } from '../corpus/corpus.ts';
import type { Article, Corpus } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Store } from '../store/types.ts';
import type { Web } from '../web/types.ts';
import { createCleaner } from './cleaning.ts';
import type { Collection } from './collection.ts';
import { isDamaged } from './collection.ts';
import { createDepartures } from './departures.ts';
import { createFeeds } from './feeds.ts';
import { isOwn, OWN } from './ids.ts';
import { knowledgeOf } from './knowledge.ts';
import { LIMITS, type Limits, ROOM, type Room, TIMES, type Times } from './limits.ts';
import { createPartitions } from './partitions.ts';
import { createPoller } from './poller.ts';
import { createPreparer } from './prepare.ts';
import { DEFAULTS, settingsSchema } from './settings.ts';
import { createLanes, createTurns } from './turns.ts';
import { KnowledgeRefusal, type Server, type Servers } from './types.ts';

export { DEFAULTS, isOwn };

export interface ServersOptions {
  /** The articles that came with the bot. */
  readonly shipped: Library;
  readonly reader: Reader;
  readonly store: Store;
  /** Fetches links and feeds; without it there are none. */
  readonly web?: Web;
  /** Whether this process serves a server, so that each feed is polled by one process alone. */
  readonly isMine?: (guildId: string) => boolean;
  /** Is told in a sentence what an operator should know, once each. */
  readonly report?: (sentence: string) => void;
  readonly limits?: Partial<Limits>;
  readonly times?: Partial<Times>;
  readonly room?: Partial<Room>;
  /** Milliseconds between two rounds of what is done in the background: polling, releasing, cleaning up. */
  readonly round?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** From 0 up to, not including, 1. */
  readonly random?: () => number;
}

const ROUND = 30_000;
/** Additions that are read at the same time, of all servers. */
const READING = 2;

/**
 * Opens nothing yet: each server is opened with its first question.
 * @throws Error with a plain sentence when shipped articles have ids that belong to servers' own
 */
export const createServers = ({
  shipped,
  reader,
  store,
  web,
  isMine = () => true,
  report = () => {},
  round = ROUND,
  now = Date.now,
  random = Math.random,
  ...options
}: ServersOptions): Servers => {
  const taken = shipped.articles.find(isOwn);
  if (taken) throw new Error(`The article "${taken.id}" has an id that begins with "${OWN}". Please rename its file.`);
  const limits = { ...LIMITS, ...options.limits };
  const times = { ...TIMES, ...options.times };
  const room = { ...ROOM, ...options.room };
  const closing = new AbortController();
  const { signal } = closing;
  const none = createLibrary(corpusOf([]), reader);
  const direct: Server = Object.freeze({ id: null, settings: DEFAULTS, library: shipped });
  const preparer = createPreparer();
  const said = once(report);
  const sketchOf = remembered(sketch);
  const base = { shipped, none, reader, signal };

  const partitions = createPartitions({
    store,
    now,
    times,
    room,
    signal,
    report: said,
    build: (own, isShipped, before) => build(own, isShipped, before, base),
    swapped({ own, server: { library } }, before) {
      if (before) preparer.stop(before);
      const articles = [...own.values()].slice(-room.prepared).map(({ article }) => article);
      if (articles.length > 0) preparer.start(library, articles);
    },
    dropped: (library) => preparer.stop(library),
  });
  const turns = createTurns();
  const lane = createLanes(READING);
  const additions = { store, partitions, reader, shipped: shipped.articles, limits, sketchOf, signal };
  const feeds = createFeeds({ ...additions, web: web ?? null, turns, lane, now, random, times });
  const departures = createDepartures({ store, partitions, turns, now });
  const cleaner = createCleaner(store, partitions, times, now, signal);
  const poller = createPoller(feeds, (guildId) => isMine(guildId) && !departures.isGone(guildId));

  let running: Promise<void> | null = null;
  const rounds = async (): Promise<void> => {
    partitions.sweep();
    // What the store cannot do now is done in a later round; that it is lost, it says by itself.
    await departures.round().catch(() => undefined);
    await cleaner.round().catch(() => undefined);
    if (web) await poller.round().catch(() => undefined);
    running = null;
  };
  const timer = setInterval(() => {
    running ??= rounds();
  }, round).unref();

  return {
    async open(guildId) {
      return guildId === null ? direct : await partitions.open(guildId);
    },
    async configure(guildId, edit) {
      const settings = store.settings(guildId, settingsSchema);
      const change = () => settings.change((kept) => edit(kept ?? DEFAULTS));
      const { before = DEFAULTS, after } = await change().catch(async (error: unknown) => {
        if (!isDamaged(error)) throw error;
        const made = edit(DEFAULTS);
        await settings.set(made);
        return { before: DEFAULTS, after: settingsSchema.parse(made) };
      });
      await partitions.settle(guildId, after);
      return { before, after };
    },
    knowledge: (guildId) => knowledgeOf(guildId, { ...additions, base: shipped, turns, lane, web: web ?? null, feeds }),
    joined: departures.joined,
    left: departures.left,
    get size() {
      return partitions.size;
    },
    async close() {
      clearInterval(timer);
      closing.abort(new KnowledgeRefusal('I am being restarted. Please try again in a minute.'));
      await Promise.all([turns.idle(), poller.idle(), running]);
      preparer.close();
      partitions.close();
    },
  };
};

/** A server's library. Without articles of its own it is a library that all such servers share. */
const build = async (
  own: Collection,
  isShipped: boolean,
  before: Library | null,
  { shipped, none, reader, signal }: Base,
): Promise<Library> => {
  if (own.size === 0) return isShipped ? shipped : none;
  const articles = [...(isShipped ? shipped.articles : []), ...own.values().map(({ article }) => article)];
  const pause = async (): Promise<void> => {
    signal.throwIfAborted();
    await breathe();
  };
  return await createLibraryGently(corpusFrom(articles), reader, before ?? shipped, pause);
};

/** What all libraries are made with. */
interface Base {
  readonly shipped: Library;
  /** Of a server without any articles. */
  readonly none: Library;
  readonly reader: Reader;
  readonly signal: AbortSignal;
}

/** The articles themselves, not copies: what is known of them is known once. */
const corpusFrom = (articles: readonly Article[]): Corpus => {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return Object.freeze({ articles: Object.freeze(articles), get: (id: string) => byId.get(id) });
};

const remembered = (make: (article: Article) => Sketch): ((article: Article) => Sketch) => {
  const known = new WeakMap<Article, Sketch>();
  return (article) => {
    const found = known.get(article) ?? make(article);
    known.set(article, found);
    return found;
  };
};

/** So many different sentences are remembered as said. */
const MOST_SAID = 1_000;

const once = (report: (sentence: string) => void): ((sentence: string) => void) => {
  const said = new Set<string>();
  return (sentence) => {
    if (said.has(sentence)) return;
    if (said.size >= MOST_SAID) said.clear();
    said.add(sentence);
    report(sentence);
  };
};
