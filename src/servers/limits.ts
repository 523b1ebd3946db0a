/** What one server may have, so that none takes the room of the others. */
export interface Limits {
  /** Articles of its own. */
  readonly articles: number;
  /** UTF-16 code units of all their texts. */
  readonly characters: number;
  /** Articles that one addition may bring. */
  readonly addition: number;
  /** Bytes of the files of one addition. */
  readonly bytes: number;
  readonly feeds: number;
  /** New articles that one poll of a feed may bring; the rest comes with the next polls. */
  readonly poll: number;
}

export const LIMITS: Limits = {
  articles: 10_000,
  characters: 50_000_000,
  addition: 2_000,
  bytes: 100 * 2 ** 20,
  feeds: 20,
  poll: 50,
};

/** How long things are kept, in milliseconds. */
export interface Times {
  /** A server that nobody asks is released. */
  readonly idle: number;
  /** How long `bringBack` can undo a removal; then the texts are deleted. */
  readonly undo: number;
  /** How old what is known of a server may be before it is looked up again. */
  readonly fresh: number;
  /** The longest that a question waits for that look-up; then it is answered from what is known. */
  readonly patience: number;
  /** Between two clean-ups of one server. */
  readonly cleaning: number;
  /** A feed that has failed for so long is not asked any more. */
  readonly failing: number;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;

export const TIMES: Times = {
  idle: HOUR / 2,
  undo: 7 * DAY,
  fresh: SECOND,
  patience: SECOND / 4,
  cleaning: HOUR,
  failing: 30 * DAY,
};

/** What may be in memory at once. Beyond it, the servers that were asked longest ago are released. */
export interface Room {
  readonly servers: number;
  /** What servers' own articles take with their indexes and all that was read in them, by estimate. */
  readonly bytes: number;
  /** Of one server, articles whose people and dates are read ahead of the questions: the latest added. */
  readonly prepared: number;
}

export const ROOM: Room = { servers: 5_000, bytes: 1_000_000_000, prepared: 200 };
