import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop keeps things waiting, in seconds, since it was last read. */
export interface Lag {
  read(): { readonly p50: number; readonly p99: number; readonly max: number };
  stop(): void;
}

/** Milliseconds between two looks; a shorter delay is not seen. */
const resolution = 20;

/** Watches the event loop with Node's own histogram, whose values contain the pause between two looks. */
export const watchLag = (): Lag => {
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  const seconds = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - resolution / 1e3);
  return {
    read() {
      const seen = histogram.count > 0;
      const lag = seen
        ? {
            p50: seconds(histogram.percentile(50)),
            p99: seconds(histogram.percentile(99)),
            max: seconds(histogram.max),
          }
        : { p50: 0, p99: 0, max: 0 };
      histogram.reset();
      return lag;
    },
    stop: () => void histogram.disable(),
  };
};
