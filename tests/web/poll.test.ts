import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newFeed, nextPoll } from '../../src/web/poll.ts';
import type { FeedState, PollOutcome } from '../../src/web/types.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 1);
const never = () => 0;
const feed = newFeed('https://news.example/feed', NOW);
const fresh = { etag: null, lastModified: null, maxAge: null, moved: null };
const fetched: PollOutcome = { kind: 'fetched', ...fresh, etag: '"1"', lastModified: 'Mon, 25 Nov 2019 10:00:00 GMT' };
const failed: PollOutcome = { kind: 'failed', message: 'That site is out of order.' };

/** The state after a number of failures, each at the moment it was due. */
const failing = (failures: number): FeedState => {
  let state = feed;
  for (let count = 0; count < failures; count += 1) ({ state } = nextPoll(state, failed, state.due, never));
  return state;
};
const pause = (outcome: PollOutcome, state = feed) => nextPoll(state, outcome, NOW, never).state.due - NOW;

describe('polling a feed', () => {
  test('a new feed is due at once', () => {
    expect(feed).toEqual({
      url: 'https://news.example/feed',
      etag: null,
      lastModified: null,
      failures: 0,
      due: NOW,
      lastError: null,
      lastOk: null,
    });
  });

  test('a feed that works is asked again after half an hour, with what the server gave', () => {
    expect(nextPoll(feed, fetched, NOW, never)).toEqual({
      state: {
        ...feed,
        etag: '"1"',
        lastModified: 'Mon, 25 Nov 2019 10:00:00 GMT',
        due: NOW + 30 * MINUTE,
        lastOk: NOW,
      },
      ailing: false,
      turned: false,
    });
  });

  test('a feed that has not changed keeps its etag and date, unless the server gives new ones', () => {
    const { state } = nextPoll(feed, fetched, NOW, never);
    expect(nextPoll(state, { kind: 'unchanged', ...fresh }, NOW, never).state).toMatchObject({
      etag: '"1"',
      lastModified: 'Mon, 25 Nov 2019 10:00:00 GMT',
    });
    expect(nextPoll(state, { kind: 'unchanged', ...fresh, etag: '"2"' }, NOW, never).state.etag).toBe('"2"');
  });

  test('a new copy without etag and date lets go of the old ones', () => {
    const { state } = nextPoll(feed, fetched, NOW, never);
    expect(nextPoll(state, { kind: 'fetched', ...fresh }, NOW, never).state).toMatchObject({
      etag: null,
      lastModified: null,
    });
  });

  test.each([
    ['max-age of an hour', { maxAge: 3_600 }, 60],
    ['max-age of a minute', { maxAge: 60 }, 30],
    ['max-age of a year', { maxAge: 31_536_000 }, 24 * 60],
    ['ttl of two hours', { ttl: 120 }, 120],
    ['ttl of a year', { ttl: 525_600 }, 24 * 60],
    ['the longer of both', { ttl: 90, maxAge: 3_600 }, 90],
  ])('what the server says about its pace is kept, up to a day: %s', (_what, says, minutes) => {
    expect(pause({ kind: 'fetched', ...fresh, ...says })).toBe(minutes * MINUTE);
  });

  test('while it fails the pauses double, up to a day', () => {
    const states = [1, 2, 3, 4, 5, 6, 7, 8, 200].map(failing);
    const before = [0, 1, 2, 3, 4, 5, 6, 7, 199].map(failing);
    const pauses = states.map(({ due }, index) => (due - (before[index]?.due ?? 0)) / MINUTE);
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
  });

  test('a failing feed keeps what it had, and says what is wrong until it works again', () => {
    const { state } = nextPoll(feed, fetched, NOW, never);
    const broken = nextPoll(state, failed, NOW + MINUTE, never).state;
    expect(broken).toMatchObject({ etag: '"1"', failures: 1, lastError: 'That site is out of order.', lastOk: NOW });
    expect(nextPoll(broken, fetched, NOW + 2 * MINUTE, never).state).toMatchObject({
      failures: 0,
      lastError: null,
      lastOk: NOW + 2 * MINUTE,
    });
  });

  test.each([
    [7_200, 120],
    [5, 30],
    [604_800, 24 * 60],
  ])('Retry-After of %i seconds is kept, up to a day', (retryAfter, minutes) => {
    expect(pause({ ...failed, retryAfter })).toBe(minutes * MINUTE);
  });

  test('after six failures the feed is ailing, and its owner is to be told once', () => {
    const fifth = nextPoll(failing(4), failed, NOW, never);
    const sixth = nextPoll(failing(5), failed, NOW, never);
    const seventh = nextPoll(failing(6), failed, NOW, never);
    const well = nextPoll(failing(7), fetched, NOW, never);
    expect([fifth, sixth, seventh, well].map(({ ailing, turned }) => [ailing, turned])).toEqual([
      [false, false],
      [true, true],
      [true, false],
      [false, true],
    ]);
  });

  test('a feed that is gone for good is ailing at once, and asked once a day at most', () => {
    const gone = nextPoll(feed, { ...failed, status: 410 }, NOW, never);
    expect(gone).toMatchObject({ ailing: true, turned: true });
    expect(gone.state.due - NOW).toBeGreaterThanOrEqual(16 * 60 * MINUTE);
  });

  test('a feed that has moved for good is asked at its new address', () => {
    const moved: PollOutcome = { ...fetched, moved: 'https://news.example/new-feed' };
    expect(nextPoll(feed, moved, NOW, never).state.url).toBe('https://news.example/new-feed');
  });

  test('whatever happens, the next poll is between half an hour and a day (and a tenth) away, and the state is JSON', () => {
    const seconds = fc.option(fc.nat());
    const outcome: fc.Arbitrary<PollOutcome> = fc.oneof(
      fc.record({
        kind: fc.constant('failed' as const),
        message: fc.string(),
        retryAfter: seconds,
        status: fc.option(fc.constant(410)),
      }),
      fc.record({
        kind: fc.constantFrom('fetched' as const, 'unchanged' as const),
        etag: fc.option(fc.string()),
        lastModified: fc.option(fc.string()),
        maxAge: seconds,
        moved: fc.constant(null),
        ttl: seconds,
      }),
    );
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, share), { minLength: 1, maxLength: 30 }), (polls) => {
        let state = feed;
        for (const [result, random] of polls) {
          const now = state.due;
          ({ state } = nextPoll(state, result, now, () => random));
          expect(state.due - now).toBeGreaterThanOrEqual(30 * MINUTE);
          expect(state.due - now).toBeLessThanOrEqual(1.1 * DAY);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        }
      }),
    );
  });

  test('feeds that were due together are spread out', () => {
    const dues = [0, 0.25, 0.5, 0.99].map((share) => nextPoll(feed, fetched, NOW, () => share).state.due);
    expect(new Set(dues).size).toBe(4);
  });
});
