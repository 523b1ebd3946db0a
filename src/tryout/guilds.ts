import { PermissionFlagsBits } from 'discord.js';
import type { LocalChannel } from './protocol.ts';

/** A server as a test or the page asks for it. People, roles and channels go by name. */
export interface GuildPlan {
  readonly name: string;
  /** The name of the person who owns it, and so may do everything there. */
  readonly owner: string;
  /** Everyone else who is there, each with the names of their roles. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  readonly roles?: readonly { readonly name: string; readonly permissions?: bigint; readonly color?: number }[];
  /** The first is a text channel. Default: one called `news`. */
  readonly channels?: readonly ChannelPlan[];
  /** Whether the bot is on it from the start. Default true. */
  readonly bot?: boolean;
  /** Default en-US. */
  readonly locale?: string;
  /** Bytes of one file; servers with boosts have more. Default 10 MiB. */
  readonly attachmentLimit?: number;
}

interface ChannelPlan {
  readonly name: string;
  /** The name of the text channel that this is a thread of. */
  readonly threadOf?: string;
  /** What the bot may not do here. */
  readonly denyBot?: bigint;
  /** Who may see it, by names of roles; everybody unless given. Owners and administrators see all. */
  readonly onlyRoles?: readonly string[];
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly color: number;
  /** The bot's own role, which comes and goes with it. */
  readonly managed: boolean;
}

export interface Overwrite {
  /** A role's or a person's. */
  readonly id: string;
  readonly type: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** A value: a change makes a new one. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly attachmentLimit: number;
  /** `@everyone` first, whose id is the server's. */
  readonly roles: readonly Role[];
  /** Ids of roles by a person's id. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** `unavailable` is an outage: the bot is on the server, but Discord cannot reach it. */
  readonly bot: 'present' | 'absent' | 'unavailable';
}

export interface Channel extends LocalChannel {
  readonly overwrites: readonly Overwrite[];
  /** Of direct and private messages: the people in it, by id. */
  readonly recipients: readonly string[];
}

/** The default `attachment_size_limit`: 10 MiB. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** What everybody may do, and the bot where nothing is denied to it. */
export const EVERYONE =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps;

/**
 * Three servers: two with the bot, where the same people hold different roles, and one without it, for a bot that a
 * person has installed for themselves.
 */
export const USUAL_GUILDS: readonly GuildPlan[] = [
  {
    name: 'Newsroom',
    owner: 'Ada',
    members: { Ben: [], Cleo: ['Editors'], Dan: ['Managers'] },
    roles: [
      { name: 'Managers', permissions: PermissionFlagsBits.ManageGuild, color: 0xb45309 },
      { name: 'Editors', color: 0x0f766e },
    ],
    channels: [
      { name: 'news' },
      { name: 'ferry-strike', threadOf: 'news' },
      { name: 'bot-log' },
      { name: 'announcements', denyBot: PermissionFlagsBits.SendMessages },
      { name: 'managers', onlyRoles: ['Managers'], denyBot: PermissionFlagsBits.ViewChannel },
    ],
  },
  {
    name: 'Reading Circle',
    owner: 'Eve',
    members: { Ada: [], Ben: ['Hosts'] },
    roles: [{ name: 'Hosts', permissions: PermissionFlagsBits.ManageGuild, color: 0x7c3aed }],
    channels: [{ name: 'books' }, { name: 'bot-log' }],
    locale: 'en-GB',
  },
  { name: 'Elsewhere', owner: 'Eve', members: { Ada: [], Cleo: [] }, channels: [{ name: 'lounge' }], bot: false },
];

interface Naming {
  readonly guildId: string;
  readonly newId: () => string;
  readonly botId: string;
  /** The id of the person with this name. */
  readonly idOf: (name: string) => string;
}

function planRoles(plan: GuildPlan, { guildId, newId }: Naming): readonly Role[] {
  const plain = { color: 0, managed: false };
  const declared = (plan.roles ?? []).map(({ name, permissions = 0n, color = 0 }) => ({
    ...plain,
    id: newId(),
    name,
    permissions,
    color,
  }));
  const bots = { ...plain, id: newId(), name: 'Verbatim', permissions: EVERYONE, managed: true };
  return [{ ...plain, id: guildId, name: '@everyone', permissions: EVERYONE }, ...declared, bots];
}

function roleIds(roles: readonly Role[], names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const role = roles.find((one) => one.name === name);
    if (!role) throw new Error(`There is no role ${name} in the plan of the server.`);
    return role.id;
  });
}

function planOverwrites(plan: ChannelPlan, roles: readonly Role[], { guildId, botId }: Naming): readonly Overwrite[] {
  const view = PermissionFlagsBits.ViewChannel;
  const closed = plan.onlyRoles
    ? [
        { id: guildId, type: 'role' as const, allow: 0n, deny: view },
        ...roleIds(roles, plan.onlyRoles).map((id) => ({ id, type: 'role' as const, allow: view, deny: 0n })),
      ]
    : [];
  // A channel closed to everybody is open to the bot all the same, unless it is denied.
  const denied = plan.denyBot ?? 0n;
  const admitted = plan.onlyRoles ? view & ~denied : 0n;
  const bots = denied | admitted ? [{ id: botId, type: 'member' as const, allow: admitted, deny: denied }] : [];
  return [...closed, ...bots];
}

/** A server and its channels as planned. Throws when the plan names a person, role or channel that is not there. */
export function planGuild(plan: GuildPlan, naming: Naming): { readonly guild: Guild; readonly channels: Channel[] } {
  const { guildId, newId, idOf, botId } = naming;
  const roles = planRoles(plan, naming);
  const present = plan.bot ?? true;
  const channels: Channel[] = [];
  for (const one of plan.channels ?? [{ name: 'news' }]) {
    const parent = channels.find(({ name, kind }) => kind === 'text' && name === one.threadOf);
    if (one.threadOf !== undefined && !parent) throw new Error(`There is no channel ${one.threadOf} for a thread.`);
    const kind = parent ? 'thread' : 'text';
    const overwrites = planOverwrites(one, roles, naming);
    const place = { guildId, parentId: parent?.id ?? null, recipients: [] };
    channels.push({ id: newId(), name: one.name, kind, overwrites, ...place });
  }
  const people = Object.entries(plan.members ?? {}).map(([name, held]): [string, readonly string[]] => [
    idOf(name),
    roleIds(roles, held),
  ]);
  const guild: Guild = {
    id: guildId,
    name: plan.name,
    ownerId: idOf(plan.owner),
    locale: plan.locale ?? 'en-US',
    attachmentLimit: plan.attachmentLimit ?? ATTACHMENT_LIMIT,
    roles,
    members: new Map([[idOf(plan.owner), []], ...people]),
    bot: present ? 'present' : 'absent',
  };
  return { guild: present ? withBot(guild, botId) : guild, channels };
}

/** The server with the bot as a member that has its own role. */
export function withBot(guild: Guild, botId: string): Guild {
  const own = guild.roles.filter(({ managed }) => managed).map(({ id }) => id);
  return { ...guild, bot: 'present', members: new Map([...guild.members, [botId, own]]) };
}

export function withoutBot(guild: Guild, botId: string): Guild {
  return { ...guild, bot: 'absent', members: new Map([...guild.members].filter(([id]) => id !== botId)) };
}

/** The names of everybody in these plans, in the order in which they first come up. */
export function peopleIn(plans: readonly GuildPlan[]): readonly string[] {
  return [...new Set(plans.flatMap(({ owner, members = {} }) => [owner, ...Object.keys(members)]))];
}
