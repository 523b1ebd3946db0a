import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  OAuth2Scopes,
  Options,
  Partials,
  PermissionFlagsBits,
} from 'discord.js';
import type { Logger } from 'pino';
import { isConnectionFailure } from './policy.ts';

/** Where Discord is: its own addresses, a proxy's, or the local Discord's. */
export interface Api {
  /** `https://discord.com/api`, without a version. */
  readonly base: string;
  readonly cdn: string;
  readonly media: string;
}

/**
 * A client for what the bot needs and no more: none of the intents is privileged, and no messages are kept. Direct
 * messages come only with partial channels switched on.
 */
export const createClient = (api: Api): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: api.base, cdn: api.cdn, mediaProxy: api.media },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });

/** What happens to the connection goes to the log; without a listener, an `error` event would end the process. */
export const logConnection = (client: Client, log: Logger): void => {
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'connected'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'connection resumed'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'connection lost, reconnecting'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ shard, code }, 'disconnected for good'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, err: error }, 'connection failed'));
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

const sentence = (error: unknown, api: Api): string => {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return refused;
  if (error instanceof DiscordAPIError && error.status === 401) return refused;
  if (isConnectionFailure(error))
    return `Discord could not be reached at ${api.base}. Is this machine online, and is DISCORD_API_BASE right?`;
  return error instanceof Error ? error.message : String(error);
};

const closed = (code: number): string =>
  code === GatewayCloseCodes.AuthenticationFailed
    ? refused
    : `Discord closed the connection for good with code ${code}.`;

/**
 * The least the bot can work with. Slash commands need none of these; they are for answering a mention in a channel or
 * thread, where a reply refers to a message and so needs its history; and Attach Files for the pictures and exports of
 * timelines. No Embed Links: replies are components without previews. No Mention Everyone, ever.
 */
const permissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/** The link under which an administrator adds the bot to a server. */
export const inviteUrl = (applicationId: string): string => {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', applicationId);
  url.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '));
  url.searchParams.set('permissions', permissions.toString());
  return url.href;
};
