import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientOptions, SimpleIdentifyThrottler, SimpleShardingStrategy } from 'discord.js';

/** Which shards of the bot a process serves. */
export interface Sharding {
  /** Ascending; null: all there are. */
  readonly shards: readonly number[] | null;
  /** In all processes together; null: as many as Discord recommends. */
  readonly count: number | null;
}

const shardsOf = (strategy: SimpleShardingStrategy) => strategy['shards'];

/** The shards of a client by their ids, as soon as it connects. */
export type Shards = ReadonlyMap<number, ReturnType<ReturnType<typeof shardsOf>['at']> & object>;

/** Discord lets one of the shards that share a bucket identify in this time, in milliseconds. */
const identifying = 5_000;

/**
 * The options that connect a client with its shards, and the shards themselves, which discord.js keeps to itself: one
 * whose connection is half-open has to be reconnected alone. Shards and their count are given even where they are the
 * usual ones, because discord.js would otherwise look for them in the environment.
 */
export const shardOptions = ({ shards, count }: Sharding) => {
  const strategies: SimpleShardingStrategy[] = [];
  const ids = shards ?? (count === null ? null : Array.from({ length: count }, (_, id) => id));
  const options: Pick<ClientOptions, 'shards' | 'shardCount' | 'ws'> = {
    shards: ids === null ? 'auto' : [...ids],
    shardCount: count ?? 1,
    ws: {
      buildStrategy(manager) {
        const strategy = new SimpleShardingStrategy(manager);
        strategies.splice(0, strategies.length, strategy);
        return strategy;
      },
      async buildIdentifyThrottler(manager) {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        return staggered(new SimpleIdentifyThrottler(limit.max_concurrency), ids?.[0] ?? 0, limit.max_concurrency);
      },
    },
  };
  return { options, shards: (): Shards => (strategies[0] ? shardsOf(strategies[0]) : new Map()) };
};

/**
 * Processes that are started together wait for those with lower shards before their first identify, so that Discord need
 * not refuse any. https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
const staggered = (throttler: SimpleIdentifyThrottler, first: number, concurrency: number) => {
  const start = Date.now() + Math.floor(first / concurrency) * identifying;
  return {
    async waitForIdentify(shard: number, signal: AbortSignal): Promise<void> {
      const early = start - Date.now();
      if (early > 0) await sleep(early, undefined, { signal });
      await throttler.waitForIdentify(shard, signal);
    },
  };
};
