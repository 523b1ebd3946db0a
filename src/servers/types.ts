import type { Citation, Library } from '../answer/types.ts';
import type { Article, Failure, Format } from '../corpus/types.ts';
import type { Span } from '../nlp/types.ts';
import type { ServerSettings } from './settings.ts';

export type { ServerSettings } from './settings.ts';

/** What an administrator can mend: a limit that is reached, a link that is no feed. One plain sentence that is shown as it is. */
export class KnowledgeRefusal extends Error {
  override readonly name = 'KnowledgeRefusal';
}

/** A server as it is when somebody asks: an immutable value, made of nothing that belongs to another server. */
export interface Server {
  /** Null: direct messages and conversations outside servers. */
  readonly id: string | null;
  readonly settings: ServerSettings;
  /** The shipped articles, unless they are switched off, and the server's own. */
  readonly library: Library;
}

/** All servers, each with its own articles and settings, opened when they are asked and released when they are idle. */
export interface Servers {
  /** @throws StoreError when the store cannot be read and the server is not open yet */
  open(guildId: string | null): Promise<Server>;
  /** Changes settings in one step. @throws StoreError */
  configure(guildId: string, edit: (before: ServerSettings) => ServerSettings): Promise<Changed>;
  knowledge(guildId: string): Knowledge;
  /** The bot was added to a server, perhaps again: what is kept of it stays. */
  joined(guildId: string): Promise<void>;
  /** The bot was removed from a server: after the grace that it set, everything of it goes. */
  left(guildId: string): Promise<void>;
  /** For metrics. */
  readonly size: { readonly servers: number; readonly articles: number };
  close(): Promise<void>;
}

export interface Changed {
  readonly before: ServerSettings;
  readonly after: ServerSettings;
}

/** One of a server's own articles, without its text. */
export interface OwnArticle {
  readonly id: string;
  readonly title: string;
  readonly source: string | null;
  /** `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly url: string | null;
  readonly format: Format | null;
  /** Where it came from: a file's name, an address, `text`, or the address of a feed. */
  readonly origin: string;
  /** SHA-256 of the text. */
  readonly hash: string;
  /** In UTF-16 code units. */
  readonly length: number;
  /** ISO 8601. */
  readonly added: string;
  readonly changed: string;
  readonly versions: number;
}

/** What became of an addition. */
export interface Addition {
  readonly added: readonly OwnArticle[];
  /** A new version of an article that was there. */
  readonly changed: readonly OwnArticle[];
  readonly unchanged: readonly OwnArticle[];
  /** The same text under another name: not added. */
  readonly duplicates: readonly { readonly title: string; readonly of: string }[];
  /** Nearly the same text (a syndicated copy): added, and counted as one source. */
  readonly copies: readonly { readonly title: string; readonly of: string }[];
  readonly failures: readonly Failure[];
}

/** How far an addition has come. `total` is null while it is not known. */
export interface Progress {
  readonly stage: 'getting' | 'reading' | 'keeping' | 'indexing';
  readonly done: number;
  readonly total: number | null;
}

export interface Feed {
  readonly url: string;
  readonly title: string | null;
  /** ISO 8601; null: not yet. */
  readonly lastOk: string | null;
  /** One plain sentence, or null. */
  readonly trouble: string | null;
  readonly articles: number;
}

/**
 * One server's own articles. Every function throws `StoreError` when the store cannot do it; those that add or edit throw
 * `KnowledgeRefusal` when a limit is reached or what is given makes no sense.
 */
export interface Knowledge {
  list(): Promise<readonly OwnArticle[]>;
  /** Adds the articles in files. What cannot be read is among the failures; the rest is added, all of it or nothing. */
  add(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    report?: (progress: Progress) => void,
  ): Promise<Addition>;
  /** Adds pasted text. */
  addText(text: string, facts: EditableFacts, report?: (progress: Progress) => void): Promise<Addition>;
  /** Adds what stands at an address. @throws WebRefusal with a sentence for the user */
  addLink(url: string, report?: (progress: Progress) => void): Promise<Addition>;
  /** Changes what is known about an article; what is undefined stays, null takes it away. Null: there is no such article. */
  edit(id: string, facts: EditableFacts): Promise<OwnArticle | null>;
  /** Takes articles away; `bringBack` undoes it for a while. Returns those that were there. */
  remove(ids: readonly string[]): Promise<readonly OwnArticle[]>;
  bringBack(ids: readonly string[]): Promise<readonly OwnArticle[]>;
  /** The article as it is read: for showing how. Null: there is no such article. */
  read(id: string): Promise<Article | null>;
  /**
   * The citation of a span that was shown before, from the version that it was made of, even when the article has changed
   * or was removed since. `hash` may be the start of one. Null when that version is not kept any more.
   */
  prove(
    articleId: string,
    span: Span,
    hash: string,
  ): Promise<{ readonly citation: Citation; readonly current: boolean } | null>;
  /** All articles as JSON Lines (without line ends), in the format that `add` reads. */
  export(): AsyncIterable<string>;
  /** Reads the articles from the store again. */
  reload(): Promise<number>;
  readonly feeds: {
    list(): Promise<readonly Feed[]>;
    /** Looks at the feed, adds what stands in it, and polls it from then on. @throws WebRefusal */
    add(url: string, report?: (progress: Progress) => void): Promise<Addition>;
    /** Stops polling; articles stay. Returns whether there was such a feed. */
    remove(url: string): Promise<boolean>;
  };
}

export interface EditableFacts {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly published?: string | null;
  readonly source?: string | null;
  readonly url?: string | null;
}
