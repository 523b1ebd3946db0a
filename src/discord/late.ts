import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a value takes longer than so many milliseconds. A failure is not late: it is for whoever awaits the value. */
export const isLate = async (pending: Promise<unknown>, after: number): Promise<boolean> => {
  const timer = new AbortController();
  const late = sleep(after, true, { signal: timer.signal }).catch(() => false);
  const ready = pending.then(
    () => false,
    () => false,
  );
  const isLater = await Promise.race([ready, late]);
  timer.abort();
  return isLater;
};
