import {
  type APIChannel,
  type APIGuildMember,
  type APIUser,
  ChannelType,
  PermissionFlagsBits,
  type UserFlags,
} from 'discord.js';
import type { LocalChannel } from './protocol.ts';
import type { Person, World } from './world.ts';

const JOINED = '2026-01-01T00:00:00.000000+00:00';

const EVERYONE =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands;

/** Every permission there is: what an administrator has. */
const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

export function permissionsOf(person: Person): bigint {
  return person.admin ? ALL : EVERYONE;
}

/** What the bot itself may do in a channel, as interactions state it. */
export const APP_PERMISSIONS = String(EVERYONE);

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

function memberOf(user: APIUser): APIGuildMember {
  return {
    user,
    roles: [],
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

/** A member as interactions and messages carry it, with the permissions the person has in the channel. */
export function interactionMember(person: Person): APIGuildMember & { permissions: string } {
  return { ...memberOf(person.user), permissions: String(permissionsOf(person)) };
}

export function messageMember(): Omit<APIGuildMember, 'user'> {
  const { user: _, ...member } = memberOf(localUser('0', 'nobody'));
  return member;
}

export function channelObject(world: World, channel: LocalChannel): APIChannel {
  const common = { id: channel.id, last_message_id: world.lastMessages.get(channel.id) ?? null, flags: 0 };
  if (channel.kind === 'dm') {
    const recipients = world.people.filter((person) => person.dm === channel.id).map((person) => person.user);
    return { ...common, type: ChannelType.DM, recipients } as never;
  }
  return {
    ...common,
    type: ChannelType.GuildText,
    guild_id: world.guild.id,
    name: channel.name,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
    topic: null,
    rate_limit_per_user: 0,
  } as never;
}

/** The guild as `GET /guilds/{id}` answers it; the gateway adds members and channels. */
export function guildObject(world: World): object {
  const everyone = {
    id: world.guild.id,
    name: '@everyone',
    permissions: String(EVERYONE),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
  return {
    id: world.guild.id,
    name: world.guild.name,
    owner_id: world.guild.ownerId,
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
    preferred_locale: 'en-US',
    vanity_url_code: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [everyone],
  };
}

/** The payload of GUILD_CREATE. */
export function guildCreate(world: World): object {
  const users = [...world.people.map((person) => person.user), world.bot];
  return {
    ...guildObject(world),
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: users.length,
    members: users.map(memberOf),
    channels: world.channels
      .filter((channel) => channel.kind === 'text')
      .map((channel) => channelObject(world, channel)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The application as `GET /applications/@me` answers it. */
export function applicationObject(world: World): object {
  const [owner] = world.people;
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    owner: owner?.user,
    team: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    integration_types_config: { 0: {}, 1: {} },
    event_webhooks_status: 1,
  };
}
