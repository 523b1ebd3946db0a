/**
 * How long a person waits: `/ask` through the real client on the local Discord, acknowledgement and final answer.
 *   node bench/reply.ts [QUESTIONS]
 */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { commands } from '../commands/index.ts';
import { createLibrary } from '../src/answer/answer.ts';
import { loadKnowledge } from '../src/corpus/corpus.ts';
import { startBot } from '../src/discord/discord.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { createServers } from '../src/servers/servers.ts';
import { openStore } from '../src/store/store.ts';
import { startLocalDiscord } from '../src/tryout/tryout.ts';

const rounds = Number(process.argv[2] ?? 200);
const reader = createReader();
const { corpus } = await loadKnowledge(fileURLToPath(new URL('../knowledge', import.meta.url)), reader);
const library = createLibrary(corpus, reader);
const store = await openStore('memory:');
const discord = await startLocalDiscord();
const bot = await startBot({
  token: discord.token,
  commands,
  shared: { servers: createServers({ shipped: library, reader, store }), store },
  api: { base: discord.apiBase, cdn: discord.cdnBase, media: discord.cdnBase },
  log: pino({ level: 'silent' }),
  now: () => new Date(),
});

// Questions are made of the articles' own sentences, so that each finds something.
const sentences = corpus.articles.flatMap((article) =>
  reader.read(article).sentences.map(({ start, end }) => article.text.slice(start, end)),
);
const acknowledged: number[] = [];
const final: number[] = [];
const ada = discord.user('Ada');
for (let round = 0; round < rounds; round += 1) {
  const words = sentences[round % sentences.length]!.split(/\s+/).slice(0, 12).join(' ');
  const outcome = await ada.slash('ask', { question: `What about ${words}?` });
  acknowledged.push(outcome.acknowledgedMs);
  final.push(outcome.finalMs);
}
await bot.close();
await discord.close();

const at = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)]!.toFixed(1);
console.log(`/ask on the local Discord, ${rounds} questions, one after the other (ms)`);
console.log(`acknowledged  p50 ${at(acknowledged, 0.5)}  p99 ${at(acknowledged, 0.99)}`);
console.log(`final answer  p50 ${at(final, 0.5)}  p99 ${at(final, 0.99)}`);
if (discord.violations.length > 0) console.log(`violations: ${discord.violations.join('; ')}`);
