/**
 * What the page and the local Discord say to each other over the WebSocket at `/tryout`, one JSON object a message.
 * Messages, commands, components and modals are the platform's own API objects, passed on as the bot sent them.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord.js';

export interface OptionValue {
  readonly name: string;
  /** ApplicationCommandOptionType */
  readonly type: number;
  readonly value: string | number | boolean;
  readonly focused?: boolean;
}

/** `id` is the page's own number for this act; what comes back about it carries the same. */
export type FromPage =
  | {
      readonly kind: 'command' | 'autocomplete';
      readonly id: string;
      readonly channelId: string;
      readonly commandId: string;
      /** A subcommand (types 1 and 2, value true) stands first; what follows it belongs to it. */
      readonly options: readonly OptionValue[];
      /** For message commands. */
      readonly targetMessageId?: string;
    }
  | {
      readonly kind: 'component';
      readonly id: string;
      readonly messageId: string;
      readonly customId: string;
      readonly componentType: number;
      readonly values?: readonly string[];
    }
  | {
      readonly kind: 'modal';
      readonly id: string;
      /** The `id` under which the modal came. */
      readonly modalId: string;
      readonly fields: readonly { readonly customId: string; readonly value: string }[];
    }
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly channelId: string;
      readonly content: string;
      readonly replyTo?: string;
    };

/** A command line to try with one click: the command's name and its options' values, as a person would type them. */
export interface Example {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface LocalChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'dm';
}

export type ToPage =
  | {
      readonly kind: 'hello';
      readonly user: APIUser;
      readonly bot: APIUser;
      readonly guild: { readonly id: string; readonly name: string };
      readonly channels: readonly LocalChannel[];
      readonly commands: readonly APIApplicationCommand[];
      readonly messages: readonly APIMessage[];
      readonly examples: readonly Example[];
    }
  | { readonly kind: 'commands'; readonly commands: readonly APIApplicationCommand[] }
  /** A new message, or a new state of one the page has: ephemeral ones carry flag 64, deferred ones flag 128. */
  | { readonly kind: 'message'; readonly message: APIMessage }
  | { readonly kind: 'delete'; readonly messageId: string }
  | { readonly kind: 'choices'; readonly id: string; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: 'modal'; readonly id: string; readonly modal: APIModalInteractionResponseCallbackData }
  /** The bot acknowledged act `id`. */
  | { readonly kind: 'done'; readonly id: string }
  /** The bot did not answer act `id` within the platform's three seconds, or the local Discord refused it. */
  | { readonly kind: 'failed'; readonly id: string; readonly reason: string };
