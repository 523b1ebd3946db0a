import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { Citation, Library } from '../answer/types.ts';
import type { Speech } from '../languages/types.ts';
import type { Span } from '../nlp/types.ts';
import type { Server, Servers } from '../servers/types.ts';
import type { Store } from '../store/types.ts';
import type { Phrase, Say } from './markdown.ts';

declare const safe: unique symbol;

/**
 * Discord Markdown that is safe to send. Only `markdown.ts` makes it: what the `md` tag interpolates is escaped, unless it
 * is Markdown already. An object, so that `md` can tell the two apart when it runs.
 */
export interface Markdown {
  readonly [safe]: true;
  readonly source: string;
}

/** What a button, a select or a modal does: one verb of one command. Written into `custom_id`, so keep `args` short. */
export interface Action {
  readonly command: string;
  readonly verb: string;
  readonly args: readonly string[];
}

export interface Button {
  readonly label: string;
  readonly style?: 'primary' | 'secondary';
  readonly action: Action;
  readonly disabled?: boolean;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The pieces of a reply. The renderer alone knows how Discord shows them and what its limits are. */
export type Block =
  | { readonly kind: 'text'; readonly text: Markdown }
  /**
   * The words of an article, to the letter, in a block quote; `highlight`, a span of the article, in bold. Long ones go over
   * several pages, cut at the ends of sentences, and nothing is lost.
   */
  | { readonly kind: 'quotation'; readonly citation: Citation; readonly highlight: Span | null }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | ({ readonly kind: 'select'; readonly action: Action; readonly placeholder: string } & Several & Selectable)
  /** Choices of the platform's own: roles or channels of the server. */
  | ({ readonly kind: 'roles' | 'channels'; readonly action: Action; readonly placeholder: string } & Several & {
        /** Ids of what is chosen already. */
        readonly chosen: readonly string[];
      });

/** How many may be chosen; one and no less when absent. What is chosen is in `Request.chosen['value']`. */
interface Several {
  readonly least?: number;
  readonly most?: number;
}

interface Selectable {
  readonly choices: readonly (Choice & { readonly description?: string; readonly chosen?: boolean })[];
}

/**
 * A message. `items` are packed into pages with `head` above and `foot` below each of them. What stands between two
 * dividers among the items stays on one page when it fits there.
 */
export interface MessageReply {
  readonly kind: 'message';
  /** Shown to the asker alone (ephemeral). */
  readonly private: boolean;
  readonly head: readonly Block[];
  readonly items: readonly Block[];
  readonly foot: readonly Block[];
  /** `update` puts the reply in place of the message whose component was used. */
  readonly update?: boolean;
  /**
   * What this reply answers, where that is not the request itself (a follow-up question, the article that was chosen): its
   * first line echoes it, its buttons are given these options, and its pages come from running this command again.
   */
  readonly asked?: Asked;
  /** Pictures stand above everything else, other files below it, on the first page alone. */
  readonly files?: readonly ReplyFile[];
  /** What the question log keeps of this, where the server wants one; the dispatcher writes it. */
  readonly noted?: Noted;
}

/** The outcome of a question, for the log and the metrics. */
export interface Noted {
  readonly answered: boolean;
  readonly confidence: number | null;
  /** The ids of the articles quoted, and the names of the speakers. */
  readonly articles: readonly string[];
  readonly speakers: readonly string[];
  /** The question, kept only where the server has switched that on. */
  readonly words: string;
}

/** A file that comes with a reply: a picture when its name ends in `.png`, else something to download. */
export interface ReplyFile {
  /** Letters, digits, `-` and `_`, with an ending, such as `timeline.png`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a person who can't see a picture is told instead (alt text); at most 1,024 characters. */
  readonly description: string;
}

export type Options = Readonly<Record<string, string | number | boolean>>;

export interface Asked {
  /** The name of a command. */
  readonly command: string;
  /** Its subcommand; absent for commands without. */
  readonly path?: readonly string[];
  readonly options: Options;
}

export interface ModalReply {
  readonly kind: 'modal';
  readonly title: string;
  readonly action: Action;
  /** One to five. */
  readonly fields: readonly ModalField[];
}

/** A labelled field of a modal. Absent `kind`: text, read from `Request.fields`; the others from `chosen` or `files`. */
export type ModalField = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
} & (
  | {
      readonly kind?: 'text';
      readonly long: boolean;
      readonly value?: string;
      readonly placeholder?: string;
      readonly maxLength: number;
    }
  | ({ readonly kind: 'select'; readonly placeholder?: string } & Several & Selectable)
  | ({ readonly kind: 'roles' | 'channels'; readonly chosen: readonly string[] } & Several)
  | ({ readonly kind: 'files' } & Several)
);

export type Reply = MessageReply | ModalReply;

/** An interaction, freed of Discord. */
export interface Request {
  /** The options as given, but files; for components and modals those of the command whose reply carries them. */
  readonly options: Options;
  /** Which page to show, from 0. */
  readonly page: number;
  /** What a modal's fields of text, or a select's first choice (under `value`), hold. */
  readonly fields: Readonly<Record<string, string>>;
  /** The content of the message a message command was used on. */
  readonly target: string | null;
  /** The message that carries the component or opened the modal; null elsewhere. */
  readonly messageId: string | null;
  readonly userId: string;
  /** Null outside servers, and in one that the bot was not added to, where somebody brought it along for themselves. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly locale: string;
  /**
   * The day of asking, `YYYY-MM-DD`, in the server's time zone: for buttons and selects, the day their message was
   * written.
   */
  readonly today: string;
  /** The subcommand: `['feed', 'add']`; empty for commands without, and for modals that a command opened. */
  readonly path: readonly string[];
  /** The files of attachment options and file uploads, in the order given. Not downloaded yet. */
  readonly files: readonly GivenFile[];
  /** What was chosen in each select of a modal, by field; a component's own choice is under `value`. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** Who asks, as a member of the server; null outside servers. */
  readonly member: Member | null;
}

/** A file that somebody attached. */
export interface GivenFile {
  /** Of the option or field. */
  readonly field: string;
  readonly name: string;
  /** In bytes, as Discord says. */
  readonly size: number;
  readonly url: string;
}

export interface Member {
  readonly roles: readonly string[];
  /** Has the permission Manage Server (administrators have it). */
  readonly managesServer: boolean;
}

/** What a command works with: made anew for every request, for the one server that asks. */
export interface Services {
  /** The server that asks, as it is now: its settings and its articles. */
  readonly server: Server;
  /** The articles that answer here: those of `server`. */
  readonly library: Library;
  /** For changing what a server has; commands use it with the request's own server alone. */
  readonly servers: Servers;
  readonly store: Store;
  /** Every command, for help. */
  readonly commands: readonly Command[];
  /** In the language of the server's settings or, where those leave it open, of the one who asks: labels, titles, dates. */
  readonly speech: Speech;
  /** A sentence in that language. */
  readonly say: Say;
  /** Shows how far long work has come, in place, at most once a second; what comes too soon is left out. */
  progress(text: Markdown): void;
  /** Tells the server's log channel, if it has one, what was changed and by whom; phrases in its language. Never fails. */
  audit(text: Markdown | Phrase): void;
  /**
   * Downloads a file that came with the request, from Discord's own hosts only.
   * @throws Refusal when it is larger than 25 MB or cannot be had
   */
  download(file: GivenFile): Promise<Uint8Array>;
}

/** What lives as long as the process: what the services of each request are made of. */
export type Shared = Pick<Services, 'servers' | 'store' | 'commands'>;

/** A slash or message command: its declaration, and what it does. Handlers return values and never talk to Discord. */
export interface Command {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /**
   * Who may use it and its verbs: `managers` those who manage the server or have a role that the settings name, `admins`
   * those who manage the server. Absent: everybody, within the server's limits and where it lets the bot answer.
   */
  readonly for?: 'managers' | 'admins';
  /** Its replies are always private: a deferral has to say so before there is a reply. */
  readonly isPrivate?: boolean;
  /**
   * Throws `Refusal` for what the user can mend. Turning to another page of its reply runs it again, without files: where
   * it changes something, its reply should have one page, or `asked` name a command that only shows.
   */
  run(request: Request, services: Services): Reply | Promise<Reply>;
  /**
   * The verbs of its buttons, selects and modals. `page` is the dispatcher's own: it calls the same verb with the same
   * arguments again, but without `fields`; where those matter and a reply may have pages, set `asked`.
   */
  readonly verbs?: Readonly<
    Record<string, (request: Request, services: Services, args: readonly string[]) => Reply | Promise<Reply>>
  >;
  /** Autocomplete: at most 25 choices, each name and value at most 100 characters. */
  complete?(
    option: string,
    typed: string,
    request: Request,
    services: Services,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}
