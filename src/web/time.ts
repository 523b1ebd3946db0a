/** Time limits whose timers end with what they limit. */
import { refuse } from './refusal.ts';
import type { WebRefusal } from './types.ts';

interface Deadline {
  readonly ms: number;
  /** Ends it earlier, for its own reason. */
  readonly signal?: AbortSignal | undefined;
  /** What is thrown when the time is up; a refusal for `time` if nothing is said. */
  readonly late?: () => WebRefusal;
}

/**
 * Runs something that ends when the time is up or the signal is aborted, whether or not it listens to its signal.
 * @throws whatever it throws, the signal's reason, or what `late` makes
 */
export const within = async <T>(
  { ms, signal, late = () => refuse('time') }: Deadline,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(late()), Math.max(0, ms));
  const pass = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', pass, { once: true });
  const ended = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  try {
    return await Promise.race([run(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  }
};
