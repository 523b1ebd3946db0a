/**
 * How long a picture of a timeline takes, and how many bytes it has: of the shipped articles, and of twenty made-up dates.
 *   node bench/pictures.ts [ROUNDS]
 */
import { fileURLToPath } from 'node:url';
import { cited } from '../commands/timeline/parts.ts';
import { drawTimeline } from '../commands/timeline/picture.ts';
import { createLibrary } from '../src/answer/answer.ts';
import type { Library } from '../src/answer/types.ts';
import { corpusOf, loadKnowledge } from '../src/corpus/corpus.ts';
import { speechIn } from '../src/languages/languages.ts';
import { createReader } from '../src/nlp/nlp.ts';
import type { Theme } from '../src/pictures/types.ts';

const rounds = Number(process.argv[2] ?? 15);
const reader = createReader();
const speech = speechIn('en');
const { corpus } = await loadKnowledge(fileURLToPath(new URL('../knowledge', import.meta.url)), reader);

const records = Array.from({ length: 20 }, (_, index) => ({
  id: `lighthouse-${index}`,
  title: `Keeper's report ${index + 1}`,
  source: index % 2 === 0 ? 'Harbour Gazette' : 'Valley Courier',
  published: `${2001 + index}-0${1 + (index % 9)}-20`,
  text: `On ${3 + index} ${index % 2 === 0 ? 'May' : 'June'} ${2001 + index}, the keepers of the northern lighthouse ${
    ['repaired its lamp', 'counted the passing ships', 'welcomed visitors from the mainland'][index % 3]
  }${index % 4 === 0 ? ', which the council had promised to the fishermen of both villages after the long winter storms' : ''}.`,
}));

const measure = async (name: string, library: Library, theme: Theme): Promise<void> => {
  const entries = library.timeline({ dates: 20, sentences: 2 });
  const foremost = (dates: number) => new Set(library.timeline({ dates }).map(({ date }) => date));
  const times: number[] = [];
  const blocked: number[] = [];
  const worked: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.eventLoopUtilization();
    const cpu = process.cpuUsage();
    const started = performance.now();
    const file = await drawTimeline(entries, { topic: undefined, theme, articles: cited(entries), foremost, speech });
    times.push(performance.now() - started);
    blocked.push(performance.eventLoopUtilization(before).active);
    const { user, system } = process.cpuUsage(cpu);
    worked.push((user + system) / 1_000);
    bytes = file?.bytes.length ?? 0;
  }
  const at = (list: readonly number[], share: number) =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]!.toFixed(1);
  const loop = `processor time p50 ${at(worked, 0.5)}  event loop busy p50 ${at(blocked, 0.5)}`;
  console.log(`${name}, ${theme}: p50 ${at(times, 0.5)}  p90 ${at(times, 0.9)}  ${loop} ms  ${bytes} bytes`);
};

console.log(`a picture of a timeline, ${rounds} times each (ms)`);
for (const theme of ['dark', 'light'] as const) {
  await measure('shipped articles', createLibrary(corpus, reader), theme);
  await measure('20 made-up dates', createLibrary(corpusOf(records), reader), theme);
}
