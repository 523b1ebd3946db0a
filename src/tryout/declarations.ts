import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord.js';
import type { Problem } from './answer.ts';
import type { Loose } from './components.ts';

const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
const NESTING: ReadonlySet<unknown> = new Set([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);

type Path = Problem['path'];
type Complain = (path: Path, message: string) => void;

function objects(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

/** The text and its localisations, by field. */
function versions(part: Loose, field: 'name' | 'description'): readonly [path: Path, text: unknown][] {
  const localised = Object.entries((part[`${field}_localizations`] as Loose | null | undefined) ?? {});
  return [
    [[field], part[field]],
    ...localised.map(([locale, text]): [Path, unknown] => [[`${field}_localizations`, locale], text]),
  ];
}

/** Of each field, the longest of its localisations counts. */
function longest(part: Loose, field: 'name' | 'description'): number {
  return Math.max(...versions(part, field).map(([, text]) => (typeof text === 'string' ? text.length : 0)));
}

function weigh(part: Loose): number {
  const choices = objects(part['choices']).map((choice) => longest(choice, 'name') + String(choice['value']).length);
  const own = longest(part, 'name') + longest(part, 'description');
  return [own, ...choices, ...objects(part['options']).map(weigh)].reduce((sum, length) => sum + length, 0);
}

function checkTexts(complain: Complain, path: Path, part: Loose, slash: boolean): void {
  for (const [at, text] of versions(part, 'name')) {
    const plain = typeof text === 'string' && text.length >= 1 && text.length <= 32;
    const lawful = slash ? plain && SLASH_NAME.test(text) && text === text.toLowerCase() : plain;
    if (!lawful) complain([...path, ...at], 'The name is invalid.');
  }
  for (const [at, text] of versions(part, 'description')) {
    const length = typeof text === 'string' ? text.length : 0;
    if (slash ? length < 1 || length > 100 : length > 0) {
      complain([...path, ...at], slash ? 'Must be between 1 and 100 in length.' : 'Only slash commands have one.');
    }
  }
  for (const field of ['name_localizations', 'description_localizations'] as const) {
    for (const locale of Object.keys((part[field] as Loose | null | undefined) ?? {})) {
      if (!LOCALES.has(locale)) complain([...path, field, locale], 'Unknown locale.');
    }
  }
}

function checkChoicesOf(complain: Complain, path: Path, option: Loose): void {
  const choices = objects(option['choices']);
  if (choices.length > 25) complain([...path, 'choices'], 'Must be 25 or fewer in length.');
  if (choices.length > 0 && option['autocomplete'] === true) {
    complain([...path, 'autocomplete'], 'An option has either choices or autocomplete.');
  }
  for (const [index, choice] of choices.entries()) {
    for (const [at, name] of versions(choice, 'name')) {
      const length = typeof name === 'string' ? name.length : 0;
      if (length < 1 || length > 100)
        complain([...path, 'choices', index, ...at], 'Must be between 1 and 100 in length.');
    }
    const value = choice['value'];
    if (typeof value === 'string' && (value.length < 1 || value.length > 100)) {
      complain([...path, 'choices', index, 'value'], 'Must be between 1 and 100 in length.');
    }
  }
}

function checkOptions(complain: Complain, path: Path, options: readonly Loose[], depth: number): void {
  if (options.length > 25) complain([...path, 'options'], 'Must be 25 or fewer in length.');
  if (new Set(options.map((option) => option['name'])).size < options.length) {
    complain([...path, 'options'], 'Option names must be unique.');
  }
  const nested = options.filter((option) => NESTING.has(option['type']));
  if (nested.length > 0 && nested.length < options.length) {
    complain([...path, 'options'], 'Subcommands and other options cannot be mixed.');
  }
  for (const [index, option] of options.entries()) {
    const at = [...path, 'options', index];
    checkTexts(complain, at, option, true);
    if (NESTING.has(option['type'])) {
      const group = option['type'] === ApplicationCommandOptionType.SubcommandGroup;
      if (depth > (group ? 0 : 1)) complain([...at, 'type'], 'Nested too deep.');
      checkOptions(complain, at, objects(option['options']), group ? depth + 1 : 2);
      continue;
    }
    if (option['required'] === true && options[index - 1]?.['required'] !== true && index > 0) {
      complain(at, 'Required options must be placed before non-required options.');
    }
    checkChoicesOf(complain, at, option);
  }
}

/**
 * What Discord would refuse about a command's declaration.
 * https://docs.discord.com/developers/interactions/application-commands
 */
function checkCommand(command: Loose): readonly Problem[] {
  const problems: Problem[] = [];
  const complain: Complain = (path, message) => problems.push({ path, message });
  const type = command['type'] ?? ApplicationCommandType.ChatInput;
  const slash = type === ApplicationCommandType.ChatInput;
  checkTexts(complain, [], command, slash);
  const options = objects(command['options']);
  if (!slash && options.length > 0) complain(['options'], 'Only slash commands have options.');
  checkOptions(complain, [], options, 0);
  const total = weigh(command);
  if (total > 8000) complain([], `The command is ${total} characters in all; 8000 is the most.`);
  for (const [field, most] of [
    ['contexts', 2],
    ['integration_types', 1],
  ] as const) {
    const values = command[field];
    if (values === undefined || values === null) continue;
    const lawful = Array.isArray(values) && values.length > 0 && values.every((value) => value >= 0 && value <= most);
    if (!lawful) complain([field], 'Must hold known values, each once.');
  }
  return problems;
}

/** What is wrong with the whole list: double names, more than 100 slash or 15 message or 15 user commands. */
export function checkCommandList(commands: readonly Loose[]): readonly Problem[] {
  const problems: Problem[] = commands.flatMap((command, index) =>
    checkCommand(command).map(({ path, message }) => ({ path: [index, ...path], message })),
  );
  const names = commands.map((command) => `${command['type'] ?? 1} ${command['name']}`);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index)
      problems.push({ path: [index, 'name'], message: 'Application command names must be unique.' });
  }
  for (const [type, most] of [
    [ApplicationCommandType.ChatInput, 100],
    [ApplicationCommandType.User, 15],
    [ApplicationCommandType.Message, 15],
  ] as const) {
    if (commands.filter((command) => (command['type'] ?? 1) === type).length > most) {
      problems.push({ path: [], message: `Maximum number of application commands reached (${most}).` });
    }
  }
  return problems;
}
