import { describe, expect, it } from 'vitest';
import { createServers } from '../../src/servers/servers.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/types.ts';
import { ADA, BEN, clockAt, lines, reader, setUp, shipped, stories } from './making.ts';
import { soon } from './soon.ts';

const DAY = 24 * 3_600_000;

const withTwo = async () => {
  const all = await setUp({ round: 5 });
  for (const id of [ADA, BEN]) {
    await all.servers.knowledge(id).add([lines(stories(1, 3))]);
    await all.servers.configure(id, (before) => ({ ...before, sources: 4 }));
  }
  return all;
};

const kept = async (store: Store): Promise<string[]> =>
  (await Array.fromAsync(store.dump())).filter((line) => line.includes(ADA));

describe('a server that has removed the bot', () => {
  it('is kept for the grace that it set, then nothing of it is left, and nothing of others is touched', async () => {
    const { servers, store, now } = await withTwo();
    await servers.left(ADA);
    now.pass(6 * DAY);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await servers.knowledge(ADA).list()).toHaveLength(3);
    now.pass(2 * DAY);
    await soon(() => kept(store)).toEqual([]);
    expect((await servers.open(ADA)).library).toBe(shipped);
    expect(await servers.knowledge(BEN).list()).toHaveLength(3);
    expect((await servers.open(BEN)).settings.sources).toBe(4);
    await servers.close();
  });

  it('goes at once where it set no grace', async () => {
    const { servers, store } = await withTwo();
    await servers.configure(ADA, (before) => ({ ...before, grace: 0 }));
    await servers.left(ADA);
    expect(await kept(store)).toEqual([]);
    await servers.close();
  });

  it('finds everything again when it adds the bot in time', async () => {
    const { servers, now } = await withTwo();
    await servers.left(ADA);
    now.pass(3 * DAY);
    await servers.joined(ADA);
    now.pass(30 * DAY);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await servers.knowledge(ADA).list()).toHaveLength(3);
    expect((await servers.open(ADA)).settings.sources).toBe(4);
    await servers.close();
  });

  it('goes also when the process was restarted meanwhile', async () => {
    const { servers, store, now } = await withTwo();
    await servers.left(ADA);
    await servers.close();
    now.pass(8 * DAY);
    const next = createServers({ shipped, reader, store, now, round: 5 });
    await soon(() => kept(store)).toEqual([]);
    await next.close();
  });

  it('leaves nothing behind when something is being added at that moment', async () => {
    const now = clockAt('2024-02-01');
    const store = await openStore('memory:', { now });
    const { servers } = await setUp({ store, now });
    await servers.configure(ADA, (before) => ({ ...before, grace: 0 }));
    let leaving: Promise<void> | undefined;
    const adding = servers.knowledge(ADA).add([lines(stories(1, 200))], ({ stage }) => {
      if (stage === 'keeping') leaving ??= servers.left(ADA);
    });
    await adding.catch(() => undefined);
    await leaving;
    expect(await kept(store)).toEqual([]);
    await servers.close();
  });
});
