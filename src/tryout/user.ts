import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Perform } from './act.ts';
import { flatten, type Loose } from './components.ts';
import type { FromPage, OptionValue } from './protocol.ts';
import type { Person, World } from './world.ts';

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

type Value = string | number | boolean;

/**
 * A person of the local Discord, for tests. Every act resolves with the bot's final answer (a deferred one once it is
 * edited) and rejects with one plain sentence when the bot did not respond or Discord would not let them.
 * `channel` is the id of a channel; the guild's text channel unless given.
 */
export interface LocalUser {
  readonly user: APIUser;
  /** The id of the channel between this person and the bot. */
  readonly dm: string;
  /** `name` may hold a subcommand: `article list`. */
  slash(name: string, options?: Readonly<Record<string, Value>>, where?: { channel?: string }): Promise<Outcome>;
  /** Types into the option `focused`, whose value must be among `options`. */
  autocomplete(
    name: string,
    options: Readonly<Record<string, Value>>,
    focused: string,
    where?: { channel?: string },
  ): Promise<Outcome>;
  messageCommand(name: string, messageId: string): Promise<Outcome>;
  click(message: APIMessage | string, customId: string): Promise<Outcome>;
  select(message: APIMessage | string, customId: string, values: readonly string[]): Promise<Outcome>;
  /** `modal` is the outcome that brought it; `fields` by custom_id. */
  submit(modal: Outcome, fields: Readonly<Record<string, string>>): Promise<Outcome>;
  /** `@Verbatim` mentions the bot. Throws when Discord would not send it. */
  say(content: string, where?: { channel?: string; replyTo?: string }): Said;
  /** Uploads a file and returns its id, the value for an attachment option. */
  upload(name: string, contentType: string, bytes: Uint8Array): string;
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
  const news = world.channels.find(({ kind }) => kind === 'text')!.id;

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

  function commandAct(
    kind: 'command' | 'autocomplete',
    fullName: string,
    options: Readonly<Record<string, Value>>,
    channel: string,
    focused?: string,
  ): FromPage {
    const [name = '', ...inner] = fullName.split(' ');
    const command = world.commands.find((one) => one.name === name && one.type === ApplicationCommandType.ChatInput);
    let declared = (command?.options ?? []) as unknown as readonly Loose[];
    const values: OptionValue[] = [];
    for (const part of inner) {
      const found = declared.find((option) => option['name'] === part);
      values.push({ name: part, type: Number(found?.['type'] ?? 1), value: true });
      declared = (found?.['options'] ?? []) as readonly Loose[];
    }
    for (const [key, value] of Object.entries(options)) {
      const type = Number(
        declared.find((option) => option['name'] === key)?.['type'] ?? ApplicationCommandOptionType.String,
      );
      values.push({ name: key, type, value, ...(key === focused && { focused: true }) });
    }
    return { kind, id: newActId(), channelId: channel, commandId: command?.id ?? '', options: values };
  }

  function componentAct(message: APIMessage | string, customId: string, values?: readonly string[]): FromPage {
    const messageId = typeof message === 'string' ? message : message.id;
    const components = world.messages.get(messageId)?.message.components ?? [];
    const found = (components as unknown as Loose[]).flatMap(flatten).find((one) => one['custom_id'] === customId);
    const componentType = Number(found?.['type'] ?? ComponentType.Button);
    return { kind: 'component', id: newActId(), messageId, customId, componentType, ...(values && { values }) };
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
    slash: (name, options = {}, { channel = news } = {}) => act(commandAct('command', name, options, channel)),
    autocomplete: (name, options, focused, { channel = news } = {}) =>
      act(commandAct('autocomplete', name, options, channel, focused)),
    messageCommand(name, messageId) {
      const command = world.commands.find((one) => one.name === name && one.type === ApplicationCommandType.Message);
      const channelId = world.messages.get(messageId)?.message.channel_id ?? news;
      const commandId = command?.id ?? '';
      return act({ kind: 'command', id: newActId(), channelId, commandId, options: [], targetMessageId: messageId });
    },
    click: (message, customId) => act(componentAct(message, customId)),
    select: (message, customId, values) => act(componentAct(message, customId, values)),
    submit: (modal, fields) =>
      act({
        kind: 'modal',
        id: newActId(),
        modalId: modal.id,
        fields: Object.entries(fields).map(([customId, value]) => ({ customId, value })),
      }),
    say(content, { channel = news, replyTo } = {}) {
      let said: APIMessage | null = null;
      let reason = '';
      const doing = { kind: 'message' as const, id: newActId(), channelId: channel, content };
      perform(user.id, { ...doing, ...(replyTo !== undefined && { replyTo }) }, (step) => {
        if (step.kind === 'said') said = step.message;
        else if (step.kind === 'failed') reason = step.reason;
      });
      const message = said as APIMessage | null;
      if (!message) throw new Error(reason);
      return { message, answer: (withinMs = 5_000) => answerTo(message, withinMs) };
    },
    upload(name, contentType, bytes) {
      const id = world.newId();
      const path = `attachments/${news}/${id}/${encodeURIComponent(name)}`;
      const url = `${cdnBase()}/${path}`;
      world.files.set(path, { bytes, contentType });
      world.uploads.set(id, { id, filename: name, size: bytes.length, url, proxy_url: url, content_type: contentType });
      return id;
    },
  };
}
