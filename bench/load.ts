/**
 * What one process on one core bears: `/ask` through the real client on the local Discord, which runs beside it.
 *   node bench/load.ts [--rate 200] [--seconds 60] [--questions 100000] [--core 0]
 * First so many questions a second, whether answered yet or not; then as many as told one after the other, to see whether
 * anything grows. 0 seconds or questions leave that part out. The second line of the first part says whether the machine had
 * room for both programs: where this one is busy or kept waiting, its own waits are in the times.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/corpus/corpus.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { startLocalDiscord } from '../src/tryout/tryout.ts';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    questions: { type: 'string', default: '100000' },
    core: { type: 'string', default: '0' },
  },
});
const [rate, seconds, questions] = [values.rate, values.seconds, values.questions].map(Number) as [
  number,
  number,
  number,
];

/** Collects garbage when told to, so that what is in use can be seen. */
const collector = `data:text/javascript,process.on('SIGUSR2', () => gc())`;
/** Keeps a program on one core, where there is such a thing. */
const pinner = 'taskset';
const project = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-load-'));
/** Milliseconds by which the local Discord's clock is ahead: it forgets what is older than a quarter of an hour. */
let ahead = 0;
const discord = await startLocalDiscord({ now: () => Date.now() + ahead });
const bot = await startProgram();
const texts = await questionTexts();
const ada = discord.user('Ada');
const ask = (round: number) => ada.slash('ask', { question: texts[round % texts.length]! });

for (let round = 0; round < 2_000; round += 1) await ask(round).catch(() => {});
if (seconds > 0) await manyAtOnce();
if (questions > 0) await oneAfterTheOther();
await bot.close();
await discord.close();
rmSync(folder, { recursive: true });
if (discord.violations.length > 0) console.log(`violations: ${[...new Set(discord.violations)].join('; ')}`);

async function manyAtOnce(): Promise<void> {
  const before = await bot.measure();
  const own = process.cpuUsage();
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  const started = performance.now();
  const waits: number[] = [];
  const errors: unknown[] = [];
  const all: Promise<void>[] = [];
  let halfway: Promise<Measured> | undefined;
  while (all.length < rate * seconds) {
    if (all.length >= (rate * seconds) / 2) halfway ??= bot.look();
    const due = ((performance.now() - started) / 1_000) * rate;
    while (all.length < due && all.length < rate * seconds) {
      all.push(
        ask(all.length).then(
          ({ finalMs }) => void waits.push(finalMs),
          (error: unknown) => void errors.push(error),
        ),
      );
    }
    await sleep(2);
  }
  await Promise.all(all);
  const passed = (performance.now() - started) / 1_000;
  lag.disable();
  const { user, system } = process.cpuUsage(own);
  const after = await bot.measure();
  const share = (cpuSeconds: number) => `${((cpuSeconds / passed) * 100).toFixed(0)} %`;
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  console.log(`/ask on the local Discord, the bot in one process${bot.isPinned ? ' on one core' : ''}\n`);
  console.log(
    'questions      a second   errors   p50 ms   p99 ms   longest   its core   CPU ms each   heap MB   RSS MB',
  );
  console.log(
    [
      `${all.length}`.padEnd(13),
      (all.length / passed).toFixed(0).padStart(10),
      `${errors.length}`.padStart(9),
      at(waits, 0.5).padStart(9),
      at(waits, 0.99).padStart(9),
      at(waits, 1).padStart(10),
      share(cpuSeconds).padStart(11),
      ((cpuSeconds * 1_000) / all.length).toFixed(2).padStart(14),
      `   ${before.heap.toFixed(0)} → ${after.heap.toFixed(0)}`,
      `   ${[before, (await halfway) ?? after, after].map(({ rss }) => rss.toFixed(0)).join(' → ')}`,
    ].join(''),
  );
  const waited = Math.max(0, lag.percentile(99) / 1e6 - 20);
  console.log(
    `event loops, p99: the bot's waited ${(after.lag * 1_000).toFixed(0)} ms, the local Discord's ${waited.toFixed(0)} ms on ${share((user + system) / 1e6)} of a core`,
  );
  for (const error of new Set(errors.map(String))) console.log(error);
}

async function oneAfterTheOther(): Promise<void> {
  console.log('\nasked one after the other   errors   p50 ms   p99 ms   CPU ms each   heap MB   RSS MB');
  const parts = 10;
  let before = await bot.measure();
  for (let part = 1; part <= parts; part += 1) {
    const waits: number[] = [];
    let errors = 0;
    const first = Math.round((questions / parts) * (part - 1));
    const last = Math.round((questions / parts) * part);
    for (let round = first; round < last; round += 1) {
      const outcome = await ask(round).catch(() => null);
      ahead += 2_000;
      if (!outcome) {
        errors += 1;
        continue;
      }
      waits.push(outcome.finalMs);
      // What this process remembers is not what is measured.
      await discard(outcome.message!.channel_id, outcome.message!.id);
    }
    const after = await bot.measure();
    const each = ((after.cpuSeconds - before.cpuSeconds) * 1_000) / waits.length;
    console.log(
      [
        `${last}`.padEnd(25),
        `${errors}`.padStart(9),
        at(waits, 0.5).padStart(9),
        at(waits, 0.99).padStart(9),
        each.toFixed(2).padStart(14),
        after.heap.toFixed(1).padStart(10),
        after.rss.toFixed(0).padStart(9),
      ].join(''),
    );
    before = after;
  }
}

/** Deletes a message as the bot might. */
async function discard(channelId: string, messageId: string): Promise<void> {
  const headers = { authorization: `Bot ${discord.token}` };
  await fetch(`${discord.apiBase}/v10/channels/${channelId}/messages/${messageId}`, { method: 'DELETE', headers });
}

/** Of the articles' own sentences, so that each finds something; all of them different. */
async function questionTexts(): Promise<readonly string[]> {
  const reader = createReader();
  const { corpus } = await loadKnowledge(join(project, 'knowledge'), reader);
  return corpus.articles.flatMap((article) =>
    reader.read(article).sentences.map(({ start, end }) => {
      const words = article.text.slice(start, end).split(/\s+/).slice(0, 12).join(' ');
      return `What about ${words}?`;
    }),
  );
}

interface Measured {
  /** Megabytes. */
  readonly heap: number;
  readonly rss: number;
  readonly cpuSeconds: number;
  /** 99 % of what the event loop kept waiting since the last look waited no longer, in seconds. */
  readonly lag: number;
}

/** The whole program, as it is deployed, and its own metrics. */
async function startProgram() {
  const isPinned = spawnSync(pinner, ['--version']).status === 0;
  const command = [process.execPath, '--expose-gc', '--import', collector, join(project, 'src/main.ts')];
  const [program = '', ...args] = isPinned ? [pinner, '--cpu-list', values.core, ...command] : command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.apiBase,
      STORE_URL: `sqlite://${join(folder, 'store.sqlite')}`,
      INDEX_CACHE: 'none',
      OPERATIONS: '0',
      LOG_LEVEL: 'info',
    },
  });
  const ready = Promise.withResolvers<number>();
  let port = 0;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!line.startsWith('{')) return console.error(line);
    const { msg, level, port: its } = JSON.parse(line) as { msg: string; level: number; port?: number };
    if (its !== undefined) port = its;
    if (level >= 50) console.error(line);
    if (msg === 'ready') ready.resolve(port);
  });
  child.once('exit', (code) => ready.reject(new Error(`The bot ended with status ${code}.`)));
  await ready.promise;

  const look = async (): Promise<Measured> => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const lines = new Map(text.split('\n').map((line) => line.split(' ') as [string, string]));
    const value = (name: string) => Number(lines.get(name));
    return {
      heap: value('nodejs_heap_used_bytes') / 1e6,
      rss: value('process_resident_memory_bytes') / 1e6,
      cpuSeconds: value('process_cpu_seconds_total'),
      lag: value('verbatim_event_loop_lag_seconds{quantile="0.99"}'),
    };
  };

  return {
    isPinned,
    look,
    /** What is in use alone: without what waits to be collected. */
    async measure(): Promise<Measured> {
      child.kill('SIGUSR2');
      await sleep(500);
      return look();
    },
    async close(): Promise<void> {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}
