import type { Backend, Written } from './backend.ts';
import { below } from './keys.ts';
import { StoreError } from './types.ts';
import { expiryOf, type Kind, versionOf } from './values.ts';

// A backup is JSON Lines:
//
//   {"verbatim":"backup","version":1,"at":"2026-01-31T12:00:00.000Z"}
//   {"key":"vote/1/100/5e…","value":{"v":1,"expires":1785499200000,"data":{…}}}      as many as there are
//   {"end":true,"values":1}                                                          so that a cut-off file is noticed

const version = 1;

/** Values are read, and written, this many at a time. */
const batch = 64;

/**
 * The lines of a backup.
 * @param kinds in the order in which they are read: lists of texts before the texts, so that none lacks in the backup
 */
export async function* dumpFrom(backend: Backend, kinds: readonly Kind<unknown>[], now: () => number) {
  yield JSON.stringify({ verbatim: 'backup', version, at: new Date(now()).toISOString() });
  let count = 0;
  for (const { name } of kinds) {
    for await (const keys of backend.keys(below(name))) {
      const texts = await backend.get(keys);
      for (const [index, key] of keys.entries()) {
        const text = texts[index];
        if (text === undefined || (expiryOf(text) ?? Number.POSITIVE_INFINITY) <= now()) continue;
        count++;
        yield `{"key":${JSON.stringify(key)},"value":${onOneLine(text)}}`;
      }
    }
  }
  yield JSON.stringify({ end: true, values: count });
}

/** Checks all lines, then writes their values and deletes all others. See `Store.load`. */
export const loadInto = async (
  backend: Backend,
  kinds: readonly Kind<unknown>[],
  read: () => AsyncIterable<string>,
  now: () => number,
): Promise<number> => {
  for await (const _ of valuesIn(read(), kinds));
  const kept = new Set<string>();
  let waiting: Written[] = [];
  for await (const { key, value, expires } of valuesIn(read(), kinds)) {
    if (kept.has(key) || (expires ?? Number.POSITIVE_INFINITY) <= now()) continue;
    kept.add(key);
    waiting.push({ key, value, expires });
    if (waiting.length < batch) continue;
    await backend.set(waiting);
    waiting = [];
  }
  await backend.set(waiting);
  for (const { name } of kinds) {
    for await (const keys of backend.keys(below(name))) await backend.delete(keys.filter((key) => !kept.has(key)));
  }
  return kept.size;
};

async function* valuesIn(lines: AsyncIterable<string>, kinds: readonly Kind<unknown>[]): AsyncGenerator<Written> {
  const versions = new Map(kinds.map((kind) => [kind.name as string, versionOf(kind)]));
  let [number, count] = [0, 0];
  let ended = false;
  for await (const line of lines) {
    number++;
    if (line === '' && ended) continue;
    const read = objectIn(line);
    if (number === 1) checkHeader(read);
    else if (ended || !read) throw damaged(number);
    else if (read['end'] === true) {
      if (read['values'] !== count) throw damaged(number);
      ended = true;
    } else {
      yield valueIn(read, number, versions);
      count++;
    }
  }
  if (number === 0) checkHeader(null);
  if (!ended)
    throw new StoreError('refused', 'This backup is cut off: its last line is missing. Nothing was restored.');
}

const checkHeader = (header: Fields | null): void => {
  if (header?.['verbatim'] !== 'backup' || typeof header['version'] !== 'number') {
    throw new StoreError('refused', 'This is no backup of Verbatim. Nothing was restored.');
  }
  if (header['version'] > version) throw newer();
};

const valueIn = ({ key, value }: Fields, line: number, versions: ReadonlyMap<string, number>): Written => {
  if (typeof key !== 'string' || !/^[a-z]+\/[\w@%~-]*(?:\/[\w%~-]*)+$/.test(key)) throw damaged(line);
  const known = versions.get(key.split('/')[0]!);
  if (known === undefined) throw newer();
  const text = JSON.stringify(value);
  try {
    const expires = expiryOf(text);
    if ((value as { v: number }).v <= known) return { key, value: text, expires };
  } catch {
    throw damaged(line);
  }
  throw newer();
};

/** JSON leaves these two as they are, and many readers of lines, Node's among them, take them for ends of lines. */
const onOneLine = (json: string): string => json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

type Fields = Readonly<Record<string, unknown>>;

const objectIn = (line: string): Fields | null => {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null ? (read as Fields) : null;
  } catch {
    return null;
  }
};

const damaged = (line: number): StoreError =>
  new StoreError('refused', `Line ${line} of this backup cannot be read. Nothing was restored.`);

const newer = (): StoreError =>
  new StoreError(
    'refused',
    'This backup was made by a newer version of Verbatim. Update this one first. Nothing was restored.',
  );
