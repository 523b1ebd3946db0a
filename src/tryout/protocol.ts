/**
 * What the page and the local Discord say to each other over the WebSocket at `/tryout?user=ID`, one JSON object a
 * message. Messages, commands, components and modals are the platform's own API objects, passed on as the bot sent them.
 * Files go ahead of the act that uses them: POST `/tryout/files?user=ID&channel=ID&name=NAME`, the bytes as body, which
 * answers with an `UploadedFile`, or with `{error}` in one sentence.
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
  /** An id for people, roles, channels and uploaded files. */
  readonly value: string | number | boolean;
  readonly focused?: boolean;
}

/** What was entered for one component of a form. */
export interface ModalField {
  readonly customId: string;
  /** Of a text input, a radio group or a checkbox. */
  readonly value?: string | boolean | null;
  /** Of a select, a group of checkboxes or an upload: ids for people, roles, channels and files. */
  readonly values?: readonly string[];
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
      readonly fields: readonly ModalField[];
    }
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly channelId: string;
      readonly content: string;
      readonly replyTo?: string;
      /** Ids of uploaded files. */
      readonly files?: readonly string[];
    };

/** Asks what the bot sent for a message; answered with `payload`. */
export interface PayloadQuery {
  readonly kind: 'payload';
  readonly id: string;
  readonly messageId: string;
}

/** A command line to try with one click: the command's name and its options' values, as a person would type them. */
export interface Example {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface LocalChannel {
  readonly id: string;
  readonly name: string;
  /** `dm` is with the bot; `private` is between people, where only a bot of one's own can be used. */
  readonly kind: 'text' | 'thread' | 'dm' | 'private';
  readonly guildId: string | null;
  /** Of a thread: the channel it belongs to. */
  readonly parentId: string | null;
}

export interface LocalRole {
  readonly id: string;
  readonly name: string;
  /** RGB; 0 for none. */
  readonly color: number;
}

/** A server, as one of its members sees it. */
export interface LocalGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly bot: 'present' | 'absent' | 'unavailable';
  /** Without `@everyone`, whose id is the server's. */
  readonly roles: readonly LocalRole[];
  readonly members: readonly {
    readonly userId: string;
    readonly roleIds: readonly string[];
    readonly manages: boolean;
  }[];
  /** Bytes of one file. */
  readonly attachmentLimit: number;
}

/** A file that is ready to be used in an act of the one who uploaded it. */
export interface UploadedFile {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
}

/** What somebody sees of the servers, and by channel the ids of the commands they may use there. */
export interface Surroundings {
  readonly guilds: readonly LocalGuild[];
  readonly channels: readonly LocalChannel[];
  /** In the language of this person's client: `name_localized` and `description_localized`, no other languages. */
  readonly commands: readonly APIApplicationCommand[];
  readonly reach: Readonly<Record<string, readonly string[]>>;
}

export type ToPage =
  | ({
      readonly kind: 'hello';
      readonly user: APIUser;
      readonly bot: APIUser;
      /** Everybody there is to act as, and to be named; `locale` is what their client is set to. */
      readonly people: readonly APIUser[];
      readonly messages: readonly APIMessage[];
      readonly examples: readonly Example[];
    } & Surroundings)
  /** Commands, servers or channels have changed. */
  | ({ readonly kind: 'surroundings' } & Surroundings)
  /** A new message, or a new state of one the page has: ephemeral ones carry flag 64, deferred ones flag 128. */
  | { readonly kind: 'message'; readonly message: APIMessage }
  | { readonly kind: 'delete'; readonly messageId: string }
  | { readonly kind: 'choices'; readonly id: string; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: 'modal'; readonly id: string; readonly modal: APIModalInteractionResponseCallbackData }
  /** What the bot sent for a message, oldest first; nothing for messages of people. */
  | {
      readonly kind: 'payload';
      readonly id: string;
      readonly sent: readonly { readonly request: string; readonly body: unknown }[];
    }
  /** The bot acknowledged act `id`. */
  | { readonly kind: 'done'; readonly id: string }
  /** The bot did not answer act `id` within the platform's three seconds, or the local Discord refused it. */
  | { readonly kind: 'failed'; readonly id: string; readonly reason: string };
