import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './browser.ts';
import { latest, setStage, type } from './stage.ts';

const NOTE = { name: 'harbour.txt', mimeType: 'text/plain', buffer: Buffer.from('The harbour froze over night.') };
const TABLE = { ...NOTE, name: 'a tide table.md' };

/** Drops files somewhere, as a hand would. Runs in the page, whose types are not loaded here. */
const drop = (page: Page, selector: string, files: readonly (readonly [name: string, text: string])[]) =>
  page.evaluate(
    `(() => {
      const data = new DataTransfer();
      for (const [name, text] of ${JSON.stringify(files)}) data.items.add(new File([text], name, { type: 'text/plain' }));
      const target = document.querySelector(${JSON.stringify(selector)});
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    })()`,
  );

describe.skipIf(!hasChromium())('files', { retry: 1 }, () => {
  const stage = setStage();

  test('dropped on the page are offered to the command that takes them', async () => {
    const page = await stage.enter('Dan');
    await drop(page, '#log', [['harbour.txt', 'Five words about the harbour']]);
    const options = page.getByRole('listbox', { name: 'What to do with harbour.txt?' }).getByRole('option');
    expect(await options.allTextContents()).toEqual([
      '/knowledge addAdd an article from a file',
      'Attach to a messageFor everybody here',
    ]);
    await type(page, '<Enter>');
    await expect.poll(() => page.getByRole('combobox', { name: 'file' }).inputValue()).toBe('harbour.txt (28 bytes)');
    await type(page, '<Enter>');
    await latest(page).getByText('Added harbour.txt: 5 words, for nobody.').waitFor();
    await latest(page).getByText('Only you can see this').waitFor();
  });

  test('are chosen from a command’s own field, beside its other options', async () => {
    const page = await stage.enter('Dan');
    page.on('filechooser', (chooser) => void chooser.setFiles(TABLE));
    await type(page, '/knowledge add', '<Enter>');
    await page.getByRole('combobox', { name: 'file' }).waitFor();
    await type(page, '<Enter>');
    await expect
      .poll(() => page.getByRole('combobox', { name: 'file' }).inputValue())
      .toBe('a_tide_table.md (29 bytes)');
    await type(page, '<Tab>', 'edit', '<Enter>', '<Enter>');
    await latest(page).getByText('Added a_tide_table.md: 5 words, for Editors.').waitFor();
  });

  test('that are missing, empty or too large are told of in the field', async () => {
    const page = await stage.enter('Dan');
    await drop(page, '#log', [['void.txt', '']]);
    await type(page, '<Enter>');
    const problem = (text: string) => page.getByRole('alert').filter({ hasText: text }).waitFor();
    await problem('file: “void.txt” is empty');
    await page.getByRole('button', { name: 'Send' }).click();
    await problem('file: This option is required.');
    await type(page, '<Escape>');
    const folder = await mkdtemp(path.join(tmpdir(), 'verbatim-'));
    const large = path.join(folder, 'large.txt');
    await writeFile(large, Buffer.alloc(10 * 1024 * 1024 + 1, 'x'));
    await page.setInputFiles('#composer > input[type=file]', large);
    await type(page, '<Enter>');
    await problem('“large.txt” is too large: the most is 10 MiB here.');
    await rm(folder, { recursive: true });
  });

  test('go with a message for everybody who cannot add them', async () => {
    const page = await stage.enter('Ben');
    await page.setInputFiles('#composer > input[type=file]', [NOTE, TABLE]);
    await type(page, '<Enter>');
    await page.getByRole('list', { name: 'Attached files' }).getByText('a_tide_table.md').waitFor();
    await page.getByRole('button', { name: 'Take harbour.txt out' }).click();
    await type(page, 'The tides', '<Enter>');
    const message = page.locator('article', { hasText: 'The tides' }).last();
    await message.getByRole('link', { name: 'a_tide_table.md' }).waitFor();
    expect(await message.getByRole('link').count()).toBe(1);
    expect(await page.getByRole('list', { name: 'Attached files' }).count()).toBe(0);
  });

  test('are given to a form, several at once, with roles and channels beside them', async () => {
    const page = await stage.enter('Dan');
    await type(page, '/knowledge upload', '<Enter>', '<Enter>');
    const dialog = page.getByRole('dialog', { name: 'Add articles' });
    await dialog.getByText('Text, Markdown or HTML.').waitFor();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('“Files” is required.').waitFor();
    await dialog.getByLabel('Files*').setInputFiles([NOTE, TABLE]);
    await dialog.getByRole('list', { name: 'Chosen files' }).getByText('a_tide_table.md').waitFor();
    await drop(page, '.drop-zone', [['third.txt', 'Third']]);
    await dialog.getByText('third.txt').waitFor();
    await dialog.getByRole('button', { name: 'Take a_tide_table.md out' }).click();
    await dialog.getByLabel('Source').fill('Harbour Gazette');
    await dialog.getByRole('combobox', { name: 'Editors' }).click();
    await page.getByRole('option', { name: '@Editors' }).click();
    await page.getByRole('option', { name: '@Managers' }).click();
    await type(page, '<Escape>');
    await dialog.getByRole('combobox', { name: 'Log channel' }).click();
    expect(await page.getByRole('option').filter({ visible: true }).allTextContents()).not.toContain('#ferry-strike');
    await page.getByRole('option', { name: '#bot-log' }).click();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await latest(page)
      .getByText('harbour.txt and third.txt | Harbour Gazette | Editors | Managers | bot-log')
      .waitFor();
  });
});

describe.skipIf(!hasChromium())('fields', { retry: 1 }, () => {
  const stage = setStage();

  test('of a form: radio buttons, ticks and a list with a default', async () => {
    const page = await stage.enter('Dan');
    await type(page, '/knowledge settings', '<Enter>', '<Enter>');
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    await dialog.getByRole('group', { name: 'Answers' }).getByLabel('Private').check();
    await dialog.getByLabel('Links').check();
    await dialog.getByLabel('Feeds', { exact: true }).check();
    await dialog.getByLabel('Follow feeds').uncheck();
    expect(await dialog.getByRole('combobox', { name: 'Threshold' }).textContent()).toBe('Medium');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await latest(page).getByText('private, links+feeds, false, medium').waitFor();
  });

  test('of a message: people, roles, channels, both, and words by the keyboard', async () => {
    const page = await stage.enter('Dan');
    await type(page, '/choose', '<Enter>', '<Enter>');
    const answer = page.locator('article:has(.select)').last();
    const choose = async (list: string, ...keys: readonly string[]) => {
      await answer.getByRole('combobox', { name: list, exact: true }).focus();
      await type(page, '<ArrowDown>', ...keys);
    };
    await choose('People', 'b', '<Enter>', 'c', '<Enter>', '<Escape>');
    await latest(page).getByText('user: @Ben @Cleo').waitFor();
    await choose('Roles', 'm', '<Enter>');
    await latest(page).getByText('role: @Managers').waitFor();
    await choose('Channels', 'b', '<Enter>');
    await latest(page).getByText('channel: #bot-log').waitFor();
    await choose('People and roles', 'e', 'e', '<Enter>');
    await latest(page).getByText('both: @Editors').waitFor();
    const words = answer.getByRole('combobox', { name: 'Words', exact: true });
    await choose('Words', '<Enter>', '<Escape>');
    expect(await words.textContent()).toBe('Words');
    await choose('Words', 't', '<Enter>', 'h', '<Enter>', '<Escape>');
    await latest(page).getByText('Source: tide,harbour').waitFor();
  });
});
