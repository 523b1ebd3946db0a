/** When to ask a feed again: rarely, never sooner than its server wants, and less and less while it fails. */
import type { FeedState, Poll, PollOutcome } from './types.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The least time between two polls, in milliseconds, and the longest. */
const BASE = 30 * MINUTE;
const LONGEST = DAY;
/** Failures in a row after which a feed ails: with the pauses doubling, about a day and a quarter. */
const AILING = 6;
/** Feeds must not all be due at once: up to so much is added to every pause, as a share of it. */
const SPREAD = 0.1;
const GONE = 410;

/** A feed that was never polled: due at once. @param now milliseconds since 1970 */
export const newFeed = (url: string, now: number): FeedState => ({
  url,
  etag: null,
  lastModified: null,
  failures: 0,
  due: now,
  lastError: null,
  lastOk: null,
});

/**
 * What to keep of a feed after a poll, and when to poll next. While it works: after half an hour, or later if its server
 * says so by max-age or ttl. While it fails: after half an hour, an hour, two hours and so on, or later if its server says
 * so by Retry-After. Never after more than a day (and a tenth).
 * @param now milliseconds since 1970
 * @param random from 0 up to, not including, 1
 */
export const nextPoll = (state: FeedState, outcome: PollOutcome, now: number, random: () => number): Poll => {
  const due = (pause: number): number => now + Math.round(between(BASE, pause, LONGEST) * (1 + SPREAD * random()));
  const ailed = state.failures >= AILING;
  if (outcome.kind === 'failed') {
    const { message, status, retryAfter } = outcome;
    const failures = status === GONE ? Math.max(AILING, state.failures + 1) : state.failures + 1;
    const backoff = BASE * 2 ** Math.min(failures - 1, 10);
    const ailing = failures >= AILING;
    return {
      state: { ...state, failures, due: due(Math.max(backoff, (retryAfter ?? 0) * 1_000)), lastError: message },
      ailing,
      turned: ailing !== ailed,
    };
  }
  const { kind, etag, lastModified, maxAge, moved, ttl } = outcome;
  // A 304 may leave its validators out: then those of the last copy still hold.
  const kept = kind === 'unchanged' ? state : { etag: null, lastModified: null };
  return {
    state: {
      url: moved ?? state.url,
      etag: etag ?? kept.etag,
      lastModified: lastModified ?? kept.lastModified,
      failures: 0,
      due: due(Math.max((maxAge ?? 0) * 1_000, (ttl ?? 0) * MINUTE)),
      lastError: null,
      lastOk: now,
    },
    ailing: false,
    turned: ailed,
  };
};

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);
