import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import { type Answer, NO_CONTENT, ok, refuse, refuseForm } from './answer.ts';
import type { Loose } from './components.ts';
import { checkCommandList } from './declarations.ts';
import type { Call, Route } from './routes.ts';
import type { World } from './world.ts';

/** Where commands are kept: one list for everywhere, one for the guild. */
const SCOPES = ['/applications/{application_id}/commands', '/applications/{application_id}/guilds/{guild_id}/commands'];

function register(world: World, declared: Loose, guildId: string | undefined, previous?: APIApplicationCommand) {
  const everywhere = guildId === undefined;
  return {
    default_member_permissions: null,
    nsfw: false,
    description: '',
    type: ApplicationCommandType.ChatInput,
    ...(everywhere && { contexts: null, integration_types: [0], dm_permission: true }),
    ...previous,
    ...declared,
    id: previous?.id ?? world.newId(),
    application_id: world.applicationId,
    version: world.newId(),
    ...(!everywhere && { guild_id: guildId }),
  } as APIApplicationCommand;
}

/** The bot's commands: list, create, overwrite, edit, delete. */
export function registrationRoutes(world: World): readonly Route[] {
  const inScope = (guildId: string | undefined) => world.commands.filter((command) => command.guild_id === guildId);

  function put(guildId: string | undefined, next: readonly APIApplicationCommand[]): void {
    world.setCommands([...world.commands.filter((command) => command.guild_id !== guildId), ...next]);
  }

  function same(one: APIApplicationCommand, declared: Loose): boolean {
    return one.name === declared['name'] && one.type === (declared['type'] ?? ApplicationCommandType.ChatInput);
  }

  function overwrite({ params, list }: Call): Answer {
    const guildId = params['guild_id'];
    const problems = checkCommandList(list);
    if (problems.length > 0) return refuseForm(problems);
    const before = inScope(guildId);
    put(
      guildId,
      list.map((declared) => {
        const id = before.find((command) => same(command, declared))?.id;
        return { ...register(world, declared, guildId), ...(id !== undefined && { id }) };
      }),
    );
    return ok(inScope(guildId));
  }

  function create({ params, body }: Call): Answer {
    const guildId = params['guild_id'];
    const others = inScope(guildId).filter((command) => !same(command, body));
    const problems = checkCommandList([...others.map((command) => ({ ...command })), body]);
    if (problems.length > 0) return refuseForm(problems.map(({ path, message }) => ({ path: path.slice(1), message })));
    const previous = inScope(guildId).find((command) => same(command, body));
    const command = register(world, body, guildId, previous);
    put(guildId, [...others, command]);
    return { status: previous ? 200 : 201, body: command };
  }

  function withCommand(call: Call, then: (command: APIApplicationCommand) => Answer): Answer {
    const command = inScope(call.params['guild_id']).find(({ id }) => id === call.params['command_id']);
    return command ? then(command) : refuse(404, 10063, 'Unknown application command');
  }

  function edit(call: Call): Answer {
    return withCommand(call, (previous) => {
      const command = register(world, call.body, call.params['guild_id'], previous);
      const others = inScope(call.params['guild_id']).filter(({ id }) => id !== previous.id);
      const problems = checkCommandList([...others, command].map((one) => ({ ...one })));
      if (problems.length > 0)
        return refuseForm(problems.map(({ path, message }) => ({ path: path.slice(1), message })));
      put(call.params['guild_id'], [...others, command]);
      return ok(command);
    });
  }

  function remove(call: Call): Answer {
    return withCommand(call, (command) => {
      put(
        call.params['guild_id'],
        inScope(call.params['guild_id']).filter(({ id }) => id !== command.id),
      );
      return NO_CONTENT;
    });
  }

  return SCOPES.flatMap((path): readonly Route[] => [
    { method: 'GET', path, handle: ({ params }) => ok(inScope(params['guild_id'])) },
    { method: 'PUT', path, handle: overwrite },
    { method: 'POST', path, handle: create },
    { method: 'GET', path: `${path}/{command_id}`, handle: (call) => withCommand(call, ok) },
    { method: 'PATCH', path: `${path}/{command_id}`, handle: edit },
    { method: 'DELETE', path: `${path}/{command_id}`, handle: remove },
  ]);
}
