import { setTimeout as sleep } from 'node:timers/promises';
import { Events, ShardClientUtil } from 'discord.js';
import type { Logger } from 'pino';
import { type Api, type Connectable, connect, keepSmall, logConnection } from './client.ts';
import { createWatchdog, type ShardState, type Watch } from './watchdog.ts';

/** How interactions reach the bot: through the gateway, or over HTTP. */
export interface Connection {
  readonly applicationId: string;
  /** The name that the bot goes by on Discord. */
  readonly name: string;
  /** Whether this process is the one that registers commands. */
  readonly registers: boolean;
  /** None where the gateway is not used. */
  shards(): readonly ShardState[];
  /** The ids of the servers that the bot is on, as far as this process serves them; null where nobody tells. */
  guilds(): readonly string[] | null;
  /** Whether this process is the one that serves a server, whether the bot is on it or not. */
  serves(guildId: string): boolean;
  /** Why nothing can reach the bot for now; null when it can. */
  missing(): string | null;
  /** What only a new process can mend; null while there is nothing. */
  trouble(): string | null;
  /** Lets go, within two seconds even where nobody answers. */
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly token: string;
  readonly api: Api;
  readonly log: Logger;
  readonly giveUp: (sentence: string) => void;
  readonly watch?: Partial<Watch> | undefined;
}

/** How long a farewell may take, in milliseconds. */
const farewell = 2_000;

/**
 * Connects a client, to which everything that listens was attached before, with the gateway.
 * @throws Error with one plain sentence when Discord does not accept the token or cannot be reached
 */
export const openGateway = async ({ client, shards }: Connectable, options: GatewayOptions): Promise<Connection> => {
  const { token, api, log, giveUp, watch } = options;
  logConnection(client, log);
  const ready = await connect(client, token, api);
  const stopTrimming = keepSmall(client);
  const watchdog = createWatchdog({ client, shards, log, giveUp, clock: () => performance.now(), watch: watch ?? {} });
  return {
    applicationId: ready.application.id,
    name: ready.user.username,
    registers: shards().has(0),
    shards: watchdog.states,
    guilds: () => [...client.guilds.cache.keys()],
    serves: (guildId) => shards().has(ShardClientUtil.shardIdForGuildId(guildId, client.options.shardCount ?? 1)),
    missing() {
      const away = watchdog.states().filter(({ up }) => !up);
      return away.length === 0 ? null : `not connected: shard ${away.map(({ id }) => id).join(', ')}`;
    },
    trouble: watchdog.trouble,
    async close() {
      watchdog.stop();
      stopTrimming();
      // discord.js announces a reconnection even when it is told to leave.
      client.removeAllListeners(Events.ShardReconnecting);
      const connections = [...shards().values()].flatMap((shard) => shard['connection'] ?? []);
      // discord.js stops listening to one that is still being made; what failed there later would end the process.
      for (const connection of connections) connection.on('error', () => {});
      // A half-open connection would never answer the farewell.
      await Promise.race([client.destroy(), sleep(farewell, undefined, { ref: false })]);
      for (const connection of connections) connection.terminate();
    },
  };
};
