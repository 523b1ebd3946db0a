import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ADA, lines, setUp, stories } from './making.ts';

const adder = fileURLToPath(new URL('adder.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-servers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const killedAt = async (url: string, moment: RegExp): Promise<void> => {
  const child = spawn(process.execPath, [adder, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) if (moment.test(line)) child.kill('SIGKILL');
};

describe('a process that is killed while it adds a thousand articles', { timeout: 60_000 }, () => {
  it.each([
    ['after the first ones are written', /^keeping 64$/, 0],
    ['when most are written', /^keeping 832$/, 0],
    ['when all are listed', /^indexing 0$/, 1_000],
  ])('leaves all of them or none: %s', async (name, moment, count) => {
    const url = `sqlite://${join(folder, `${name}.sqlite`)}`;
    await killedAt(url, moment);
    const { servers } = await setUp({}, url);
    const found = (await servers.knowledge(ADA).list()).length;
    // The kill comes a moment after the line, so the rest may have been done by then, but never a part.
    expect([count, 1_000]).toContain(found);
    expect((await servers.open(ADA)).library.articles).toHaveLength(found + 1);
    const again = await servers.knowledge(ADA).add([lines(stories(1, 1_000))]);
    expect(again.added.length + again.unchanged.length).toBe(1_000);
    await servers.close();
  });
});
