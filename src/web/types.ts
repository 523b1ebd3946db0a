/** What is being looked for: it decides which types of content are let in and what the server is told is welcome. */
export type Accept = 'page' | 'feed' | 'file';

export interface Limits {
  /** The most bytes of one answer as they come over the wire, compressed where the server compresses. */
  readonly bytes: number;
  /** The most bytes of one answer once it is unpacked. */
  readonly unpacked: number;
  /** The longest that one fetch may take, its redirects included but not the time spent queueing, in milliseconds. */
  readonly total: number;
  /** The longest silence of a server: until it is connected, until its headers are there, between two pieces, in milliseconds. */
  readonly idle: number;
  /** The longest wait for a turn, in milliseconds. */
  readonly queue: number;
  /** How many redirects are followed. */
  readonly redirects: number;
}

export interface WebOptions {
  /** Where the people who run a site can read who is visiting: an http(s) address. It goes into the user agent. */
  readonly contact?: string | undefined;
  /** All addresses of a host, in text. The default asks the DNS servers of the machine. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** Lets in an address and port that would be refused. The default lets in none; tests let in their own server. */
  readonly allow?: (address: string, port: number) => boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Waits so many milliseconds; rejects when the signal is aborted. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly limits?: Partial<Limits>;
}

export interface FetchOptions {
  readonly accept: Accept;
  /** What the server gave with the last copy; where that is still current, the answer is `unchanged`. */
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  /** Who asked (a Discord server's id): none takes more than some of the places, so that the others still get theirs. */
  readonly owner?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a server says about when to ask again. */
interface Freshness {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Seconds that the answer stays current, from `Cache-Control: max-age`. */
  readonly maxAge: number | null;
  /** The address to ask from now on, when the one asked has moved for good. */
  readonly moved: string | null;
}

export interface FetchedContent extends Freshness {
  readonly kind: 'fetched';
  /** Where it was found in the end, after all redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** The type without parameters, in lower case; null where the server gave none. */
  readonly type: string | null;
  /** A file's name with an ending that fits the type; never a path. */
  readonly name: string;
}

interface Unchanged extends Freshness {
  readonly kind: 'unchanged';
}

export type Fetched = FetchedContent | Unchanged;

export interface Web {
  /**
   * Gets a page, a feed or a file that someone named, and nothing else: no address inside a network, no endless answer,
   * nothing that the site's robots.txt asks to leave alone.
   * @throws WebRefusal with one plain sentence; or the reason of `signal` when that was aborted
   */
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  /** Ends what is under way and all who wait; each is refused. */
  close(): void;
}

/**
 * Why something was not fetched. `url` is no web address, `scheme` is not http(s), `credentials` has a password in it,
 * `port` and `address` are not public; `type`, `size` and `time` broke a limit; `status` is an answer other than success;
 * `protocol` and `damaged` are no proper HTTP or a body that does not unpack; `busy` means too many are waiting here.
 */
export type Reason =
  | 'url'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'address'
  | 'redirects'
  | 'robots'
  | 'status'
  | 'type'
  | 'size'
  | 'time'
  | 'certificate'
  | 'protocol'
  | 'damaged'
  | 'unreachable'
  | 'busy';

export interface RefusalDetails {
  readonly status?: number;
  readonly retryAfter?: number | null;
  readonly cause?: unknown;
}

/** Nothing was fetched. The message is one plain sentence or two for the person who named the link, and shows no address. */
export class WebRefusal extends Error {
  override readonly name = 'WebRefusal';
  readonly reason: Reason;
  /** The status of the server's answer, where that is the reason. */
  readonly status: number | null;
  /** Seconds after which the server wants to be asked again, where it says so. */
  readonly retryAfter: number | null;

  constructor(reason: Reason, message: string, { status, retryAfter, cause }: RefusalDetails = {}) {
    super(message, { cause });
    this.reason = reason;
    this.status = status ?? null;
    this.retryAfter = retryAfter ?? null;
  }
}

/** One feed that is polled, as it is kept: JSON. */
export interface FeedState {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How often in a row it failed. */
  readonly failures: number;
  /** When to ask next, in milliseconds since 1970. */
  readonly due: number;
  /** The last failure in one plain sentence, until it works again. */
  readonly lastError: string | null;
  /** When it last worked, in milliseconds since 1970. */
  readonly lastOk: number | null;
}

/** What became of a poll. `ttl`: minutes, as an RSS feed's `<ttl>` gives them. */
export type PollOutcome =
  | (Freshness & { readonly kind: 'fetched' | 'unchanged'; readonly ttl?: number | null })
  | {
      readonly kind: 'failed';
      /** One plain sentence; a WebRefusal's message is one. */
      readonly message: string;
      readonly status?: number | null;
      /** Seconds. */
      readonly retryAfter?: number | null;
    };

export interface Poll {
  readonly state: FeedState;
  /** It has failed so often, or is gone for good, that its owner should hear of it. */
  readonly ailing: boolean;
  /** With this poll it began or stopped ailing: the moment to tell its owner. */
  readonly turned: boolean;
}
