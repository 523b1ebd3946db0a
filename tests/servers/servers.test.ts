import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/answer/answer.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createServers, DEFAULTS } from '../../src/servers/servers.ts';
import { openStore } from '../../src/store/store.ts';
import { ADA, BEN, lines, reader, setUp, shipped, stories } from './making.ts';
import { soon } from './soon.ts';

const asked = '2024-02-01';

describe('opening a server', () => {
  it('gives the shipped library itself to servers without articles of their own, and to direct messages', async () => {
    const { servers } = await setUp();
    expect((await servers.open(ADA)).library).toBe(shipped);
    expect((await servers.open(null)).library).toBe(shipped);
    expect(await servers.open(null)).toMatchObject({ id: null, settings: DEFAULTS });
    await servers.close();
  });

  it('puts a server’s own articles beside the shipped ones, which stay the same objects', async () => {
    const { servers } = await setUp();
    await servers.knowledge(ADA).add([lines(stories(1, 3))]);
    const { library } = await servers.open(ADA);
    expect(library.articles.map(({ id }) => id)).toEqual(['lighthouse', 'own/story-0', 'own/story-1', 'own/story-2']);
    expect(library.article('lighthouse')).toBe(shipped.article('lighthouse'));
    const [best] = library.ask('What will the repairs cost?', { asked }).candidates;
    expect(best?.citation.article.id).toMatch(/^own\//);
    expect((await servers.open(BEN)).library).toBe(shipped);
    await servers.close();
  });

  it('is the same value until something changes, and one load for all who ask at once', async () => {
    const { servers: writer, store } = await setUp();
    await writer.knowledge(ADA).add([lines(stories(1, 3))]);
    const { servers } = await setUp({ store });
    const all = await Promise.all(Array.from({ length: 5 }, () => servers.open(ADA)));
    for (const server of all) expect(server).toBe(all[0]);
    expect(Object.isFrozen(all[0])).toBe(true);
    await writer.close();
    await servers.close();
  });

  it('leaves the shipped articles out where they are switched off', async () => {
    const { servers } = await setUp();
    await servers.configure(ADA, (before) => ({ ...before, shipped: false }));
    expect((await servers.open(ADA)).library.articles).toEqual([]);
    await servers.knowledge(ADA).add([lines(stories(1, 1))]);
    expect((await servers.open(ADA)).library.articles.map(({ id }) => id)).toEqual(['own/story-0']);
    await servers.configure(ADA, (before) => ({ ...before, shipped: true }));
    expect((await servers.open(ADA)).library.articles.map(({ id }) => id)).toEqual(['lighthouse', 'own/story-0']);
    await servers.close();
  });

  it('refuses shipped articles whose ids belong to servers’ own', async () => {
    const store = await openStore('memory:');
    const wrong = createLibrary(corpusOf([{ id: 'own/this', text: 'This is one.' }]), reader);
    expect(() => createServers({ shipped: wrong, reader, store })).toThrow(/rename/);
  });
});

describe('what changes', () => {
  it('is seen at once here: settings', async () => {
    const { servers } = await setUp();
    await servers.open(ADA);
    const { before, after } = await servers.configure(ADA, (settings) => ({ ...settings, sources: 3 }));
    expect([before.sources, after.sources]).toEqual([5, 3]);
    expect((await servers.open(ADA)).settings.sources).toBe(3);
    await servers.close();
  });

  it('is seen by another process within two seconds: settings and articles', async () => {
    const { servers: here, store, now } = await setUp();
    const there = createServers({ shipped, reader, store, now });
    await here.knowledge(ADA).add([lines(stories(1, 2))]);
    expect((await there.open(ADA)).library.articles).toHaveLength(3);
    await here.configure(ADA, (settings) => ({ ...settings, caution: 'strict' }));
    await here.knowledge(ADA).add([lines(stories(1, 4))]);
    await here.knowledge(ADA).remove(['own/story-0']);
    const before = await there.open(ADA);
    now.pass(1_500);
    const after = await there.open(ADA);
    expect(after.settings.caution).toBe('strict');
    expect(after.library.articles.map(({ id }) => id)).toEqual([
      'lighthouse',
      'own/story-1',
      'own/story-2',
      'own/story-3',
    ]);
    // What did not change is what it was.
    expect(after.library.article('own/story-1')).toBe(before.library.article('own/story-1'));
    await here.close();
    await there.close();
  });
});

describe('servers that nobody asks', () => {
  it('are released after a while, and come back as they were', async () => {
    const { servers, now } = await setUp({ round: 5, times: { idle: 60_000 } });
    await servers.knowledge(ADA).add([lines(stories(1, 5))]);
    const { library } = await servers.open(ADA);
    expect(servers.size).toEqual({ servers: 1, articles: 5 });
    now.pass(61_000);
    await soon(() => servers.size).toEqual({ servers: 0, articles: 0 });
    const back = await servers.open(ADA);
    expect(back.library).not.toBe(library);
    expect(back.library.articles).toEqual(library.articles);
    const [before, after] = [library, back.library].map((one) => one.ask('Who is the mayor of Veldt?', { asked }));
    expect(after).toEqual(before);
    await servers.close();
  });

  it('make room when too many are open, the longest unasked first', async () => {
    const { servers } = await setUp({ room: { servers: 2 } });
    const ids = [ADA, BEN, '100000000000000003'];
    for (const id of ids) await servers.knowledge(id).add([lines(stories(1, 1))]);
    const [ada] = [await servers.open(ADA), await servers.open(BEN)];
    expect(await servers.open(ADA)).toBe(ada);
    await servers.open(ids[2]!);
    expect(servers.size.servers).toBe(2);
    expect(await servers.open(ADA)).toBe(ada);
    await servers.close();
  });

  it('make room when their texts are too long together', async () => {
    const { servers } = await setUp({ room: { bytes: 80_000 } });
    for (const id of [ADA, BEN]) await servers.knowledge(id).add([lines(stories(1, 5))]);
    await servers.open(ADA);
    await servers.open(BEN);
    expect(servers.size).toEqual({ servers: 1, articles: 5 });
    await servers.close();
  });
});
