import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { type Store, StoreError } from '../../src/store/types.ts';
import { ADA, BEN, lines, setUp, stories } from './making.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-servers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SENTENCE = 'What I keep cannot be reached at the moment. Please try again in a minute.';

/** A store that can be taken away, or fails at one of its writes. */
const fragile = (store: Store) => {
  const state = { away: false, writes: Number.POSITIVE_INFINITY };
  const guarded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const member: unknown = Reflect.get(from, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          if (name === 'settings' || name === 'articles') return guarded(member.apply(from, args) as object);
          if (['set', 'change', 'add', 'describe', 'remove'].includes(String(name))) state.writes -= 1;
          if (!state.away && state.writes >= 0) return member.apply(from, args) as unknown;
          const error = new StoreError('away', SENTENCE);
          return name === 'read' ? failing(error) : Promise.reject(error);
        };
      },
    });
  return { store: guarded(store), state };
};

// biome-ignore lint/correctness/useYield: it fails before there is anything to give.
async function* failing(error: Error): AsyncGenerator<never> {
  await Promise.resolve();
  throw error;
}

describe('a store that is away', () => {
  it('leaves open servers answering from memory, and lets others be told', async () => {
    const { store, state } = fragile(await openStore('memory:'));
    const { servers, now } = await setUp({ store });
    await servers.knowledge(ADA).add([lines(stories(1, 3))]);
    const before = await servers.open(ADA);
    state.away = true;
    for (let second = 0; second < 60; second += 1) {
      now.pass(1_000);
      expect(await servers.open(ADA)).toBe(before);
    }
    await expect(servers.open(BEN)).rejects.toThrow(SENTENCE);
    await expect(servers.configure(ADA, (settings) => settings)).rejects.toThrow(SENTENCE);
    state.away = false;
    expect((await servers.open(BEN)).id).toBe(BEN);
    await servers.configure(ADA, (settings) => ({ ...settings, sources: 2 }));
    expect((await servers.open(ADA)).settings.sources).toBe(2);
    await servers.close();
  });

  it('makes additions fail with its own sentence, and with nothing half added', async () => {
    const { store, state } = fragile(await openStore('memory:'));
    const { servers } = await setUp({ store });
    const knowledge = servers.knowledge(ADA);
    await knowledge.add([lines(stories(1, 3))]);
    const before = await servers.open(ADA);
    state.writes = 0;
    await expect(knowledge.add([lines(stories(2, 300))])).rejects.toThrow(SENTENCE);
    await expect(knowledge.remove(['own/story-1'])).rejects.toThrow(SENTENCE);
    state.writes = Number.POSITIVE_INFINITY;
    expect(await knowledge.list()).toHaveLength(3);
    expect(await servers.open(ADA)).toBe(before);
    expect((await knowledge.add([lines(stories(1, 5))])).added).toHaveLength(2);
    await servers.close();
  });

  it('shows what was kept as soon as it is back, when it went away right after keeping it', async () => {
    const { store, state } = fragile(await openStore('memory:'));
    const { servers, now } = await setUp({ store });
    const knowledge = servers.knowledge(ADA);
    await servers.open(ADA);
    state.writes = 1;
    await expect(knowledge.add([lines(stories(1, 3))])).rejects.toThrow(SENTENCE);
    state.writes = Number.POSITIVE_INFINITY;
    now.pass(2_000);
    expect((await servers.open(ADA)).library.articles).toHaveLength(4);
    await servers.close();
  });
});

describe('what is damaged', () => {
  const spoiled = async (name: string, where: string) => {
    const path = join(folder, `${name}.sqlite`);
    const first = await setUp({}, `sqlite://${path}`);
    for (const [index, id] of [ADA, BEN].entries()) {
      await first.servers.knowledge(id).add([lines(stories(index, 8))]);
      await first.servers.configure(id, (before) => ({ ...before, sources: 4 }));
    }
    await first.servers.close();
    await first.store.close();
    const database = new DatabaseSync(path);
    const [{ table } = { table: '' }] = database
      .prepare("SELECT name AS 'table' FROM sqlite_master WHERE type = 'table'")
      .all() as { table: string }[];
    const { changes } = database
      .prepare(`UPDATE ${table} SET value = '{"v":1,' WHERE key IN (SELECT key FROM ${table} WHERE key LIKE ? LIMIT 1)`)
      .run(where);
    database.close();
    expect(changes).toBe(1);
    const said: string[] = [];
    const again = await setUp({ report: (sentence) => said.push(sentence) }, `sqlite://${path}`);
    const ben = await again.servers.open(BEN);
    expect(ben.settings.sources).toBe(4);
    expect(ben.library.articles).toHaveLength(9);
    return { ...again, said };
  };

  it('harms one server alone: settings, which can be made again', async () => {
    const { servers, said } = await spoiled('settings', `settings/${ADA}/current`);
    const ada = await servers.open(ADA);
    expect(ada.settings).toMatchObject({ sources: 5, visibility: 'private' });
    expect(ada.library.articles).toHaveLength(9);
    expect(said).toHaveLength(1);
    await servers.configure(ADA, (before) => ({ ...before, sources: 3 }));
    expect((await servers.open(ADA)).settings).toMatchObject({ sources: 3, visibility: 'public' });
    await servers.close();
  });

  it('harms one article alone: a text', async () => {
    const { servers, said } = await spoiled('text', `text/${ADA}/%`);
    expect((await servers.open(ADA)).library.articles).toHaveLength(8);
    expect(said).toHaveLength(1);
    await servers.close();
  });

  it('harms one server alone: the list of its articles', async () => {
    const { servers } = await spoiled('list', `articles/${ADA}/%`);
    await expect(servers.open(ADA)).rejects.toThrow(StoreError);
    await expect(servers.knowledge(ADA).add([lines(stories(1, 1))])).rejects.toThrow(StoreError);
    expect((await servers.open(null)).library.articles).toHaveLength(1);
    await servers.close();
  });
});
