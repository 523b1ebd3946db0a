/** Runs what is given under one key one after the other, in the order of asking. */
export interface Turns {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Whether something runs or waits under the key. */
  isTaken(key: string): boolean;
  /** Everything that runs or waits now has ended. */
  idle(): Promise<void>;
}

export const createTurns = (): Turns => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const result = (tails.get(key) ?? Promise.resolve()).then(work);
      const tail: Promise<unknown> = result
        .catch(() => undefined)
        .then(() => tails.get(key) === tail && tails.delete(key));
      tails.set(key, tail);
      return result;
    },
    isTaken: (key) => tails.has(key),
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
};

/** Runs at most so many at once; the others wait in the order of asking. */
export const createLanes = (most: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes over the lane.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
