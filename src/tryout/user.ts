import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  ApplicationCommandType,
  MessageFlags,
} from 'discord.js';
import { type Perform, reachOf } from './act.ts';
import { commandAct, commandNames, componentAct, type FormValues, formFields, type Value } from './doings.ts';
import { ATTACHMENT_LIMIT, type Channel } from './guilds.ts';
import type { FromPage } from './protocol.ts';
import { refuseFile, storeUpload } from './uploads.ts';
import { channelOf, channelsOf, type Person, type World } from './world.ts';

/** What a person got for what they did. */
interface Outcome {
  /** The number of the act; a modal is submitted under it. */
  readonly id: string;
  /** Ms from the act to the bot's acknowledgement, and to its final answer. */
  readonly acknowledgedMs: number;
  readonly finalMs: number;
  /** The answer in its final state; null for choices and modals. */
  readonly message: APIMessage | null;
  readonly ephemeral: boolean;
  readonly choices: readonly APIApplicationCommandOptionChoice[];
  readonly modal: APIModalInteractionResponseCallbackData | null;
}

interface Said {
  readonly message: APIMessage;
  /** The bot's first message after this one in its channel; rejects when none comes in time (default 5000 ms). */
  answer(withinMs?: number): Promise<Outcome>;
}

/** Where a person acts: a channel by its id, or by its name on a server; a server alone means its first channel. */
interface Where {
  readonly channel?: string;
  /** The name of a server; the person's first one unless given. */
  readonly server?: string;
}

/**
 * A person of the local Discord, for tests. Every act resolves with the bot's final answer (a deferred one once it is
 * edited) and rejects with one plain sentence when the bot did not respond or Discord would not let them.
 * Values of options and selects are ids for people, roles, channels and files.
 */
export interface LocalUser {
  readonly user: APIUser;
  /** The id of the channel between this person and the bot. */
  readonly dm: string;
  /** The id of a channel that this person sees. Throws when there is none. */
  channel(where: Where): string;
  /** The commands this person is offered in a channel, by full name: `article list`. */
  commands(where?: Where): readonly string[];
  /** `name` may hold a subcommand: `article list`. */
  slash(name: string, options?: Readonly<Record<string, Value>>, where?: Where): Promise<Outcome>;
  /** Types into the option `focused`, whose value must be among `options`. */
  autocomplete(
    name: string,
    options: Readonly<Record<string, Value>>,
    focused: string,
    where?: Where,
  ): Promise<Outcome>;
  messageCommand(name: string, messageId: string): Promise<Outcome>;
  click(message: APIMessage | string, customId: string): Promise<Outcome>;
  select(message: APIMessage | string, customId: string, values: readonly string[]): Promise<Outcome>;
  /** `modal` is the outcome that brought it. What is left out stays as the form had it. */
  submit(modal: Outcome, fields: FormValues): Promise<Outcome>;
  /** `@Verbatim` mentions the bot; `files` are ids of uploads. Throws when Discord would not send it. */
  say(content: string, where?: Where & { replyTo?: string; files?: readonly string[] }): Said;
  /**
   * Uploads a file and returns its id, the value for an attachment option or a form's upload. Throws when the file is
   * empty or larger than `where` allows.
   */
  upload(name: string, contentType: string, bytes: Uint8Array, where?: Where): string;
}

/** How long a deferred answer may take before an act gives up. */
const PATIENCE_MS = 15_000;

export function createUser(
  world: World,
  person: Person,
  perform: Perform,
  newActId: () => string,
  cdnBase: () => string,
): LocalUser {
  const { user, dm } = person;

  function channelAt({ channel, server }: Where): Channel {
    const mine = channelsOf(world, person);
    const exact = mine.find(({ id }) => id === channel);
    if (exact) return exact;
    const guild = [...world.guilds.values()].find(({ name, members }) =>
      server === undefined ? members.has(user.id) : name === server,
    );
    const there = mine.filter(({ guildId }) => guild && guildId === guild.id);
    const found =
      channel === undefined ? there.find(({ kind }) => kind === 'text') : there.find(({ name }) => name === channel);
    const own =
      server === undefined ? mine.find(({ kind, name }) => kind === 'private' && name === channel) : undefined;
    const known = found ?? own;
    if (known) return known;
    // An id that is not theirs is sent all the same, for the local Discord to refuse.
    const foreign = channelOf(world, channel);
    if (foreign) return foreign;
    throw new Error(
      `${user.global_name} sees no channel ${channel ?? ''} on ${guild?.name ?? server ?? 'any server'}.`,
    );
  }

  function act(doing: FromPage): Promise<Outcome> {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    const started = performance.now();
    let acknowledgedMs = 0;
    const timer = setTimeout(() => reject(new Error('The bot acknowledged but gave no final answer.')), PATIENCE_MS);
    timer.unref();
    const settle = (result: Partial<Outcome>) => {
      clearTimeout(timer);
      const finalMs = performance.now() - started;
      resolve({
        id: doing.id,
        acknowledgedMs,
        finalMs,
        message: null,
        ephemeral: false,
        choices: [],
        modal: null,
        ...result,
      });
    };
    perform(user.id, doing, (step) => {
      if (step.kind === 'acknowledged') acknowledgedMs = performance.now() - started;
      else if (step.kind === 'choices') settle({ choices: step.choices });
      else if (step.kind === 'modal') settle({ modal: step.modal });
      else if (step.kind === 'answered') settle(answered(world.messages.get(step.messageId)?.message));
      else if (step.kind === 'failed') {
        clearTimeout(timer);
        reject(new Error(step.reason));
      }
    });
    return promise;
  }

  function answered(message: APIMessage | undefined): Partial<Outcome> {
    return message ? { message, ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 } : {};
  }

  function answerTo(message: APIMessage, withinMs: number): Promise<Outcome> {
    const started = performance.now();
    const find = () =>
      [...world.messages.values()].find(
        ({ message: other, audience }) =>
          audience === null &&
          other.channel_id === message.channel_id &&
          other.author.id === world.bot.id &&
          BigInt(other.id) > BigInt(message.id),
      )?.message;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`The bot said nothing within ${withinMs} ms.`));
      }, withinMs);
      const look = () => {
        const found = find();
        if (!found) return;
        clearTimeout(timer);
        stop();
        const passed = performance.now() - started;
        const outcome = { id: message.id, acknowledgedMs: passed, finalMs: passed, choices: [], modal: null };
        resolve({ ...outcome, message: found, ephemeral: false });
      };
      const stop = world.listen(look);
      look();
    });
  }

  return {
    user,
    dm,
    channel: (where) => channelAt(where).id,
    commands(where = {}) {
      const here = reachOf(world, user.id).get(channelAt(where).id) ?? [];
      const slash = here.filter(({ type }) => type === ApplicationCommandType.ChatInput);
      return slash.flatMap(commandNames);
    },
    slash: (name, options = {}, where = {}) =>
      act(commandAct(world, newActId(), { kind: 'command', name, options, channel: channelAt(where) })),
    autocomplete: (name, options, focused, where = {}) =>
      act(commandAct(world, newActId(), { kind: 'autocomplete', name, options, channel: channelAt(where), focused })),
    messageCommand(name, messageId) {
      const command = world.commands.find((one) => one.name === name && one.type === ApplicationCommandType.Message);
      const channelId = world.messages.get(messageId)?.message.channel_id ?? channelAt({}).id;
      const commandId = command?.id ?? '';
      return act({ kind: 'command', id: newActId(), channelId, commandId, options: [], targetMessageId: messageId });
    },
    click: (message, customId) => act(componentAct(world, newActId(), message, customId)),
    select: (message, customId, values) => act(componentAct(world, newActId(), message, customId, values)),
    submit: (modal, fields) => act({ kind: 'modal', id: newActId(), modalId: modal.id, fields: formFields(fields) }),
    say(content, { replyTo, files, ...where } = {}) {
      let said: APIMessage | null = null;
      let reason = '';
      const doing = { kind: 'message' as const, id: newActId(), channelId: channelAt(where).id, content };
      perform(user.id, { ...doing, ...(replyTo !== undefined && { replyTo }), ...(files && { files }) }, (step) => {
        if (step.kind === 'said') said = step.message;
        else if (step.kind === 'failed') reason = step.reason;
      });
      const message = said as APIMessage | null;
      if (!message) throw new Error(reason);
      return { message, answer: (withinMs = 5_000) => answerTo(message, withinMs) };
    },
    upload(name, contentType, bytes, where = {}) {
      const guild = world.guilds.get(channelAt(where).guildId ?? '');
      const refusal = refuseFile(name, bytes.length, guild?.attachmentLimit ?? ATTACHMENT_LIMIT);
      if (refusal) throw new Error(refusal);
      return storeUpload(world, user.id, { name, contentType, bytes }, cdnBase()).id;
    },
  };
}
