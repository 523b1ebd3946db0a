import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js';
import type { Logger } from 'pino';
import { isConnectionFailure } from './policy.ts';
import { type Sharding, type Shards, shardOptions } from './shards.ts';

/** Where Discord is: its own addresses, a proxy's, or the local Discord's. */
export interface Api {
  /** `https://discord.com/api`, without a version. */
  readonly base: string;
  readonly cdn: string;
  readonly media: string;
}

/** People and members that are kept; of everyone else, their next interaction tells all that is needed. */
const people = {
  maxSize: 200,
  keepOverLimit: ({ id, client }: { id: string; client: Client }) => id === client.user?.id,
};

/** A client that can be asked for its shards. */
export interface Connectable {
  readonly client: Client;
  readonly shards: () => Shards;
}

/**
 * A client for what the bot needs and no more: none of the intents is privileged, no messages are kept, and few people, so
 * that it stays small for years. Direct messages come only with partial channels switched on.
 */
export const createClient = (api: Api, sharding: Sharding = { shards: null, count: null }): Connectable => {
  const { options, shards } = shardOptions(sharding);
  const client = new Client({
    ...options,
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // What is sent is written as the API wants it already; to look through all of it again costs as much as to send it.
    jsonTransformer: (value: unknown) => value,
    rest: { api: api.base, cdn: api.cdn, mediaProxy: api.media },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...nothingOf,
      GuildMemberManager: people,
      UserManager: people,
    }),
  });
  return { client, shards };
};

/** What the bot has no use for. */
const nothingOf = {
  AutoModerationRuleManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const;

/** Conversations that are kept; discord.js would keep one for everybody who ever wrote. */
const conversations = 5_000;

/** Once an hour lets go of the oldest conversations. One that is needed again is made anew. Returns what ends it. */
export const keepSmall = ({ channels }: Client): (() => void) => {
  const trim = (): void => {
    const direct = [...channels.cache.values()].filter((channel) => channel.isDMBased());
    for (const { id } of direct.slice(0, -conversations)) channels.cache.delete(id);
  };
  const timer = setInterval(trim, 60 * 60_000).unref();
  return () => clearInterval(timer);
};

/**
 * What happens to the connection goes to the log, and an outage once, however often connecting fails. Without a listener,
 * an `error` event would end the process.
 */
export const logConnection = (client: Client, log: Logger): void => {
  const lost = new Set<number>();
  const back = (shard: number): void => void lost.delete(shard);
  const away = (shard: number, tell: () => void): void => {
    if (!lost.has(shard)) tell();
    lost.add(shard);
  };
  client.on(Events.ShardReady, (shard) => {
    back(shard);
    log.info({ shard }, 'connected');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    back(shard);
    log.info({ shard, replayed }, 'connection resumed');
  });
  client.on(Events.ShardReconnecting, (shard) =>
    away(shard, () => log.warn({ shard }, 'connection lost, reconnecting')),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ shard, code }, 'disconnected for good'));
  client.on(Events.ShardError, (error, shard) =>
    away(shard, () => log.warn({ shard, err: error }, 'connection failed')),
  );
  client.on(Events.Invalidated, () => log.error('the session was invalidated'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'));
};

/**
 * Connects, and resolves when the bot is ready.
 * @throws Error with one plain sentence when Discord does not accept the token or cannot be reached
 */
export const connect = async (client: Client, token: string, api: Api): Promise<Client<true>> => {
  const ready = Promise.withResolvers<Client<true>>();
  // On loopback the bot is ready before `login` resolves, so the listeners come first.
  client.once(Events.ClientReady, ready.resolve);
  client.once(Events.ShardDisconnect, ({ code }) => ready.reject(new Error(closed(code))));
  try {
    const [, connected] = await Promise.all([client.login(token), ready.promise]);
    return connected;
  } catch (error) {
    await client.destroy();
    throw new Error(sentence(error, api), { cause: error });
  }
};

const refused =
  'Discord did not accept the token in DISCORD_TOKEN. Copy it again from the Bot page of your application at https://discord.com/developers/applications.';

/** What keeps the bot from starting, as a plain sentence. */
export const sentence = (error: unknown, api: Api): string => {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return refused;
  if (error instanceof DiscordAPIError && error.status === 401) return refused;
  if (isConnectionFailure(error))
    return `Discord could not be reached at ${api.base}. Is this machine online, and is DISCORD_API_BASE right?`;
  return error instanceof Error ? error.message : String(error);
};

/** Why Discord closed a connection for good, as a plain sentence that says what to change. */
export const closed = (code: number): string =>
  reasons[code] ?? `Discord closed the connection for good with code ${code}.`;

const reasons: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: refused,
  [GatewayCloseCodes.InvalidShard]: 'Discord does not know such a shard. Check SHARDS and SHARD_COUNT.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is on too many servers for this number of shards. Leave SHARD_COUNT empty or raise it, in all processes.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks the version of its gateway that this bot uses. Update the bot.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord no longer knows the intents that this bot uses. Update the bot.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow this application the intents that every bot has. Is it the token of a bot?',
};
