import {
  type APIGuildChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type GuildChannelType,
  OAuth2Scopes,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord.js';

/** Something that the bot has to be allowed. */
export interface Permission {
  readonly bit: bigint;
  /** As Discord's settings call it. */
  readonly name: string;
  /** What does not work without it. */
  readonly purpose: string;
}

/**
 * The least the bot can work with. Slash commands need none of these. No Embed Links: replies are components without
 * previews. No Mention Everyone, ever.
 */
export const permissions: readonly Permission[] = [
  {
    bit: PermissionFlagsBits.ViewChannel,
    name: 'View Channel',
    purpose: 'to hear when it is mentioned in a channel',
  },
  { bit: PermissionFlagsBits.SendMessages, name: 'Send Messages', purpose: 'to answer there' },
  {
    bit: PermissionFlagsBits.SendMessagesInThreads,
    name: 'Send Messages in Threads',
    purpose: 'to answer in threads and forum posts',
  },
  {
    bit: PermissionFlagsBits.AttachFiles,
    name: 'Attach Files',
    purpose: 'for the pictures and exports of timelines',
  },
  {
    bit: PermissionFlagsBits.ReadMessageHistory,
    name: 'Read Message History',
    purpose: 'to reply to the very message that asked',
  },
];

const all = permissions.reduce((bits, { bit }) => bits | bit, 0n);

/** The link under which an administrator adds the bot to a server. */
export const inviteUrl = (applicationId: string): string => {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', applicationId);
  url.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '));
  url.searchParams.set('permissions', all.toString());
  return url.href;
};

/** What is missing in these bits. */
export const missingIn = (bits: bigint): readonly Permission[] => permissions.filter(({ bit }) => (bits & bit) === 0n);

/** What a member who is not the owner may do everywhere on a server. `guildId` is the id of `@everyone`, too. */
export const permissionsOf = (member: APIGuildMember, roles: readonly APIRole[], guildId: string): bigint => {
  const held = roles.filter(({ id }) => id === guildId || member.roles.includes(id));
  const bits = held.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return (bits & PermissionFlagsBits.Administrator) === 0n ? bits : ~0n;
};

/**
 * What a member may do in one channel: overwrites for everyone, then those of roles together, then the member's own.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export const permissionsIn = (
  channel: APIGuildChannel<GuildChannelType>,
  member: APIGuildMember,
  everywhere: bigint,
  guildId: string,
): bigint => {
  if (everywhere === ~0n) return everywhere;
  const overwrites = channel.permission_overwrites ?? [];
  const stages: readonly (readonly APIOverwrite[])[] = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && member.roles.includes(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.user.id),
  ];
  return stages.reduce((bits, stage) => {
    const deny = stage.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allow = stage.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (bits & ~deny) | allow;
  }, everywhere);
};
