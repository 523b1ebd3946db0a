/** A server's feeds: what is kept of each, and how the articles in one get onto the shelf. */
import { z } from 'zod';
import type { FeedState, FetchedContent, PollOutcome, Web } from '../web/types.ts';
import { WebRefusal } from '../web/types.ts';
import { newFeed, nextPoll } from '../web/web.ts';
import { type AdditionServices, type Arrived, keep, type Report, readFiles } from './additions.ts';

import { nameOfFeed } from './ids.ts';
import type { Times } from './limits.ts';
import { shelfOf } from './shelf.ts';
import type { Turns } from './turns.ts';
import { type Addition, type Feed, KnowledgeRefusal } from './types.ts';

const text = z.string().nullable();
const feedsSchema = z.array(
  z.object({
    /** As it was added: its articles have it as their origin, and their ids are made of it. */
    url: z.string(),
    title: text,
    /** Milliseconds since 1970. */
    added: z.number(),
    /** It has failed for so long that it is not asked any more. */
    stopped: z.boolean(),
    state: z.object({
      url: z.string(),
      etag: text,
      lastModified: text,
      failures: z.number(),
      due: z.number(),
      lastError: text,
      lastOk: z.number().nullable(),
    }),
    /** Ends of the ids of what stood in it, so that what somebody has removed does not come back with the next poll. */
    seen: z.array(z.string()),
  }),
);
type Kept = z.infer<typeof feedsSchema>[number];

const serversSchema = z.array(z.string());
const NAME = 'feeds';
/** How much of an id tells the items of one feed apart, and how many that have left a feed are remembered. */
const MARK = 12;
const REMEMBERED = 500;

export interface FeedKeeper {
  list(guildId: string): Promise<readonly Feed[]>;
  add(guildId: string, url: string, report: Report): Promise<Addition>;
  remove(guildId: string, url: string): Promise<boolean>;
  /** Servers that have feeds, or had some when this was last written. */
  servers(): Promise<readonly string[]>;
  /** Polls what is due, one feed after the other. Never rejects for what is wrong with a feed. @throws StoreError */
  poll(guildId: string): Promise<void>;
}

export interface FeedServices extends AdditionServices {
  readonly web: Web | null;
  readonly turns: Turns;
  readonly lane: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly random: () => number;
  readonly times: Times;
}

export const createFeeds = (services: FeedServices): FeedKeeper => {
  const { store, web, turns, lane, limits, now, random, times, signal } = services;
  const stateOf = (guildId: string) => store.settings(guildId, feedsSchema, NAME);
  const register = store.settings(null, serversSchema, NAME);
  const feedsOf = async (guildId: string): Promise<readonly Kept[]> => (await stateOf(guildId).get()) ?? [];

  /** What a feed has that is new or may have changed; `left`: there is more, for the next time. */
  const take = async (guildId: string, { arrivals, failures }: Arrived, seen: readonly string[], most: number) => {
    const known = new Set(seen);
    const here = new Set((await shelfOf(store, guildId).list()).map(({ id }) => id));
    const fresh = arrivals.filter(({ article }) => !known.has(markOf(article.id)));
    const again = arrivals.filter(({ article }) => known.has(markOf(article.id)) && here.has(article.id));
    const taken = fresh.slice(0, most);
    const marks = taken.map(({ article }) => markOf(article.id));
    const inFeed = new Set(arrivals.map(({ article }) => markOf(article.id)));
    const still = seen.filter((mark, at) => inFeed.has(mark) || at < REMEMBERED);
    return {
      arrived: { arrivals: [...taken, ...again], failures },
      seen: [...new Set([...marks, ...still])],
      left: fresh.length > taken.length,
    };
  };

  const arrivedIn = async (url: string, { bytes }: FetchedContent, report: Report): Promise<Arrived> => {
    const arrived = await readFiles([{ name: nameOfFeed(url), bytes, origin: url }], report, services);
    const [first] = arrived.arrivals;
    if (first && first.article.format !== 'feed') {
      throw new KnowledgeRefusal('There is no feed at that link. To add the page itself, add it as a link.');
    }
    if (!first) throw new KnowledgeRefusal(reasonOf(arrived));
    return arrived;
  };

  const pollFeed = async (guildId: string, feed: Kept): Promise<Kept> => {
    const { state } = feed;
    let outcome: PollOutcome;
    let after: Kept = feed;
    try {
      const { url, etag, lastModified } = state;
      const fetched = await web!.fetch(url, { accept: 'feed', etag, lastModified, owner: guildId, signal });
      outcome = fetched;
      if (fetched.kind === 'fetched') {
        const left = await turns.run(guildId, () =>
          lane(async () => {
            const arrived = await arrivedIn(feed.url, fetched, () => {});
            const taken = await take(guildId, arrived, feed.seen, limits.poll);
            await keep(guildId, taken.arrived, () => {}, services);
            after = { ...feed, title: arrived.arrivals[0]?.article.source ?? feed.title, seen: taken.seen };
            return taken.left;
          }),
        );
        // What was left over must come next time, though the feed may not have changed by then.
        if (left) outcome = { ...fetched, etag: null, lastModified: null };
      }
    } catch (error) {
      if (!(error instanceof WebRefusal || error instanceof KnowledgeRefusal)) throw error;
      const { message } = error;
      const told = error instanceof WebRefusal ? { status: error.status, retryAfter: error.retryAfter } : {};
      outcome = { kind: 'failed', message, ...told };
    }
    const next = nextPoll(state, outcome, now(), random).state;
    const failing = next.failures > 0 && now() - (next.lastOk ?? feed.added) >= times.failing;
    return { ...after, state: next, stopped: failing };
  };

  /** Writes one feed back, unless it was removed meanwhile. */
  const write = async (guildId: string, feed: Kept): Promise<void> => {
    const has = (feeds: readonly Kept[]): boolean => feeds.some(({ url }) => url === feed.url);
    if (!has(await feedsOf(guildId))) return;
    await stateOf(guildId).change((feeds = []) => feeds.map((one) => (one.url === feed.url ? feed : one)));
  };

  return {
    async list(guildId) {
      const feeds = await feedsOf(guildId);
      if (feeds.length === 0) return [];
      const entries = await shelfOf(store, guildId).list();
      const counts = Map.groupBy(entries, ({ facts }) => facts.origin);
      return feeds.map((feed) => feedOf(feed, counts.get(feed.url)?.length ?? 0));
    },
    async add(guildId, text, report) {
      if (!web) throw new KnowledgeRefusal('Feeds are switched off here. Please add the articles as files.');
      const url = URL.parse(text.trim())?.href ?? text;
      const feeds = await feedsOf(guildId);
      if (feeds.length >= limits.feeds && feeds.every((feed) => feed.url !== url)) {
        throw new KnowledgeRefusal(`A server can have ${limits.feeds} feeds. Please remove one first.`);
      }
      report({ stage: 'getting', done: 0, total: 1 });
      const fetched = await web.fetch(url, { accept: 'feed', owner: guildId, signal });
      if (fetched.kind === 'unchanged') throw new Error('Nothing was known of the feed, and yet it is unchanged');
      report({ stage: 'getting', done: 1, total: 1 });
      return await turns.run(guildId, () =>
        lane(async () => {
          const arrived = await arrivedIn(url, fetched, report);
          const taken = await take(guildId, arrived, [], limits.addition);
          const addition = await keep(guildId, taken.arrived, report, services);
          const { state } = nextPoll(newFeed(url, now()), fetched, now(), random);
          const title = arrived.arrivals[0]?.article.source ?? null;
          const feed: Kept = { url, title, added: now(), stopped: false, state, seen: taken.seen };
          // The register first: a server in it that has no feeds does no harm, a feed that nobody polls does.
          await register.change((known = []) => (known.includes(guildId) ? known : [...known, guildId]));
          await stateOf(guildId).change((known = []) => [...known.filter((one) => one.url !== url), feed]);
          return addition;
        }),
      );
    },
    async remove(guildId, text) {
      const url = URL.parse(text.trim())?.href ?? text;
      if ((await feedsOf(guildId)).every((feed) => feed.url !== url)) return false;
      const { before = [] } = await stateOf(guildId).change((feeds = []) => feeds.filter((feed) => feed.url !== url));
      return before.some((feed) => feed.url === url);
    },
    servers: async () => (await register.get()) ?? [],
    async poll(guildId) {
      const feeds = await feedsOf(guildId);
      if (feeds.length === 0) {
        await register.change((known = []) => known.filter((one) => one !== guildId));
        return;
      }
      for (const feed of feeds) {
        if (signal.aborted || !web || feed.stopped || feed.state.due > now()) continue;
        await write(guildId, await pollFeed(guildId, feed));
      }
    },
  };
};

const feedOf = ({ url, title, stopped, state }: Kept, articles: number): Feed => ({
  url,
  title,
  lastOk: state.lastOk === null ? null : new Date(state.lastOk).toISOString(),
  trouble: troubleOf(state, stopped),
  articles,
});

const troubleOf = ({ failures, lastError }: FeedState, stopped: boolean): string | null => {
  if (failures === 0) return null;
  return stopped ? `It has failed for a month and is not asked any more. The last time: ${lastError}` : lastError;
};

const reasonOf = ({ failures: [failure] }: Arrived): string =>
  failure ? `This feed cannot be read: ${failure.reason}.` : 'This feed has no articles.';

const markOf = (id: string): string => id.slice(-MARK);
