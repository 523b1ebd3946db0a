import { setImmediate as breathe } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const STRETCH = 10;

/** Call it between two steps of long work: it lets others take their turn when the work has had its time. */
export type Pace = () => Promise<void>;

/** @param signal ends the work: the next call throws its reason */
export const createPace = (signal?: AbortSignal): Pace => {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < STRETCH) return;
    await breathe();
    since = performance.now();
    signal?.throwIfAborted();
  };
};
