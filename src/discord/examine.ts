import {
  type APIApplication,
  type APIApplicationCommand,
  type APIGatewayBotInfo,
  type APIGuildChannel,
  type APIGuildMember,
  type APIRole,
  ApplicationFlags,
  ChannelType,
  DiscordAPIError,
  type GuildChannelType,
  PermissionFlagsBits,
  REST,
  type RESTAPIPartialCurrentUserGuild,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Api } from './client.ts';
import { inviteUrl, missingIn, type Permission, permissions, permissionsIn, permissionsOf } from './permissions.ts';
import { isSame } from './register.ts';

/** What Discord says of a bot, without starting it. */
export interface Examination {
  readonly name: string;
  readonly applicationId: string;
  readonly inviteUrl: string;
  /** What the invitation asks for. */
  readonly permissions: readonly Permission[];
  /** Privileged intents that are switched on for the application, by name; the bot uses none. */
  readonly privileged: readonly string[];
  /** `missing`: Discord has none of the bot's commands; `outdated`: it has others. */
  readonly commands: 'registered' | 'outdated' | 'missing';
  /** Where Discord sends interactions over HTTP; null: through the gateway. */
  readonly endpoint: string | null;
  /** Connections that Discord recommends, and how many times the bot may still connect today. */
  readonly gateway: { readonly shards: number; readonly remaining: number; readonly total: number };
  readonly servers: readonly ExaminedServer[];
  /** Servers that were not looked at: because they are many, or Discord has an outage there. */
  readonly unseen: number;
}

interface ExaminedServer {
  readonly name: string;
  /** What the bot is allowed nowhere on the server. */
  readonly missing: readonly Permission[];
  /** Channels in which the bot is meant to answer, but lacks something for it. */
  readonly channels: readonly { readonly name: string; readonly missing: readonly Permission[] }[];
  /** Names of channels that the bot sees, but may not write in. */
  readonly silent: readonly string[];
  /** How many channels the bot does not see. */
  readonly hidden: number;
}

/** Why an examination came to nothing: Discord refuses the token, or cannot be reached. */
export type Failed = 'refused' | 'away';

/** Servers that are looked at; each takes three requests. */
const most = 50;
/** Servers a page of the list holds. */
const page = 200;

/** Asks Discord all of it with the bot's token. */
export const examine = async (
  token: string,
  api: Api,
  declared: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<Examination | Failed> => {
  const rest = new REST({ api: api.base, retries: 1, timeout: 8_000 }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const user = (await rest.get(Routes.user())) as { readonly id: string; readonly username: string };
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registered = await rest.get(Routes.applicationCommands(application.id), { query });
    const gateway = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    const guilds = (await rest.get(Routes.userGuilds(), {
      query: new URLSearchParams({ limit: String(page) }),
    })) as readonly RESTAPIPartialCurrentUserGuild[];
    const servers: ExaminedServer[] = [];
    for (const guild of guilds.slice(0, most)) {
      const server = await examineServer(rest, guild, user.id).catch(unlessAway);
      if (server) servers.push(server);
    }
    return {
      name: user.username,
      applicationId: application.id,
      inviteUrl: inviteUrl(application.id),
      permissions,
      privileged: privilegedOf(application.flags),
      commands: stateOf(declared, registered as readonly APIApplicationCommand[]),
      endpoint: application.interactions_endpoint_url ?? null,
      gateway: {
        shards: gateway.shards,
        remaining: gateway.session_start_limit.remaining,
        total: gateway.session_start_limit.total,
      },
      servers,
      unseen: Math.max(guilds.length, application.approximate_guild_count ?? 0) - servers.length,
    };
  } catch (error) {
    return error instanceof DiscordAPIError && error.status === 401 ? 'refused' : 'away';
  }
};

/** What Discord refuses of one server says nothing about the others. */
const unlessAway = (error: unknown): null => {
  if (error instanceof DiscordAPIError && error.status !== 401) return null;
  throw error;
};

const stateOf = (
  declared: readonly RESTPostAPIApplicationCommandsJSONBody[],
  registered: readonly APIApplicationCommand[],
): Examination['commands'] => {
  if (isSame(declared, registered)) return 'registered';
  return registered.length === 0 ? 'missing' : 'outdated';
};

const intents: readonly (readonly [number, string])[] = [
  [ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited, 'Presence'],
  [ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited, 'Server Members'],
  [ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited, 'Message Content'],
];

const privilegedOf = (flags = 0): readonly string[] =>
  intents.filter(([bits]) => (flags & bits) !== 0).map(([, name]) => name);

/** Where people write, so that a mention may be answered. */
const spoken: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
]);

/** The name of a channel that Discord does not show to the bot. */
const hiddenName = '___hidden___';

const examineServer = async (
  rest: REST,
  { id, name }: RESTAPIPartialCurrentUserGuild,
  botId: string,
): Promise<ExaminedServer> => {
  const roles = (await rest.get(Routes.guildRoles(id))) as readonly APIRole[];
  const member = (await rest.get(Routes.guildMember(id, botId))) as APIGuildMember;
  const channels = (await rest.get(Routes.guildChannels(id))) as readonly APIGuildChannel<GuildChannelType>[];
  const everywhere = permissionsOf(member, roles, id);
  const missing = missingIn(everywhere);
  const found = channels
    .filter(({ type }) => spoken.has(type))
    .map((channel) => ({ name: channel.name, bits: permissionsIn(channel, member, everywhere, id) }));
  const isSeen = (one: { readonly name: string; readonly bits: bigint }): boolean =>
    one.name !== hiddenName && (one.bits & PermissionFlagsBits.ViewChannel) !== 0n;
  const seen = found.filter(isSeen);
  const maySend = ({ bits }: { readonly bits: bigint }): boolean => (bits & PermissionFlagsBits.SendMessages) !== 0n;
  return {
    name,
    missing,
    channels: seen
      .filter(maySend)
      // What is allowed nowhere is said once, of the server.
      .map((one) => ({ name: one.name, missing: missingIn(one.bits).filter((lack) => !missing.includes(lack)) }))
      .filter((one) => one.missing.length > 0),
    silent: seen.filter((one) => !maySend(one)).map((one) => one.name),
    hidden: found.length - seen.length,
  };
};
