import { describe, expect, test } from 'vitest';
import { hasChromium } from './browser.ts';
import { latest, setStage, type } from './stage.ts';

describe.skipIf(!hasChromium())('several people and servers', { retry: 1 }, () => {
  const stage = setStage();
  const commands = async (page: Awaited<ReturnType<typeof stage.enter>>) => {
    await type(page, '/');
    await page.getByRole('option').first().waitFor();
    const names = await page.locator('#picker .choice-label').allTextContents();
    await type(page, '<Backspace>');
    return names;
  };

  test('a menu makes the reader somebody else, with what that person may do and see', async () => {
    const page = await stage.enter();
    expect(await commands(page)).toContain('/knowledge add');
    expect(await page.getByRole('navigation', { name: 'Channels' }).getByRole('button').allTextContents()).toContain(
      'managers',
    );
    await page.getByRole('button', { name: /^You are Ada/ }).click();
    expect(await page.getByRole('menuitemradio').allTextContents()).toEqual([
      'AdaOwner',
      'BenMember',
      'CleoEditors',
      'DanManagers · manages',
      'EveNot on Newsroom · German',
    ]);
    await type(page, '<ArrowDown>', '<Enter>');
    await page.getByRole('button', { name: /^You are Ben/ }).waitFor();
    expect(await commands(page)).not.toContain('/knowledge add');
    expect(
      await page.getByRole('navigation', { name: 'Channels' }).getByRole('button').allTextContents(),
    ).not.toContain('managers');
    await type(page, 'Ben was here', '<Enter>');
    await page.locator('article', { hasText: 'Ben was here' }).locator('.author', { hasText: 'Ben' }).waitFor();
    expect(page.url()).toContain('as=Ben');
  });

  test('on another server the same person may do other things, and its channels are apart', async () => {
    const page = await stage.enter('Ben');
    await page.getByRole('button', { name: 'Reading Circle' }).click();
    await page.getByRole('heading', { name: 'books', exact: true }).waitFor();
    expect(await commands(page)).toContain('/knowledge add');
    await type(page, 'For readers only', '<Enter>');
    await latest(page).getByText('For readers only').waitFor();
    await page.getByRole('button', { name: 'Newsroom' }).click();
    await page.getByRole('heading', { name: 'news', exact: true }).waitFor();
    expect(await page.getByText('For readers only').count()).toBe(0);
    const dan = await stage.enter('Dan');
    expect(await dan.getByRole('button', { name: 'Reading Circle' }).count()).toBe(0);
  });

  test('what is private to one is shown to nobody else, what is said is', async () => {
    const [ada, ben] = [await stage.enter('Ada'), await stage.enter('Ben')];
    await type(ada, '/ask Secret?', '<Tab>', '<Tab>', 'True', '<Enter>', '<Enter>');
    await latest(ada).getByText('Only you can see this').waitFor();
    await type(ada, 'For all to read', '<Enter>');
    await latest(ben).getByText('For all to read').waitFor();
    expect(await ben.getByText('Secret?').count()).toBe(0);
  });

  test('the list of members tells who is who, and lets the reader act as one of them', async () => {
    const page = await stage.enter();
    const members = page.getByRole('complementary', { name: 'Members' });
    expect(await members.getByRole('heading').allTextContents()).toEqual([
      'Owner — 1',
      'Managers — 1',
      'Editors — 1',
      'Members — 1',
      'Apps — 1',
    ]);
    await members.getByRole('button', { name: /^Act as Cleo/ }).click();
    await page.getByRole('button', { name: /^You are Cleo/ }).waitFor();
    await type(page, 'From the editor', '<Enter>');
    await page.locator('article', { hasText: 'From the editor' }).locator('.role', { hasText: 'Editors' }).waitFor();
  });

  test('a client in another language shows the names in it, and sends those declared', async () => {
    const page = await stage.enter('Eve');
    expect(await commands(page)).toContain('/fragen');
    await type(page, '/frag', '<Enter>');
    await page.getByRole('combobox', { name: 'frage', exact: true }).waitFor();
    await type(page, 'Wann?', '<Enter>');
    await latest(page).getByText('Wann? [anywhere]').waitFor();
    const example = page.getByRole('list', { name: 'Examples to try' }).getByRole('button').first();
    expect(await example.textContent()).toContain('/fragen');
  });

  test('a server without the bot says so, and is open to one’s own alone', async () => {
    const cleo = await stage.enter('Cleo');
    await cleo.getByRole('button', { name: 'Elsewhere' }).click();
    await cleo.getByText('Verbatim is not on Elsewhere.').waitFor();
    expect(await commands(cleo)).toEqual(['/anywhere']);
    await type(cleo, '/anywhere', '<Enter>', '<Enter>');
    await latest(cleo).getByText('In context 0').waitFor();
  });

  test('the bot joining, and a channel that has something new, are shown at once', async () => {
    const page = await stage.enter('Ada');
    await page.getByRole('button', { name: 'Elsewhere' }).click();
    stage.bed.discord.addBot('Elsewhere');
    await page.getByText('Verbatim answers from the articles').waitFor();
    expect(await commands(page)).toContain('/ask');
    stage.bed.discord.removeBot('Elsewhere');
    await page.getByText('Verbatim is not on Elsewhere.').waitFor();
    stage.bed.discord.user('Dan').say('Anybody there?');
    await page.getByRole('button', { name: 'Newsroom' }).getByText('unread').waitFor();
  });

  test('what the bot sent is shown as JSON, request by request', async () => {
    const page = await stage.enter();
    await type(page, '/ponder', '<Enter>', '<Enter>');
    const answer = page.locator('article', { hasText: 'Thought through.' }).last();
    await answer.waitFor();
    await answer.hover();
    await answer.getByRole('button', { name: 'Show payload' }).click();
    const dialog = page.getByRole('dialog', { name: 'Payload' });
    expect(await dialog.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'POST /interactions/{interaction_id}/{interaction_token}/callback (type 5)',
      'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
    ]);
    expect(JSON.parse((await dialog.locator('pre').last().textContent()) ?? '')).toMatchObject({
      content: 'Thought through.',
    });
    await dialog.getByRole('button', { name: 'Copy JSON' }).click();
    await dialog.getByText('Copied').waitFor();
  });

  test('on a phone servers, channels and people come in from the side', async () => {
    const page = await stage.enter('Ada', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const opener = page.getByRole('button', { name: /^Servers, channels/ });
    await opener.click();
    await page.getByRole('button', { name: 'bot-log' }).click();
    await page.getByRole('heading', { name: 'bot-log', exact: true }).waitFor();
    expect(await opener.getAttribute('aria-expanded')).toBe('false');
    await opener.click();
    await page.getByRole('button', { name: /^You are Ada/ }).click();
    await page.getByRole('menuitemradio', { name: /^Dan/ }).click();
    await opener.click();
    await page.getByRole('button', { name: /^You are Dan/ }).waitFor();
    await type(page, '<Escape>');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});
