/** Who may ask when: so few requests at once that neither a site nor the bot suffers, and the rest in order of arrival. */
import { refuse } from './refusal.ts';

/** Requests under way at once: in all, to one host, and for one owner. */
const MOST = { all: 8, host: 2, owner: 3 };
/** Requests that wait: in all, and for one owner. What comes on top is refused at once. */
const MOST_WAITING = { all: 200, owner: 20 };
/** Hosts whose last request is remembered before the old ones are forgotten. */
const MOST_HOSTS = 500;

interface Turn {
  readonly host: string;
  readonly owner: string | undefined;
  /** The least time between two requests to this host, in milliseconds. */
  readonly gap: number;
  readonly signal: AbortSignal;
}

export interface Turns {
  /**
   * Waits for a turn. Call what it returns when the request is over.
   * @throws WebRefusal `busy`, or the signal's reason
   */
  take(turn: Turn): Promise<() => void>;
}

interface Clock {
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

interface Waiter extends Turn {
  start(): void;
}

export const createTurns = ({ now, wait }: Clock): Turns => {
  const waiting = new Set<Waiter>();
  const hosts = new Map<string, number>();
  const owners = new Map<string, number>();
  /** When the last request to a host that wants a gap began. */
  const began = new Map<string, number>();
  let running = 0;
  let alarm = new AbortController();

  const isFree = ({ host, owner }: Waiter): boolean =>
    (hosts.get(host) ?? 0) < MOST.host && (owner === undefined || (owners.get(owner) ?? 0) < MOST.owner);

  const pauseOf = ({ host, gap }: Waiter): number => {
    const since = now() - (began.get(host) ?? Number.NEGATIVE_INFINITY);
    // A clock that was set back must not stretch the wait.
    return Math.min(gap, gap - since);
  };

  const begin = (waiter: Waiter): void => {
    waiting.delete(waiter);
    running += 1;
    add(hosts, waiter.host, 1);
    if (waiter.owner !== undefined) add(owners, waiter.owner, 1);
    if (waiter.gap > 0) {
      began.delete(waiter.host);
      began.set(waiter.host, now());
    }
    const [oldest] = began.keys();
    if (began.size > MOST_HOSTS && oldest !== undefined) began.delete(oldest);
    waiter.start();
  };

  const end = ({ host, owner }: Turn): void => {
    running -= 1;
    add(hosts, host, -1);
    if (owner !== undefined) add(owners, owner, -1);
    advance();
  };

  const advance = (): void => {
    let soonest = Number.POSITIVE_INFINITY;
    for (const waiter of waiting) {
      if (running >= MOST.all) break;
      if (!isFree(waiter)) continue;
      const pause = pauseOf(waiter);
      if (pause > 0) soonest = Math.min(soonest, pause);
      else begin(waiter);
    }
    alarm.abort();
    if (soonest === Number.POSITIVE_INFINITY) return;
    alarm = new AbortController();
    wait(soonest, alarm.signal).then(advance, () => {});
  };

  return {
    take(turn) {
      const { owner, signal } = turn;
      signal.throwIfAborted();
      const own = owner === undefined ? 0 : [...waiting].filter((other) => other.owner === owner).length;
      if (waiting.size >= MOST_WAITING.all || own >= MOST_WAITING.owner) throw refuse('busy');
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(waiter);
          reject(signal.reason);
          // Nobody may be left for whom the alarm was set.
          advance();
        };
        const waiter: Waiter = {
          ...turn,
          start() {
            signal.removeEventListener('abort', leave);
            resolve(() => end(turn));
          },
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.add(waiter);
        advance();
      });
    },
  };
};

const add = (counts: Map<string, number>, key: string, step: number): void => {
  const count = (counts.get(key) ?? 0) + step;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
};
