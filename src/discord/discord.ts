import { Events } from 'discord.js';
import type { Logger } from 'pino';
import { type Api, connect, createClient, inviteUrl, logConnection } from './client.ts';
import { createDispatcher } from './dispatch.ts';
import { registerCommands } from './register.ts';
import type { Patience } from './respond.ts';
import type { Command, Shared } from './types.ts';

export interface BotOptions {
  readonly token: string;
  readonly commands: readonly Command[];
  readonly shared: Omit<Shared, 'commands'>;
  readonly api: Api;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds after which an answer that isn't ready is deferred; a second unless told otherwise. */
  readonly deferAfter?: number;
  /** Pauses between the tries to reach Discord. */
  readonly patience?: Patience;
  /** How long `close` waits for answers that are under way, in milliseconds; ten seconds unless told otherwise. */
  readonly grace?: number;
}

export interface Bot {
  readonly applicationId: string;
  /** The name that the bot goes by on Discord. */
  readonly name: string;
  /** The link under which an administrator adds the bot to a server. */
  readonly inviteUrl: string;
  /** Whether the commands had changed and were registered anew. */
  readonly registered: boolean;
  /** Takes nothing new on, lets running answers finish, and disconnects. */
  close(): Promise<void>;
}

/**
 * Starts the bot: connects, answers interactions and messages, and registers the commands if they changed.
 * @throws Error with one plain sentence when Discord does not accept the token or cannot be reached
 */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const { token, commands, api, log, grace = 10_000 } = options;
  const shared: Shared = { ...options.shared, commands };
  const client = createClient(api);
  const dispatcher = createDispatcher({ ...options, shared });
  logConnection(client, log);
  client.on(Events.InteractionCreate, dispatcher.interaction);
  client.on(Events.MessageCreate, dispatcher.message);
  const ready = await connect(client, token, api);
  const { id } = ready.application;
  const registered = await registerCommands(
    client.rest,
    id,
    commands.map(({ data }) => data),
  );
  log.info({ application: id, registered }, 'ready');
  return {
    applicationId: id,
    name: ready.user.username,
    inviteUrl: inviteUrl(id),
    registered,
    close: async () => {
      await dispatcher.stop(grace);
      // discord.js announces a reconnection even when it is told to leave.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
      log.info('stopped');
    },
  };
};
