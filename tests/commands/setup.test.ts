import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setup } from '../../commands/settings/setup.ts';
import type { Block, MessageReply, Request } from '../../src/discord/types.ts';
import { choosing, type Desk, GUILD, messageOf, openDesk } from './desk.ts';
import { blocks, buttonOf, pages, seen } from './fixtures.ts';

const HARBOUR = '400000000000000001';
const KEEPERS = '500000000000000001';
const TABS = ['Where', 'Answers', 'Privacy and log'];

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
});

type Select = Extract<Block, { readonly kind: 'select' | 'roles' | 'channels' }>;

const isSelect = (block: Block): block is Select => ['select', 'roles', 'channels'].includes(block.kind);
const opened = () => messageOf(desk.runs(setup, ''));
const press = (reply: MessageReply, label: string, more: Partial<Request> = {}) =>
  messageOf(desk.presses(buttonOf(reply, label), more));

async function screen(tab: string): Promise<MessageReply> {
  const reply = await opened();
  return tab === 'Where' ? reply : await press(reply, tab);
}

function selectIn(reply: MessageReply, name: string): Select {
  const found = blocks(reply)
    .filter(isSelect)
    .find(({ action }) => action.args[1] === name);
  if (found === undefined) throw new Error(`There is no select for ${name}`);
  return found;
}

/** Chooses in a select, and returns what the screen and the settings are then. */
async function choose(tab: string, name: string, ...values: readonly string[]) {
  const { action } = selectIn(await screen(tab), name);
  const reply = await messageOf(desk.presses(action, choosing(...values)));
  return { reply, settings: (await desk.server()).settings };
}

describe('the screen', () => {
  test.each(TABS)('%s: one private page, with at most five selects and forty components', async (tab) => {
    const reply = await screen(tab);
    expect(reply.private).toBe(true);
    expect(pages(reply)).toHaveLength(1);
    const selects = blocks(reply).filter(isSelect);
    expect(selects.length).toBeGreaterThan(1);
    expect(selects.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(pages(reply)[0]?.components).match(/"type":/gu)!.length).toBeLessThan(60);
  });

  test.each(TABS)('%s: every choice that it offers is one that it takes, in place', async (tab) => {
    for (const select of blocks(await screen(tab)).filter(isSelect)) {
      if (select.kind !== 'select') continue;
      for (const { value } of select.choices) {
        const reply = await messageOf(desk.presses(select.action, choosing(value)));
        expect(reply.update).toBe(true);
        const again = selectIn(reply, select.action.args[1] ?? '');
        const chosen = again.kind === 'select' ? again.choices.filter((choice) => choice.chosen) : [];
        expect(chosen.map((choice) => choice.value)).toEqual([value]);
      }
    }
  });

  test('says what is set', async () => {
    expect(seen(await screen('Where'))).toContain('Answers in: all channels');
    expect(seen(await screen('Answers'))).toContain('Caution: balanced');
    expect(seen(await screen('Privacy and log'))).toContain('on, without the words of questions, for 30 days');
  });
});

describe('what is chosen', () => {
  test('in a select of channels or roles is kept, shown, and told to the log channel', async () => {
    const channels = await choose('Where', 'channels', HARBOUR);
    expect(channels.settings.channels).toEqual([HARBOUR]);
    expect(selectIn(channels.reply, 'channels')).toMatchObject({ kind: 'channels', chosen: [HARBOUR] });
    expect(desk.audits.at(-1)).toBe(`Settings\nAnswers in: all channels → <#${HARBOUR}>`);
    const managers = await choose('Where', 'managers', KEEPERS);
    expect(managers.settings.managers).toEqual([KEEPERS]);
    expect((await choose('Where', 'channels')).settings.channels).toEqual([]);
    expect((await choose('Privacy and log', 'logChannel', HARBOUR)).settings.logChannel).toBe(HARBOUR);
    expect((await choose('Privacy and log', 'logChannel')).settings.logChannel).toBeNull();
  });

  test('of several is all that is chosen, and nothing else', async () => {
    expect((await choose('Where', 'places', 'mentions')).settings).toMatchObject({ threads: false, mentions: true });
    expect((await choose('Where', 'places')).settings).toMatchObject({ threads: false, mentions: false });
  });

  test('of others is kept as well', async () => {
    expect((await choose('Where', 'visibility', 'private')).settings.visibility).toBe('private');
    expect((await choose('Answers', 'caution', 'strict')).settings.caution).toBe('strict');
    expect((await choose('Answers', 'sources', '2')).settings.sources).toBe(2);
    expect((await choose('Answers', 'language', 'de')).settings.language).toBe('de');
    expect((await choose('Answers', 'timeZone', 'Asia/Tokyo')).settings.timeZone).toBe('Asia/Tokyo');
  });

  test('once more changes nothing and is not told', async () => {
    await choose('Answers', 'caution', 'strict');
    await choose('Answers', 'caution', 'strict');
    expect(desk.audits).toEqual(['Settings\nCaution: balanced → strict']);
  });

  test('can switch the articles off that came with the bot', async () => {
    await choose('Answers', 'shipped', 'off');
    expect((await desk.server()).library.articles).toEqual([]);
    await choose('Answers', 'shipped', 'on');
    expect((await desk.server()).library.articles).toHaveLength(1);
  });

  test('that no screen offers is refused', async () => {
    const { action } = selectIn(await screen('Answers'), 'caution');
    await expect(desk.presses(action, choosing('reckless'))).rejects.toThrow(/no such choice/u);
    const odd = { ...action, args: ['answers', 'toString'] };
    await expect(desk.presses(odd, choosing('strict'))).rejects.toThrow(/older screen/u);
    await expect(async () => await desk.presses({ ...action, verb: 'tab', args: ['__proto__'] })).rejects.toThrow(
      /older screen/u,
    );
  });
});

describe('the window for numbers', () => {
  const typed = { user: '5', channel: '0', days: '14', grace: '1', zone: 'europe/berlin' };

  async function sends(fields: Record<string, string>) {
    const modal = await desk.presses(buttonOf(await opened(), 'Limits, days and time zone'));
    if (modal.kind !== 'modal') throw new Error('The reply is no modal');
    expect(modal.fields.length).toBeLessThanOrEqual(5);
    return await messageOf(desk.presses(modal.action, { fields }));
  }

  test('shows what is set and takes what is typed', async () => {
    expect(seen(await sends(typed))).toContain('Questions of one person: 5 a minute');
    expect((await desk.server()).settings).toMatchObject({
      limits: { user: 5, channel: 0 },
      questionLog: { days: 14 },
      grace: 1,
      timeZone: 'Europe/Berlin',
    });
  });

  test.each([
    [{ user: '-1' }, /“Questions a minute, one person” has to be a whole number from 0 to 1,000/u],
    [{ channel: '2.5' }, /whole number/u],
    [{ days: '0' }, /from 1 to 365/u],
    [{ days: 'many' }, /from 1 to 365/u],
    [{ grace: '31' }, /from 0 to 30/u],
    [{ zone: 'Mars/Olympus' }, /no time zone/u],
    [{ zone: '+05:30' }, /no time zone/u],
  ])('refuses %j and changes nothing', async (wrong, sentence) => {
    const before = (await desk.server()).settings;
    await expect(sends({ ...typed, ...wrong })).rejects.toThrow(sentence);
    expect((await desk.server()).settings).toEqual(before);
  });

  test('knows time zones by their newer names too', async () => {
    await sends({ ...typed, zone: 'Asia/Kolkata' });
    expect((await desk.server()).settings.timeZone).toMatch(/^Asia\/(?:Kolkata|Calcutta)$/u);
    const zones = selectIn(await screen('Answers'), 'timeZone');
    expect(zones.kind === 'select' && zones.choices.some(({ chosen }) => chosen)).toBe(true);
  });
});

describe('the question log', () => {
  const asked = {
    guildId: GUILD,
    userId: '7',
    command: 'ask',
    answered: true,
    confidence: 1,
    articles: [],
    speakers: [],
    text: null,
  };
  const logged = async () => (await desk.store.questions(GUILD)).length;
  beforeEach(async () => {
    await desk.store.addQuestion(asked, 86_400_000);
  });

  test('is deleted when it is switched off', async () => {
    await choose('Privacy and log', 'questionLog', 'words');
    expect(await logged()).toBe(1);
    await choose('Privacy and log', 'questionLog', 'off');
    expect(await logged()).toBe(0);
  });

  test('keeps what is not too old when it is kept for less time', async () => {
    await choose('Privacy and log', 'days', '1');
    expect(await logged()).toBe(1);
  });

  test('is deleted by the button, which asks first', async () => {
    const sure = await press(await screen('Privacy and log'), 'Delete the question log');
    expect(seen(sure)).toContain('Delete the log of one question?');
    expect(await logged()).toBe(1);
    expect(seen(await press(sure, 'Delete it'))).toContain('The question log is deleted.');
    expect(await logged()).toBe(0);
    expect(desk.audits).toEqual(['Question log: deleted (1)']);
    await expect(press(await screen('Privacy and log'), 'Delete the question log')).rejects.toThrow(/is empty/u);
  });
});
