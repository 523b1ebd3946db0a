import { ButtonStyle, ComponentType, Events, MessageFlags, TextInputStyle } from 'discord.js';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';
import { createClient } from './bot.ts';

/** Started without the OpenAPI description: these limits hold in any case. */
let discord: LocalDiscord;
let client: ReturnType<typeof createClient>;
beforeAll(async () => {
  discord = await startLocalDiscord();
  client = createClient(discord);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set([{ name: 'ask', description: 'Ask' }]);
});
let violationsBefore = 0;
beforeEach(() => {
  violationsBefore = discord.violations.length;
});
afterAll(async () => {
  await client.destroy();
  await discord.close();
});
const newViolations = () => discord.violations.slice(violationsBefore);

/** Answers a slash command with this callback. Null when Discord takes it, else its error. */
async function respond(type: number, data: object): Promise<{ code: number; errors: unknown } | null> {
  const interaction = new Promise<{ id: string; token: string }>((resolve) => {
    client.once(Events.InteractionCreate, resolve);
  });
  discord
    .user('Ada')
    .slash('ask')
    .catch(() => undefined);
  const { id, token } = await interaction;
  const answer = await fetch(`${discord.apiBase}/v10/interactions/${id}/${token}/callback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type, data }),
  });
  return answer.status === 204 ? null : ((await answer.json()) as { code: number; errors: unknown });
}
const send = (body: object) => respond(4, { allowed_mentions: { parse: [] }, ...body });

const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const button = (id: string, more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: 'Go',
  custom_id: id,
  ...more,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const container = (...components: object[]) => ({ type: ComponentType.Container, components });
const menu = (count: number, more: object = {}) => {
  const options = Array.from({ length: count }, (_, index) => ({ label: `Option ${index}`, value: `${index}` }));
  return row({ type: ComponentType.StringSelect, custom_id: 'menu', options, ...more });
};
const v2 = (...components: object[]) => ({ flags: MessageFlags.IsComponentsV2, components });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

test.each([
  ['2000 characters', { content: 'x'.repeat(2000) }],
  ['40 components with 4000 characters', v2(...many(40, () => text('x'.repeat(100))))],
  ['five buttons in a row in a container', v2(container(text('t'), row(...many(5, (n) => button(`b${n}`)))))],
  ['a select of 25 options', v2(menu(25))],
  [
    'a link',
    v2(row({ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Open', url: 'https://example.org' })),
  ],
  ['an embed', { embeds: [{ title: 't'.repeat(256), description: 'd'.repeat(4096) }] }],
])('Discord takes %s', async (_, body) => {
  expect(await send(body)).toBeNull();
  expect(newViolations()).toEqual([]);
});

const TWO_ROWS = [row(button('same')), row(button('same'))] as const;
test.each([
  ['content over 2000', { content: 'x'.repeat(2001) }],
  ['content beside Components V2', { ...v2(text('t')), content: 'x' }],
  ['an embed beside Components V2', { ...v2(text('t')), embeds: [{ title: 'x' }] }],
  ['Components V2 without the flag', { components: [text('t')] }],
  ['41 components, counted all the way down', v2(container(...many(20, (n) => row(button(`b${n}`)))))],
  ['4001 characters of text', v2(text('x'.repeat(4000)), container(text('x')))],
  ['a custom_id twice', v2(...TWO_ROWS)],
  ['a component id twice', v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 })],
  ['a custom_id over 100', v2(row(button('x'.repeat(101))))],
  ['a label over 80', v2(row(button('b', { label: 'x'.repeat(81) })))],
  ['a button without a label', v2(row(button('b', { label: undefined })))],
  ['a url over 512', v2(row({ type: 2, style: 5, label: 'L', url: `https://e.org/${'x'.repeat(512)}` }))],
  ['a link with a custom_id', v2(row(button('b', { style: ButtonStyle.Link, url: 'https://example.org' })))],
  ['six buttons in a row', v2(row(...many(6, (n) => button(`b${n}`))))],
  ['a button beside a select', v2(row(button('b'), menu(1).components[0]!))],
  ['an empty row', v2(row())],
  ['26 options', v2(menu(26))],
  ['no option', v2(menu(0))],
  ['more choices than options', v2(menu(2, { max_values: 3 }))],
  ['a container in a container', v2(container(container(text('t'))))],
  ['a bare button', v2(button('b'))],
  ['a section without an accessory', v2({ type: ComponentType.Section, components: [text('t')] })],
  ['a file that is not there', v2({ type: ComponentType.File, file: { url: 'attachment://none.txt' } })],
  ['six rows without the flag', { components: many(6, (n) => row(button(`b${n}`))) }],
  ['embeds over 6000 in all', { embeds: many(2, () => ({ description: 'd'.repeat(3001) })) }],
  ['an embed title over 256', { embeds: [{ title: 't'.repeat(257) }] }],
  ['26 embed fields', { embeds: [{ fields: many(26, () => ({ name: 'n', value: 'v' })) }] }],
])('Discord refuses %s', async (_, body) => {
  expect(await send(body)).toMatchObject({ code: 50035, message: 'Invalid Form Body' });
  expect(newViolations()).toHaveLength(1);
});

test('an empty message is error 50006', async () => {
  expect(await send({ content: '' })).toMatchObject({ code: 50006 });
});

test('errors are nested the way the body is', async () => {
  const refused = await send(v2(text('t'), row(button('b', { label: 'x'.repeat(81) }))));
  expect(refused?.errors).toEqual({
    components: {
      1: { components: { 0: { label: { _errors: [expect.objectContaining({ code: 'INVALID_FORM_BODY' })] } } } },
    },
  });
});

test('text displays are taken exactly when they are at most 40 and 4000 characters in all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 45 }),
      fc.nat(3),
      async (lengths, boxes) => {
        const texts = lengths.map((length) => text('x'.repeat(length)));
        const boxed = Math.min(boxes, texts.length);
        const components = [...texts.slice(0, boxed).map((one) => container(one)), ...texts.slice(boxed)];
        const total = lengths.reduce((sum, length) => sum + length, 0);
        const lawful = lengths.length + boxed <= 40 && total <= 4000;
        expect((await send(v2(...components))) === null).toBe(lawful);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ['content', { content: 'Hello' }],
  ['components', v2(text('Hello'))],
  ['an embed', { embeds: [{ title: 'Hello' }] }],
])('text in %s without allowed_mentions is taken but noted', async (_, body) => {
  expect(await respond(4, body)).toBeNull();
  expect(newViolations()).toEqual([expect.stringContaining('allowed_mentions')]);
});

describe('modals', () => {
  const input = (id: string, more: object = {}) => ({
    type: ComponentType.TextInput,
    custom_id: id,
    style: TextInputStyle.Short,
    ...more,
  });
  const label = (id: string, more: object = {}, inner: object = {}) => ({
    type: ComponentType.Label,
    label: 'Question',
    component: input(id, inner),
    ...more,
  });
  const modal = (components: object[], more: object = {}) => ({ title: 'Ask', custom_id: 'ask', components, ...more });

  test('of one to five labels are taken', async () => {
    expect(await respond(9, modal([label('q')]))).toBeNull();
    expect(await respond(9, modal(many(5, (n) => label(`q${n}`))))).toBeNull();
  });

  test.each([
    ['six labels', modal(many(6, (n) => label(`q${n}`)))],
    ['no label', modal([])],
    ['a title over 45', modal([label('q')], { title: 'x'.repeat(46) })],
    ['a label over 45', modal([label('q', { label: 'x'.repeat(46) })])],
    ['a bare text input', modal([input('q')])],
    ['a custom_id twice', modal([label('q'), label('q')])],
    ['a value over 4000', modal([label('q', {}, { value: 'x'.repeat(4001) })])],
    ['a max_length over 4000', modal([label('q', {}, { max_length: 4001 })])],
  ])('with %s are refused', async (_, data) => {
    expect(await respond(9, data)).toMatchObject({ code: 50035 });
  });
});

test.each([
  ['26 choices', many(26, (n) => ({ name: `n${n}`, value: `v${n}` }))],
  ['a name over 100', [{ name: 'x'.repeat(101), value: 'v' }]],
  ['a value over 100', [{ name: 'n', value: 'x'.repeat(101) }]],
])('autocomplete with %s is refused', async (_, choices) => {
  const option = { name: 'article', description: 'Article', type: 3, autocomplete: true } as const;
  const name = 'find';
  if (!discord.commands.some((command) => command.name === name)) {
    await client.application?.commands.create({ name, description: 'Find', options: [option] });
  }
  const interaction = new Promise<{ id: string; token: string }>((resolve) => {
    client.once(Events.InteractionCreate, resolve);
  });
  discord
    .user('Ada')
    .autocomplete(name, { article: 'a' }, 'article')
    .catch(() => undefined);
  const { id, token } = await interaction;
  const answer = await fetch(`${discord.apiBase}/v10/interactions/${id}/${token}/callback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 8, data: { choices } }),
  });
  expect(await answer.json()).toMatchObject({ code: 50035 });
});
