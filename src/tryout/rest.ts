import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, type Problem, refuse, refuseForm } from './answer.ts';
import type { Loose } from './components.ts';
import type { Fault, FaultPlan } from './faults.ts';
import { type Body, readBody, reply } from './http.ts';
import { createRateLimits } from './limits.ts';
import { createMatcher, type Match, type Route } from './routes.ts';

const API_ROOT = '/api/v10';

export interface RequestRecord {
  readonly method: string;
  /** As in the OpenAPI description, or the path itself when it is unknown. */
  readonly path: string;
  readonly status: number;
}

/** Checks a body against the schema of its route. */
export type SchemaCheck = (method: string, template: string, body: Body) => readonly Problem[];

export interface RestOptions {
  readonly routes: readonly Route[];
  readonly token: string;
  readonly plan: FaultPlan;
  readonly schema: SchemaCheck | null;
  /** Ms before every answer. */
  readonly latency: number;
  readonly violate: (sentence: string) => void;
  readonly record: (request: RequestRecord) => void;
}

function send(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>>): void {
  if (answer.body === undefined) reply(response, answer.status, headers);
  else reply(response, answer.status, { ...headers, 'content-type': 'application/json' }, JSON.stringify(answer.body));
}

function tooMany(retryAfter: number, global: boolean): Answer {
  const message = global ? 'You are being rate limited by the global limit.' : 'You are being rate limited.';
  return { status: 429, body: { message, retry_after: retryAfter, global } };
}

/** REST v10: one request in, one answer out, everything checked on the way. */
export function createRest(
  options: RestOptions,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const { token, plan, schema, latency, violate, record } = options;
  const match = createMatcher(options.routes);
  const rateLimits = createRateLimits();

  function carryOut(request: IncomingMessage, url: URL, found: Match, body: Body): Answer | Promise<Answer> {
    const { route, params } = found;
    if (!route.byInteractionToken && request.headers.authorization !== `Bot ${token}`) {
      return refuse(401, 0, '401: Unauthorized');
    }
    const problems = schema?.(route.method, route.path, body) ?? [];
    if (problems.length > 0) return refuseForm(problems);
    return route.handle({
      request: `${route.method} ${route.path}`,
      params,
      query: url.searchParams,
      body: Array.isArray(body.json) ? {} : ((body.json ?? {}) as Loose),
      list: Array.isArray(body.json) ? body.json : [],
      files: body.files,
    });
  }

  /** Null when the connection is to end without a response. */
  async function meet(
    fault: Fault,
    perform: () => Answer | Promise<Answer>,
    note: (answer: Answer) => void,
  ): Promise<{ answer: Answer; headers: Record<string, string> } | null> {
    switch (fault.kind) {
      case 'respond':
        return { answer: { status: fault.status, body: fault.body }, headers: {} };
      case 'rateLimit': {
        const headers = {
          'retry-after': String(Math.ceil(fault.retryAfter)),
          'x-ratelimit-reset-after': String(fault.retryAfter),
          'x-ratelimit-remaining': '0',
          'x-ratelimit-limit': '5',
          'x-ratelimit-scope': fault.global ? 'global' : 'user',
          ...(fault.global && { 'x-ratelimit-global': 'true' }),
        };
        return { answer: tooMany(fault.retryAfter, fault.global), headers };
      }
      case 'hangUp':
        if (fault.after) note(await perform());
        return null;
    }
  }

  return async (request, response, url) => {
    const method = request.method ?? 'GET';
    const path = url.pathname.slice(API_ROOT.length);
    const found = url.pathname.startsWith(`${API_ROOT}/`) ? match(method, path) : null;
    const template = found?.route.path ?? null;

    let body: Body;
    try {
      body = await readBody(request);
    } catch {
      violate(`${method} ${template ?? path}: the body cannot be read`);
      return send(response, refuse(400, 50109, 'The request body contains invalid JSON.'), {});
    }
    if (latency > 0) await wait(latency);

    const note = ({ violation }: Answer) => {
      if (violation !== undefined) violate(`${method} ${template ?? path}: ${violation}`);
    };
    const finish = (answer: Answer, headers: Readonly<Record<string, string>>) => {
      record({ method, path: template ?? path, status: answer.status });
      note(answer);
      send(response, answer, headers);
    };
    if (!found) return finish(refuse(404, 0, '404: Not Found'), {});

    const perform = () => carryOut(request, url, found, body);
    const fault = plan.take(method, path, template);
    if (fault) {
      const met = await meet(fault, perform, note);
      if (met) return finish(met.answer, met.headers);
      record({ method, path: found.route.path, status: 0 });
      if (fault.kind === 'hangUp' && !fault.orderly) request.socket.resetAndDestroy();
      else request.socket.destroy();
      return;
    }
    const verdict = rateLimits(method, found.route.path, found.params, found.route.byInteractionToken === true);
    if (verdict.retryAfter !== null) {
      const headers = { ...verdict.headers, 'retry-after': String(Math.ceil(verdict.retryAfter)) };
      return finish(tooMany(verdict.retryAfter, verdict.global), headers);
    }
    finish(await perform(), verdict.headers);
  };
}
