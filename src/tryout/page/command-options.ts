import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord.js';
import type { OptionValue } from '../protocol.ts';
import { channelsHere, type Directory, displayName, membersHere, rolesHere } from './directory.ts';

/** ApplicationCommandOptionType */
const OPTION_TYPE = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export interface NamedValue {
  readonly name: string;
  readonly value: string | number | boolean;
}

export type Reading = { readonly value: OptionValue } | { readonly error: string } | { readonly empty: true };

/** What a person can type: a command, or one subcommand of it. `path` leads to the subcommand in what is sent. */
export interface CommandLine {
  readonly commandId: string;
  /** "article" or "article read": as declared, and as shown in the reader's language. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly path: readonly OptionValue[];
  readonly options: readonly APIApplicationCommandOption[];
}

/** What a command, an option or a choice is called in the reader's language. */
export function shown(part: {
  readonly name: string;
  readonly description?: string;
  readonly name_localized?: string;
  readonly description_localized?: string;
}): { readonly name: string; readonly description: string } {
  const { name, description = '', name_localized, description_localized } = part;
  return { name: name_localized ?? name, description: description_localized ?? description };
}

/** A command that has subcommands can't be called bare: each of them is a line of its own instead. */
export function commandLines(command: APIApplicationCommand): readonly CommandLine[] {
  const { id: commandId, name: key, options = [] } = command;
  return linesOf({ commandId, key, ...shown(command), path: [], options });
}

function linesOf(line: CommandLine): readonly CommandLine[] {
  const inner = line.options.filter((option) => option.type <= OPTION_TYPE.group);
  if (inner.length === 0) return [line];
  return inner.flatMap((option) =>
    linesOf({
      commandId: line.commandId,
      key: `${line.key} ${option.name}`,
      name: `${line.name} ${shown(option).name}`,
      description: shown(option).description,
      path: [...line.path, { name: option.name, type: option.type, value: true }],
      options: 'options' in option ? (option.options ?? []) : [],
    }),
  );
}

/** Required options first, each group in the command's own order. */
export function optionsInOrder({ options }: CommandLine): readonly APIApplicationCommandOption[] {
  return [...options.filter((option) => option.required), ...options.filter((option) => !option.required)];
}

/** The values that may be chosen without asking the bot, or null where the reader types freely. */
export function fixedChoices(option: APIApplicationCommandOption, directory: Directory): readonly NamedValue[] | null {
  if ('choices' in option && option.choices && option.choices.length > 0) {
    return option.choices.map((choice) => ({ name: shown(choice).name, value: choice.value }));
  }
  const people = membersHere(directory).map((user) => ({ name: displayName(user), value: user.id }));
  const roles = rolesHere(directory).map(({ id, name }) => ({
    name: name.startsWith('@') ? name : `@${name}`,
    value: id,
  }));
  switch (option.type) {
    case OPTION_TYPE.boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case OPTION_TYPE.user:
      return people;
    case OPTION_TYPE.role:
      return roles;
    case OPTION_TYPE.mentionable:
      return [...people, ...roles];
    case OPTION_TYPE.channel:
      return channelsHere(directory, 'channel_types' in option ? option.channel_types : []).map((channel) => ({
        name: `#${channel.name}`,
        value: channel.id,
      }));
    default:
      return null;
  }
}

/** Whether an option takes a file. */
export function isFile(option: APIApplicationCommandOption): boolean {
  return option.type === OPTION_TYPE.attachment;
}

export function completes(option: APIApplicationCommandOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

/** The choices whose name holds what was typed, those that begin with it first. */
export function matching(choices: readonly NamedValue[], typed: string): readonly NamedValue[] {
  const wanted = typed.trim().toLowerCase();
  const rank = (choice: NamedValue): number => choice.name.toLowerCase().indexOf(wanted);
  return choices
    .filter((choice) => rank(choice) >= 0)
    .toSorted((one, other) => Math.sign(rank(one)) - Math.sign(rank(other)));
}

/**
 * The value to send for an option: the choice that was picked, or what was typed, checked against the option's own
 * limits as the platform's clients check it before sending.
 */
export function readOption(
  option: APIApplicationCommandOption,
  typed: string,
  picked: NamedValue | null,
  directory: Directory,
): Reading {
  const send = (value: string | number | boolean): Reading => ({
    value: { name: option.name, type: option.type, value },
  });
  if (picked) return send(picked.value);
  if (typed.trim() === '') return option.required ? { error: 'This option is required.' } : { empty: true };

  const choices = fixedChoices(option, directory);
  if (choices) {
    const named = choices.find((choice) => choice.name.toLowerCase() === typed.trim().toLowerCase());
    return named ? send(named.value) : { error: 'Choose one of the values in the list.' };
  }
  if (option.type === OPTION_TYPE.integer || option.type === OPTION_TYPE.number) {
    const value = Number(typed.trim());
    const whole = option.type === OPTION_TYPE.integer;
    if (!Number.isFinite(value) || (whole && !Number.isInteger(value))) {
      return { error: whole ? 'Type a whole number.' : 'Type a number.' };
    }
    if ('min_value' in option && option.min_value !== undefined && value < option.min_value) {
      return { error: `The least is ${option.min_value}.` };
    }
    if ('max_value' in option && option.max_value !== undefined && value > option.max_value) {
      return { error: `The most is ${option.max_value}.` };
    }
    return send(value);
  }
  if (isFile(option)) return { error: 'Choose a file.' };
  if (option.type !== OPTION_TYPE.string) return { error: 'This page cannot fill options of this kind.' };
  const { length } = typed;
  if ('min_length' in option && option.min_length !== undefined && length < option.min_length) {
    return { error: `Type at least ${option.min_length} characters.` };
  }
  const most = ('max_length' in option ? option.max_length : undefined) ?? 6000;
  if (length > most) return { error: `Type at most ${most} characters; these are ${length}.` };
  return send(typed);
}
