/** Real news passages and questions from BENCH_DATA, for measuring speed. Nothing of them is kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Rows of a gzipped JSON Lines file; none when it is not there. */
export function rows<Row>(file: string): Row[] {
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

/** The folder that BENCH_DATA names. Throws with one plain sentence when it names none. */
export function benchData(): string {
  // The benches are roots of their own: they read this one variable, which the bot does not know.
  const folder = process.env['BENCH_DATA'];
  if (folder === undefined || !existsSync(folder)) {
    throw new Error('Set BENCH_DATA to the folder that holds the benchmark sets (ask, inspect, timeline).');
  }
  return folder;
}

/** A repeatable random number generator, 0…1 (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * `count` passages of about 100 words: those of the news articles first, and when they run out, new ones of their sentences
 * drawn at random, which keeps the frequencies of words.
 */
export function passages(count: number): string[] {
  const folder = benchData();
  const found: string[] = [];
  const sources = [...parts(path.join(folder, 'timeline')), ...parts(path.join(folder, 'ask', 'realtimeqa'))];
  for (const source of sources) {
    for (const { text } of rows<{ text: string }>(path.join(source, 'articles.jsonl.gz'))) {
      let passage = '';
      for (const paragraph of text.split(/\n\s*\n/)) {
        passage = passage === '' ? paragraph : `${passage} ${paragraph}`;
        if (passage.length < 500) continue;
        found.push(passage.replace(/\s+/g, ' '));
        passage = '';
      }
      if (found.length >= count) return found.slice(0, count);
    }
  }
  const sentences = found.flatMap((passage) => passage.split(/(?<=[.!?]["”]?) /));
  const draw = random(1);
  while (found.length < count) {
    let passage = '';
    while (passage.length < 550) passage += ` ${sentences[Math.floor(draw() * sentences.length)]}`;
    found.push(passage.trim());
  }
  return found;
}

/** Questions that people asked about the news. */
export function questions(): string[] {
  return parts(path.join(benchData(), 'ask', 'realtimeqa')).flatMap((folder) =>
    rows<{ question: string }>(path.join(folder, 'questions.jsonl.gz')).map(({ question }) => question),
  );
}

/** Folders below `folder`, at any depth, that hold articles. */
function parts(folder: string): string[] {
  if (existsSync(path.join(folder, 'articles.jsonl.gz'))) return [folder];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries
    .map(({ name }) => path.join(folder, name))
    .sort()
    .flatMap(parts);
}
