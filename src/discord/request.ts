import {
  type APIMessageTopLevelComponent,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  ComponentType,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { decodeAction } from './action.ts';
import { queryLineId, readQueryLine, tidy } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Answerable } from './respond.ts';
import type { Action, Asked, Command, Options, Reply, Request, Services } from './types.ts';

/** What is to be done for an interaction, freed of Discord. */
export interface Task {
  /** `ask` or `ask/context`, for the log. */
  readonly name: string;
  readonly request: Request;
  /** What the reply's query line repeats, unless the reply says otherwise. */
  readonly asked: Asked;
  /** The action that shows another page of the reply. */
  turn(page: number): Action;
  /** Pages are turned in place. */
  readonly inPlace: boolean;
  run(services: Services): Reply | Promise<Reply>;
}

/** One for all that this version cannot read: unknown commands and verbs, other versions, missing query lines. */
const stale = () => new Refusal('This belongs to another version of the bot. Please use the command again.');

export const isSlash = (command: Command): boolean => (command.data.type ?? 1) === ApplicationCommandType.ChatInput;

/**
 * Reads an interaction.
 * @throws Refusal when no command of this version wrote what the interaction refers to
 */
export const readTask = (interaction: Answerable, commands: readonly Command[], now: () => Date): Task => {
  const base = {
    page: 0,
    fields: {},
    target: null,
    messageId: null,
    userId: interaction.user.id,
    guildId: interaction.guildId,
    channelId: interaction.channelId ?? interaction.user.id,
    locale: interaction.locale,
    today: dayOf(now()),
    path: [],
    files: [],
    chosen: {},
    member: null,
  };
  if (interaction.isChatInputCommand()) return readSlash(interaction, commands, base);
  if (interaction.isMessageContextMenuCommand()) return readMessageCommand(interaction, commands, base);
  if (interaction.isMessageComponent()) {
    const today = dayOf(interaction.message.createdAt);
    const fields = interaction.isStringSelectMenu() ? { value: interaction.values[0] ?? '' } : {};
    return readAction(interaction, commands, { ...base, today, fields });
  }
  return readAction(interaction, commands, { ...base, fields: readFields(interaction) });
};

type Base = Omit<Request, 'options'>;

const readSlash = (interaction: ChatInputCommandInteraction, commands: readonly Command[], base: Base): Task => {
  const options = readOptions(interaction);
  return commandTask(find(commands, interaction.commandName), { ...base, options });
};

const readMessageCommand = (
  interaction: MessageContextMenuCommandInteraction,
  commands: readonly Command[],
  base: Base,
): Task =>
  commandTask(find(commands, interaction.commandName), {
    ...base,
    options: {},
    target: interaction.targetMessage.content,
  });

/** The task of running a command from the start. */
export const commandTask = (command: Command, request: Request): Task => {
  const { name } = command.data;
  return {
    name,
    request,
    asked: { command: name, options: request.options },
    turn: (page) => ({ command: name, verb: 'page', args: [String(page)] }),
    inPlace: false,
    run: (services) => command.run(request, services),
  };
};

const readAction = (
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  commands: readonly Command[],
  base: Base,
): Task => {
  const action = decodeAction(interaction.customId);
  const asked = interaction.message
    ? readQueryLine(queryLineOf(interaction.message) ?? '')
    : action && { command: action.command, options: {} };
  if (!action || !asked) throw stale();
  const command = find(commands, action.command);
  const request = { ...base, options: asked.options, messageId: interaction.message?.id ?? null };
  if (action.verb !== 'page') return verbTask(command, action, request, asked);
  const [page = '', verb, ...args] = action.args;
  if (!/^\d{1,4}$/.test(page)) throw stale();
  const turned = { ...request, page: Number(page) };
  const task =
    verb === undefined ? commandTask(command, turned) : verbTask(command, { ...action, verb, args }, turned, asked);
  return { ...task, asked, inPlace: true };
};

const verbTask = (command: Command, { verb, args }: Action, request: Request, asked: Asked): Task => {
  const { name } = command.data;
  const handler = command.verbs && Object.hasOwn(command.verbs, verb) ? command.verbs[verb] : undefined;
  if (!handler) throw stale();
  return {
    name: `${name}/${verb}`,
    request,
    asked,
    turn: (page) => ({ command: name, verb: 'page', args: [String(page), verb, ...args] }),
    inPlace: false,
    run: (services) => handler(request, services, args),
  };
};

const find = (commands: readonly Command[], name: string): Command => {
  const command = commands.find(({ data }) => data.name === name);
  if (!command) throw stale();
  return command;
};

const readOptions = (interaction: ChatInputCommandInteraction): Options =>
  tidy(
    Object.fromEntries(
      interaction.options.data.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
  );

const readFields = (interaction: ModalSubmitInteraction): Record<string, string> =>
  Object.fromEntries(
    [...interaction.fields.fields.values()].flatMap((field) =>
      'value' in field && typeof field.value === 'string' ? [[field.customId, field.value]] : [],
    ),
  );

const queryLineOf = (message: Message): string | null => {
  const components = message.components.map((component) => component.toJSON() as APIMessageTopLevelComponent);
  const line = components.find(({ type, id }) => type === ComponentType.TextDisplay && id === queryLineId);
  return line?.type === ComponentType.TextDisplay ? line.content : null;
};

/** `YYYY-MM-DD`, UTC. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
