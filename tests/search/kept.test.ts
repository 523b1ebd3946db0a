/** An index that was kept is the one that would be made, and whatever happened to its file, a search still works. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createSearcher, openSearcher } from '../../src/search/search.ts';

const reader = createReader();
const corpus = corpusOf([
  { id: 'mill', title: 'Mill', text: 'The windmill was restored by twelve people.\n\nIt grinds rye on Sundays.' },
  { id: 'ferry', title: 'Ferry', text: 'The ferry runs every ten minutes. Twelve people work on it.' },
]);
const query = ['twelv', 'ferri', 'windmil'].map((stem) => ({ stem, weight: 1 }));

let folder: string;
let told: string[];
const open = (articles = corpus, place = folder) =>
  openSearcher(articles, reader, { folder: place, report: (sentence) => void told.push(sentence), least: 1 });
const files = () => readdirSync(folder);
const found = (searcher: Awaited<ReturnType<typeof open>>) => searcher.search(query, { limit: 10 });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'index-'));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an index in a folder', () => {
  it('is kept at the first start and taken from there at the second', async () => {
    const first = found(await open());
    expect(files()).toHaveLength(1);
    const [name] = files();
    const before = readFileSync(path.join(folder, name!));
    expect(found(await open())).toEqual(first);
    expect(readFileSync(path.join(folder, name!)).equals(before)).toBe(true);
    expect(first).toEqual(found(createSearcher(corpus, reader)));
  });

  it('is made anew when its file is cut off, changed or empty', async () => {
    const right = found(await open());
    const place = path.join(folder, files()[0]!);
    const whole = readFileSync(place);
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1]! ^= 1;
    for (const damaged of [whole.subarray(0, whole.length - 7), flipped, Buffer.alloc(0), Buffer.from('nonsense')]) {
      writeFileSync(place, damaged);
      expect(found(await open())).toEqual(right);
      expect(readFileSync(place).equals(whole)).toBe(true);
    }
  });

  it('is another one for other articles', async () => {
    await open();
    await open(corpusOf([{ id: 'mill', title: 'Mill', text: 'The windmill burnt down.' }]));
    expect(files()).toHaveLength(2);
  });

  it('goes when nobody has written it for a month', async () => {
    await open();
    const long = new Date(Date.now() - 40 * 24 * 3_600_000);
    utimesSync(path.join(folder, files()[0]!), long, long);
    await open(corpusOf([{ id: 'new', title: 'New', text: 'A new article has come.' }]));
    expect(files()).toHaveLength(1);
  });

  it('that cannot be written is said, and the search works', async () => {
    const blocked = path.join(folder, 'file');
    writeFileSync(blocked, '');
    expect(found(await open(corpus, blocked))).toEqual(found(createSearcher(corpus, reader)));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('the next start takes longer');
  });

  it('is not kept for a small collection', async () => {
    await openSearcher(corpus, reader, { folder, report: () => {} });
    expect(files()).toEqual([]);
  });
});
