import type { FeedKeeper } from './feeds.ts';
import { createLanes } from './turns.ts';

/** Servers whose feeds are polled at the same time. */
const AT_ONCE = 4;

export interface Poller {
  /** Polls what is due on this process's servers; servers that are still being polled are left alone. */
  round(): Promise<void>;
  idle(): Promise<void>;
}

export const createPoller = (
  feeds: Pick<FeedKeeper, 'servers' | 'poll'>,
  isWanted: (guildId: string) => boolean,
): Poller => {
  const lane = createLanes(AT_ONCE);
  const polling = new Map<string, Promise<void>>();
  return {
    async round() {
      for (const guildId of await feeds.servers()) {
        if (polling.has(guildId) || !isWanted(guildId)) continue;
        // A store that is away now is asked again with the next round.
        const poll = lane(() => feeds.poll(guildId))
          .catch(() => undefined)
          .finally(() => polling.delete(guildId));
        polling.set(guildId, poll);
      }
    },
    async idle() {
      await Promise.all(polling.values());
    },
  };
};
