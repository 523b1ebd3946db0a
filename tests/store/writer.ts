/** A process to be killed while it writes: says on standard output what the store has acknowledged, a line each. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';

const [url, what] = process.argv.slice(2);
const store = await openStore(url!);
const say = (line: string | number): void => void writeSync(1, `${line}\n`);

if (what === 'values') {
  for (let number = 0; ; number++) {
    await store.set(`n${number}`, `value ${number} `.repeat(100));
    say(number);
  }
}

const shelf = store.articles('1', { parse: (facts: unknown) => facts });
const articles = function* (round: number) {
  for (let number = 0; number < 1_000; number++) {
    yield { id: `${round}-${number}`, text: `Article ${number} of round ${round}. `.repeat(40), facts: { round } };
  }
};
for (let round = 0; ; round++) {
  await shelf.add(articles(round), (count) => say(`${round} ${count}`));
  say(`${round} done`);
}
