import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insights } from '../../commands/insights/insights.ts';
import { knowledge } from '../../commands/knowledge/knowledge.ts';
import { privacy } from '../../commands/privacy.ts';
import { config } from '../../commands/settings/config.ts';
import { setup } from '../../commands/settings/setup.ts';
import { display } from '../../src/discord/display.ts';
import { type Phrase, sayPhrase, speaking } from '../../src/discord/markdown.ts';
import { renderModal } from '../../src/discord/modal.ts';
import type { Command, Markdown, MessageReply, Reply, Request, Services } from '../../src/discord/types.ts';
import { languages, speechIn } from '../../src/languages/languages.ts';
import type { Language } from '../../src/languages/types.ts';
import { choosing, type Desk, GUILD, messageOf, openDesk } from './desk.ts';
import { blocks, orchard, pages, request, seen } from './fixtures.ts';

let desk: Desk;
let told: (Markdown | Phrase)[];
beforeEach(async () => {
  desk = await openDesk();
  told = [];
  await desk.runs(knowledge, 'add', {}, { files: [desk.attach('orchard.jsonl', JSON.stringify(orchard))] });
  const asked = { guildId: GUILD, userId: '7', command: 'ask', confidence: 1, speakers: [], articles: [] };
  await desk.store.addQuestion({ ...asked, answered: true, text: null }, 86_400_000);
});
afterEach(async () => {
  await desk.close();
});

const by = async (language: Language): Promise<Services> => ({
  ...(await desk.services()),
  ...speaking(speechIn(language)),
  audit: (text) => void told.push(text),
});
const asks = (more: Partial<Request>, options: Request['options'] = {}) =>
  request(options, { guildId: GUILD, member: { roles: [], managesServer: true }, ...more });

async function runs(language: Language, command: Command, path = '', more: Partial<Request> = {}): Promise<Reply> {
  const parts = path === '' ? [] : path.split(' ');
  return await command.run(asks({ path: parts, ...more }), await by(language));
}

async function presses(language: Language, command: Command, verb: string, args: readonly string[], more = {}) {
  const handler = command.verbs?.[verb];
  if (handler === undefined) throw new Error(`There is no verb ${verb}`);
  return await handler(asks(more), await by(language), args);
}

/** Every screen that those who manage a server see; the own article is shown and checked. */
async function screens(language: Language): Promise<readonly Reply[]> {
  const [own] = await (await desk.services()).servers.knowledge(GUILD).list();
  const files = [desk.attach('orchard.jsonl', JSON.stringify(orchard))];
  const tabs = ['where', 'answers', 'log'].map((tab) => presses(language, setup, 'tab', [tab]));
  return await Promise.all([
    ...tabs,
    presses(language, setup, 'numbers', ['where']),
    presses(language, setup, 'erase', []),
    presses(language, knowledge, 'edit', [own!.id]),
    ...['show', 'export'].map((path) => runs(language, config, path)),
    ...['add', 'list', 'remove', 'feed list', 'export'].map((path) => runs(language, knowledge, path)),
    runs(language, knowledge, 'show', { options: { article: own!.id } }),
    runs(language, knowledge, 'check', { files }),
    runs(language, insights),
    ...['show', 'give'].map((path) => runs(language, privacy, path)),
  ]);
}

describe.each(languages)('in %s', (language) => {
  test('every screen keeps the limits of the platform, and no button or menu is left in English', async () => {
    const all = await screens(language);
    const english = language === 'en' ? [] : await screens('en');
    for (const [index, reply] of all.entries()) {
      if (reply.kind === 'modal') {
        renderModal(reply);
        continue;
      }
      for (const payload of pages(reply)) {
        const components = flatten(payload.components);
        expect(components.length).toBeLessThanOrEqual(40);
        expect(components.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4_000);
      }
      const twin = english[index];
      if (twin?.kind === 'message')
        expect(labelsOf(reply).filter((label) => labelsOf(twin).includes(label))).toEqual([]);
    }
  });

  test('the log channel is told in words that are chosen when it is told', async () => {
    await presses(language, setup, 'set', ['answers', 'caution'], choosing('strict'));
    const [first] = told;
    if (first === undefined || !('phrase' in first)) throw new Error('The log channel was not told a phrase');
    expect(display(sayPhrase(speechIn('en'), first))).toBe('Settings\nCaution: balanced → strict');
    expect(display(sayPhrase(speechIn('de'), first))).toBe('Einstellungen\nVorsicht: ausgewogen → streng');
  });
});

test('a German and a Japanese administrator read their own language', async () => {
  expect(seen(await messageOf(runs('de', setup)))).toContain('Antwortet in: allen Kanälen');
  expect(seen(await messageOf(runs('ja', setup)))).toContain('スレッド： スレッドでも答える');
  expect(seen(await messageOf(runs('de', knowledge, 'list')))).toContain('erschienen am 3. Mai 2022');
  expect(seen(await messageOf(runs('ja', knowledge, 'list')))).toContain('2022年5月3日公開');
  expect(seen(await messageOf(runs('de', privacy, 'show')))).toContain('Fragen');
  const refusal = await runs('ja', config, 'import').catch((error: unknown) => error);
  expect(display((refusal as { sentenceIn(speech: object): Markdown }).sentenceIn(speechIn('ja')))).toContain('添付');
});

const labelsOf = (reply: MessageReply): readonly string[] =>
  blocks(reply).flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons.map(({ label }) => label);
    return 'placeholder' in block ? [block.placeholder] : [];
  });

interface Loose {
  readonly content?: string;
  readonly components?: readonly Loose[];
}

const flatten = (components: unknown): readonly Loose[] =>
  (components as readonly Loose[]).flatMap((one) => [one, ...flatten(one.components ?? [])]);
