import {
  type APIChannel,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  ChannelFlags,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
  type UserFlags,
} from 'discord.js';
import type { Channel, Guild, Role } from './guilds.ts';
import { permissionsIn } from './permissions.ts';
import type { World } from './world.ts';

const JOINED = '2026-01-01T00:00:00.000000+00:00';

const COMMON = {
  avatar: null,
  flags: 0 as UserFlags,
  public_flags: 0 as UserFlags,
  primary_guild: null,
};

export function localUser(id: string, name: string): APIUser {
  return { ...COMMON, id, username: name.toLowerCase(), discriminator: '0', global_name: name };
}

export function botUser(id: string, name: string): APIUser {
  return { ...COMMON, id, username: name, discriminator: '0001', global_name: null, bot: true };
}

/** A member without the user, as messages and resolved data carry it. */
export function memberObject(guild: Guild, userId: string): Omit<APIGuildMember, 'user'> {
  return {
    roles: [...(guild.members.get(userId) ?? [])],
    joined_at: JOINED,
    deaf: false,
    mute: false,
    flags: 0,
    nick: null,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    pending: false,
    premium_since: null,
  } as never;
}

/** A member as interactions carry it, with the permissions that person has in the channel. */
export function interactionMember(
  world: World,
  guild: Guild,
  channel: Channel,
  user: APIUser,
): APIGuildMember & { permissions: string } {
  return { ...memberObject(guild, user.id), user, permissions: String(permissionsIn(world, channel, user.id)) };
}

export function roleObject(role: Role, position: number): APIRole {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managed,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  } as never;
}

export const rolesOf = (guild: Guild): readonly APIRole[] => guild.roles.map(roleObject);

const TYPES = {
  text: ChannelType.GuildText,
  thread: ChannelType.PublicThread,
  dm: ChannelType.DM,
  private: ChannelType.GroupDM,
} as const;

function privateChannel(world: World, channel: Channel, common: object): APIChannel {
  const recipients = world.people.map(({ user }) => user).filter(({ id }) => channel.recipients.includes(id));
  const group = channel.kind === 'private' && { name: null, icon: null, owner_id: channel.recipients[0] };
  return { ...common, ...group, recipients } as never;
}

function threadObject(channel: Channel, guild: Guild, common: object): APIChannel {
  const since = { archive_timestamp: JOINED, create_timestamp: JOINED };
  return {
    ...common,
    parent_id: channel.parentId,
    owner_id: guild.ownerId,
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    thread_metadata: { archived: false, auto_archive_duration: 4320, locked: false, ...since },
  } as never;
}

/** A channel as the REST API and events give it to a bot that may view it. */
export function channelObject(world: World, channel: Channel): APIChannel {
  const last = world.lastMessages.get(channel.id) ?? null;
  const common = { id: channel.id, type: TYPES[channel.kind], last_message_id: last, flags: 0 };
  const guild = world.guilds.get(channel.guildId ?? '');
  if (!guild) return privateChannel(world, channel, common);
  const named = { ...common, guild_id: guild.id, name: channel.name };
  if (channel.kind === 'thread') return threadObject(channel, guild, named);
  return {
    ...named,
    position: world.channels.filter(({ guildId, kind }) => guildId === guild.id && kind === 'text').indexOf(channel),
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type: type === 'role' ? OverwriteType.Role : OverwriteType.Member,
      allow: String(allow),
      deny: String(deny),
    })),
    nsfw: false,
    parent_id: null,
    topic: null,
    rate_limit_per_user: 0,
  } as never;
}

/** As the gateway shows channels: those the bot may not view keep their id and place only. */
export function gatewayChannel(world: World, channel: Channel): APIChannel {
  const shown = channelObject(world, channel);
  if ((permissionsIn(world, channel, world.bot.id) & PermissionFlagsBits.ViewChannel) !== 0n) return shown;
  return { ...shown, name: '___hidden___', last_message_id: null, flags: OBFUSCATED } as never;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-obfuscated-channels */
const OBFUSCATED = (ChannelFlags as { readonly Obfuscated?: number }).Obfuscated ?? 1 << 17;

/** The guild as `GET /guilds/{id}` answers it; the gateway adds members and channels. */
export function guildObject(guild: Guild): object {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: rolesOf(guild),
    ...NOTHING_SPECIAL,
  };
}

const NOTHING_SPECIAL = {
  icon: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  afk_channel_id: null,
  afk_timeout: 300,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw: false,
  nsfw_level: 0,
  region: 'us-east',
  widget_enabled: false,
  widget_channel_id: null,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  premium_subscription_count: 0,
  incidents_data: null,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  vanity_url_code: null,
  features: [],
  emojis: [],
  stickers: [],
} as const;

/** The payload of GUILD_CREATE. Of the members, the bot itself and as many others as fit: here all. */
export function guildCreate(world: World, guild: Guild): object {
  const users = [...world.people.map(({ user }) => user), world.bot].filter(({ id }) => guild.members.has(id));
  const channels = world.channels.filter(({ guildId }) => guildId === guild.id);
  const threads = channels.filter(
    (channel) => channel.kind === 'thread' && permissionsIn(world, channel, world.bot.id) !== 0n,
  );
  return {
    ...guildObject(guild),
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: users.length,
    members: users.map((user) => ({ ...memberObject(guild, user.id), user })),
    channels: channels.filter(({ kind }) => kind === 'text').map((channel) => gatewayChannel(world, channel)),
    threads: threads.map((thread) => channelObject(world, thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
