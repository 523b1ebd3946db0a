import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startLocalDiscord } from '../../../src/tryout/tryout.ts';
import { hasChromium, launchChromium, visit } from './browser.ts';
import { latest, setStage, type } from './stage.ts';

/** What the page's own elements are asked for; the types of a browser are not loaded here. */
interface Scrolling {
  scrollTop: number;
  readonly scrollHeight: number;
  readonly scrollWidth: number;
  readonly clientHeight: number;
}
const fromEnd = (box: Scrolling) => box.scrollHeight - box.scrollTop - box.clientHeight;
const width = (box: Scrolling) => box.scrollWidth;
const scrollUp = (box: Scrolling) => {
  box.scrollTop = 0;
};

const EXAMPLES = [
  { command: 'ask', options: { question: 'When does the ferry sail?', private: 'true' } },
  { command: 'forgotten', options: {} },
];

describe.skipIf(!hasChromium())('the try-out page in Chromium', { retry: 1 }, () => {
  const stage = setStage(EXAMPLES);
  const enter = (options: Parameters<typeof visit>[2] = {}): Promise<Page> => stage.enter(undefined, options);
  const composer = (page: Page) => page.getByRole('textbox', { name: /^Message / });

  test('a question typed by keyboard alone is answered by the bot', async () => {
    const page = await enter();
    await type(page, '/as');
    await page.getByRole('option', { name: /^\/ask/ }).waitFor();
    await type(page, '<Tab>', 'When does it sail?', '<Enter>');
    const answer = latest(page);
    await answer.getByText('Ada used /ask').waitFor();
    expect(await answer.locator('blockquote').textContent()).toBe(
      'The ferry sails at nine, not at *ten*, the captain said.',
    );
    expect(await answer.locator('blockquote strong').allTextContents()).toEqual(['nine']);
    expect(await answer.locator('small time').textContent()).toBe('4 May 2019');
    const link = answer.getByRole('link', { name: 'Harbour Gazette' });
    expect(await link.getAttribute('href')).toBe('https://example.org/ferry');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await composer(page).inputValue()).toBe('');
  });

  test('choices are fetched while an option is typed, and lists offered for the others', async () => {
    const page = await enter();
    await type(page, '/ask', '<Enter>', 'Which?', '<Tab>', 'ferry');
    const options = page.getByRole('option');
    await options.filter({ hasText: 'Ferry sails again' }).waitFor();
    expect(await options.allTextContents()).toEqual(['Ferry strike ends', 'Ferry sails again']);
    await type(page, '<ArrowDown>', '<Enter>', '<Tab>');
    expect(await options.allTextContents()).toEqual(['True', 'False']);
    await type(page, '<ArrowDown>', '<Enter>', '<Enter>');
    await latest(page).getByText('Which? [id-17]').waitFor();
    expect(await latest(page).getByText('Only you can see this').count()).toBe(0);
  });

  test('a subcommand is found and filled like a command of its own', async () => {
    const page = await enter();
    await type(page, '/arti');
    expect(await page.getByRole('option').allTextContents()).toEqual([
      '/article listAll of them',
      '/article readOne of them',
    ]);
    await type(page, '<ArrowDown>', '<Enter>', 'The harbour', '<Enter>');
    await latest(page).getByText('Subcommand read: The harbour').waitFor();
    await latest(page).getByText('Ada used /article').waitFor();
  });

  test('what is missing is said, and Escape and Backspace lead back', async () => {
    const page = await enter();
    await type(page, '/ask ', '<Enter>');
    await page.getByRole('alert').filter({ hasText: 'question: This option is required.' }).waitFor();
    await type(page, 'x', '<Tab>');
    expect(await page.getByRole('combobox', { name: 'article' }).count()).toBe(1);
    await type(page, '<Backspace>');
    expect(await page.getByRole('combobox', { name: 'article' }).count()).toBe(0);
    await type(page, '<Backspace>', '<Backspace>');
    expect(await composer(page).inputValue()).toBe('/ask');
    await type(page, '<Enter>', '<Escape>');
    expect(await composer(page).inputValue()).toBe('');
  });

  test('an example asks with one click; its private answer can be dismissed', async () => {
    const page = await enter();
    const examples = page.getByRole('list', { name: 'Examples to try' }).getByRole('button');
    // The one example whose command the bot has registered; a second would make this wait fail.
    await examples.waitFor();
    await examples.click();
    const answer = page.locator('article.ephemeral');
    await answer.getByText('Only you can see this').waitFor();
    await answer.getByRole('button', { name: 'Dismiss message' }).click();
    await answer.waitFor({ state: 'detached' });
  });

  test('buttons, selects and forms reach the bot', async () => {
    const page = await enter();
    await type(page, '/ask Where?', '<Enter>');
    const answer = page.locator('article', { hasText: 'Where?' }).last();
    await answer.getByRole('button', { name: 'Context' }).click();
    const updated = page.locator('article', { hasText: '“Nine sharp,” he added.' }).last();
    await updated.waitFor();
    expect(await updated.locator(':focus').textContent()).toBe('Context');

    await updated.getByRole('combobox').click();
    await page.getByRole('option', { name: /Evening Post/ }).click();
    await latest(page).getByText('Source: post').waitFor();

    await updated.getByRole('button', { name: 'Follow up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask a follow-up' });
    await dialog.getByLabel('Your question').waitFor();
    await type(page, 'And the fare?', '<Enter>');
    await latest(page).getByText('You asked: And the fare?').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  test('a deferred answer is awaited; one that never comes is told with the reason', async () => {
    const page = await enter();
    await type(page, '/ponder', '<Enter>', '<Enter>');
    await latest(page).getByText('Verbatim is thinking…').waitFor();
    await latest(page).getByText('Thought through.').waitFor();
    await type(page, '/silent', '<Enter>', '<Enter>');
    await latest(page).getByText('Sending command…').waitFor();
    await latest(page).getByText('The application did not respond.').waitFor();
  });

  test('pictures are shown and files linked, from this host alone', async () => {
    const page = await enter();
    await type(page, '/chart', '<Enter>', '<Enter>');
    const picture = latest(page).getByRole('img', { name: 'One small dot' });
    await expect.poll(() => picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBe(1);
    expect(await latest(page).getByRole('link', { name: 'data.csv' }).getAttribute('download')).toBe('data.csv');
  });

  test('mentions, direct messages and replies are messages like any other', async () => {
    const page = await enter();
    await type(page, '@verbatim hello there', '<Enter>');
    const own = page.locator('article', { hasText: 'hello there' }).first();
    expect(await own.locator('.mention').textContent()).toBe('@Verbatim');
    await latest(page)
      .getByText(/You said \d+ characters\./)
      .waitFor();

    await page.getByRole('button', { name: 'Direct messages' }).click();
    await type(page, 'four', '<Enter>');
    await latest(page).getByText('You said 4 characters.').waitFor();
    expect(await latest(page).locator('.markdown strong').textContent()).toBe('4');
    await latest(page).hover();
    await latest(page).getByRole('button', { name: 'Reply' }).click();
    await type(page, 'five5', '<Enter>');
    await latest(page).getByText('You said 5 characters.').waitFor();
  });

  test('a message is handed to an app from its menu', async () => {
    const page = await enter();
    await type(page, 'The *tide* is out', '<Enter>');
    const message = page.locator('article', { hasText: 'The tide is out' }).last();
    await message.getByRole('button', { name: 'Apps' }).focus();
    await type(page, '<Enter>');
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Find in articles']);
    await type(page, '<Enter>');
    await latest(page).getByText('Found: The tide is out').waitFor();
    await latest(page).getByText('Only you can see this').waitFor();
  });

  test('a reader who scrolled up is left there, and told of what is new', async () => {
    const page = await enter({ viewport: { width: 900, height: 420 } });
    await type(page, '/ask Long?', '<Enter>');
    await latest(page).getByText('Long?').waitFor();
    const log = page.getByRole('log');
    const toEnd = () => log.evaluate(fromEnd);
    await expect.poll(toEnd).toBeLessThan(2);
    await log.evaluate(scrollUp);
    await expect.poll(() => page.getByRole('button', { name: 'New messages' }).count()).toBe(0);
    await stage.bed.discord.user('Ben').say('Did you see this?');
    await page.getByRole('button', { name: 'New messages' }).click();
    await expect.poll(toEnd).toBeLessThan(2);
  });

  test.each(['light', 'dark'] as const)(
    'it fits a phone, in %s colours, and asks no other host',
    async (colorScheme) => {
      const page = await enter({ viewport: { width: 360, height: 740 }, colorScheme });
      await type(page, '/ask A rather long question that needs more than one line on a phone?', '<Enter>');
      await latest(page).getByText('A rather long question').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(await page.getByRole('log').evaluate(width)).toBeLessThanOrEqual(360);
      expect([...stage.visited.hosts]).toEqual([new URL(stage.bed.discord.pageUrl).host]);
    },
  );
});

describe.skipIf(!hasChromium())('a page that loses its local Discord', { retry: 1 }, () => {
  test('says so, and greets anew when it is back', async () => {
    const browser = await launchChromium();
    const first = await startLocalDiscord({ page: true });
    const { page } = await visit(first.pageUrl, (how) => browser.newPage(how));
    const banner = page.getByText('The connection to the local Discord is lost.');
    expect(await banner.isVisible()).toBe(false);
    await first.close();
    await banner.waitFor();
    await page.keyboard.type('anyone?');
    await page.keyboard.press('Enter');
    await page.getByText('Is it running?').waitFor();
    const second = await startLocalDiscord({ page: true, port: Number(new URL(first.pageUrl).port) });
    await banner.waitFor({ state: 'hidden' });
    await page.keyboard.type('back again');
    await page.keyboard.press('Enter');
    await page.locator('article', { hasText: 'back again' }).waitFor();
    await browser.close();
    await second.close();
  });
});
