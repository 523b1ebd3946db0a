import { describe, expect, it } from 'vitest';
import { operate } from './leaks.ts';
import { ADA, BEN, lines, setUp, shipped, stories } from './making.ts';

const STEPS = 600;

describe('servers with nearly the same articles', () => {
  it('never show each other’s, whatever is asked', async () => {
    const { servers } = await setUp();
    const worlds = [
      { guildId: ADA, number: 1 },
      { guildId: BEN, number: 2 },
    ];
    for (const { guildId, number } of worlds) await servers.knowledge(guildId).add([lines(stories(number, 12))]);
    for (let step = 0; step < STEPS; step += 1) expect(await operate(servers, worlds, step)).toEqual([]);
    await servers.close();
  });

  it('prove nothing of each other', async () => {
    const { servers } = await setUp();
    await servers.knowledge(ADA).add([lines(stories(1, 2))]);
    await servers.knowledge(BEN).add([lines(stories(2, 2))]);
    const article = (await servers.open(ADA)).library.article('own/story-0')!;
    const ask = (guildId: string) => servers.knowledge(guildId).prove(article.id, { start: 0, end: 10 }, article.hash);
    expect(await ask(ADA)).toMatchObject({ citation: { article } });
    expect(await ask(BEN)).toBeNull();
    expect((await servers.open(BEN)).library.cite(article.id, { start: 0, end: 10 }, article.hash)).toBeNull();
    await servers.close();
  });

  it('change nothing of each other', async () => {
    const { servers } = await setUp();
    for (const guildId of [ADA, BEN]) await servers.knowledge(guildId).add([lines(stories(1, 3))]);
    const before = await servers.open(BEN);
    const ada = servers.knowledge(ADA);
    await ada.edit('own/story-0', { title: 'Ours' });
    await ada.remove(['own/story-1']);
    await ada.add([lines([{ id: 'story-2', text: 'Another text altogether, said nobody.' }])]);
    await servers.configure(ADA, (settings) => ({ ...settings, shipped: false }));
    expect(await servers.open(BEN)).toBe(before);
    expect(await servers.knowledge(BEN).reload()).toBe(3);
    expect((await servers.open(BEN)).library.articles).toEqual(before.library.articles);
    expect((await servers.open(null)).library).toBe(shipped);
    await servers.close();
  });
});
