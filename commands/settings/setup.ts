import { ApplicationCommandType } from 'discord.js';
import { phrase, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Action, Block, Command, MessageReply, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import { FOR_ADMINS, serverOf } from '../shared/options.ts';
import { apply } from './config-apply.ts';
import { tell } from './config-words.ts';
import { FIELDS, TABS, type Tab, TOLD } from './setup-fields.ts';
import { numbersModal, readNumbers } from './setup-numbers.ts';

/** `/setup`: one screen that changes in place. What is chosen in it is kept at once. */
export const setup: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'setup',
    description: 'Where and how the bot answers on this server, and what it keeps',
    ...FOR_ADMINS,
  },
  for: 'admins',
  isPrivate: true,

  run(request, services) {
    serverOf(request);
    return screen('where', services.server.settings, services);
  },

  verbs: {
    /** Another part of the screen. */
    tab(_request, services, [tab]) {
      return { ...screen(tabOf(tab), services.server.settings, services), update: true };
    },
    /** What was chosen in one of the selects. */
    async set(request, services, [tab, name]) {
      const field = Object.entries(FIELDS).find(([known]) => known === name)?.[1];
      if (field === undefined) throw stale();
      const chosen = request.chosen['value'] ?? [];
      const { after } = await apply(request, services, (before) => field.edit(before, chosen));
      return { ...screen(tabOf(tab), after, services), update: true };
    },
    /** Opens the window for numbers and the time zone. */
    numbers(_request, services, [tab]) {
      return numbersModal(services.server.settings, action('numbered', tabOf(tab)), services.speech);
    },
    /** What the window sends. */
    async numbered(request, services, [tab]) {
      const edit = readNumbers(request.fields);
      const { after } = await apply(request, services, edit);
      return { ...screen(tabOf(tab), after, services), update: true };
    },
    /** Asks before the question log is deleted. */
    async erase(request, services) {
      const count = (await services.store.questions(serverOf(request))).length;
      if (count === 0) throw new Refusal(phrase('setup.erase.empty'));
      const { say, speech } = services;
      return {
        ...screen('log', services.server.settings, services),
        update: true,
        foot: [
          { kind: 'text', text: say('setup.erase.sure', { n: count }) },
          {
            kind: 'buttons',
            buttons: [
              { label: speech.text('setup.erase.yes'), style: 'primary', action: action('erased') },
              { label: speech.text('setup.erase.no'), action: action('tab', 'log') },
            ],
          },
        ],
      };
    },
    async erased(request, services) {
      const count = await services.store.eraseQuestions(serverOf(request), Number.MAX_SAFE_INTEGER);
      services.audit(phrase('setup.erase.audit', { count }));
      const { head, ...rest } = screen('log', services.server.settings, services);
      return { ...rest, update: true, head: [...head, { kind: 'text', text: services.say('setup.erase.done') }] };
    },
  },
};

function screen(tab: Tab, settings: ServerSettings, { say, speech }: Services): MessageReply {
  return {
    kind: 'message',
    private: true,
    head: [
      { kind: 'text', text: say('setup.heading', { tab: phrase(`setup.${tab}`) }) },
      { kind: 'buttons', buttons: tabs(tab, speech) },
      { kind: 'text', text: tell(settings, say, TOLD[tab]) },
    ],
    items: TABS[tab].map((name): Block => {
      const placeholder = speech.text(`setup.${name}`);
      return { ...FIELDS[name].show(settings, speech), placeholder, action: action('set', tab, name) };
    }),
    foot: [
      {
        kind: 'buttons',
        buttons: [
          { label: speech.text('setup.numbers'), action: action('numbers', tab) },
          ...(tab === 'log' ? [{ label: speech.text('setup.erase'), action: action('erase') }] : []),
        ],
      },
      { kind: 'text', text: small(say('setup.foot')) },
    ],
  };
}

function tabs(shown: Tab, { text }: Speech) {
  return (Object.keys(TABS) as Tab[]).map((tab) => ({
    label: text(`setup.${tab}`),
    style: tab === shown ? ('primary' as const) : ('secondary' as const),
    action: action('tab', tab),
    disabled: tab === shown,
  }));
}

const action = (verb: string, ...args: readonly string[]): Action => ({ command: 'setup', verb, args });

const stale = () => new Refusal(phrase('setup.stale'));

function tabOf(name: string | undefined): Tab {
  if (name === undefined || !Object.hasOwn(TABS, name)) throw stale();
  return name as Tab;
}
