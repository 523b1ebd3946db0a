import { describe, expect, it } from 'vitest';
import { createServers } from '../../src/servers/servers.ts';
import { KnowledgeRefusal } from '../../src/servers/types.ts';
import type { FetchOptions } from '../../src/web/types.ts';
import { ADA, BEN, reader, setUp, shipped, webOf } from './making.ts';
import { soon } from './soon.ts';

const URL_ = 'https://news.example/feed.xml';
const HOUR = 3_600_000;

const item = (
  number: number,
  text = `Item ${number}: the council of Tarn met for the ${number}th time and decided on road ${number * 31}.`,
) =>
  `<item><title>Council ${number}</title><link>https://news.example/${number}</link><guid>${number}</guid><description>${text}</description></item>`;
const feed = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn Gazette</title><link>https://news.example</link><description>News</description>${items.join('')}</channel></rss>`;

const withFeed = async (options = {}) => {
  const pages = new Map([[URL_, feed(item(1), item(2))]]);
  const asked: [string, FetchOptions][] = [];
  const all = await setUp({ web: webOf(pages, asked), round: 5, ...options });
  const knowledge = all.servers.knowledge(ADA);
  const titles = async () => (await knowledge.list()).map(({ title }) => title);
  return { ...all, pages, asked, knowledge, titles };
};

describe('a feed', () => {
  it('brings what stands in it, and from then on what is new or has changed', async () => {
    const { servers, knowledge, pages, now, titles } = await withFeed();
    const { added } = await knowledge.feeds.add(URL_);
    expect(added).toMatchObject([
      { title: 'Council 1', source: 'Tarn Gazette', origin: URL_, url: 'https://news.example/1' },
      { title: 'Council 2' },
    ]);
    expect(await knowledge.feeds.list()).toEqual([
      { url: URL_, title: 'Tarn Gazette', lastOk: '2024-02-01T00:00:00.000Z', trouble: null, articles: 2 },
    ]);
    const changed = 'The council of Tarn met, and nothing was decided at all this time, the mayor said.';
    pages.set(URL_, feed(item(3), item(2, changed)));
    now.pass(2 * HOUR);
    await soon(titles).toEqual(['Council 1', 'Council 2', 'Council 3']);
    expect((await knowledge.read(added[1]!.id))?.text).toContain('nothing was decided');
    expect((await servers.open(ADA)).library.articles).toHaveLength(4);
    await servers.close();
  });

  it('does not bring back what somebody has removed', async () => {
    const { servers, knowledge, pages, now, titles } = await withFeed();
    const { added } = await knowledge.feeds.add(URL_);
    await knowledge.remove([added[0]!.id]);
    pages.set(URL_, feed(item(1), item(2), item(3)));
    now.pass(2 * HOUR);
    await soon(titles).toEqual(['Council 2', 'Council 3']);
    await servers.close();
  });

  it('brings a bounded number at a time, and the rest later, though it has not changed by then', async () => {
    const { servers, knowledge, pages, now, titles } = await withFeed({ limits: { poll: 2 } });
    await knowledge.feeds.add(URL_);
    pages.set(URL_, feed(...[3, 4, 5, 6, 7].map((number) => item(number))));
    now.pass(2 * HOUR);
    await soon(async () => (await titles()).length).toBe(4);
    now.pass(2 * HOUR);
    await soon(async () => (await titles()).length).toBe(6);
    now.pass(2 * HOUR);
    await soon(async () => (await titles()).length).toBe(7);
    await servers.close();
  });

  it('says what is wrong with it while it fails, and is not asked any more after a month', async () => {
    const { servers, knowledge, pages, asked, now } = await withFeed();
    await knowledge.feeds.add(URL_);
    const page = pages.get(URL_)!;
    pages.delete(URL_);
    now.pass(2 * HOUR);
    const trouble = async () => (await knowledge.feeds.list())[0]?.trouble;
    await soon(trouble).toBe('I cannot reach that site.');
    now.pass(31 * 24 * HOUR);
    await soon(trouble).toMatch(/not asked any more/);
    pages.set(URL_, page);
    const times = asked.length;
    now.pass(31 * 24 * HOUR);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toHaveLength(times);
    // Adding it again starts anew.
    await knowledge.feeds.add(URL_);
    expect(await trouble()).toBeNull();
    expect(await knowledge.feeds.list()).toHaveLength(1);
    await servers.close();
  });

  it('is polled no more when it was removed; its articles stay', async () => {
    const { servers, knowledge, asked, now, titles } = await withFeed();
    await knowledge.feeds.add(URL_);
    expect(await knowledge.feeds.remove(URL_)).toBe(true);
    expect(await knowledge.feeds.remove(URL_)).toBe(false);
    now.pass(3 * HOUR);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toHaveLength(1);
    expect(await titles()).toHaveLength(2);
    await servers.close();
  });

  it('is asked with what its server gave for the last copy, on behalf of its server', async () => {
    const { servers, knowledge, asked, now } = await withFeed();
    await knowledge.feeds.add(URL_);
    now.pass(2 * HOUR);
    await soon(() => asked.length).toBe(2);
    expect(asked[1]).toMatchObject([URL_, { accept: 'feed', owner: ADA, etag: expect.stringMatching(/^"/) }]);
    await servers.close();
  });

  it('must be one, and there are only so many', async () => {
    const { servers, knowledge, pages } = await withFeed({ limits: { feeds: 1 } });
    pages.set('https://news.example/page', 'This is only a page about the council of Tarn.');
    await expect(knowledge.feeds.add('https://news.example/page')).rejects.toThrow(/no feed at that link/);
    await knowledge.feeds.add(URL_);
    await expect(knowledge.feeds.add('https://news.example/other')).rejects.toThrow(KnowledgeRefusal);
    await expect(knowledge.feeds.add(URL_)).resolves.toMatchObject({ added: [] });
    await servers.close();
  });

  it('is polled by the process that serves its server, also after a restart, and not while the bot is away from it', async () => {
    const { servers, store, knowledge, asked, now, pages } = await withFeed();
    await knowledge.feeds.add(URL_);
    await servers.knowledge(BEN).feeds.add(URL_);
    await servers.close();
    const web = webOf(pages, asked);
    const other = createServers({ shipped, reader, store, web, now, round: 5, isMine: (guildId) => guildId === BEN });
    now.pass(2 * HOUR);
    await soon(() => asked.length).toBe(3);
    expect(asked[2]![1].owner).toBe(BEN);
    await other.left(BEN);
    now.pass(2 * HOUR);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toHaveLength(3);
    await other.close();
  });
});
