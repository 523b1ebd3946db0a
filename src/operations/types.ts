/** What became of one request. Told for every command, button, select, modal, mention and direct message. */
export interface Answered {
  /** The command's name; anything unknown counts as `other`. */
  readonly command: string;
  /**
   * `answered`, or `abstained` (the articles don't say); `refused`, the asker has to mend something; `failed`, a fault of
   * the bot's, the store's or the platform's.
   */
  readonly outcome: 'answered' | 'abstained' | 'refused' | 'failed';
  /** Milliseconds from its arrival to its answer. */
  readonly ms: number;
}

/** How one shard of the gateway is. */
interface ShardReading {
  readonly id: number;
  readonly up: boolean;
  /** Milliseconds between the last heartbeat and its receipt; null before the first. */
  readonly ping: number | null;
  /** How often it had to connect again. */
  readonly reconnects: number;
}

/** What is read whenever metrics are asked for. What is left out has no metric. */
export interface Readings {
  /** Articles that answer, and the passages of those that came with the bot. */
  readonly articles?: () => number;
  readonly passages?: () => number;
  /** Of the index of those that came with the bot. */
  readonly indexBytes?: () => number;
  /** Servers that the bot is on, as far as this process serves them. */
  readonly servers?: () => number;
  readonly shards?: () => readonly ShardReading[];
}

/** What the bot needs in order to be of use, each with the sentence that says what is missing; null when nothing is. */
export interface Condition {
  readonly name: string;
  check(): Promise<string | null> | string | null;
}
