import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { watchLag } from './lag.ts';
import type { Answered, Readings } from './types.ts';

export interface Metrics {
  /** Counts one request. */
  answered(answered: Answered): void;
  /** Says whether a condition (the store, the gateway …) was met when it was last looked at. */
  condition(name: string, met: boolean): void;
  /** Everything, in the text format of Prometheus. */
  text(): Promise<string>;
  /** The media type of `text`. */
  readonly contentType: string;
  /** Stops watching the event loop. */
  stop(): void;
}

export interface MetricsOptions {
  /** The names that `command` may have as a label: a label for whatever is sent would let the series grow without end. */
  readonly commands: readonly string[];
  readonly readings?: Readings;
  readonly version: string;
}

/** In seconds: from an answer at hand to the fifteen that a slow store may cost. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/**
 * Metrics in a registry of their own, named as https://prometheus.io/docs/practices/naming/ advises: base units, one
 * prefix. Nothing in them says who asked or what.
 */
export const createMetrics = ({ commands, readings = {}, version }: MetricsOptions): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const known = new Set(commands);
  const lag = watchLag();

  const answers = new Counter({
    name: 'verbatim_answers_total',
    help: 'Requests by command and by what became of them.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'verbatim_answer_duration_seconds',
    help: 'From the arrival of a request to its answer.',
    labelNames: ['command'],
    buckets,
    registers,
  });
  const conditions = new Gauge({
    name: 'verbatim_up',
    help: 'Whether what the bot needs is there: its store, its articles, its connection.',
    labelNames: ['what'],
    registers,
  });

  const gauge = (name: string, help: string, read: (() => number) | undefined): void => {
    if (!read) return;
    const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(read()) });
  };
  gauge('verbatim_articles', 'Articles that answer.', readings.articles);
  gauge('verbatim_passages', 'Passages of the shipped collection.', readings.passages);
  gauge('verbatim_index_bytes', 'Memory of the shipped collection’s index.', readings.indexBytes);
  gauge('verbatim_servers', 'Discord servers that this process serves.', readings.servers);
  gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  gauge('process_start_time_seconds', 'When the process was started, since 1970.', () =>
    Math.round(Date.now() / 1e3 - process.uptime()),
  );
  gauge('nodejs_heap_used_bytes', 'Memory of JavaScript values.', () => process.memoryUsage().heapUsed);
  gauge(
    'nodejs_external_memory_bytes',
    'Memory outside the heap, which is where indexes lie.',
    () => process.memoryUsage().external,
  );
  cpu(registers);
  eventLoop(registers, lag.read);
  build(registers, version);
  if (readings.shards) shards(registers, readings.shards);

  return {
    answered({ command, outcome, ms }) {
      const name = known.has(command) ? command : 'other';
      answers.inc({ command: name, outcome });
      duration.observe({ command: name }, ms / 1e3);
    },
    condition: (name, met) => conditions.set({ what: name }, met ? 1 : 0),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    stop: lag.stop,
  };
};

type Registers = Registry[];

const cpu = (registers: Registers): void => {
  const used: Counter = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Time on a processor.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      used.reset();
      used.inc((user + system) / 1e6);
    },
  });
};

const eventLoop = (registers: Registers, read: () => { p50: number; p99: number; max: number }): void => {
  const waiting: Gauge<'quantile'> = new Gauge({
    name: 'verbatim_event_loop_lag_seconds',
    help: 'How long the event loop kept things waiting since this was last read; quantile 1 is the longest.',
    labelNames: ['quantile'],
    registers,
    collect() {
      const { p50, p99, max } = read();
      waiting.set({ quantile: '0.5' }, p50);
      waiting.set({ quantile: '0.99' }, p99);
      waiting.set({ quantile: '1' }, max);
    },
  });
};

const build = (registers: Registers, version: string): void => {
  new Gauge({
    name: 'verbatim_build_info',
    help: 'Always 1; its labels say what is running.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.versions.node }, 1);
};

const shards = (registers: Registers, read: NonNullable<Readings['shards']>): void => {
  const labelNames = ['shard'] as const;
  const up: Gauge<'shard'> = new Gauge({
    name: 'verbatim_gateway_up',
    help: 'Whether the shard is connected to the gateway.',
    labelNames,
    registers,
    collect() {
      for (const { id, up: isUp } of read()) up.set({ shard: id }, isUp ? 1 : 0);
    },
  });
  const ping: Gauge<'shard'> = new Gauge({
    name: 'verbatim_gateway_ping_seconds',
    help: 'Between the last heartbeat and its receipt.',
    labelNames,
    registers,
    collect() {
      for (const shard of read()) if (shard.ping !== null) ping.set({ shard: shard.id }, shard.ping / 1e3);
    },
  });
  const reconnects: Counter<'shard'> = new Counter({
    name: 'verbatim_gateway_reconnects_total',
    help: 'How often the shard had to connect again.',
    labelNames,
    registers,
    collect() {
      reconnects.reset();
      for (const { id, reconnects: count } of read()) reconnects.inc({ shard: id }, count);
    },
  });
};
