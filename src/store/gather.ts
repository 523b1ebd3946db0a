import type { Backend, Written } from './backend.ts';

/** A backend that can also write what nobody waits for together with what else comes within a moment. */
export interface Gathering extends Backend {
  /** Like `set` of one value, a little later: a transaction for each costs several times as much. */
  setSoon(entry: Written): Promise<void>;
}

/** How long a value waits for others, in milliseconds. */
const moment = 25;

interface Batch {
  readonly entries: Written[];
  readonly written: PromiseWithResolvers<void>;
  readonly timer: NodeJS.Timeout;
}

/** Gathers writes. Everything else that is done sees them as done: what waits is written first. */
export const gather = (backend: Backend): Gathering => {
  let batch: Batch | null = null;
  let underWay: Promise<void> = Promise.resolve();

  const write = (): void => {
    if (!batch) return;
    const { entries, written, timer } = batch;
    batch = null;
    clearTimeout(timer);
    backend.set(entries).then(written.resolve, written.reject);
    const before = underWay;
    // A failure is for those whose values they were.
    underWay = written.promise.catch(() => {}).then(() => before);
  };
  const settle = async (): Promise<void> => {
    write();
    await underWay;
  };
  const afterwards =
    <Given extends unknown[], Value>(work: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      await settle();
      return work(...given);
    };

  return {
    setSoon(entry) {
      batch ??= { entries: [], written: Promise.withResolvers(), timer: setTimeout(write, moment) };
      batch.entries.push(entry);
      return batch.written.promise;
    },
    get: afterwards(backend.get),
    set: afterwards(backend.set),
    delete: afterwards(backend.delete),
    swap: afterwards(backend.swap),
    async *keys(prefix) {
      await settle();
      yield* backend.keys(prefix);
    },
    sweep: backend.sweep,
    close: afterwards(backend.close),
  };
};
