import { PermissionFlagsBits } from 'discord.js';
import { type Channel, EVERYONE, type Guild, type Overwrite } from './guilds.ts';
import type { World } from './world.ts';

/** Every permission there is: what an owner or administrator has. */
const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What goes when one may not write in a channel. */
const NEEDS_SENDING = PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles;

function apply(permissions: bigint, overwrites: readonly Overwrite[]): bigint {
  const deny = overwrites.reduce((all, one) => all | one.deny, 0n);
  const allow = overwrites.reduce((all, one) => all | one.allow, 0n);
  return (permissions & ~deny) | allow;
}

/** What a member may do in the whole server. https://docs.discord.com/developers/topics/permissions */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const held = guild.members.get(userId);
  if (!held) return 0n;
  if (guild.ownerId === userId) return ALL;
  const roles = guild.roles.filter(({ id }) => id === guild.id || held.includes(id));
  const permissions = roles.reduce((all, role) => all | role.permissions, 0n);
  return (permissions & PermissionFlagsBits.Administrator) !== 0n ? ALL : permissions;
}

/** Overwrites in their order: for everybody, for roles, for the member. A thread has those of its channel. */
function withOverwrites(permissions: bigint, guild: Guild, overwrites: readonly Overwrite[], userId: string): bigint {
  const held = guild.members.get(userId) ?? [];
  const stages = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, type }) => type === 'role' && held.includes(id)),
    overwrites.filter(({ id, type }) => type === 'member' && id === userId),
  ];
  return stages.reduce(apply, permissions);
}

/**
 * What somebody may do in a channel of a server; 0n when they cannot even see it. In direct messages everybody may do
 * the usual, and so may a bot on a server of which it is no member but somebody's own app.
 */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  if (!guild) return EVERYONE;
  const owned = userId === world.bot.id && guild.bot !== 'present';
  if (owned) return EVERYONE;
  const everywhere = guildPermissions(guild, userId);
  if (everywhere === ALL) return ALL;
  const place = channel.kind === 'thread' ? world.channels.find(({ id }) => id === channel.parentId) : channel;
  const here = withOverwrites(everywhere, guild, place?.overwrites ?? [], userId);
  if ((here & PermissionFlagsBits.ViewChannel) === 0n) return 0n;
  const send = channel.kind === 'thread' ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return (here & send) === 0n ? here & ~NEEDS_SENDING : here;
}

export function may(world: World, channel: Channel, userId: string, permission: bigint): boolean {
  return (permissionsIn(world, channel, userId) & permission) === permission;
}
