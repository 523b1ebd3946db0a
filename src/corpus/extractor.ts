/**
 * HTML, feeds, PDF and DOCX are read in a worker: whatever such a file does to its parser costs a bounded time and a
 * bounded memory, and the thread that answers questions goes on answering.
 */
import { Worker } from 'node:worker_threads';
import type { Extract } from './extract.ts';
import { UnreadableError } from './unreadable.ts';

export type Job =
  | { readonly format: 'pdf' | 'docx'; readonly bytes: Uint8Array }
  | { readonly format: 'html' | 'feed'; readonly text: string };
export type Answer = { readonly extracts: readonly Extract[] } | { readonly refusal: string };

export interface Extractor {
  /** Rejects with UnreadableError, whatever happens to the worker. Jobs wait for each other. */
  extract(job: Job): Promise<readonly Extract[]>;
  close(): Promise<void>;
}

export interface Limits {
  /** For one job. */
  readonly milliseconds: Readonly<Record<Job['format'], number>>;
  /** For the worker's heap, and again for its buffers outside of it. */
  readonly megabytes: number;
}

const LIMITS: Limits = { milliseconds: { html: 10_000, feed: 10_000, docx: 30_000, pdf: 30_000 }, megabytes: 512 };
const WATCH_MS = 100;
const MEGABYTE = 2 ** 20;

/** A worker that is started by the first job, and again after a job that took it down. */
export function createExtractor(limits: Limits = LIMITS): Extractor {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const stop = async (): Promise<void> => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  const run = async (job: Job): Promise<readonly Extract[]> => {
    worker ??= start(limits);
    const answer = await answerOf(worker, job, limits);
    if ('ended' in answer) {
      await stop();
      throw new UnreadableError(answer.ended);
    }
    if ('refusal' in answer) throw new UnreadableError(answer.refusal);
    return answer.extracts;
  };
  return {
    extract(job) {
      const result = queue.then(() => run(job));
      queue = result.catch(() => undefined);
      return result;
    },
    close: () => queue.then(stop),
  };
}

function start({ megabytes }: Limits): Worker {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    env: {},
    execArgv: [],
    // What a parser prints is not for the bot's log.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  // An error between two jobs, or while the worker is being ended, concerns nobody.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

/** The worker's answer to one job, or why it had to be ended. */
async function answerOf(
  worker: Worker,
  job: Job,
  { milliseconds, megabytes }: Limits,
): Promise<Answer | { readonly ended: string }> {
  const { promise, resolve } = Promise.withResolvers<Answer | { readonly ended: string }>();
  const tooLarge = { ended: 'reading it takes more memory than one file may' };
  const onError = (error: unknown): void =>
    resolve(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : { ended: 'reading it failed' });
  const onExit = (): void => resolve({ ended: 'reading it failed' });
  const time = setTimeout(
    () => resolve({ ended: 'reading it takes longer than one file may' }),
    milliseconds[job.format],
  );
  // The heap's limit does not hold for buffers, which is where an inflated stream goes.
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(
      (heap) => heap.external_memory > megabytes * MEGABYTE && resolve(tooLarge),
      () => undefined,
    );
  }, WATCH_MS);
  worker.once('message', resolve).once('error', onError).once('exit', onExit);
  try {
    worker.postMessage(job);
    return await promise;
  } finally {
    clearTimeout(time);
    clearInterval(watch);
    worker.off('message', resolve).off('exit', onExit).off('error', onError);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
