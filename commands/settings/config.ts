import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { join, phrase, sayPhrase, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Action, Command, Markdown, MessageReply, Request, Services } from '../../src/discord/types.ts';
import { DEFAULTS } from '../../src/servers/servers.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import { FOR_ADMINS, serverOf } from '../shared/options.ts';
import { apply } from './config-apply.ts';
import { explainMisfit, readSettings } from './config-import.ts';
import { changesBetween, tell } from './config-words.ts';

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
        return shown(settings, services);
      case 'reset':
        return confirmation(settings, services);
      case 'export':
        return exported(settings, services);
      case 'import':
        return imported(request, services);
      default:
        throw new Refusal(phrase('config.choose'));
    }
  },

  verbs: {
    async reset(request, services) {
      await apply(request, services, () => DEFAULTS);
      return { ...note(services.say('config.reset')), update: true };
    },
    keep(_request, { say }) {
      return { ...note(say('config.kept')), update: true };
    },
  },
};

function shown(settings: ServerSettings, { say }: Services): MessageReply {
  return {
    ...message,
    head: [{ kind: 'text', text: say('config.heading') }],
    items: [{ kind: 'text', text: tell(settings, say) }],
    foot: [{ kind: 'text', text: small(say('config.foot')) }],
  };
}

function confirmation(settings: ServerSettings, { say, speech }: Services): MessageReply {
  const changes = changesBetween(settings, DEFAULTS);
  if (changes.length === 0) throw new Refusal(phrase('config.same'));
  return {
    ...message,
    head: [{ kind: 'text', text: say('config.sure') }],
    items: changes.map((change) => ({ kind: 'text', text: sayPhrase(speech, change) })),
    foot: [
      {
        kind: 'buttons',
        buttons: [
          { label: speech.text('config.yes'), style: 'primary', action: action('reset') },
          { label: speech.text('config.no'), action: action('keep') },
        ],
      },
    ],
  };
}

function exported(settings: ServerSettings, { say, speech }: Services): MessageReply {
  const file = {
    name: 'settings.json',
    bytes: Buffer.from(`${JSON.stringify(settings, null, 2)}\n`, 'utf8'),
    description: speech.text('config.file'),
  };
  return { ...note(say('config.exported')), files: [file] };
}

async function imported(request: Request, services: Services): Promise<MessageReply> {
  const [file] = request.files;
  if (file === undefined) throw new Refusal(phrase('config.noFile'));
  const settings = readSettings(await services.download(file));
  const { before, after } = await apply(request, services, () => settings).catch(explainMisfit);
  const { say, speech } = services;
  const changes = changesBetween(before, after);
  if (changes.length === 0) return note(say('config.unchanged'));
  return {
    ...message,
    head: [{ kind: 'text', text: say('config.imported') }],
    items: [
      {
        kind: 'text',
        text: join(
          changes.map((change) => sayPhrase(speech, change)),
          '\n',
        ),
      },
    ],
  };
}

function note(text: Markdown): MessageReply {
  return { ...message, head: [{ kind: 'text', text }] };
}

const message: MessageReply = { kind: 'message', private: true, head: [], items: [], foot: [] };

const action = (verb: string): Action => ({ command: 'config', verb, args: [] });
