/** What must survive a restart. Every key carries the server it belongs to; null stands for direct messages. */
export interface Store {
  /** Counts one vote on an answer; a second vote of the same user on the same message replaces the first. */
  addFeedback(vote: Ballot): Promise<void>;
  /** All votes of one server. */
  feedback(guildId: string | null): Promise<readonly Vote[]>;
  /** A small value of the bot's own (what was registered last, for one). */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  close(): Promise<void>;
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
