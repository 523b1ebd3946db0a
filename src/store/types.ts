/**
 * What must survive a restart. Every key carries the server it belongs to; null stands for direct messages.
 * Every operation fails with a `StoreError` when the store cannot do it, and works again as soon as the store can.
 */
export interface Store {
  /** Counts one vote on an answer; a second vote of the same user on the same message replaces the first. Kept half a year. */
  addFeedback(vote: Ballot): Promise<void>;
  /** All votes of one server, in no order. */
  feedback(guildId: string | null): Promise<readonly Vote[]>;
  /** Keeps a line of the question log for `retention` milliseconds. */
  addQuestion(question: Question, retention: number): Promise<void>;
  /** The question log of one server, oldest first. */
  questions(guildId: string | null): Promise<readonly LoggedQuestion[]>;
  /**
   * Deletes the questions that were asked before then, for a server that wants them kept for less time, or no more.
   * @param before milliseconds since 1970
   * @returns how many those were
   */
  eraseQuestions(guildId: string | null, before: number): Promise<number>;
  /**
   * One server's settings. Nothing is read or written before one of its functions is called.
   * @param name of another value of the server's that is kept in the same way (the state of its feeds, for one)
   */
  settings<T>(guildId: string | null, schema: Schema<T>, name?: string): Settings<T>;
  /** One server's own articles. Nothing is read or written before one of its functions is called. */
  articles<Facts>(guildId: string, schema: Schema<Facts>): Shelf<Facts>;
  /** The servers that something is kept of, without direct messages, in no order. */
  servers(): Promise<readonly string[]>;
  /** Deletes everything of one server. Returns how many values that were. */
  forgetGuild(guildId: string): Promise<number>;
  /** Deletes everything that is kept about one person, on every server. Returns how many values that were. */
  forgetUser(userId: string): Promise<number>;
  /** Everything that is kept about one person, on every server. */
  exportUser(userId: string): Promise<Kept>;
  /** A small value of the bot's own (what was registered last, for one). */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  /** A backup of everything, as JSON Lines without their line ends. */
  dump(): AsyncIterable<string>;
  /**
   * Makes the store what it was when the lines were dumped; what is not in them is deleted.
   * @param read gives the lines from the first on; called twice, because all are checked before anything is written
   * @returns how many values the store holds now
   * @throws StoreError `refused` for lines that are no backup, are cut off, or come from a newer version
   */
  load(read: () => AsyncIterable<string>): Promise<number>;
  /** Lets what is under way end, then lets go of the file or the connection. */
  close(): Promise<void>;
}

/** Whatever turns an unknown value into a T or throws; a schema of zod's is one. */
export interface Schema<T> {
  parse(value: unknown): T;
}

export interface Settings<T> {
  /** @throws StoreError `damaged` when what is kept does not fit the schema */
  get(): Promise<T | undefined>;
  /** Throws what the schema throws when the value does not fit it. */
  set(value: T): Promise<void>;
  /**
   * Reads, edits and writes in one step: when somebody else writes in between, `edit` is called again on what they wrote.
   * @returns what was there and what is there now, for an audit
   */
  change(edit: (before: T | undefined) => T): Promise<{ readonly before: T | undefined; readonly after: T }>;
  delete(): Promise<void>;
}

/** Articles of one server. `Facts` are what is known besides the text (title, day, source …), as JSON. */
export interface Shelf<Facts> {
  /** The articles there are, oldest first, without their texts. */
  list(): Promise<readonly Entry<Facts>[]>;
  /** One article: as it is now, or, with the hash of an older text or the start of one, as it was then (even when it has been removed). */
  get(id: string, hash?: string): Promise<KeptArticle<Facts> | undefined>;
  /** All articles with their texts, oldest first. One whose text is not in the store any more is left out. */
  read(): AsyncIterable<KeptArticle<Facts>>;
  /**
   * Adds articles, or new versions of those with the same id. Readers see none of them until all are kept, and none ever
   * if it fails, if `articles` throws, or if the process dies in between.
   * @param progress is told how many articles have been written so far
   */
  add(articles: Articles<Facts>, progress?: (count: number) => void): Promise<Added>;
  /** Changes what is known about an article; its text stays. Returns whether there is such an article. */
  describe(id: string, facts: Facts): Promise<boolean>;
  /** Takes articles away so that `bringBack` can undo it. Returns the ids of those that were there. */
  remove(ids: readonly string[]): Promise<readonly string[]>;
  /** Undoes `remove`. Returns the ids of those that could be brought back. */
  bringBack(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * Deletes the texts of articles that were removed before then, and what additions that never ended have left.
   * @param before milliseconds since 1970
   * @returns how many articles are gone for good
   */
  erase(before: number): Promise<number>;
}

export type Articles<Facts> = Iterable<NewArticle<Facts>> | AsyncIterable<NewArticle<Facts>>;

interface NewArticle<Facts> {
  readonly id: string;
  readonly text: string;
  readonly facts: Facts;
}

export interface Entry<Facts> {
  readonly id: string;
  readonly facts: Facts;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly hash: string;
  /** In UTF-16 code units. */
  readonly length: number;
  /** ISO 8601: of the first version, and of this one. */
  readonly added: string;
  readonly changed: string;
  /** How many versions are kept, this one included; at most 20. */
  readonly versions: number;
}

export interface KeptArticle<Facts> extends NewArticle<Facts> {
  readonly hash: string;
  /** Whether this is what the article says now: neither an older version nor a removed article. */
  readonly current: boolean;
}

/** The ids of what was added. */
export interface Added {
  readonly added: readonly string[];
  /** There was an article with this id, and its text or facts were others. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** A vote as it is cast. */
interface Ballot {
  readonly guildId: string | null;
  readonly messageId: string;
  readonly userId: string;
  readonly helpful: boolean;
}

/** A vote as it is kept. */
export interface Vote extends Omit<Ballot, 'userId'> {
  /** HMAC-SHA-256 of the user's id under a key of this store's own, never the id itself. */
  readonly voter: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A question as it is asked. */
interface Question {
  readonly guildId: string | null;
  readonly userId: string;
  /** The command's name. */
  readonly command: string;
  readonly answered: boolean;
  /** From 0 to 1; null where the command has none. */
  readonly confidence: number | null;
  /** The ids of the articles quoted, and the names of the speakers. */
  readonly articles: readonly string[];
  readonly speakers: readonly string[];
  /** Its words, only where the server has switched that on. */
  readonly text: string | null;
}

/** A question as it is kept. */
export interface LoggedQuestion extends Omit<Question, 'userId'> {
  /** As `voter` of a vote. */
  readonly asker: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What is kept about one person. */
interface Kept {
  readonly votes: readonly Vote[];
  readonly questions: readonly LoggedQuestion[];
}

/**
 * Why the store did not do what it was asked to:
 * `away` it cannot be reached, `full` there is no room, `readonly` it may not be written, `damaged` what is kept makes no
 * sense, `newer` it was kept by a newer version of the bot, `refused` the input or the address is wrong,
 * `busy` others kept writing the same value, `failed` anything else (see `cause`).
 */
export type StoreTrouble = 'away' | 'full' | 'readonly' | 'damaged' | 'newer' | 'refused' | 'busy' | 'failed';

/** The message is plain sentences for the user, without addresses, names or secrets, unless it is about the start. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.trouble = trouble;
  }
}
