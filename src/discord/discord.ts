import { Events } from 'discord.js';
import type { Logger } from 'pino';
import { createAudit } from './audit.ts';
import { type Api, createClient } from './client.ts';
import { type Connection, openGateway } from './connection.ts';
import { createDispatcher } from './dispatch.ts';
import { createDownload } from './download.ts';
import { openEndpoint } from './endpoint.ts';
import { type Examination, examine, type Failed } from './examine.ts';
import { watchGuilds } from './guilds.ts';
import { localize } from './localize.ts';
import { inviteUrl } from './permissions.ts';
import { registerCommands } from './register.ts';
import type { Patience } from './respond.ts';
import type { Answered } from './run.ts';
import type { Sharding } from './shards.ts';
import type { Command, Shared } from './types.ts';
import type { Watch } from './watchdog.ts';

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
  /** How long `close` waits for answers that are under way, in milliseconds; seven seconds unless told otherwise. */
  readonly grace?: number;
  /** The hosts that attached files are taken from; those of `api.cdn` and `api.media` unless told otherwise. */
  readonly attachmentHosts?: readonly string[];
  /** Is told what became of every request, for metrics. */
  readonly onAnswered?: (answered: Answered) => void;
  /** Which shards this process serves; all unless told otherwise. */
  readonly sharding?: Sharding;
  /** Where interactions are taken over HTTP instead of the gateway. */
  readonly interactions?: { readonly host: string; readonly port: number } | null;
  /** Is called once, with a plain sentence, when only a new process can help. */
  readonly giveUp?: (sentence: string) => void;
  /** How closely the connection is watched. */
  readonly watch?: Partial<Watch>;
}

export interface Bot {
  readonly applicationId: string;
  /** The name that the bot goes by on Discord. */
  readonly name: string;
  /** How the bot is connected, as long as it runs. */
  readonly connection: Pick<Connection, 'shards' | 'guilds' | 'serves' | 'missing' | 'trouble'>;
  /** The link under which an administrator adds the bot to a server. */
  readonly inviteUrl: string;
  /** Whether the commands had changed and were registered anew, which the process with shard 0 alone does. */
  readonly registered: boolean;
  /** Takes nothing new on, lets running answers finish, and disconnects. */
  close(): Promise<void>;
}

/**
 * Starts the bot: connects, answers interactions and messages, and registers the commands if they changed.
 * @throws Error with one plain sentence when Discord does not accept the token or cannot be reached
 */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const { token, commands, api, log, grace = 7_000, interactions, giveUp = () => {} } = options;
  const shared: Shared = { ...options.shared, commands };
  const connectable = createClient(api, options.sharding);
  const { client } = connectable;
  const dispatcher = createDispatcher({
    ...options,
    shared,
    audit: createAudit({ client, servers: shared.servers, log, now: options.now }),
    download: createDownload({
      hosts: options.attachmentHosts ?? [api.cdn, api.media].map((address) => new URL(address).host),
      insecure: api.base.startsWith('http:'),
      log,
    }),
  });
  const guilds = watchGuilds({ client, shared, log });
  client.on(Events.InteractionCreate, dispatcher.interaction);
  client.on(Events.MessageCreate, dispatcher.message);
  const connection = await (interactions
    ? openEndpoint(client, { token, api, log, place: interactions, now: options.now })
    : openGateway(connectable, { token, api, log, giveUp, watch: options.watch }));
  const { applicationId: id, name } = connection;
  void guilds.catchUp(connection);
  const declared = commands.map(({ data }) => localize(data));
  const registered = connection.registers && (await registerCommands(client.rest, id, declared));
  log.info({ application: id, registered }, 'ready');
  return {
    applicationId: id,
    name,
    connection,
    inviteUrl: inviteUrl(id),
    registered,
    close: async () => {
      await Promise.all([dispatcher.stop(grace), guilds.settled(grace)]);
      await connection.close();
      log.info('stopped');
    },
  };
};

/** What Discord says of the bot, without starting it: for the doctor. Never rejects. */
export const examineBot = ({
  token,
  api,
  commands,
}: Pick<BotOptions, 'token' | 'api' | 'commands'>): Promise<Examination | Failed> =>
  examine(
    token,
    api,
    commands.map(({ data }) => localize(data)),
  );
