import type { APIApplicationCommand, APIUser } from 'discord.js';
import type { Example, LocalChannel, LocalGuild, LocalRole, Surroundings } from '../protocol.ts';

/** Who and what the page's ids stand for, and where the reader is: the last `hello`, as things are now. */
export interface Directory extends Surroundings {
  readonly user: APIUser;
  readonly bot: APIUser;
  readonly people: readonly APIUser[];
  readonly examples: readonly Example[];
  /** The open one. */
  readonly channel: LocalChannel;
}

/** ApplicationCommandType */
export const COMMAND_TYPE = { slash: 1, message: 3 } as const;

/** The server of the open channel; null in direct and private messages. */
export function guildHere({ guilds, channel }: Directory): LocalGuild | null {
  return guilds.find(({ id }) => id === channel.guildId) ?? null;
}

/** The commands of one type that the reader may use in the open channel, in alphabetical order. */
export function commandsHere(
  { commands, reach, channel }: Directory,
  type: (typeof COMMAND_TYPE)[keyof typeof COMMAND_TYPE],
): readonly APIApplicationCommand[] {
  const allowed = new Set(reach[channel.id]);
  return commands
    .filter((command) => command.type === type && allowed.has(command.id))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

export function displayName(user: Pick<APIUser, 'username'> & { readonly global_name?: string | null }): string {
  return user.global_name ?? user.username;
}

/** Everybody who is where the reader is, the bot included, in the order of their names. */
export function membersHere(directory: Directory): readonly APIUser[] {
  const guild = guildHere(directory);
  const everybody = [...directory.people, directory.bot];
  const here = guild
    ? everybody.filter(({ id }) => guild.members.some(({ userId }) => userId === id))
    : [directory.user, directory.bot];
  return here.toSorted((one, other) => displayName(one).localeCompare(displayName(other)));
}

/** The roles of the server, `@everyone` first; none in direct messages. */
export function rolesHere(directory: Directory): readonly LocalRole[] {
  const guild = guildHere(directory);
  return guild ? [{ id: guild.id, name: '@everyone', color: 0 }, ...guild.roles] : [];
}

/** Discord's numbers for kinds of channels. */
const CHANNEL_TYPES: Readonly<Record<LocalChannel['kind'], number>> = { text: 0, thread: 11, dm: 1, private: 3 };

/** The channels of the server that may be chosen: all, or those of the given types. */
export function channelsHere(directory: Directory, types: readonly number[] = []): readonly LocalChannel[] {
  const { channels, channel } = directory;
  if (channel.guildId === null) return [];
  return channels.filter(
    ({ guildId, kind }) => guildId === channel.guildId && (types.length === 0 || types.includes(CHANNEL_TYPES[kind])),
  );
}

/** The roles of somebody on a server, those that come with the bot aside. */
export function rolesOf(guild: LocalGuild, userId: string): readonly LocalRole[] {
  const held = guild.members.find((member) => member.userId === userId)?.roleIds ?? [];
  return guild.roles.filter(({ id }) => held.includes(id));
}

/** What somebody is on a server, in a few words: "Owner", "Editors", "Managers · manages". */
export function standing(guild: LocalGuild | null, userId: string): string {
  if (!guild) return '';
  const member = guild.members.find((one) => one.userId === userId);
  if (!member) return `Not on ${guild.name}`;
  if (guild.ownerId === userId) return 'Owner';
  const names = rolesOf(guild, userId).map(({ name }) => name);
  return [names.join(', ') || 'Member', member.manages && 'manages'].filter(Boolean).join(' · ');
}

/** The name behind a mention, or null when nobody here has that id. */
export function nameOf(directory: Directory, kind: 'user' | 'role' | 'channel', id: string): string | null {
  if (kind === 'role')
    return (
      rolesHere(directory)
        .find((role) => role.id === id)
        ?.name.replace(/^@/, '') ?? null
    );
  if (kind === 'channel') return directory.channels.find((channel) => channel.id === id)?.name ?? null;
  const user = [...directory.people, directory.bot].find((someone) => someone.id === id);
  return user ? displayName(user) : null;
}
