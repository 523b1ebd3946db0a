import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { help } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import type { Member } from '../../src/discord/types.ts';
import { ferry, libraryOf, message, pages, request, seen, servicesWith } from './fixtures.ts';

interface Declared {
  readonly name: string;
  readonly description: string;
  readonly autocomplete?: boolean;
  readonly choices?: readonly Declared[];
  readonly options?: readonly Declared[];
}

/** A command, its subcommands and their options. */
function everyPart(declared: Declared): readonly Declared[] {
  return [declared, ...(declared.options ?? []).flatMap(everyPart)];
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
      const declared = everyPart(data as Declared);
      for (const { name, description } of declared) {
        expect(name).toMatch(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
        expect(description).toMatch(/^.{1,100}$/u);
      }
      for (const { options = [], choices = [] } of declared) {
        expect(options.length).toBeLessThanOrEqual(25);
        expect(choices.length).toBeLessThanOrEqual(25);
        for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
      }
      expect(JSON.stringify(data).length).toBeLessThan(8_000);
    });

    test('says where it may be used and by which installations', () => {
      const isOfServer = command.for !== undefined;
      expect(data.contexts).toEqual(isOfServer ? [0] : [0, 1, 2]);
      expect(data.integration_types).toEqual(isOfServer ? [0] : [0, 1]);
    });

    test('is shown to those alone who manage the server when it is for them', () => {
      const manageServer = String(1n << 5n);
      expect(data.default_member_permissions).toBe(command.for === 'admins' ? manageServer : null);
    });

    test('has someone to complete what it promises to', () => {
      const promised = everyPart(data as Declared).some(({ autocomplete }) => autocomplete === true);
      expect(command.complete !== undefined).toBe(promised);
    });
  },
);

test('no two commands have one name', () => {
  const names = commands.map(({ data }: { data: RESTPostAPIApplicationCommandsJSONBody }) => data.name);
  expect(new Set(names).size).toBe(names.length);
});

describe('help', () => {
  const admin: Member = { roles: [], managesServer: true };
  const editor: Member = { roles: ['100000000000000042'], managesServer: false };

  async function helps(member: Member | null) {
    const services = servicesWith(libraryOf(ferry));
    const settings = { ...services.server.settings, managers: editor.roles };
    return message(await help.run(request({}, { member }), { ...services, server: { ...services.server, settings } }));
  }

  test('names every command to those who may use it, what is kept, and how to read a citation, on one page', async () => {
    const reply = await helps(admin);
    const text = seen(reply);
    for (const { data } of commands) expect(text).toContain(data.name);
    expect(text).toMatch(/voted/u);
    expect(text).toMatch(/block quote/u);
    expect(text).toContain('Direct messages have no settings');
    expect(pages(reply)).toHaveLength(1);
  });

  test('names those of administrators to nobody else', async () => {
    for (const member of [null, { roles: [], managesServer: false }]) {
      const text = seen(await helps(member));
      for (const command of commands) {
        const name = `/${command.data.name} `;
        if (command.for !== undefined) expect(text).not.toContain(name);
      }
      expect(text).toContain('/privacy');
    }
  });

  test('names the articles’ command to those whose role manages them', async () => {
    const text = seen(await helps(editor));
    expect(text).toContain('/knowledge');
    expect(text).not.toContain('/setup');
  });
});
