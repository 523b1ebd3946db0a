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
  /** Breaks the gateway connection (`cut`), asks for a reconnect, or invalidates the session. */
  dropGateway(how?: GatewayFault): void;
  /** Makes the gateway connection half-open, until called with false. */
  freezeGateway(frozen: boolean): void;
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

export function createFaultPlan(gateway: { drop(how: GatewayFault): void; freeze(frozen: boolean): void }): FaultPlan {
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
      dropGateway: (how = 'cut') => gateway.drop(how),
      freezeGateway: (frozen) => gateway.freeze(frozen),
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
