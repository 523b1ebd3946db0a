/**
 * One way to all measurements: `npm run bench -- NAME …`. What they print is what the README reports.
 * Most need BENCH_DATA, the folder of the benchmark sets.
 */
const MEASUREMENTS: Readonly<Record<string, string>> = {
  quality: 'right answers, silence and calibration on questions',
  topical: 'articles on a topic',
  check: 'verdicts on quotations that were altered by program',
  speed: 'build time, memory and query time beside other engines',
  growth: 'build and query time from 1,000 to 1,000,000 passages, as a picture and a table',
  reply: 'how long a person waits for /ask on the local Discord',
  servers: 'memory, release and isolation of a thousand servers',
  load: 'what one process on one core bears: 200 questions a second, then 100,000 one after the other',
  pictures: 'how long a timeline picture takes',
};

const [name = '', ...args] = process.argv.slice(2);
if (name in MEASUREMENTS) {
  process.argv.splice(2, process.argv.length, ...args);
  await import(`./${name}.ts`);
} else {
  console.error('Usage: npm run bench -- NAME …\n');
  for (const [known, what] of Object.entries(MEASUREMENTS)) console.error(`  ${known.padEnd(10)}${what}`);
  process.exitCode = 2;
}
