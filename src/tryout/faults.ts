import type { GatewayFault } from './gateway.ts';

/** A route as `METHOD /template`, or a pattern that `METHOD /path` (below `/api/v10`) must match. */
type Matcher = string | RegExp;

/** What a request meets instead of its answer. */
export type Fault =
  | { readonly kind: 'respond'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'rateLimit'; readonly retryAfter: number; readonly global: boolean }
  /** The connection ends without a response: before the request is carried out, or after. */
  | { readonly kind: 'hangUp'; readonly after: boolean; readonly orderly: boolean };

export interface Faults {
  /** The next `times` matching requests get this status and are not carried out. */
  respond(matcher: Matcher, status: number, times?: number, body?: unknown): void;
  /** The next `times` matching requests get 429; `retryAfter` in seconds. */
  rateLimit(matcher: Matcher, retryAfter: number, options?: { times?: number; global?: boolean }): void;
  /**
   * The next `times` matching requests end without a response; with `after`, they are carried out first. The connection
   * is reset, which discord.js retries, or with `orderly` closed, which it does not.
   */
  hangUp(matcher: Matcher, options?: { times?: number; after?: boolean; orderly?: boolean }): void;
  /** The next `times` first responses to interactions come too late: error 10062, and the person is told so. */
  expireInteractions(times?: number): void;
  /** Ends the tokens of all interactions that are out, as 15 minutes would: error 50027. */
  expireTokens(): void;
  /**
   * Breaks the gateway connection (`cut`), asks for a reconnect, invalidates the session, or does so and lets it be
   * resumed (`resumable`); a number is a close code. Of every shard, unless the number of one is given.
   */
  dropGateway(how?: GatewayFault, shard?: number): void;
  /** Makes the gateway connection half-open, until called with false. */
  freezeGateway(frozen: boolean, shard?: number): void;
  /** Forgets every fault not met yet. */
  clear(): void;
}

interface Planned {
  readonly matcher: Matcher;
  readonly fault: Fault;
  times: number;
}

export interface FaultPlan {
  readonly faults: Faults;
  /** The fault this request meets, used up by one. */
  take(method: string, path: string, template: string | null): Fault | null;
}

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const EXPIRED = { message: 'Unknown interaction', code: 10062 };

export function createFaultPlan(
  gateway: { drop(how: GatewayFault, shard?: number): void; freeze(frozen: boolean, shard?: number): void },
  expireTokens: () => void,
): FaultPlan {
  let planned: Planned[] = [];
  const plan = (matcher: Matcher, times: number, fault: Fault) => planned.push({ matcher, times, fault });

  return {
    faults: {
      respond(matcher, status, times = 1, body = { message: `${status}: made up`, code: 0 }) {
        plan(matcher, times, { kind: 'respond', status, body });
      },
      rateLimit(matcher, retryAfter, { times = 1, global = false } = {}) {
        plan(matcher, times, { kind: 'rateLimit', retryAfter, global });
      },
      hangUp(matcher, { times = 1, after = false, orderly = false } = {}) {
        plan(matcher, times, { kind: 'hangUp', after, orderly });
      },
      expireInteractions(times = 1) {
        plan(CALLBACK, times, { kind: 'respond', status: 404, body: EXPIRED });
      },
      expireTokens,
      dropGateway: (how = 'cut', shard) => gateway.drop(how, shard),
      freezeGateway: (frozen, shard) => gateway.freeze(frozen, shard),
      clear() {
        planned = [];
      },
    },
    take(method, path, template) {
      const found = planned.find(({ matcher, times }) => {
        if (times <= 0) return false;
        return typeof matcher === 'string' ? matcher === `${method} ${template}` : matcher.test(`${method} ${path}`);
      });
      if (!found) return null;
      found.times -= 1;
      return found.fault;
    },
  };
}
