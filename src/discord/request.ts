import {
  type APIMessageTopLevelComponent,
  ApplicationCommandType,
  type AutocompleteInteraction,
  type BaseInteraction,
  ComponentType,
  type Message,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { decodeAction } from './action.ts';
import { readChoice, readFields, readMember, readOptions } from './given.ts';
import { phrase } from './markdown.ts';
import { placeOf } from './place.ts';
import { queryLineId, readQueryLine } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Answerable } from './respond.ts';
import type { Action, Asked, Command, Reply, Request, Services } from './types.ts';

/** A request whose day is not known yet, because that depends on the server's time zone. */
export type Undated = Omit<Request, 'today'>;

/** What is to be done for an interaction, freed of Discord. */
export interface Task {
  /** `ask` or `ask/context`, for the log. */
  readonly name: string;
  readonly command: Command;
  readonly request: Undated;
  /** The moment that `today` is the day of. */
  readonly at: Date;
  /** Something is asked anew, and not more about what was answered: it counts towards the server's limits. */
  readonly counts: boolean;
  /** What the reply's query line repeats, unless the reply says otherwise. */
  readonly asked: Asked;
  /** The action that shows another page of the reply. */
  turn(page: number): Action;
  /** A page is turned, in place. */
  readonly inPlace: boolean;
  run(request: Request, services: Services): Reply | Promise<Reply>;
}

/** One for all that this version cannot read: unknown commands and verbs, other versions, missing query lines. */
const stale = () => new Refusal(phrase('trouble.stale'));

export const isSlash = (command: Command): boolean => (command.data.type ?? 1) === ApplicationCommandType.ChatInput;

/**
 * Reads an interaction.
 * @throws Refusal when no command of this version wrote what the interaction refers to
 */
export const readTask = (interaction: Answerable, commands: readonly Command[], now: () => Date): Task => {
  const base = baseOf(interaction);
  if (interaction.isChatInputCommand()) {
    const request = { ...base, ...readOptions(interaction.options.data) };
    return commandTask(find(commands, interaction.commandName), request, now());
  }
  if (interaction.isMessageContextMenuCommand()) {
    const request = { ...base, target: interaction.targetMessage.content };
    return commandTask(find(commands, interaction.commandName), request, now());
  }
  if (interaction.isMessageComponent()) {
    const request = { ...base, ...readChoice(interaction) };
    return readAction(interaction, commands, request, interaction.message.createdAt);
  }
  return { ...readAction(interaction, commands, { ...base, ...readFields(interaction) }, now()), counts: true };
};

/** The request that is being typed, without the option that has the focus. */
export const readTyped = (interaction: AutocompleteInteraction): Undated => {
  const { name } = interaction.options.getFocused(true);
  const { path, options } = readOptions(interaction.options.data);
  const { [name]: _, ...others } = options;
  return { ...baseOf(interaction), path, options: others };
};

const baseOf = (interaction: BaseInteraction): Undated => {
  const isMember = placeOf(interaction).kind === 'server';
  return {
    options: {},
    page: 0,
    fields: {},
    target: null,
    messageId: null,
    userId: interaction.user.id,
    guildId: isMember ? interaction.guildId : null,
    channelId: interaction.channelId ?? interaction.user.id,
    locale: interaction.locale,
    path: [],
    files: [],
    chosen: {},
    member: isMember ? readMember(interaction) : null,
  };
};

/** The task of running a command from the start. */
export const commandTask = (command: Command, request: Undated, at: Date): Task => {
  const { name } = command.data;
  return {
    name: [name, ...request.path].join(' '),
    command,
    request,
    at,
    counts: true,
    asked: { command: name, path: request.path, options: request.options },
    turn: (page) => ({ command: name, verb: 'page', args: [String(page)] }),
    inPlace: false,
    run: (dated, services) => command.run(dated, services),
  };
};

const readAction = (
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  commands: readonly Command[],
  base: Undated,
  at: Date,
): Task => {
  const action = decodeAction(interaction.customId);
  const asked: Asked | null = interaction.message
    ? readQueryLine(queryLineOf(interaction.message) ?? '')
    : action && { command: action.command, options: {} };
  if (!action || !asked) throw stale();
  const command = find(commands, action.command);
  const { options, path = [] } = asked;
  const request = { ...base, options, path, messageId: interaction.message?.id ?? null };
  if (action.verb !== 'page') return verbTask(command, action, request, asked, at);
  const [page = '', verb, ...args] = action.args;
  if (!/^\d{1,4}$/.test(page)) throw stale();
  const turned = { ...request, page: Number(page) };
  const task =
    verb === undefined
      ? commandTask(command, turned, at)
      : verbTask(command, { ...action, verb, args }, turned, asked, at);
  return { ...task, asked, counts: false, inPlace: true };
};

const verbTask = (command: Command, { verb, args }: Action, request: Undated, asked: Asked, at: Date): Task => {
  const { name } = command.data;
  const handler = command.verbs && Object.hasOwn(command.verbs, verb) ? command.verbs[verb] : undefined;
  if (!handler) throw stale();
  return {
    name: `${name}/${verb}`,
    command,
    request,
    at,
    counts: false,
    asked,
    turn: (page) => ({ command: name, verb: 'page', args: [String(page), verb, ...args] }),
    inPlace: false,
    run: (dated, services) => handler(dated, services, args),
  };
};

const find = (commands: readonly Command[], name: string): Command => {
  const command = commands.find(({ data }) => data.name === name);
  if (!command) throw stale();
  return command;
};

const queryLineOf = (message: Message): string | null => {
  const components = message.components.map((component) => component.toJSON() as APIMessageTopLevelComponent);
  const line = components.find(({ type, id }) => type === ComponentType.TextDisplay && id === queryLineId);
  return line?.type === ComponentType.TextDisplay ? line.content : null;
};

/** `YYYY-MM-DD` where it is that time, by the IANA name of the zone. */
export const dayOf = (date: Date, timeZone: string): string =>
  // Most servers stay with UTC, which needs no tables of zones. Swedish dates are written as ISO 8601 wants them.
  timeZone === 'UTC'
    ? date.toISOString().slice(0, 10)
    : date.toLocaleDateString('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
