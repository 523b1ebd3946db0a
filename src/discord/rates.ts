/** How much was done by whom in the last minute. */
export interface Rates {
  /**
   * Counts one more for every key, unless one of them has reached its limit.
   * @param wanted keys with how often a minute, 0 for as often as they like
   * @returns the first key that is full and the seconds until it is not, or null when it was counted
   */
  take(wanted: readonly { readonly key: string; readonly limit: number }[]): Full | null;
}

interface Full {
  readonly key: string;
  readonly seconds: number;
}

const window = 60_000;

/** More keys than this are not remembered: those that were used least recently are forgotten. */
const mostKeys = 10_000;

/**
 * A sliding window of a minute per key, in the memory of this process.
 * @param now milliseconds
 */
export const createRates = (now: () => number, most = mostKeys): Rates => {
  // A map keeps the order in which keys were set: the least recently used is the first.
  const times = new Map<string, readonly number[]>();

  return {
    take(wanted) {
      const at = now();
      const recent = wanted
        .filter(({ limit }) => limit > 0)
        .map(({ key, limit }) => ({
          key,
          limit,
          taken: (times.get(key) ?? []).filter((time) => time > at - window && time <= at),
        }));
      const full = recent.find(({ taken, limit }) => taken.length >= limit);
      if (full) {
        const free = full.taken[full.taken.length - full.limit]! + window;
        return { key: full.key, seconds: Math.max(1, Math.ceil((free - at) / 1_000)) };
      }
      for (const { key, taken } of recent) {
        times.delete(key);
        times.set(key, [...taken, at]);
      }
      for (const key of times.keys()) {
        if (times.size <= most) break;
        times.delete(key);
      }
      return null;
    },
  };
};
