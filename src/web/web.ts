/** The door of `web`: pages and feeds that someone named, fetched without trust in them or in whoever named them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readBody, readStart, typeOf, welcome } from './body.ts';
import { etagIn, header, httpDateIn, maxAgeIn, retryAfterIn } from './headers.ts';
import { nameOf } from './naming.ts';
import { newFeed, nextPoll } from './poll.ts';
import { refuseStatus } from './refusal.ts';
import { createRobots, LONGEST_ROBOTS, type RobotsAnswer } from './robots.ts';
import { parseTarget } from './target.ts';
import { within } from './time.ts';
import type { Fetched, FetchOptions, Limits, Web, WebOptions } from './types.ts';
import { type Answer, createVisitor } from './visit.ts';

export { newFeed, nextPoll };

/** The name that sites know the bot by: in its user agent, and in their robots.txt. */
const PRODUCT = 'Verbatim';

const usual: Limits = {
  bytes: 10 * 2 ** 20,
  unpacked: 20 * 2 ** 20,
  total: 30_000,
  idle: 10_000,
  queue: 60_000,
  redirects: 5,
};
/** Milliseconds for a robots.txt: a site that is slow here would otherwise keep people waiting twice. */
const ROBOTS_TOTAL = 10_000;

/**
 * Makes what fetches. It keeps robots.txt files for an hour and who waits for a turn, but no connection;
 * call `close` at the end. It reads no environment, keeps no cookies and goes through no proxy.
 */
export const createWeb = (options: WebOptions): Web => {
  const { contact, allow = () => false, now = Date.now, wait = pause, resolve } = options;
  const limits: Limits = { ...usual, ...options.limits };
  const userAgent = contact === undefined ? `${PRODUCT}/1.0` : `${PRODUCT}/1.0 (+${new URL(contact).href})`;
  const visitor = createVisitor({ allow, now, wait, resolve, limits, userAgent });
  const robots = createRobots(PRODUCT, now);

  const robotsOf = (url: URL, owner: string | undefined): Promise<RobotsAnswer> => {
    const total = Math.min(limits.total, ROBOTS_TOTAL);
    const visit = { url, headers: { accept: 'text/plain' }, owner, total, before: () => 0 };
    return visitor.visit(visit, async ({ status, headers, body, signal }) => ({
      status,
      text: status === 200 ? Buffer.from(await readStart(body, headers, LONGEST_ROBOTS, signal)).toString('utf8') : '',
      retryAfter: retryAfterIn(header(headers, 'retry-after'), now()),
    }));
  };

  const read = async (answer: Answer, { accept }: FetchOptions, conditional: boolean): Promise<Fetched> => {
    const { url, moved, status, headers, body, signal } = answer;
    const freshness = {
      etag: etagIn(header(headers, 'etag')),
      lastModified: httpDateIn(header(headers, 'last-modified')),
      maxAge: maxAgeIn(header(headers, 'cache-control')),
      moved: moved?.href ?? null,
    };
    if (status === 304 && conditional) return { kind: 'unchanged', ...freshness };
    // 203 is a 200 that a proxy has changed; other kinds of success have no page.
    if (status !== 200 && status !== 203) {
      throw refuseStatus(status, retryAfterIn(header(headers, 'retry-after'), now()));
    }
    const type = typeOf(headers, accept);
    const name = nameOf(url, header(headers, 'content-disposition'), type);
    const bytes = await readBody(body, headers, limits, signal);
    return { kind: 'fetched', url: url.href, bytes, type, name, ...freshness };
  };

  return {
    async fetch(text, fetching) {
      const { accept, owner, signal } = fetching;
      const url = parseTarget(text.trim());
      const etag = etagIn(fetching.etag);
      const since = httpDateIn(fetching.lastModified);
      const headers = {
        accept: welcome[accept],
        ...(etag !== null && { 'if-none-match': etag }),
        ...(since !== null && { 'if-modified-since': since }),
      };
      // The robots.txt is asked for on behalf of all who wait for it, so that one who gives up doesn't end it.
      const before = (target: URL): Promise<number> =>
        within({ ms: limits.queue + limits.total, signal }, () =>
          robots.check(target, (file) => robotsOf(file, owner)),
        );
      return await visitor.visit({ url, headers, owner, signal, total: limits.total, before }, (answer) =>
        read(answer, fetching, etag !== null || since !== null),
      );
    },
    close: () => visitor.close(),
  };
};

const pause = (ms: number, signal: AbortSignal): Promise<unknown> => sleep(ms, undefined, { signal });
