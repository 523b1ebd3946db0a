import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium, visit } from './browser.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

const ARTICLE = {
  id: 'lighthouse',
  title: 'Old lighthouse to be restored',
  published: '2021-05-04',
  text: [
    'The town council voted on Monday to restore the old lighthouse at Greypoint.',
    'Mayor Ingrid Solheim said that the work will begin in October.',
    'The lighthouse keeper, Tomas Brandt, lit the *lamp* for the last time in 1987.',
  ].join('\n\n'),
};

/** Runs the program as `npm start` does, without a token, and gives the address that it prints. */
async function start(knowledge: string): Promise<{ readonly program: ChildProcess; readonly address: string }> {
  const env = { ...process.env, DISCORD_TOKEN: ' ', KNOWLEDGE: knowledge, STORE_URL: 'memory:', PORT: '0' };
  const program = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(program.stdout)) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (address) return { program, address };
  }
  throw new Error('The program ended without printing the address of its page.');
}

describe.skipIf(!hasChromium())('a stranger who starts the program without a token', { retry: 1 }, () => {
  let folder: string;
  let browser: Browser;
  let started: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'verbatim-'));
    await writeFile(path.join(folder, 'news.jsonl'), JSON.stringify(ARTICLE));
    [browser, started] = await Promise.all([launchChromium(), start(folder)]);
  });
  afterAll(async () => {
    await browser?.close();
    started?.program.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  test('gets the article’s own words in the page, with its context and a follow-up', async () => {
    const { page, troubles, hosts } = await visit(started.address, (options) => browser.newPage(options));
    await page.keyboard.type('/ask Who lit the lamp for the last time?');
    await page.keyboard.press('Enter');
    const answer = page.locator('article.message', { hasText: 'Who lit the lamp' }).first();
    await answer.locator('blockquote').waitFor();
    const quoted = (await answer.locator('blockquote').first().textContent()) ?? '';
    expect(quoted).toContain('Tomas Brandt, lit the *lamp*');
    expect(ARTICLE.text).toContain(quoted.trim());
    expect(await answer.locator('blockquote strong').first().textContent()).toContain('Tomas Brandt');

    await answer.getByRole('button', { name: 'Context' }).click();
    await page.getByText('Mayor Ingrid Solheim said that the work will begin in October.').last().waitFor();
    await answer.getByRole('button', { name: 'Ask a follow-up' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill('When does the work begin?');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('blockquote', { hasText: 'October' }).last().waitFor();

    expect(troubles).toEqual([]);
    expect([...hosts]).toEqual([new URL(started.address).host]);
  });

  test('ends it with one signal', async () => {
    const ended = once(started.program, 'exit');
    started.program.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
