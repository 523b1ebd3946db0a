/**
 * Speed and memory of the index beside other engines, in one run on one machine: read the ratios.
 *   BENCH_DATA=DIR node bench/speed.ts [--passages 1000,10000,100000] [--engines verbatim,lunr]
 * Each engine has a process of its own for each size, so that none pays for another's memory.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines.ts';
import { passages, questions } from './passages.ts';

interface Measured {
  readonly buildSeconds: number;
  readonly megabytes: number;
  readonly p50: number;
  readonly p99: number;
}

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,10000,100000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    one: { type: 'boolean', default: false },
  },
});
const sizes = values.passages.split(',').map(Number);
const names = values.engines.split(',');

if (values.one) console.log(JSON.stringify(await measure(names[0]!, sizes[0]!)));
else compare();

function compare(): void {
  console.log('passages  engine                  build s (×)      MB   p50 ms (×)      p99 ms (×)');
  for (const size of sizes) {
    let ours: Measured | undefined;
    for (const name of names) {
      const args = [
        '--expose-gc',
        '--max-old-space-size=16000',
        import.meta.filename,
        '--one',
        '--engines',
        name,
        '--passages',
        `${size}`,
      ];
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status !== 0) {
        console.log(`${`${size}`.padStart(8)}  ${name}: failed: ${stderr.trim().split('\n').at(-1)}`);
        continue;
      }
      const found = JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
      ours ??= found;
      const beside = (value: number, own: number) =>
        `${value.toFixed(2).padStart(8)} ${`(${(value / own).toFixed(1)})`.padEnd(8)}`;
      console.log(
        `${`${size}`.padStart(8)}  ${name.padEnd(22)}${beside(found.buildSeconds, ours.buildSeconds)}${found.megabytes.toFixed(0).padStart(5)}${beside(found.p50, ours.p50)}${beside(found.p99, ours.p99)}`,
      );
    }
  }
}

async function measure(name: string, size: number): Promise<Measured> {
  const texts = passages(size);
  const asked = questions();
  const before = used();
  const started = performance.now();
  const query = await ENGINES[name]!(texts);
  const buildSeconds = (performance.now() - started) / 1000;
  const megabytes = (used() - before) / 1e6;
  for (const question of asked.slice(0, 50)) await query(question);
  const times: number[] = [];
  for (const question of asked) {
    const begun = performance.now();
    await query(question);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!;
  return { buildSeconds, megabytes, p50: at(0.5), p99: at(0.99) };
}

/** Memory that survives a collection; SQLite's own stands only in the resident set. */
function used(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().rss;
}
