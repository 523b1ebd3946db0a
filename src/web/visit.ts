/** Visits: one address, its redirects followed by hand and checked anew at every step, each request in its turn. */
import type { Readable } from 'node:stream';
import { Client } from 'undici';
import { PACKINGS } from './body.ts';
import { createConnector, createResolve, type Resolve } from './connect.ts';
import { type Headers, header } from './headers.ts';
import { refusalOf, refuse } from './refusal.ts';
import { redirectTarget } from './target.ts';
import { within } from './time.ts';
import { createTurns } from './turns.ts';
import type { Limits, WebOptions } from './types.ts';

const LARGEST_HEADERS = 16 * 2 ** 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);

/** What to ask for, and how. */
interface Visit {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly owner: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long it may take in all, without queueing, in milliseconds. */
  readonly total: number;
  /** Asked before every step: may this address be fetched, and how long after the last one of its host (milliseconds)? */
  readonly before: (target: URL) => Promise<number> | number;
}

interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readable;
  /** Ends the reading of the body when the time is up. */
  readonly signal: AbortSignal;
}

/** An answer that is no redirect. */
export interface Answer extends Got {
  readonly url: URL;
  /** The address that it has moved to for good. */
  readonly moved: URL | null;
}

export interface Visitor {
  /** Reads an answer with `read`; what that leaves of the body is dropped. @throws WebRefusal, or the signal's reason */
  visit<T>(visit: Visit, read: (answer: Answer) => Promise<T>): Promise<T>;
  /** Ends what is under way and all who wait; each is refused. */
  close(): void;
}

type Services = Required<Pick<WebOptions, 'allow' | 'now' | 'wait'>> & {
  readonly resolve: Resolve | undefined;
  readonly limits: Limits;
  readonly userAgent: string;
};

export const createVisitor = ({ resolve, allow, now, wait, limits, userAgent }: Services): Visitor => {
  const { idle } = limits;
  const turns = createTurns({ now, wait });
  const closing = new AbortController();
  const connection = {
    connect: createConnector({ resolve: resolve ?? createResolve(idle), allow, patience: idle, bytes: limits.bytes }),
    headersTimeout: idle,
    bodyTimeout: idle,
    maxHeaderSize: LARGEST_HEADERS,
    pipelining: 0,
  };

  /** One request, on a connection of its own and so with a look-up and a check of its own. */
  const request = async <T>(
    url: URL,
    headers: Visit['headers'],
    signal: AbortSignal,
    read: (got: Got) => Promise<T>,
  ) => {
    const client = new Client(url.origin, connection);
    try {
      const got = await client.request({
        method: 'GET',
        path: `${url.pathname}${url.search}`,
        headers: { 'user-agent': userAgent, 'accept-encoding': PACKINGS, ...headers },
        signal,
      });
      // Dropping a body that is not over is an error to the stream, but none to us.
      got.body.on('error', () => {});
      return await read({ status: got.statusCode, headers: got.headers, body: got.body, signal });
    } finally {
      await client.destroy();
    }
  };

  /** One request in its turn: what was read, or where it is redirected to and how long that took. */
  const step = async <T>(
    visit: Visit,
    at: Pick<Answer, 'url' | 'moved'>,
    left: number,
    read: (answer: Answer) => Promise<T>,
  ) => {
    const { url } = at;
    const signal = AbortSignal.any([closing.signal, ...(visit.signal ? [visit.signal] : [])]);
    const gap = await visit.before(url);
    const done = await within({ ms: limits.queue, signal, late: () => refuse('busy') }, (waiting) =>
      turns.take({ host: url.hostname, owner: visit.owner, gap, signal: waiting }),
    );
    const start = now();
    try {
      return await within({ ms: left, signal }, (ending) =>
        request(url, visit.headers, ending, async (got) => {
          const location = REDIRECTS.has(got.status) ? header(got.headers, 'location') : null;
          if (location === null) return { value: await read({ ...at, ...got }) };
          return { location, status: got.status, took: Math.max(0, now() - start) };
        }),
      );
    } catch (error) {
      signal.throwIfAborted();
      throw refusalOf(error);
    } finally {
      done();
    }
  };

  return {
    async visit(visit, read) {
      let { url, total: left } = visit;
      let moved: URL | null = null;
      let forGood = true;
      const seen = new Set<string>();
      while (seen.size <= limits.redirects && !seen.has(url.href)) {
        seen.add(url.href);
        const result = await step(visit, { url, moved }, left, read);
        if ('value' in result) return result.value;
        url = redirectTarget(url, result.location);
        left -= result.took;
        forGood &&= FOR_GOOD.has(result.status);
        if (forGood) moved = url;
      }
      throw refuse('redirects');
    },
    close() {
      closing.abort(refuse('busy', { message: 'I am being restarted. Please try again in a minute.' }));
    },
  };
};
