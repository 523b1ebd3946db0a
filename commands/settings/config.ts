import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { join, md, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Action, Command, Markdown, MessageReply, Request, Services } from '../../src/discord/types.ts';
import { DEFAULTS } from '../../src/servers/servers.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import { FOR_ADMINS, serverOf } from '../shared/options.ts';
import { apply } from './config-apply.ts';
import { explainMisfit, readSettings } from './config-import.ts';
import { tell, tellChanges } from './config-words.ts';

/** `/config show|reset|export|import`: the settings of `/setup` as a whole. */
export const config: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'config',
    description: 'The settings of this server as a whole: show, reset, export and import them',
    ...FOR_ADMINS,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'show',
        description: 'Show every setting',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'reset',
        description: 'Set everything back to what it was at the start; asks first',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'export',
        description: 'Save every setting in a file',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'import',
        description: 'Take the settings from a file that export wrote',
        options: [
          {
            type: ApplicationCommandOptionType.Attachment,
            name: 'file',
            description: 'A JSON file; what is missing in it is set as at the start',
            required: true,
          },
        ],
      },
    ],
  },
  for: 'admins',
  isPrivate: true,

  run(request, services) {
    serverOf(request);
    const { settings } = services.server;
    switch (request.path[0]) {
      case 'show':
        return shown(settings);
      case 'reset':
        return confirmation(settings);
      case 'export':
        return exported(settings);
      case 'import':
        return imported(request, services);
      default:
        throw new Refusal('Please choose one of: show, reset, export, import.');
    }
  },

  verbs: {
    async reset(request, services) {
      await apply(request, services, () => DEFAULTS);
      return { ...note(md`**Everything is as at the start again.** Your articles are untouched.`), update: true };
    },
    keep() {
      return { ...note(md`**Nothing was changed.**`), update: true };
    },
  },
};

function shown(settings: ServerSettings): MessageReply {
  return {
    ...message,
    head: [{ kind: 'text', text: md`**The settings of this server**` }],
    items: [{ kind: 'text', text: tell(settings) }],
    foot: [{ kind: 'text', text: small('/setup changes them.') }],
  };
}

function confirmation(settings: ServerSettings): MessageReply {
  const changes = tellChanges(settings, DEFAULTS);
  if (changes.length === 0) throw new Refusal('Everything is as it was at the start already.');
  return {
    ...message,
    head: [{ kind: 'text', text: md`**Set everything back?** This would change:` }],
    items: changes.map((text) => ({ kind: 'text', text })),
    foot: [
      {
        kind: 'buttons',
        buttons: [
          { label: 'Set it back', style: 'primary', action: action('reset') },
          { label: 'Leave it', action: action('keep') },
        ],
      },
    ],
  };
}

function exported(settings: ServerSettings): MessageReply {
  const file = {
    name: 'settings.json',
    bytes: Buffer.from(`${JSON.stringify(settings, null, 2)}\n`, 'utf8'),
    description: 'The settings of this server',
  };
  return { ...note(md`**The settings of this server.** /config import takes the file back.`), files: [file] };
}

async function imported(request: Request, services: Services): Promise<MessageReply> {
  const [file] = request.files;
  if (file === undefined) throw new Refusal('Please attach a file that /config export wrote.');
  const settings = readSettings(await services.download(file));
  const { before, after } = await apply(request, services, () => settings).catch(explainMisfit);
  const changes = tellChanges(before, after);
  if (changes.length === 0) return note(md`**Nothing to change:** the file says what is set already.`);
  return {
    ...message,
    head: [{ kind: 'text', text: md`**Imported.** What changed:` }],
    items: [{ kind: 'text', text: join(changes, '\n') }],
  };
}

function note(text: Markdown): MessageReply {
  return { ...message, head: [{ kind: 'text', text }] };
}

const message: MessageReply = { kind: 'message', private: true, head: [], items: [], foot: [] };

const action = (verb: string): Action => ({ command: 'config', verb, args: [] });
