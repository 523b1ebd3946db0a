import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './browser.ts';
import { latest, setStage, type } from './stage.ts';

const require = createRequire(import.meta.url);
const AXE = require.resolve('axe-core/axe.min.js');

/** What axe-core finds wrong with the page as it stands: the rule, and where. https://github.com/dequelabs/axe-core */
async function violations(page: Page): Promise<readonly string[]> {
  // Injected past the page's own policy, which lets no foreign script in.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: await readFile(AXE, 'utf8') });
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] }[];
  };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

const DESK = { viewport: { width: 1280, height: 800 } } as const;
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

describe.skipIf(!hasChromium())('for everybody', { retry: 1 }, () => {
  const stage = setStage();

  test.each([
    ['light', 'a desk', DESK],
    ['dark', 'a desk', DESK],
    ['light', 'a phone', PHONE],
    ['dark', 'a phone', PHONE],
  ] as const)(
    'axe finds nothing wrong, in %s colours on %s',
    async (colorScheme, _, screen) => {
      const page = await stage.enter('Ada', { ...screen, colorScheme, reducedMotion: 'reduce' });
      const found: Record<string, readonly string[]> = {};
      const look = async (name: string) => {
        found[name] = await violations(page);
      };
      await look('the opening');
      await type(page, '/');
      await page.getByRole('option').first().waitFor();
      await look('the list of commands');
      await type(page, 'knowledge add', '<Enter>');
      await page.getByRole('combobox', { name: 'file' }).waitFor();
      await look('a command being filled in');
      await type(page, '<Escape>');
      await type(page, '/ask Where?', '<Enter>');
      await latest(page).getByText('Where?').waitFor();
      await type(page, '/choose', '<Enter>', '<Enter>');
      await latest(page).getByText('Choose:').waitFor();
      await type(page, 'The tide is out', '<Enter>');
      await latest(page).getByText('The tide is out').waitFor();
      await look('answers, lists and messages');
      const choose = page.locator('article:has(.select)', { hasText: 'Choose:' }).last();
      await choose.getByRole('combobox', { name: 'Roles', exact: true }).click();
      await look('an open list');
      await type(page, '<Escape>');
      for (const [command, title] of [
        ['upload', 'Add articles'],
        ['settings', 'Settings'],
      ] as const) {
        await page.getByRole('textbox', { name: /^Message / }).focus();
        await type(page, `/knowledge ${command}`, '<Enter>', '<Enter>');
        await page.getByRole('dialog', { name: title }).waitFor();
        await look(`the form ${title}`);
        await type(page, '<Escape>');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await choose.hover();
      await choose.getByRole('button', { name: 'Show payload' }).click();
      await page.getByRole('dialog', { name: 'Payload' }).waitFor();
      await look('the payload');
      await type(page, '<Escape>');
      if (screen === PHONE) await page.getByRole('button', { name: /^Servers, channels/ }).click();
      await page.getByRole('button', { name: /^You are Ada/ }).click();
      await page.getByRole('menuitemradio').first().waitFor();
      await look('the menu of people');
      expect(Object.fromEntries(Object.entries(found).filter(([, wrong]) => wrong.length > 0))).toEqual({});
      expect(Object.keys(found)).toHaveLength(9);
    },
    120_000,
  );

  test('all that is sent for a visit with an answer is less than 200 kB, compressed or not', async () => {
    const page = await stage.enter('Ada', { viewport: { width: 1000, height: 700 } });
    await type(page, '/ask Where?', '<Enter>');
    await latest(page).getByText('Where?').waitFor();
    expect(stage.visited.received()).toBeGreaterThan(20_000);
    expect(stage.visited.received()).toBeLessThan(200_000);
    const names = (await page.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => name)',
    )) as readonly string[];
    const plain = await Promise.all(
      [...new Set([stage.bed.discord.pageUrl, ...names])].map(async (name) => {
        const response = await fetch(name, { headers: { 'accept-encoding': 'identity' } });
        return (await response.arrayBuffer()).byteLength;
      }),
    );
    const total = plain.reduce((sum, size) => sum + size, 0);
    console.info(`The page: ${stage.visited.received()} bytes on the wire, ${total} uncompressed.`);
    expect(total).toBeLessThan(200_000);
  });
});
