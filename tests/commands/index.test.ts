import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { help } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import { ferry, libraryOf, pages, runs, seen } from './fixtures.ts';

interface Declared {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly (Declared & {
    readonly autocomplete?: boolean;
    readonly choices?: readonly Declared[];
  })[];
}

describe.each(commands.map((command) => [command.data.name, command] as const))(
  'the declaration of %s',
  (_name, command) => {
    const { data } = command;

    test('keeps within the limits of the platform', () => {
      if (data.type === ApplicationCommandType.Message) {
        expect(data.name).toMatch(/^.{1,32}$/u);
        expect(data).not.toHaveProperty('description');
        return;
      }
      const declared = [data as Declared, ...((data as Declared).options ?? [])];
      for (const { name, description } of declared) {
        expect(name).toMatch(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
        expect(description).toMatch(/^.{1,100}$/u);
      }
      const choices = (data as Declared).options?.flatMap((option) => option.choices ?? []) ?? [];
      for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(declared).length).toBeLessThan(8_000);
    });

    test('says where it may be used and by which installations', () => {
      expect(data.contexts).toEqual([0, 1, 2]);
      expect(data.integration_types).toEqual([0, 1]);
    });

    test('has someone to complete what it promises to', () => {
      const promised = ((data as Declared).options ?? []).some(({ autocomplete }) => autocomplete === true);
      expect(command.complete !== undefined).toBe(promised);
    });
  },
);

test('no two commands have one name', () => {
  const names = commands.map(({ data }: { data: RESTPostAPIApplicationCommandsJSONBody }) => data.name);
  expect(new Set(names).size).toBe(names.length);
});

test('help names every command, what is kept, and how to read a citation, on one page', async () => {
  const reply = await runs(help, {}, libraryOf(ferry));
  const text = seen(reply);
  for (const { data } of commands) expect(text).toContain(data.name);
  expect(text).toMatch(/voted/u);
  expect(text).toMatch(/block quote/u);
  expect(pages(reply)).toHaveLength(1);
});
