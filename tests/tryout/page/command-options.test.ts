import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord.js';
import { expect, test } from 'vitest';
import {
  commandLines,
  fixedChoices,
  matching,
  optionsInOrder,
  readOption,
} from '../../../src/tryout/page/command-options.ts';
import type { Directory } from '../../../src/tryout/page/directory.ts';

const person = { id: '1', username: 'ada', global_name: 'Ada', discriminator: '0', avatar: null };
const news = { id: '3', name: 'news', kind: 'text', guildId: '9', parentId: null } as const;
const directory: Directory = {
  user: person,
  bot: { ...person, id: '2', username: 'Verbatim', global_name: null },
  people: [person, { ...person, id: '4', username: 'eve', global_name: 'Eve' }],
  guilds: [
    {
      id: '9',
      name: 'Newsroom',
      ownerId: '1',
      bot: 'present',
      roles: [{ id: '8', name: 'Editors', color: 0 }],
      members: ['1', '2'].map((userId) => ({ userId, roleIds: [], manages: false })),
      attachmentLimit: 1024,
    },
  ],
  channel: news,
  channels: [news, { ...news, id: '5', name: 'strike', kind: 'thread', parentId: '3' }],
  commands: [],
  reach: {},
  examples: [],
};

const option = (type: number, rest: object = {}) =>
  ({ name: 'size', description: 'A size', type, ...rest }) as APIApplicationCommandOption;

const command = (options: readonly APIApplicationCommandOption[]) =>
  ({ id: '7', name: 'article', description: 'Articles', type: 1, options }) as unknown as APIApplicationCommand;

const read = (which: APIApplicationCommandOption, typed: string) => readOption(which, typed, null, directory);

test('required options come first', () => {
  const [line] = commandLines(command([option(3, { name: 'a' }), option(3, { name: 'b', required: true })]));
  expect(optionsInOrder(line!).map(({ name }) => name)).toEqual(['b', 'a']);
});

test('a command with subcommands is one line for each of them, with the path to it', () => {
  const title = option(3, { name: 'title' });
  const inGroup = option(2, { name: 'admin', options: [option(1, { name: 'drop', options: [title] })] });
  const lines = commandLines(command([option(1, { name: 'list' }), inGroup]));
  expect(lines.map(({ name }) => name)).toEqual(['article list', 'article admin drop']);
  expect(lines[1]).toMatchObject({
    commandId: '7',
    path: [
      { name: 'admin', type: 2, value: true },
      { name: 'drop', type: 1, value: true },
    ],
    options: [title],
  });
});

test('what is typed becomes a value of the type that the option has', () => {
  expect(read(option(3), 'harbour')).toEqual({ value: { name: 'size', type: 3, value: 'harbour' } });
  expect(read(option(4), ' 12 ')).toEqual({ value: { name: 'size', type: 4, value: 12 } });
  expect(read(option(10), '1.5')).toEqual({ value: { name: 'size', type: 10, value: 1.5 } });
  expect(read(option(5), 'false')).toEqual({ value: { name: 'size', type: 5, value: false } });
  expect(read(option(6), 'verbatim')).toEqual({ value: { name: 'size', type: 6, value: '2' } });
  expect(read(option(7), '#news')).toEqual({ value: { name: 'size', type: 7, value: '3' } });
  expect(read(option(8), '@editors')).toEqual({ value: { name: 'size', type: 8, value: '8' } });
});

test('a picked choice is sent by its value', () => {
  const picked = { name: 'The ferry strike', value: 'h:81f2' };
  expect(readOption(option(3), 'The ferry strike', picked, directory)).toMatchObject({ value: { value: 'h:81f2' } });
});

test('an empty optional option is left out, an empty required one is asked for', () => {
  expect(read(option(3), '  ')).toEqual({ empty: true });
  expect(read(option(3, { required: true }), '')).toEqual({ error: 'This option is required.' });
});

test.each([
  [option(4), '1.5', 'Type a whole number.'],
  [option(10), 'many', 'Type a number.'],
  [option(4, { min_value: 1 }), '0', 'The least is 1.'],
  [option(4, { max_value: 5 }), '6', 'The most is 5.'],
  [option(3, { min_length: 3 }), 'ab', 'Type at least 3 characters.'],
  [option(3, { max_length: 3 }), 'abcd', 'Type at most 3 characters; these are 4.'],
  [option(3, { choices: [{ name: 'Direct', value: 'd' }] }), 'other', 'Choose one of the values in the list.'],
  [option(7, { channel_types: [0] }), '#strike', 'Choose one of the values in the list.'],
  [option(6), 'Eve', 'Choose one of the values in the list.'],
  [option(11), 'file.txt', 'Choose a file.'],
])('a value that does not fit is refused with a sentence (%#)', (which, typed, error) => {
  expect(read(which, typed)).toEqual({ error });
});

test('choices are found by any part of their name, beginnings first', () => {
  const choices = ['In the harbour', 'Harbour news', 'Weather'].map((name) => ({ name, value: name }));
  expect(matching(choices, 'harb').map(({ name }) => name)).toEqual(['Harbour news', 'In the harbour']);
  expect(fixedChoices(option(3), directory)).toBeNull();
});
