import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { shared } from './places.ts';

const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

/** Runs the writer until it has said a certain line, kills it, and gives back all that it had said by then. */
const killedAfter = async (url: string, what: string, isEnough: (line: string) => boolean): Promise<string[]> => {
  const child = spawn(process.execPath, [writer, url, what], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (isEnough(line)) child.kill('SIGKILL');
  }
  return said;
};

for (const { name, fresh, missing } of shared) {
  describe.skipIf(missing !== null)(`a process that is killed while it writes to ${name}`, { timeout: 60_000 }, () => {
    test('leaves every value that was acknowledged', async () => {
      const url = fresh();
      const said = await killedAfter(url, 'values', (line) => line === '300');
      expect(said.length).toBeGreaterThan(300);
      const store = await openStore(url);
      for (const number of said) expect(await store.get(`n${number}`)).toBe(`value ${number} `.repeat(100));
      await store.close();
      if (url.startsWith('sqlite:')) {
        const database = new DatabaseSync(url.slice('sqlite://'.length), { readOnly: true });
        expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
        database.close();
      }
    });

    test('leaves all articles of an addition or none', async () => {
      const url = fresh();
      const said = await killedAfter(url, 'articles', (line) => line === '1 64');
      expect(said).toContain('0 done');
      const store = await openStore(url);
      const shelf = store.articles('1', { parse: (facts) => facts });
      const count = (await shelf.list()).length;
      // The kill comes a moment after the line, so another thousand may have been completed, but nothing in between.
      expect(count % 1_000).toBe(0);
      expect(count).toBeGreaterThanOrEqual(1_000 * said.filter((line) => line.endsWith('done')).length);
      const read = await Array.fromAsync(shelf.read());
      expect(read).toHaveLength(count);
      for (const { id, text } of read) {
        const [round, number] = id.split('-');
        expect(text).toBe(`Article ${number} of round ${round}. `.repeat(40));
      }
      await shelf.add([{ id: 'after', text: 'After.', facts: {} }]);
      expect(await shelf.get('after')).toMatchObject({ text: 'After.' });
      await store.close();
    });
  });
}
