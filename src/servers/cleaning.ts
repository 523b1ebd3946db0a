/** What has had its time goes for good: removed articles, and questions that a server does not want kept any more. */
import type { Store } from '../store/types.ts';

import { DAY, type Times } from './limits.ts';
import type { Partitions } from './partitions.ts';
import { shelfOf } from './shelf.ts';

export interface Cleaner {
  /** Cleans up after the open servers, each at most once in a while. @throws StoreError */
  round(): Promise<void>;
}

export const createCleaner = (
  store: Store,
  partitions: Partitions,
  times: Times,
  now: () => number,
  signal: AbortSignal,
): Cleaner => {
  /** Last times by server, of all that were open since the start. */
  const cleaned = new Map<string, number>();
  return {
    async round() {
      for (const guildId of partitions.ids) {
        const partition = partitions.peek(guildId);
        if (!partition || signal.aborted) continue;
        if (now() - (cleaned.get(guildId) ?? 0) < times.cleaning) continue;
        cleaned.set(guildId, now());
        const { kept, days } = partition.server.settings.questionLog;
        // Without a mark there were never any articles, and looking for some would leave an empty list behind.
        if (partition.revision !== null) await shelfOf(store, guildId).erase(now() - times.undo);
        await store.eraseQuestions(guildId, now() - (kept ? days * DAY : 0));
      }
    },
  };
};
