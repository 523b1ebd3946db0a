import { type Client, Events, WebSocketShardStatus } from 'discord.js';
import type { Logger } from 'pino';
import { closed } from './client.ts';
import type { Shards } from './shards.ts';

/** In milliseconds. */
export interface Watch {
  /** Between two looks at the shards. */
  readonly look: number;
  /** How long a heartbeat may wait for its receipt. */
  readonly receipt: number;
  /** How long a shard may be away before the process gives up. */
  readonly away: number;
}

/**
 * A receipt usually comes within a second, and heartbeats are 41 seconds apart: a half-open connection is found within one
 * and a half of those.
 */
const usual: Watch = { look: 5_000, receipt: 20_000, away: 10 * 60_000 };

export interface WatchdogOptions {
  readonly client: Client;
  readonly shards: () => Shards;
  readonly log: Logger;
  /** Is called once, with a plain sentence, when only a new process can help. */
  readonly giveUp: (sentence: string) => void;
  /** Milliseconds of a clock that only goes on. */
  readonly clock: () => number;
  readonly watch?: Partial<Watch>;
}

/** How one shard is. */
export interface ShardState {
  readonly id: number;
  readonly up: boolean;
  /** Milliseconds between the last heartbeat and its receipt; null before the first. */
  readonly ping: number | null;
  /** How often it had to connect again. */
  readonly reconnects: number;
}

export interface Watchdog {
  states(): readonly ShardState[];
  /** What only a new process can mend, as a plain sentence; null while there is nothing. */
  trouble(): string | null;
  stop(): void;
}

interface Record {
  reconnects: number;
  /** Since when it has been away, on the clock; null while it is there. */
  away: number | null;
}

/**
 * Watches the connections of a client that is ready. discord.js takes two heartbeats and half a minute to notice a
 * half-open connection; here it is cut as soon as a heartbeat waits too long for its receipt, and the shard resumes on a
 * new one. A shard that was closed for good, or stays away, ends the process: a supervisor starts it anew.
 */
export const createWatchdog = (options: WatchdogOptions): Watchdog => {
  const { client, shards, log, giveUp, clock } = options;
  const watch = { ...usual, ...options.watch };
  const records = new Map<number, Record>();
  let trouble: string | null = null;
  let looked = clock();

  const recordOf = (id: number): Record => {
    const known = records.get(id) ?? { reconnects: 0, away: null };
    records.set(id, known);
    return known;
  };

  const end = (sentence: string): void => {
    if (trouble !== null) return;
    trouble = sentence;
    log.fatal(sentence);
    giveUp(sentence);
  };

  const look = (): void => {
    const now = clock();
    // After a long pause of this process, what has come is only about to be read: nobody is to blame yet.
    const slept = now - looked > watch.look + watch.receipt / 2;
    looked = now;
    for (const [id, shard] of shards()) {
      const record = recordOf(id);
      const up = shard.status === WebSocketShardStatus.Ready;
      if (up) record.away = null;
      else record.away ??= now;
      if (slept) continue;
      if (record.away !== null && now - record.away > watch.away)
        end(`Shard ${id} has been without a connection to Discord for ${Math.round(watch.away / 60_000)} minutes.`);
      // What discord.js knows of heartbeats it keeps to itself, and its own answer to a missing receipt waits half a
      // minute for a farewell that a half-open connection never brings.
      const waiting = shard['isAck'] ? 0 : Date.now() - shard['lastHeartbeatAt'];
      const connection = shard['connection'];
      const leaving = connection?.readyState === connection?.CLOSING && connection !== null;
      if ((waiting > watch.receipt || leaving) && connection !== null) {
        log.warn({ shard: id, waiting }, 'the connection is half-open, reconnecting');
        connection.terminate();
      }
    }
  };

  const timer = setInterval(look, watch.look).unref();
  const onDisconnect = ({ code }: { readonly code: number }): void => end(closed(code));
  const onReconnecting = (id: number): void => {
    const record = recordOf(id);
    record.reconnects += 1;
    record.away ??= clock();
  };
  client.on(Events.ShardDisconnect, onDisconnect);
  client.on(Events.ShardReconnecting, onReconnecting);

  return {
    states: () =>
      [...shards()].map(([id, shard]) => {
        const ping = client.ws.shards.get(id)?.ping ?? -1;
        const up = shard.status === WebSocketShardStatus.Ready;
        return { id, up, ping: ping < 0 ? null : ping, reconnects: recordOf(id).reconnects };
      }),
    trouble: () => trouble,
    stop() {
      clearInterval(timer);
      client.off(Events.ShardDisconnect, onDisconnect);
      client.off(Events.ShardReconnecting, onReconnecting);
    },
  };
};
