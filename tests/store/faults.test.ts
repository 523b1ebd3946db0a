import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { guard } from '../../src/store/guard.ts';
import { openSqlite, sqliteBackend } from '../../src/store/sqlite.ts';
import { openStore, storeOn } from '../../src/store/store.ts';
import type { Store } from '../../src/store/types.ts';
import { freshFile, postgres, redis, wayTo } from './places.ts';

const anything = { parse: (facts: unknown) => facts };
const articles = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ id: `a${number}`, text: `Text ${number}. `.repeat(400), facts: {} }));

describe('a server that is not there is said in one sentence, without secrets', () => {
  test.each([
    ['redis://ada:hush-hush@127.0.0.1:1/0', 'Could not connect to Redis at 127.0.0.1:1. Is it running?'],
    ['rediss://ada:hush-hush@127.0.0.1:1', 'Could not connect to Redis at 127.0.0.1:1. Is it running?'],
    ['postgres://ada:hush-hush@127.0.0.1:1/db', 'Could not connect to PostgreSQL at 127.0.0.1:1. Is it running?'],
    ['postgresql://ada:hush-hush@127.0.0.1:1/db', 'Could not connect to PostgreSQL at 127.0.0.1:1. Is it running?'],
  ])('%s', async (url, sentence) => {
    const error: unknown = await openStore(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'StoreError', message: sentence });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('hush');
  });
});

for (const { name, url, missing } of [redis, postgres]) {
  describe.skipIf(missing !== null)(name, { timeout: 60_000 }, () => {
    const withPassword = (password: string, path = ''): string => {
      const changed = new URL(url);
      changed.password = password;
      if (path) changed.pathname = path;
      return changed.href;
    };
    const through = async (patience: number) => {
      const way = await wayTo(url);
      const reports: string[] = [];
      const report = (sentence: string) => void reports.push(sentence);
      const store = await openStore(`${way.url}?space=faults`, { patience, report });
      onTestFinished(async () => {
        await store.close();
        await way.cut();
      });
      return { way, store, reports };
    };
    const untilItWorks = async (store: Store): Promise<void> => {
      for (let tried = 0; tried < 200; tried++) {
        const worked = await store.set('back', 'yes').then(
          () => true,
          () => false,
        );
        if (worked) return;
        await sleep(50);
      }
      throw new Error('The store never came back');
    };

    test.skipIf(new URL(url).password === '')(
      'does not accept a wrong password, and the sentence does not hold it',
      async () => {
        const error: unknown = await openStore(withPassword('hush-hush')).catch((thrown: unknown) => thrown);
        expect((error as Error).message).toMatch(
          /^(?:Redis|PostgreSQL) at 127\.0\.0\.1:\d+ did not accept the user name and password in STORE_URL\.$/,
        );
        expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('hush');
      },
    );

    test('that is lost makes every operation fail with a sentence, and is found again', async () => {
      const { way, store, reports } = await through(5_000);
      const shelf = store.articles('1', anything);
      await store.set('name', 'kept');
      await way.cut();
      for (const attempt of [
        () => store.get('name'),
        () => store.set('name', 'lost'),
        () => store.feedback('1'),
        () => store.addFeedback({ guildId: '1', messageId: '1', userId: '1', helpful: true }),
        () => store.settings('1', anything).change(() => 'lost'),
        () => shelf.add(articles(3)),
        () => store.forgetGuild('1'),
        () => Array.fromAsync(store.dump()),
      ]) {
        const error = await attempt().then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error).toMatchObject({
          name: 'StoreError',
          trouble: 'away',
          message: expect.stringMatching(/ minute\.$/),
        });
        const { password } = new URL(url);
        if (password) expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(password);
      }
      expect(reports).toEqual(['The store cannot be reached.']);
      await way.mend();
      await untilItWorks(store);
      expect(reports).toEqual(['The store cannot be reached.', 'The store can be reached again.']);
      expect(await store.get('name')).toBe('kept');
      expect(await shelf.list()).toEqual([]);
      await shelf.add(articles(3));
      expect(await shelf.list()).toHaveLength(3);
      await store.forgetGuild('1');
    });

    test('that is lost in the middle of an addition leaves none of it', async () => {
      const { way, store } = await through(5_000);
      const shelf = store.articles('2', anything);
      await shelf.add([{ id: 'first', text: 'First.', facts: {} }]);
      const cutHalfWay = async function* () {
        for (const [index, article] of articles(300).entries()) {
          if (index === 200) await way.cut();
          yield article;
        }
      };
      await expect(shelf.add(cutHalfWay())).rejects.toMatchObject({ trouble: 'away' });
      await way.mend();
      await untilItWorks(store);
      expect(await shelf.list()).toMatchObject([{ id: 'first' }]);
      await store.forgetGuild('2');
    });

    test('that does not answer makes an operation fail after a while', async () => {
      const { way, store } = await through(300);
      way.silence();
      await expect(store.get('name')).rejects.toMatchObject({ trouble: 'away' });
      await way.cut();
      await way.mend();
      await untilItWorks(store);
    });
  });
}

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-faults-'));
  const mounted = join(folder, 'small');
  mkdirSync(mounted);
  const canMount = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', mounted]).status === 0;
  afterAll(() => {
    if (canMount) spawnSync('/bin/umount', ['--lazy', mounted]);
    rmSync(folder, { recursive: true });
  });

  const fillsUp = async (store: Store, makeRoom = () => {}): Promise<void> => {
    const shelf = store.articles('1', anything);
    await shelf.add(articles(3));
    await store.set('name', 'kept');
    await expect(shelf.add(articles(1_000))).rejects.toMatchObject({
      name: 'StoreError',
      trouble: 'full',
      message: expect.stringMatching(/^There is no room left/),
    });
    // Questions are written several at a time, and each of them is told.
    const asked = {
      guildId: '1',
      userId: '7',
      command: 'ask',
      answered: false,
      confidence: 0,
      articles: [],
      speakers: [],
    };
    const long = { ...asked, text: 'x'.repeat(1_000_000) };
    const tries = await Promise.allSettled(Array.from({ length: 9 }, () => store.addQuestion(long, 60_000)));
    expect(tries).toEqual(
      tries.map(() => ({ status: 'rejected', reason: expect.objectContaining({ trouble: 'full' }) })),
    );
    expect(await shelf.list()).toHaveLength(3);
    expect(await Array.fromAsync(shelf.read())).toHaveLength(3);
    expect(await store.get('name')).toBe('kept');
    makeRoom();
    expect(await store.forgetGuild('1')).toBeGreaterThan(3);
    await shelf.add(articles(3));
    expect(await shelf.list()).toHaveLength(3);
    await store.close();
  };

  test('that may not grow says that it is full, keeps what it has, and takes more once there is room', async () => {
    const backend = sqliteBackend(openSqlite(join(folder, 'limited.sqlite'), Date.now, 64), Date.now);
    await fillsUp(await storeOn(guard(backend, { patience: 5_000, report: () => {} }), Date.now));
  });

  test.skipIf(!canMount)('on a full disk does the same', async () => {
    const ballast = join(mounted, 'ballast');
    writeFileSync(ballast, Buffer.alloc(3 * 1_024 * 1_024));
    const store = await openStore(`sqlite://${join(mounted, 'store.sqlite')}`);
    await fillsUp(store, () => rmSync(ballast));
  });

  test('that may only be read is refused at the start, and stays as it is', async () => {
    const url = `sqlite://${join(folder, 'frozen', 'store.sqlite')}`;
    const before = await openStore(url);
    await before.set('name', 'kept');
    await before.close();
    const file = join(folder, 'frozen', 'store.sqlite');
    chmodSync(file, 0o444);
    chmodSync(join(folder, 'frozen'), 0o555);
    chmodSync(folder, 0o755);
    await expect(asNobody(() => openStore(url))).rejects.toThrow(
      /store\.sqlite cannot be opened \(.*readonly.*\)\. Change/,
    );
    chmodSync(join(folder, 'frozen'), 0o755);
    chmodSync(file, 0o644);
    const after = await openStore(url);
    expect(await after.get('name')).toBe('kept');
    await after.close();
  });

  test('in which a value makes no sense fails for that value alone', async () => {
    const file = freshFile();
    const before = await openStore(`sqlite://${file}`);
    await before.set('name', 'kept');
    await before.settings('1', anything).set({});
    await before.close();
    const raw = openSqlite(file, Date.now);
    await raw.adapter().set('settings/1/current', '{"v":1,"da');
    raw.close();
    const after = await openStore(`sqlite://${file}`);
    await expect(after.settings('1', anything).get()).rejects.toMatchObject({ trouble: 'damaged' });
    expect(await after.get('name')).toBe('kept');
    await after.close();
  });

  test('whose pages are damaged fails with a sentence', async () => {
    const file = freshFile();
    const before = await openStore(`sqlite://${file}`);
    await before.articles('1', anything).add(articles(50));
    await before.close();
    writeFileSync(file, Buffer.alloc(64 * 4_096, 0x5a), { flag: 'r+' });
    await expect(openStore(`sqlite://${file}`)).rejects.toThrow(/cannot be opened \(.*\)\. Change STORE_URL/);
  });
});

/** For the time of the call, not of what it starts: root may write whatever the file says. */
const asNobody = <T>(work: () => T): T => {
  if (process.getuid?.() !== 0) return work();
  process.seteuid!(65_534);
  try {
    return work();
  } finally {
    process.seteuid!(0);
  }
};
