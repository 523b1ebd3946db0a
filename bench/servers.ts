/**
 * Many servers in one process: memory, the time to come back after a release, a large addition beside questions of others,
 * and whether any of ten thousand operations shows what belongs to another server. Articles are made up.
 *   node bench/servers.ts [SERVERS] [ARTICLES]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { createServers } from '../src/servers/servers.ts';
import { openStore } from '../src/store/store.ts';
import { operate } from '../tests/servers/leaks.ts';
import { lines, reader, shipped, stories, story } from '../tests/servers/making.ts';

const many = Number(process.argv[2] ?? 1_000);
const each = Number(process.argv[3] ?? 20);
const OPERATIONS = 10_000;
const PARTS = 8;

const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
const store = await openStore(`sqlite://${join(folder, 'store.sqlite')}`);
let passed = 0;
// What is read ahead of the questions would be counted among them.
const servers = createServers({
  shipped,
  reader,
  store,
  now: () => Date.now() + passed,
  round: 500,
  room: { prepared: 0 },
});

const cpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
const spent = async (work: () => Promise<unknown>): Promise<number> => {
  const before = cpu();
  await work();
  return cpu() - before;
};
const at = (values: readonly number[], share: number): string =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!.toFixed(1);
const megabytes = (): string => `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`;
const longStory = (server: number, number: number) => ({
  id: `long-${number}`,
  title: `Council of ${server}, Day ${number}`,
  published: '2021-03-10',
  text: Array.from(
    { length: PARTS },
    (_, part) => `${story(server, number * PARTS + part).text}\n\nItem ${server}-${number}-${part}.`,
  ).join('\n\n'),
});
const guild = (number: number): string => String(200_000_000_000_000_000n + BigInt(number));

let characters = 0;
const adding: number[] = [];
for (let number = 0; number < many; number += 1) {
  const articles = Array.from({ length: each }, (_, index) => longStory(number, index));
  for (const { text } of articles) characters += text.length;
  adding.push(await spent(() => servers.knowledge(guild(number)).add([lines(articles)])));
}
console.log(`${many} servers with ${each} articles of ${Math.round(characters / many / each)} characters each`);
console.log(`adding ${each} articles (CPU ms)      p50 ${at(adding, 0.5)}  p99 ${at(adding, 0.99)}`);

for (let number = 0; number < many; number += 1) await servers.open(guild(number));
console.log(`open and indexed: ${servers.size.servers} servers     ${megabytes()}`);
for (let number = 0; number < many; number += 1) {
  const { library } = await servers.open(guild(number));
  for (const article of library.articles) library.prepare(article);
}
console.log(`every article read: ${servers.size.servers} servers   ${megabytes()}`);

passed = 24 * 60 * 60 * 1_000;
while (servers.size.servers > 0) await sleep(20);
const [back, waited]: [number[], number[]] = [[], []];
for (let number = 0; number < Math.min(many, 100); number += 1) {
  const since = performance.now();
  back.push(await spent(() => servers.open(guild(number))));
  waited.push(performance.now() - since);
}
console.log(`coming back (CPU ms)           p50 ${at(back, 0.5)}  p99 ${at(back, 0.99)}`);
console.log(`coming back, by the clock (ms) p50 ${at(waited, 0.5)}  p99 ${at(waited, 0.99)}`);

const zip = lines(Array.from({ length: 1_000 }, (_, number) => longStory(number % 4, number)));
let [longest, isAdding] = [0, true];
const watch = (async () => {
  while (isAdding) longest = Math.max(longest, await spent(breathe));
})();
const large = await spent(() => servers.knowledge(guild(0)).add([zip]));
isAdding = false;
await watch;
console.log(`adding 1,000 articles: ${Math.round(large)} ms CPU, never more than ${longest.toFixed(1)} ms in one go`);

const worlds = [1, 2, 3, 4].map((number) => ({ guildId: guild(many + number), number }));
for (const { guildId, number } of worlds) await servers.knowledge(guildId).add([lines(stories(number, 20))]);
const leaks: string[] = [];
const mixed = await spent(async () => {
  for (let step = 0; step < OPERATIONS; step += 1) leaks.push(...(await operate(servers, worlds, step)));
});
console.log(`${OPERATIONS} mixed operations: ${leaks.length} leaks (${Math.round(mixed / 1_000)} s CPU)`);
for (const leak of leaks.slice(0, 10)) console.log(`  ${leak}`);
if (leaks.length > 0) process.exitCode = 1;

await servers.close();
await store.close();
rmSync(folder, { recursive: true });
