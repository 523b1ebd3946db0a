import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { insights } from '../../commands/insights/insights.ts';
import { knowledge } from '../../commands/knowledge/knowledge.ts';
import { privacy } from '../../commands/privacy.ts';
import { config } from '../../commands/settings/config.ts';
import { setup } from '../../commands/settings/setup.ts';
import { speaking } from '../../src/discord/markdown.ts';
import { renderModal } from '../../src/discord/modal.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Payload } from '../../src/discord/render.ts';
import type { MessageReply, Reply } from '../../src/discord/types.ts';
import { languages, speechIn } from '../../src/languages/languages.ts';
import { KnowledgeRefusal } from '../../src/servers/types.ts';
import { anyText } from '../discord/text.ts';
import { GUILD, openDesk } from './desk.ts';
import {
  blocks,
  buttonOf,
  citations,
  hostile,
  libraryOf,
  message,
  orchard,
  pages,
  request,
  seen,
  servicesWith,
} from './fixtures.ts';

const prose = fc
  .array(fc.constantFrom(...`${orchard.text} ${hostile.text}`.split(' ')), { maxLength: 60 })
  .map((words) => words.join(' '));
const text = fc.array(fc.oneof(anyText, prose), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
const article = fc.record({
  id: fc.uuid(),
  text,
  title: fc.oneof(anyText, prose),
  source: fc.option(fc.oneof(anyText, prose)),
  author: fc.option(anyText),
  url: fc.option(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), anyText)),
  published: fc.option(fc.constantFrom('2019-06-04', '2022-05-03')),
});

test('whatever articles and people write, replies keep the limits of the platform and quote to the letter', async () => {
  const articles = fc.uniqueArray(article, { minLength: 1, maxLength: 4, selector: ({ id }) => id });
  await fc.assert(
    fc.asyncProperty(
      articles,
      fc.oneof(anyText, prose),
      fc.constantFrom(...languages),
      async (records, words, language) => {
        const library = libraryOf(...records);
        const services = { ...servicesWith(library), ...speaking(speechIn(language)) };
        const options = { question: words, about: words, topic: words, text: words };
        for (const command of commands) {
          for (const given of [
            options,
            {},
            { article: records[0]!.id, question: 'When did the lighthouse keepers meet?' },
          ]) {
            const reply = await replyOrRefusal(() => command.run(request(given, { target: words }), services));
            if (reply !== null) expectSound(reply, records);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('whatever a server adds, the screens of those who manage it keep the limits of the platform', async () => {
  const record = fc.record({
    id: fc.oneof(fc.uuid(), anyText),
    title: fc.oneof(anyText, prose),
    text,
    source: fc.option(fc.oneof(anyText, prose)),
    url: fc.option(fc.webUrl()),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 25 }), anyText, async (records, name) => {
      const desk = await openDesk();
      const lines = records.map((one) => JSON.stringify(one)).join('\n');
      const files = [desk.attach(`${name}.jsonl`, lines), desk.attach(`${name}.bin`, Uint8Array.of(0, 1, 255, 254))];
      const added = await sound(desk.runs(knowledge, 'add', {}, { files }));
      if (added !== null) expect(pages(added)).toHaveLength(1);
      const checked = await sound(desk.runs(knowledge, 'check', {}, { files }));
      if (checked !== null) expect(pages(checked)).toHaveLength(1);
      const [own] = await (await desk.services()).servers.knowledge(GUILD).list();
      const shown = own === undefined ? null : await sound(desk.runs(knowledge, 'show', { article: own.id }));
      if (shown !== null) {
        for (const label of ['Edit', 'Read', 'How it was read', 'Export', 'Remove'])
          await sound(desk.presses(buttonOf(shown, label)));
      }
      await sound(desk.runs(knowledge, 'list'));
      await sound(desk.runs(knowledge, 'remove', {}));
      for (const [command, path] of screens) await sound(desk.runs(command, path));
      await desk.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

const screens = [
  [setup, ''],
  [config, 'show'],
  [insights, ''],
  [privacy, 'show'],
  [knowledge, 'feed list'],
] as const;

/** The reply, once it was found to keep the limits; null for a modal, which was too, and for a refusal. */
async function sound(answer: Promise<Reply>): Promise<MessageReply | null> {
  const reply = await replyOrRefusal(() => answer);
  if (reply?.kind === 'modal') renderModal(reply);
  if (reply?.kind !== 'message') return null;
  for (const payload of pages(reply)) expectWithinLimits(payload);
  return reply;
}

async function replyOrRefusal(run: () => Reply | Promise<Reply>): Promise<Reply | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal || error instanceof KnowledgeRefusal) return null;
    throw error;
  }
}

function expectSound(reply: Reply, records: readonly { readonly id: string; readonly text: string }[]): void {
  const sent = message(reply);
  const shown = seen(sent);
  for (const { article: source, start, end, text: words } of citations(sent)) {
    const record = records.find(({ id }) => id === source.id);
    expect(record?.text.slice(start, end)).toBe(words);
    if (pages(sent).length === 1) expect(shown).toContain(words);
  }
  for (const payload of pages(sent)) expectWithinLimits(payload);
  expect(blocks(sent).length).toBeGreaterThan(0);
}

function expectWithinLimits({ components, allowedMentions }: Payload): void {
  const all = flatten(components);
  expect(all.length).toBeLessThanOrEqual(40);
  expect(all.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4_000);
  const ids = all.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  for (const { label } of all) expect((label ?? '').length).toBeLessThanOrEqual(80);
  for (const { options = [] } of all) {
    expect(options.length).toBeLessThanOrEqual(25);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    for (const option of options) {
      for (const { length } of [option.label.trim(), option.value]) {
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(100);
      }
      expect((option.description ?? '').length).toBeLessThanOrEqual(100);
    }
  }
  expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
}

interface Loose {
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly components?: readonly Loose[];
}

function flatten(components: unknown): readonly Loose[] {
  return (components as readonly Loose[]).flatMap((one) => [one, ...flatten(one.components ?? [])]);
}
