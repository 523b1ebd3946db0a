import type { APIUser } from 'discord.js';
import type { CommandLine } from './command-options.ts';
import { displayName } from './directory.ts';
import type { PickerItem } from './picker.ts';

/** What the text in the composer asks for: a command by the beginning of its name, or a person. */
export type Wish =
  | { readonly kind: 'start'; readonly command: CommandLine; readonly rest: string }
  | { readonly kind: 'commands' | 'people'; readonly typed: string };

/** `/ask who` starts a command, `/as` looks for one, `hello @Ve` looks for a person; null for all else. */
export function readWish(text: string, commands: readonly CommandLine[]): Wish | null {
  const command = commands.find(({ name }) => text.toLowerCase().startsWith(`/${name.toLowerCase()} `));
  if (command) return { kind: 'start', command, rest: text.slice(command.name.length + 2).trim() };
  const name = /^\/([^\n]{0,100})$/.exec(text)?.[1];
  if (name !== undefined) return { kind: 'commands', typed: name.toLowerCase() };
  const person = /(?:^|\s)@(\w*)$/.exec(text)?.[1];
  return person === undefined ? null : { kind: 'people', typed: person.toLowerCase() };
}

/** The commands whose name holds what was typed, those that begin with it first. */
export function commandItems(
  commands: readonly CommandLine[],
  typed: string,
  pick: (command: CommandLine) => void,
): readonly PickerItem[] {
  return commands
    .filter(({ name, key }) => name.includes(typed) || key.includes(typed))
    .toSorted((one, other) => Number(other.name.startsWith(typed)) - Number(one.name.startsWith(typed)))
    .map((command) => ({ label: `/${command.name}`, detail: command.description, pick: () => pick(command) }));
}

/** The people whose name begins with what was typed, the bot first. */
export function peopleItems(
  people: readonly APIUser[],
  typed: string,
  pick: (name: string) => void,
): readonly PickerItem[] {
  return people
    .filter((user) => displayName(user).toLowerCase().startsWith(typed))
    .toSorted((one, other) => Number(other.bot ?? false) - Number(one.bot ?? false))
    .map((user) => ({
      label: `@${displayName(user)}`,
      detail: user.bot ? 'Ask the bot by mentioning it' : undefined,
      pick: () => pick(displayName(user)),
    }));
}

/** A person writes `@Verbatim`; the platform knows users by id. */
export function withMentions(text: string, bot: APIUser): string {
  const names = [displayName(bot), bot.username].map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return text.replace(new RegExp(`@(?:${names.join('|')})(?!\\w)`, 'gi'), `<@${bot.id}>`);
}
