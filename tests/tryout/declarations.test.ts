import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';

/** Started without the OpenAPI description: these limits hold in any case. */
let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(async () => {
  await discord.close();
});

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const declare = async (command: object) => {
  const answer = await fetch(`${discord.apiBase}/v10/applications/${discord.applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify([command]),
  });
  return answer.status;
};
const slash = (more: object) => ({ name: 'ask', description: 'Ask', ...more });
const string = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });

test('declarations of commands within the limits are taken', async () => {
  expect(await declare(slash({ options: many(25, (n) => string(`o${n}`)) }))).toBe(200);
  expect(await declare({ type: 3, name: 'Find in articles' })).toBe(200);
  const sub = { type: 1, name: 'list', description: 'd', options: [string('topic', { required: true })] };
  expect(await declare(slash({ contexts: [0, 1], integration_types: [0], options: [sub] }))).toBe(200);
  expect(await declare(slash({ name_localizations: { de: 'fragen' } }))).toBe(200);
});

test.each([
  ['a name in capitals', slash({ name: 'Ask' })],
  ['a name of 33 characters', slash({ name: 'a'.repeat(33) })],
  ['no description', slash({ description: '' })],
  ['a description over 100', slash({ description: 'd'.repeat(101) })],
  ['26 options', slash({ options: many(26, (n) => string(`o${n}`)) })],
  ['26 choices', slash({ options: [string('o', { choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] })],
  ['a required option after another', slash({ options: [string('a'), string('b', { required: true })] })],
  ['an option name twice', slash({ options: [string('a'), string('a')] })],
  [
    'more than 8000 characters',
    slash({
      options: many(25, (n) =>
        string(`o${n}`, { choices: many(4, (m) => ({ name: `${m}${'x'.repeat(98)}`, value: `${m}` })) }),
      ),
    }),
  ],
  ['subcommands among options', slash({ options: [string('a'), { type: 1, name: 'list', description: 'd' }] })],
  ['an unknown locale', slash({ name_localizations: { xx: 'fragen' } })],
  ['an unknown context', slash({ contexts: [3] })],
  ['a message command with a description', { type: 3, name: 'Find', description: 'Find it' }],
])('a declaration with %s is refused', async (_, command) => {
  expect(await declare(command)).toBe(400);
});
