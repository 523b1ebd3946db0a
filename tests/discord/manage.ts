import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type APIMessage, ApplicationCommandOptionType } from 'discord.js';
import type { Block, Command, Request } from '../../src/discord/types.ts';
import { shown, startWith } from './bot.ts';
import { message, text } from './samples.ts';
import { emptyState } from './state.ts';

const {
  Attachment,
  Boolean: Flag,
  Channel,
  Role,
  String: Text,
  Subcommand,
  SubcommandGroup,
} = ApplicationCommandOptionType;

/** All of a request, for the test to read. */
const echo = (request: Request): Block => text(JSON.stringify(request));

/** The request that a reply of `echo` tells of. */
export const echoed = (reply: APIMessage | null): Request => JSON.parse(shown(reply).match(/\{.*\}/)![0]) as Request;

/** The whole of what a command or a window can be given; it says what it got. */
const archive: Command = {
  data: {
    name: 'archive',
    description: 'Everything that can be given',
    options: [
      {
        name: 'feed',
        description: 'Feeds',
        type: SubcommandGroup,
        options: [
          {
            name: 'add',
            description: 'Add one',
            type: Subcommand,
            options: [
              { name: 'link', description: 'Where', type: Text, required: true, autocomplete: true },
              { name: 'role', description: 'Who', type: Role },
              { name: 'channel', description: 'Which', type: Channel },
            ],
          },
          { name: 'list', description: 'All of them', type: Subcommand },
        ],
      },
      {
        name: 'file',
        description: 'Add a file',
        type: Subcommand,
        options: [
          { name: 'first', description: 'One', type: Attachment, required: true },
          { name: 'second', description: 'Two', type: Attachment },
          { name: 'title', description: 'Its title', type: Text },
        ],
      },
      { name: 'window', description: 'Ask for all', type: Subcommand },
    ],
  },
  run(request, { server }) {
    if (request.path[0] === 'window')
      return {
        kind: 'modal',
        title: 'All there is',
        action: { command: 'archive', verb: 'entered', args: [] },
        fields: [
          { id: 'words', label: 'Words', hint: 'A few', long: true, required: true, maxLength: 100 },
          { id: 'files', kind: 'files', label: 'Files', required: false, least: 0, most: 3 },
          {
            id: 'kinds',
            kind: 'select',
            label: 'Kinds',
            required: false,
            least: 0,
            most: 2,
            choices: ['news', 'letters', 'notices'].map((name) => ({ name, value: name, chosen: name === 'news' })),
          },
          { id: 'roles', kind: 'roles', label: 'Roles', required: false, least: 0, most: 5, chosen: [] },
          { id: 'channels', kind: 'channels', label: 'Channels', required: true, most: 5, chosen: [] },
        ],
      };
    const pick = (which: string) => ({ command: 'archive', verb: 'pick', args: [which] });
    const pages = request.path.join() === 'feed,add' ? [{ kind: 'divider' } as const, text('word '.repeat(740))] : [];
    return message([echo(request), ...pages], {
      foot: [
        {
          kind: 'roles',
          action: pick('roles'),
          placeholder: 'roles',
          least: 0,
          most: 3,
          chosen: server.settings.managers,
        },
        { kind: 'channels', action: pick('channels'), placeholder: 'channels', chosen: [] },
        {
          kind: 'select',
          action: pick('kinds'),
          placeholder: 'kinds',
          most: 9,
          choices: ['a', 'b', 'c'].map((name) => ({ name, value: name })),
        },
        { kind: 'buttons', buttons: [{ label: 'press', action: pick('press') }] },
      ],
    });
  },
  verbs: {
    pick: (request) => message([echo(request)]),
    entered: (request) => message([echo(request)]),
  },
  complete: (_option, _typed, request) =>
    Promise.resolve([
      { name: `${request.path.join(' ')} ${JSON.stringify(request.member)}`.slice(0, 100), value: 'x' },
    ]),
};

export const simple = (name: string, more: Partial<Command>): Command => ({
  data: {
    name,
    description: `The command ${name}`,
    options: [{ name: 'private', description: 'Hm', type: Flag }],
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  run: (request) =>
    message([echo(request)], {
      foot: [{ kind: 'buttons', buttons: [{ label: 'press', action: { command: name, verb: 'press', args: [] } }] }],
    }),
  verbs: { press: (request) => message([echo(request)]) },
  ...more,
});

export const forAdmins = simple('rule', { for: 'admins', isPrivate: true });
export const forManagers = simple('curate', { for: 'managers' });
export const forAll = simple('look', {});

const manage = [archive, forAdmins, forManagers, forAll];

/** A local Discord with a bot whose servers have settings of their own. */
export const startManaged = async (
  commands: readonly Command[] = manage,
  options: Parameters<typeof startWith>[1] = {},
  world: Parameters<typeof startWith>[2] = {},
) => {
  const state = await emptyState();
  const started = await startWith(commands, { shared: state, ...options }, world);
  const { discord } = started;
  const newsroom = discord.server('Newsroom');
  return {
    ...started,
    ...state,
    newsroom,
    dan: discord.user('Dan'),
    cleo: discord.user('Cleo'),
    configure: (edit: object) => state.servers.configure(newsroom.id, (before) => ({ ...before, ...edit })),
    close: async () => {
      await started.bot.close();
      await discord.close();
      await state.servers.close();
    },
  };
};

/** The same over HTTP, where neither servers nor their channels and members are known. */
export const startManagedOverHttp = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const started = await startManaged(manage, { interactions: { host: '127.0.0.1', port } });
  await started.discord.setInteractionsEndpoint(`http://127.0.0.1:${port}/interactions`);
  return started;
};
