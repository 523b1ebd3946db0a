import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { below, keyOf } from './keys.ts';
import type { Records } from './records.ts';
import {
  bringBack,
  describe,
  hashesIn,
  isPresent,
  type List,
  type Listed,
  merge,
  newest,
  remove,
  type Version,
} from './shelf.ts';
import {
  type Added,
  type Articles,
  type Entry,
  type KeptArticle,
  type Schema,
  type Shelf,
  StoreError,
} from './types.ts';
import { type Kind, parseKept } from './values.ts';

// Texts are kept under their hashes, and one list per server says which of them are its articles:
//
//   text/SERVER/HASH         the text, written first, some at a time; seen by nobody until the list names it
//   articles/SERVER/current  the list: ids, facts and hashes of all versions; switched last, in one step
//
// So an addition that dies half way leaves texts that nobody sees, and `erase` takes them away a day later.

interface Text {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const texts: Kind<Text> = { name: 'text', migrations: [] };
export const lists: Kind<List> = { name: 'articles', migrations: [] };

/** Texts are written this many at a time, or fewer when they are long (in UTF-16 code units), and read this many. */
const chunk = { count: 64, length: 256 * 1_024 };
/** How long an addition may take before its texts count as left behind, in milliseconds. */
const longestAddition = 24 * 60 * 60 * 1_000;

const unreadable = 'What is known about this article cannot be read any more. Add it again.';

/**
 * Articles of one server on a store.
 * @param epoch changes when the server is forgotten
 */
export const shelfIn = <Facts>(
  records: Records,
  guildId: string,
  schema: Schema<Facts>,
  now: () => number,
  epoch: () => number,
): Shelf<Facts> => {
  const listKey = keyOf('articles', guildId, 'current');
  const textKey = (hash: string): string => keyOf('text', guildId, hash);
  const all = async (): Promise<List> => (await records.get(lists, listKey)) ?? [];
  const present = async (): Promise<List> => (await all()).filter(isPresent);
  const change = (edit: (before: List) => List): Promise<List> =>
    records.change(lists, listKey, (before = []) => edit(before));
  const time = (): string => new Date(now()).toISOString();

  const article = (listed: Listed, { hash, facts }: Version, text: string): KeptArticle<Facts> => ({
    id: listed.id,
    text,
    hash,
    facts: parseKept(schema, facts, unreadable),
    current: isPresent(listed) && hash === newest(listed).hash,
  });
  const entry = (listed: Listed): Entry<Facts> => {
    const { hash, length, facts, at } = newest(listed);
    const { id, added, versions } = listed;
    return {
      id,
      facts: parseKept(schema, facts, unreadable),
      hash,
      length,
      added,
      changed: at,
      versions: versions.length,
    };
  };

  /** Writes the texts and gives back what the list will say about them. */
  const write = async (articles: Articles<Facts>, progress: (count: number) => void): Promise<Map<string, Version>> => {
    const versions = new Map<string, Version>();
    let waiting: [string, Text][] = [];
    let [length, count] = [0, 0];
    const flush = async (): Promise<void> => {
      await records.put(texts, waiting);
      count += waiting.length;
      [waiting, length] = [[], 0];
      progress(count);
      // A database in the same process answers at once, and others want their turn.
      await breathe();
    };
    for await (const { id, text, facts } of articles) {
      const hash = createHash('sha256').update(text).digest('hex');
      versions.set(id, { hash, length: text.length, facts: schema.parse(facts), at: time() });
      waiting.push([textKey(hash), { text, at: now() }]);
      length += text.length;
      if (waiting.length >= chunk.count || length >= chunk.length) await flush();
    }
    if (waiting.length > 0) await flush();
    return versions;
  };

  return {
    list: async () => (await present()).map(entry),

    async get(id, hash) {
      const listed = (await all()).find((one) => one.id === id);
      if (!listed || (hash === undefined && !isPresent(listed))) return;
      const version =
        hash === undefined ? newest(listed) : listed.versions.findLast((one) => one.hash.startsWith(hash));
      const kept = version && (await records.get(texts, textKey(version.hash)));
      return kept && article(listed, version, kept.text);
    },

    async *read() {
      const list = await present();
      for (let start = 0; start < list.length; start += chunk.count) {
        const some = list.slice(start, start + chunk.count);
        const kept = await records.getAll(
          texts,
          some.map((listed) => textKey(newest(listed).hash)),
        );
        for (const [index, listed] of some.entries()) {
          const text = kept[index];
          if (text) yield article(listed, newest(listed), text.text);
        }
      }
    },

    async add(articles, progress = () => {}) {
      const begun = epoch();
      const versions = await write(articles, progress);
      let result: Added = { added: [], changed: [], unchanged: [] };
      if (versions.size === 0) return result;
      if (epoch() !== begun) {
        await records.delete(Array.from(versions.values(), ({ hash }) => textKey(hash)));
        throw new StoreError('refused', 'Nothing was added, because everything of this server was deleted meanwhile.');
      }
      await change((before) => {
        const { after, ids } = merge(before, versions);
        result = ids;
        return after;
      });
      return result;
    },

    async describe(id, facts) {
      const parsed = schema.parse(facts);
      const list = await change((before) => describe(before, id, parsed, time()));
      return list.some((listed) => listed.id === id && isPresent(listed));
    },

    async remove(ids) {
      let here: List = [];
      const wanted = new Set(ids);
      await change((before) => {
        here = before.filter((listed) => wanted.has(listed.id) && isPresent(listed));
        return remove(before, wanted, now());
      });
      return here.map(({ id }) => id);
    },

    async bringBack(ids) {
      let away: List = [];
      const wanted = new Set(ids);
      await change((before) => {
        away = before.filter((listed) => wanted.has(listed.id) && !isPresent(listed));
        return bringBack(before, wanted);
      });
      return away.map(({ id }) => id);
    },

    async erase(before) {
      let gone: List = [];
      const left = await change((list) => {
        gone = list.filter(({ removed }) => removed !== undefined && removed < before);
        return list.filter((listed) => !gone.includes(listed));
      });
      const used = new Set(hashesIn(left).map(textKey));
      const freed = new Set(hashesIn(gone).map(textKey));
      const unused = (await records.keys(below('text', guildId))).filter((key) => !used.has(key));
      const kept = await records.getAll(texts, unused);
      // A text that no list names may belong to an addition that is still under way, hence the age.
      const abandoned = now() - longestAddition;
      await records.delete(
        unused.filter((key, index) => (kept[index]?.at ?? now()) < (freed.has(key) ? before : abandoned)),
      );
      return gone.length;
    },
  };
};
