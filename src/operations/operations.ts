/** The door of `operations`: what whoever runs the bot sees of it: health, metrics, and a log without secrets. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import type { MetricsOptions } from './metrics.ts';
import { gone, redactor, reduceError } from './redact.ts';
import { type Page, servePages } from './server.ts';
import type { Answered, Condition } from './types.ts';

export interface LogOptions {
  readonly level: string;
  /** What must never be in the log, to the letter: the bot's token. */
  readonly secrets: readonly string[];
  /** Takes one line with its end; standard error unless told otherwise. */
  readonly write?: (line: string) => void;
}

/** A log of JSON lines. Errors are reduced to what helps to find them, and secrets are cut out of each whole line. */
export const createLog = ({ level, secrets, write = toStandardError }: LogOptions): Logger => {
  const redact = redactor(secrets);
  return pino(
    {
      level,
      serializers: { err: (error: unknown) => reduceError(error) },
      redact: { paths: ['token', 'authorization', '*.token', '*.authorization'], censor: gone },
    },
    { write: (line: string) => write(redact(line)) },
  );
};

const toStandardError = (line: string): void => void process.stderr.write(line);

export interface OperationsOptions extends MetricsOptions {
  /** Where to listen; port 0 takes any free one. Null: nothing is served, and nothing is counted. */
  readonly place: { readonly host: string; readonly port: number } | null;
  /** When one of these is not met, the process is beyond help and should be started anew. */
  readonly healthy: readonly Condition[];
  /** When one of these is not met, the bot cannot answer for now. */
  readonly ready: readonly Condition[];
  readonly log: Logger;
  /** How long a condition may take to be looked at, in milliseconds; two seconds unless told otherwise. */
  readonly patience?: number;
}

export interface Operations {
  /** Null: nothing is served. */
  readonly port: number | null;
  /** Counts one request. */
  answered(answered: Answered): void;
  close(): Promise<void>;
}

const nothing: Operations = { port: null, answered: () => {}, close: async () => {} };

/**
 * Serves `/healthz`, `/readyz` and `/metrics`. That health is answered at all shows that the event loop runs.
 * @throws Error with one plain sentence when the address cannot be listened on
 */
export const startOperations = async (options: OperationsOptions): Promise<Operations> => {
  const { place, healthy, ready, log, patience = 2_000 } = options;
  if (!place) return nothing;
  const { createMetrics } = await import('./metrics.ts');
  const metrics = createMetrics(options);
  const judge = async (conditions: readonly Condition[]): Promise<Page> => {
    const found = await Promise.all(conditions.map(async (one) => [one.name, await look(one, patience)] as const));
    for (const [name, why] of found) metrics.condition(name, why === null);
    const ok = found.every(([, why]) => why === null);
    const body = { ok, ...Object.fromEntries(found.map(([name, why]) => [name, why ?? 'ok'])) };
    return { status: ok ? 200 : 503, type: 'application/json', body: `${JSON.stringify(body)}\n` };
  };
  const pages = {
    '/healthz': () => judge(healthy),
    '/readyz': () => judge(ready),
    '/metrics': async () => {
      await judge([...healthy, ...ready]);
      return { status: 200, type: metrics.contentType, body: await metrics.text() };
    },
  };
  try {
    const failed = (error: unknown) => log.error({ err: error }, 'operations failed');
    const server = await servePages({ ...place, pages, failed });
    log.info({ host: place.host, port: server.port }, 'health and metrics are served');
    return {
      port: server.port,
      answered: metrics.answered,
      close: async () => {
        metrics.stop();
        await server.close();
      },
    };
  } catch (error) {
    metrics.stop();
    throw new Error(sentence(error, `${place.host}:${place.port}`), { cause: error });
  }
};

/** What a condition says; one that fails or takes too long is not met. Errors may hold secrets, so they are not shown. */
const look = async (condition: Condition, patience: number): Promise<string | null> => {
  const timer = new AbortController();
  const late = sleep(patience, 'did not answer in time', { signal: timer.signal }).catch(() => null);
  try {
    return await Promise.race([condition.check(), late]);
  } catch {
    return 'failed';
  } finally {
    timer.abort();
  }
};

const sentence = (error: unknown, place: string): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `${place} is taken by another program. Set OPERATIONS to another port.`;
  if (code === 'EACCES')
    return `${place} needs the rights of an administrator. Set OPERATIONS to a port from 1024 to 65535.`;
  return `Nothing can be served at ${place}. Set OPERATIONS to an address of this machine.`;
};
