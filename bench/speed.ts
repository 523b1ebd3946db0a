/**
 * Speed and memory of the index beside other engines, in one run on one machine: read the ratios.
 *   BENCH_DATA=DIR node bench/speed.ts [--passages 1000,10000,100000] [--engines verbatim,lunr] [--json]
 * Each engine has a process of its own for each size, so that none pays for another's memory. Times are of the clock and of
 * the processor (all threads); on a machine that others use as well, the processor's are the ones to compare. With more
 * than 100,000 passages only engines run that took less than a minute for those: this one and SQLite's.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines.ts';
import { passages, questions } from './passages.ts';
import type { Measured, Pair } from './speed-types.ts';

/** The most passages for engines that are slower than this by far, and those that are not. */
const MOST_FOR_PEERS = 100_000;
/** Questions asked before the clock runs, since JavaScript is slow until it has run for a while. */
const WARMING = 200;
const FAST = new Set(['verbatim', 'SQLite FTS5']);

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,10000,100000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    json: { type: 'boolean', default: false },
    one: { type: 'boolean', default: false },
  },
});
const sizes = values.passages.split(',').map(Number);
const names = values.engines.split(',');

if (values.one) console.log(JSON.stringify(await measure(names[0]!, sizes[0]!)));
else compare();

function compare(): void {
  if (!values.json) {
    console.log('processor time, and in brackets how many times that of the first engine');
    console.log(
      'passages  engine                  build s         MB   bytes each   p50 ms          p99 ms          restart ms',
    );
  }
  for (const size of sizes) {
    let ours: Measured | undefined;
    for (const name of names) {
      if (size > MOST_FOR_PEERS && !FAST.has(name)) continue;
      const flags = ['--expose-gc', '--max-old-space-size=16000'];
      const args = [...flags, import.meta.filename, '--one', '--engines', name, '--passages', `${size}`];
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status !== 0) {
        console.error(`${`${size}`.padStart(8)}  ${name}: failed: ${stderr.trim().split('\n').at(-1)}`);
        continue;
      }
      const line = stdout.trim().split('\n').at(-1)!;
      const found = JSON.parse(line) as Measured;
      ours ??= found;
      console.log(values.json ? line : row(found, ours));
    }
  }
}

function row(found: Measured, ours: Measured): string {
  const beside = (value: number, own: number) =>
    `${value.toFixed(2).padStart(8)} ${`(${(value / own).toFixed(1)})`.padEnd(7)}`;
  const columns = [
    `${found.passages}`.padStart(8),
    ` ${found.engine.padEnd(22)}`,
    beside(found.build[1], ours.build[1]),
    (found.indexBytes / 1e6).toFixed(0).padStart(5),
    (found.indexBytes / found.passages).toFixed(0).padStart(12),
    beside(found.p50[1], ours.p50[1]),
    beside(found.p99[1], ours.p99[1]),
    found.restart ? (1000 * found.restart[1]).toFixed(0).padStart(6) : '',
  ];
  return columns.join(' ');
}

async function measure(engine: string, size: number): Promise<Measured> {
  // Copied, so that they hold nothing of the longer texts that they were cut from.
  const texts = passages(size).map((passage) => Buffer.from(passage).toString());
  const asked = questions();
  const clock = stopwatch();
  let articles: Pair = [0, 0];
  let before = used();
  const empty = before;
  clock.start();
  const { query, save, bytes } = await ENGINES[engine]!(texts, () => {
    articles = clock.stop();
    before = used();
    clock.start();
  });
  const [seconds, processor] = clock.stop();
  const indexBytes = bytes ?? used() - before;
  for (const question of asked.slice(0, WARMING)) await query(question);
  const times: Pair[] = [];
  for (const question of asked) {
    clock.start();
    await query(question);
    const [taken, worked] = clock.stop();
    times.push([1000 * taken, 1000 * worked]);
  }
  const at = (share: number): Pair => {
    const nth = (which: 0 | 1) =>
      times.map((time) => time[which]).sort((a, b) => a - b)[Math.floor(times.length * share)]!;
    return [nth(0), nth(1)];
  };
  const saved = save?.();
  let restart: Pair | null = null;
  if (saved) {
    clock.start();
    const again = saved.restart();
    restart = clock.stop();
    if ((await again(asked[0]!)) !== (await query(asked[0]!))) throw new Error('The restarted index answers otherwise');
    saved.remove();
  }
  return {
    engine,
    passages: texts.length,
    build: [articles[0] + seconds, articles[1] + processor],
    articles,
    indexBytes,
    articlesBytes: before - empty,
    p50: at(0.5),
    p99: at(0.99),
    restart,
    fileBytes: saved?.bytes ?? null,
  };
}

/** Seconds of the clock and of the processor between `start` and `stop`. */
function stopwatch() {
  let begun = 0;
  let worked = process.cpuUsage();
  return {
    start() {
      worked = process.cpuUsage();
      begun = performance.now();
    },
    stop(): Pair {
      const taken = (performance.now() - begun) / 1000;
      const { user, system } = process.cpuUsage(worked);
      return [taken, (user + system) / 1e6];
    },
  };
}

/** Memory that survives a collection: the heap and what lies outside of it, such as typed arrays. */
function used(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
