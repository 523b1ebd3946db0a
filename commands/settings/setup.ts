import { ApplicationCommandType } from 'discord.js';
import { md, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Action, Block, Command, MessageReply } from '../../src/discord/types.ts';
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
    return screen('where', services.server.settings);
  },

  verbs: {
    /** Another part of the screen. */
    tab(_request, services, [tab]) {
      return { ...screen(tabOf(tab), services.server.settings), update: true };
    },
    /** What was chosen in one of the selects. */
    async set(request, services, [tab, name]) {
      const field = Object.entries(FIELDS).find(([known]) => known === name)?.[1];
      if (field === undefined) throw stale();
      const chosen = request.chosen['value'] ?? [];
      const { after } = await apply(request, services, (before) => field.edit(before, chosen));
      return { ...screen(tabOf(tab), after), update: true };
    },
    /** Opens the window for numbers and the time zone. */
    numbers(_request, services, [tab]) {
      return numbersModal(services.server.settings, action('numbered', tabOf(tab)));
    },
    /** What the window sends. */
    async numbered(request, services, [tab]) {
      const edit = readNumbers(request.fields);
      const { after } = await apply(request, services, edit);
      return { ...screen(tabOf(tab), after), update: true };
    },
    /** Asks before the question log is deleted. */
    async erase(request, services) {
      const count = (await services.store.questions(serverOf(request))).length;
      if (count === 0) throw new Refusal('The question log of this server is empty.');
      const amount = count === 1 ? 'one question' : `${count.toLocaleString('en-GB')} questions`;
      return {
        ...screen('log', services.server.settings),
        update: true,
        foot: [
          { kind: 'text', text: md`**Delete the log of ${amount}?** That cannot be undone.` },
          {
            kind: 'buttons',
            buttons: [
              { label: 'Delete it', style: 'primary', action: action('erased') },
              { label: 'Back', action: action('tab', 'log') },
            ],
          },
        ],
      };
    },
    async erased(request, services) {
      const count = await services.store.eraseQuestions(serverOf(request), Number.MAX_SAFE_INTEGER);
      services.audit(md`**Question log:** deleted (${count.toLocaleString('en-GB')})`);
      const { head, ...rest } = screen('log', services.server.settings);
      return { ...rest, update: true, head: [...head, { kind: 'text', text: md`The question log is deleted.` }] };
    },
  },
};

function screen(tab: Tab, settings: ServerSettings): MessageReply {
  return {
    kind: 'message',
    private: true,
    head: [
      { kind: 'text', text: md`**Setup: ${TABS[tab].label}**` },
      { kind: 'buttons', buttons: tabs(tab) },
      { kind: 'text', text: tell(settings, TOLD[tab]) },
    ],
    items: TABS[tab].fields.map((name): Block => {
      const { placeholder, show } = FIELDS[name];
      return { ...show(settings), placeholder, action: action('set', tab, name) };
    }),
    foot: [
      {
        kind: 'buttons',
        buttons: [
          { label: 'Limits, days and time zone', action: action('numbers', tab) },
          ...(tab === 'log' ? [{ label: 'Delete the question log', action: action('erase') }] : []),
        ],
      },
      { kind: 'text', text: small('What you choose applies at once. /config shows all of it, exports and resets it.') },
    ],
  };
}

function tabs(shown: Tab) {
  return (Object.keys(TABS) as Tab[]).map((tab) => ({
    label: TABS[tab].label,
    style: tab === shown ? ('primary' as const) : ('secondary' as const),
    action: action('tab', tab),
    disabled: tab === shown,
  }));
}

const action = (verb: string, ...args: readonly string[]): Action => ({ command: 'setup', verb, args });

const stale = () => new Refusal('That belongs to an older screen. Please use /setup again.');

function tabOf(name: string | undefined): Tab {
  if (name === undefined || !Object.hasOwn(TABS, name)) throw stale();
  return name as Tab;
}
