import type { APIApplicationCommand, APIUser } from 'discord.js';
import type { Example, LocalChannel, ToPage } from '../protocol.ts';

type Hello = Extract<ToPage, { readonly kind: 'hello' }>;

/** Who and what the page's ids stand for: the last `hello`, with the commands as they are now. */
export interface Directory {
  readonly user: APIUser;
  readonly bot: APIUser;
  readonly guild: Hello['guild'];
  readonly channels: readonly LocalChannel[];
  readonly commands: readonly APIApplicationCommand[];
  readonly examples: readonly Example[];
}

/** ApplicationCommandType */
export const COMMAND_TYPE = { slash: 1, message: 3 } as const;

/** InteractionContextType */
const CONTEXT = { text: 0, dm: 1 } as const;

/** The commands of one type that may be used in a channel of this kind, in alphabetical order. */
export function commandsFor(
  directory: Directory,
  type: (typeof COMMAND_TYPE)[keyof typeof COMMAND_TYPE],
  kind: LocalChannel['kind'],
): readonly APIApplicationCommand[] {
  const allowed = (command: APIApplicationCommand): boolean =>
    command.contexts ? command.contexts.includes(CONTEXT[kind]) : kind === 'text' || command.dm_permission !== false;
  return directory.commands
    .filter((command) => command.type === type && allowed(command))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

export function displayName(user: Pick<APIUser, 'username'> & { readonly global_name?: string | null }): string {
  return user.global_name ?? user.username;
}

/** The name behind a mention, or null when nobody here has that id. */
export function nameOf(directory: Directory, kind: 'user' | 'role' | 'channel', id: string): string | null {
  if (kind === 'role') return id === directory.guild.id ? 'everyone' : null;
  if (kind === 'channel') return directory.channels.find((channel) => channel.id === id)?.name ?? null;
  const user = [directory.user, directory.bot].find((someone) => someone.id === id);
  return user ? displayName(user) : null;
}
