import { createHash } from 'node:crypto';

/** Of one kind of request: how many in how many ms. */
interface Quota {
  readonly limit: number;
  readonly window: number;
}

const QUOTAS: Readonly<Record<string, Quota>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, window: 5_000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, window: 5_000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, window: 1_000 },
  'POST /channels/{channel_id}/typing': { limit: 5, window: 5_000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, window: 2_000 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': { limit: 5, window: 2_000 },
};
const USUAL: Quota = { limit: 50, window: 1_000 };
/** All requests of the bot that need its token, a second. */
const GLOBAL: Quota = { limit: 50, window: 1_000 };

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait, when the request is one too many. */
  readonly retryAfter: number | null;
  readonly global: boolean;
}

interface Counter {
  started: number;
  used: number;
}

/**
 * Counts requests the way Discord does: per route and major parameter (channel, guild, webhook and token), and in all.
 * https://docs.discord.com/developers/topics/rate-limits
 */
export function createRateLimits(): (
  method: string,
  template: string,
  params: Readonly<Record<string, string>>,
  exemptFromGlobal: boolean,
) => Verdict {
  const counters = new Map<string, Counter>();

  function count(key: string, quota: Quota): { remaining: number; resetIn: number; over: boolean } {
    // Not the world's clock: the client waits in real time.
    const now = Date.now();
    let counter = counters.get(key);
    if (!counter || now - counter.started >= quota.window) {
      counter = { started: now, used: 0 };
      counters.set(key, counter);
    }
    counter.used += 1;
    const resetIn = Math.max(0, counter.started + quota.window - now) / 1000;
    return { remaining: Math.max(0, quota.limit - counter.used), resetIn, over: counter.used > quota.limit };
  }

  function prune(): void {
    if (counters.size < 10_000) return;
    const now = Date.now();
    for (const [key, { started }] of counters) if (now - started > 5_000) counters.delete(key);
  }

  return (method, template, params, exemptFromGlobal) => {
    prune();
    const route = `${method} ${template}`;
    const quota = QUOTAS[route] ?? USUAL;
    const major = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_token'].map(
      (key) => params[key],
    );
    const bucket = createHash('sha256').update(route).digest('hex').slice(0, 32);
    const inAll = exemptFromGlobal ? null : count('global', GLOBAL);
    const { remaining, resetIn, over } = count(`${route} ${major.join(' ')}`, quota);
    const headers = {
      'x-ratelimit-limit': String(quota.limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': (Date.now() / 1000 + resetIn).toFixed(3),
      'x-ratelimit-reset-after': resetIn.toFixed(3),
      'x-ratelimit-bucket': bucket,
    };
    if (inAll?.over) {
      const hit = { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' };
      return { headers: { ...headers, ...hit }, retryAfter: inAll.resetIn, global: true };
    }
    return over
      ? { headers: { ...headers, 'x-ratelimit-scope': 'user' }, retryAfter: resetIn, global: false }
      : { headers, retryAfter: null, global: false };
  };
}
