/** Servers to test on: a clock that is set by hand, articles that differ from server to server, and a web without a network. */
import { createLibrary } from '../../src/answer/answer.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createServers, type ServersOptions } from '../../src/servers/servers.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/types.ts';
import { type Fetched, type FetchOptions, type Web, WebRefusal } from '../../src/web/types.ts';

export const ADA = '100000000000000001';
export const BEN = '100000000000000002';

export const reader = createReader();

export const shipped = createLibrary(
  corpusOf([
    {
      id: 'lighthouse',
      title: 'Lighthouse of Skerry to Stay Dark',
      published: '2022-05-03',
      source: 'Coast Herald',
      text: 'The lighthouse of Skerry will stay dark until autumn, the coast guard said on Tuesday.\n\n"The lamp cannot be had before September," keeper Olaf Brenner said. It was lit first in 1887.',
    },
  ]),
  reader,
);

export interface Clock {
  (): number;
  pass(milliseconds: number): void;
}

export const clockAt = (day: string): Clock => {
  let now = Date.parse(day);
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return Object.assign(() => now, { pass });
};

export const setUp = async (options: Partial<ServersOptions> = {}, address = 'memory:') => {
  const now = clockAt('2024-02-01');
  const store: Store = options.store ?? (await openStore(address, { now }));
  const servers = createServers({ shipped, reader, store, now, random: () => 0, ...options });
  return { servers, store, now };
};

export const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

/** One record a line, as an export has them. */
export const lines = (records: readonly object[]) =>
  file('articles.jsonl', records.map((record) => JSON.stringify(record)).join('\n'));

const FIRST = ['Ilse', 'Tomas', 'Mira', 'Jonas', 'Petra', 'Anton', 'Lena', 'Viktor'] as const;
const LAST = ['Brandt', 'Lindqvist', 'Hollar', 'Okafor', 'Reyes', 'Moreau', 'Tanaka', 'Weiss'] as const;
const PLACES = ['Veldt', 'Ostwick', 'Lindum', 'Marrow', 'Tarn', 'Elsing', 'Corrie', 'Habern'] as const;
const THINGS = ['bridge', 'harbour', 'school', 'tunnel', 'market hall', 'ferry', 'dam', 'library'] as const;

const ENDINGS = ['us', 'ova', 'sen', 'idze'] as const;

/** How surnames end in a world, and in no other of the four. */
export const endingOf = (world: number): string => ENDINGS[world % ENDINGS.length]!;

/** A made-up article; another `world` has the same stories of other people, sums and days. */
export const story = (world: number, number: number) => {
  const pick = <T>(from: readonly T[], step: number): T => from[(number * step + world * 3) % from.length]!;
  const [first, place, thing] = [pick(FIRST, 1), pick(PLACES, 5), pick(THINGS, 7)];
  const last = `${pick(LAST, 3)}${endingOf(world)}`;
  const sum = 10 + ((number * 37 + world * 101) % 900);
  const day = String(1 + ((number + world) % 27)).padStart(2, '0');
  return {
    id: `story-${number}`,
    title: `${place} to Mend Its ${thing}`,
    published: `2021-03-${day}`,
    source: 'Made-up Courier',
    text:
      `The ${thing} of ${place} will be closed for ${sum} days, mayor ${first} ${last} told reporters on Monday.\n\n` +
      `"We have found ${sum} cracks in the ${thing}, and we will mend all of them," ${last} said. ` +
      `The repairs cost ${sum} million crowns, according to file ${world}-${number} of the council.\n\n` +
      `${last} said that the ${thing} would open again on 3 June 2021. It was built in ${1700 + (sum % 200)}.`,
  };
};

export const stories = (world: number, count: number) => Array.from({ length: count }, (_, at) => story(world, at));

/** A web of pages by address; what is not there cannot be reached. */
export const webOf = (pages: Map<string, string>, asked: [string, FetchOptions][] = []): Web => ({
  async fetch(url, options) {
    await Promise.resolve();
    asked.push([url, options]);
    const page = pages.get(url);
    if (page === undefined) throw new WebRefusal('unreachable', 'I cannot reach that site.');
    const freshness = { etag: `"${page.length}"`, lastModified: null, maxAge: null, moved: null };
    if (options.etag === freshness.etag) return { kind: 'unchanged', ...freshness } satisfies Fetched;
    const name = url.split('/').at(-1) || 'page';
    return { kind: 'fetched', url, bytes: Buffer.from(page), type: null, name, ...freshness } satisfies Fetched;
  },
  close: () => Promise.resolve(),
});
