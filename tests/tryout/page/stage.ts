import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Example } from '../../../src/tryout/protocol.ts';
import { type Bed, openBed } from '../bot.ts';
import { launchChromium, type Visit, visit } from './browser.ts';
import { runScript } from './scripted.ts';

interface Stage {
  readonly bed: Bed;
  /** The last visit of this test. */
  readonly visited: Visit;
  /** Opens the page, as Ada unless another name is given; each time in a context of its own. */
  enter(as?: string, options?: Parameters<typeof visit>[2]): Promise<Page>;
}

const EXAMPLES = [
  { command: 'ask', options: { question: 'When does the ferry sail?', private: 'true' } },
  { command: 'knowledge upload', options: {} },
];

/**
 * A browser, and a bot on a local Discord, for the tests of one file. After each test nothing may have gone wrong: not in
 * the page, not in the bot, not against Discord's rules.
 */
export function setStage(examples: readonly Example[] = EXAMPLES): Stage {
  let browser: Browser;
  let bed: Bed;
  let failures: readonly unknown[];
  let visits: Visit[] = [];

  beforeAll(async () => {
    [browser, bed] = await Promise.all([launchChromium(), openBed({ page: true, examples: () => examples })]);
    failures = await runScript(bed.client);
  });
  afterAll(async () => {
    await browser?.close();
    await bed?.close();
  });
  afterEach(async () => {
    const seen = visits;
    visits = [];
    for (const { page } of seen) await page.context().close();
    expect(seen.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(bed.discord.violations).toEqual([]);
    expect(failures).toEqual([]);
  });

  return {
    get bed() {
      return bed;
    },
    get visited() {
      return visits.at(-1)!;
    },
    async enter(as, options = {}) {
      const url = as === undefined ? bed.discord.pageUrl : `${bed.discord.pageUrl}?as=${as}`;
      visits.push(await visit(url, (how) => browser.newPage(how), options));
      return visits.at(-1)!.page;
    },
  };
}

export const latest = (page: Page) => page.locator('article.message').last();

/** Types text, and presses keys written as `<Enter>`. */
export async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await (key.startsWith('<') ? page.keyboard.press(key.slice(1, -1)) : page.keyboard.type(key));
}
