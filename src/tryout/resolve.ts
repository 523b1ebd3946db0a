import { ApplicationCommandOptionType, ComponentType } from 'discord.js';
import type { Loose } from './components.ts';
import { channelObject, memberObject, roleObject } from './entities.ts';
import type { Channel } from './guilds.ts';
import { permissionsIn } from './permissions.ts';
import { channelOf, type World } from './world.ts';

/** What an id may stand for, where it is used. */
export type IdKind = 'user' | 'role' | 'mentionable' | 'channel' | 'attachment';

const OPTION_KINDS: Readonly<Record<number, IdKind>> = {
  [ApplicationCommandOptionType.User]: 'user',
  [ApplicationCommandOptionType.Role]: 'role',
  [ApplicationCommandOptionType.Mentionable]: 'mentionable',
  [ApplicationCommandOptionType.Channel]: 'channel',
  [ApplicationCommandOptionType.Attachment]: 'attachment',
};

const COMPONENT_KINDS: Readonly<Record<number, IdKind>> = {
  [ComponentType.UserSelect]: 'user',
  [ComponentType.RoleSelect]: 'role',
  [ComponentType.MentionableSelect]: 'mentionable',
  [ComponentType.ChannelSelect]: 'channel',
  [ComponentType.FileUpload]: 'attachment',
};

export const optionKind = (type: number): IdKind | undefined => OPTION_KINDS[type];
export const componentKind = (type: unknown): IdKind | undefined => COMPONENT_KINDS[Number(type)];

const NUMBERS: Readonly<Record<Channel['kind'], number>> = { text: 0, thread: 11, dm: 1, private: 3 };

interface Asking {
  readonly world: World;
  /** Where the ids are used. */
  readonly channel: Channel;
  /** Who uses them. */
  readonly userId: string;
}

/** Whether an id stands for something of this kind that this person could have chosen here. */
export function isKnown(
  { world, channel, userId }: Asking,
  kind: IdKind,
  id: string,
  channelTypes: readonly number[] = [],
): boolean {
  const guild = world.guilds.get(channel.guildId ?? '');
  const role = guild?.roles.some((one) => one.id === id) === true;
  const member = guild ? guild.members.has(id) : channel.recipients.includes(id) || id === world.bot.id;
  switch (kind) {
    case 'user':
      return member;
    case 'role':
      return role;
    case 'mentionable':
      return member || role;
    case 'channel': {
      const found = channelOf(world, id);
      const here = found !== undefined && found.guildId === channel.guildId && guild !== undefined;
      if (!here || permissionsIn(world, found, userId) === 0n) return false;
      return channelTypes.length === 0 || channelTypes.includes(NUMBERS[found.kind]);
    }
    case 'attachment':
      return world.uploads.get(id)?.userId === userId;
  }
}

type Entries = Record<string, unknown>;

/** `resolved` of an interaction: what the ids in it stand for. `{}` when there is nothing to resolve. */
export function resolve(
  { world, channel, userId }: Asking,
  ids: readonly { readonly kind: IdKind; readonly id: string }[],
): Loose {
  const users: Entries = {};
  const members: Entries = {};
  const roles: Entries = {};
  const channels: Entries = {};
  const attachments: Entries = {};
  const guild = world.guilds.get(channel.guildId ?? '');

  function takeUser(id: string): void {
    const user = [...world.people.map((person) => person.user), world.bot].find((one) => one.id === id);
    if (!user) return;
    users[id] = user;
    if (guild?.members.has(id)) {
      members[id] = { ...memberObject(guild, id), permissions: String(permissionsIn(world, channel, id)) };
    }
  }

  for (const { kind, id } of ids) {
    const position = guild?.roles.findIndex((role) => role.id === id) ?? -1;
    const found = kind === 'channel' ? channelOf(world, id) : undefined;
    if (kind === 'user' || kind === 'mentionable') takeUser(id);
    if ((kind === 'role' || kind === 'mentionable') && guild && position >= 0) {
      roles[id] = roleObject(guild.roles[position]!, position);
    }
    if (found)
      channels[id] = { ...channelObject(world, found), permissions: String(permissionsIn(world, found, userId)) };
    if (kind === 'attachment') attachments[id] = world.uploads.get(id)?.attachment;
  }
  const filled = Object.entries({ users, members, roles, channels, attachments });
  return Object.fromEntries(filled.filter(([, entries]) => Object.keys(entries).length > 0));
}
