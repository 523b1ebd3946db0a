import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
} from 'discord.js';
import { flatten, type Loose } from './components.ts';
import type { Channel } from './guilds.ts';
import type { FromPage, ModalField, OptionValue } from './protocol.ts';
import type { World } from './world.ts';

export type Value = string | number | boolean;

/** By custom_id: text, the value of a radio group, a tick, or the values of a select, of ticks or of an upload. */
export type FormValues = Readonly<Record<string, string | boolean | readonly string[]>>;

interface TypedCommand {
  readonly kind: 'command' | 'autocomplete';
  /** With the names of its group and subcommand: `article list`. */
  readonly name: string;
  readonly options: Readonly<Record<string, Value>>;
  readonly channel: Channel;
  /** The option that is being typed. */
  readonly focused?: string;
}

const inner = (declared: Loose | undefined): readonly Loose[] => (declared?.['options'] ?? []) as readonly Loose[];

/** A command as a test types it, with the types of its options looked up. A server's own command comes first. */
export function commandAct(
  world: World,
  id: string,
  { kind, name, options, channel, focused }: TypedCommand,
): FromPage {
  const [root = '', ...path] = name.split(' ');
  const slash = world.commands.filter((one) => one.name === root && one.type === ApplicationCommandType.ChatInput);
  const command = slash.find(({ guild_id }) => guild_id === channel.guildId) ?? slash[0];
  let declared = inner(command as unknown as Loose | undefined);
  const values: OptionValue[] = [];
  for (const part of path) {
    const found = declared.find((option) => option['name'] === part);
    values.push({ name: part, type: Number(found?.['type'] ?? 1), value: true });
    declared = inner(found);
  }
  for (const [key, value] of Object.entries(options)) {
    const found = declared.find((option) => option['name'] === key);
    const type = Number(found?.['type'] ?? ApplicationCommandOptionType.String);
    values.push({ name: key, type, value, ...(key === focused && { focused: true }) });
  }
  return { kind, id, channelId: channel.id, commandId: command?.id ?? '', options: values };
}

/** A component of a message, with its type looked up. */
export function componentAct(
  world: World,
  id: string,
  message: APIMessage | string,
  customId: string,
  values?: readonly string[],
): FromPage {
  const messageId = typeof message === 'string' ? message : message.id;
  const components = world.messages.get(messageId)?.message.components ?? [];
  const found = (components as unknown as Loose[]).flatMap(flatten).find((one) => one['custom_id'] === customId);
  const componentType = Number(found?.['type'] ?? ComponentType.Button);
  return { kind: 'component', id, messageId, customId, componentType, ...(values && { values }) };
}

/** What can be typed of a slash command: its name, or the full names of its subcommands. */
export function commandNames(command: APIApplicationCommand): readonly string[] {
  const namesOf = (part: Loose, name: string): readonly string[] => {
    const nested = inner(part).filter(({ type }) => Number(type) <= ApplicationCommandOptionType.SubcommandGroup);
    return nested.length === 0 ? [name] : nested.flatMap((one) => namesOf(one, `${name} ${one['name']}`));
  };
  return namesOf(command as unknown as Loose, command.name);
}

export function formFields(values: FormValues): readonly ModalField[] {
  return Object.entries(values).map(([customId, value]) =>
    Array.isArray(value) ? { customId, values: value } : { customId, value: value as string | boolean },
  );
}
