/** The inside of the worker: one job after another, each an answer. The parsers are loaded when first needed. */
import { parentPort } from 'node:worker_threads';
import type { Extract } from './extract.ts';
import type { Answer, Job } from './extractor.ts';
import { UnreadableError } from './unreadable.ts';

parentPort?.on('message', (job: Job) => {
  read(job).then(
    (extracts) => answer({ extracts }),
    (error: unknown) => answer({ refusal: reasonOf(error) }),
  );
});

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

async function read(job: Job): Promise<readonly Extract[]> {
  if ('text' in job) {
    if (job.format === 'feed') return (await import('./feed.ts')).readFeed(job.text);
    return [(await import('./html.ts')).readPage(job.text)];
  }
  if (job.format === 'pdf') return [await (await import('./pdf.ts')).readPdf(job.bytes)];
  return [await (await import('./docx.ts')).readDocx(job.bytes)];
}

/** A parser's own error says nothing to a reader; nesting that exhausts the stack is the one that can be named. */
function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.message;
  return error instanceof RangeError ? 'it is nested too deeply or too large' : 'it is damaged';
}
