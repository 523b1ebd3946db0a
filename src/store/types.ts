/** What must survive a restart. Every key carries the server it belongs to; null stands for direct messages. */
export interface Store {
  /** Counts one vote on an answer; a second vote of the same user on the same message replaces the first. */
  addFeedback(vote: Vote): Promise<void>;
  /** All votes of one server. */
  feedback(guildId: string | null): Promise<readonly Vote[]>;
  /** A small value of the bot's own (what was registered last, for one). */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  close(): Promise<void>;
}

export interface Vote {
  readonly guildId: string | null;
  readonly messageId: string;
  /** A keyed hash, never the id itself. */
  readonly voter: string;
  readonly helpful: boolean;
  /** ISO 8601. */
  readonly at: string;
}
