/** The try-out page: a channel of the local Discord, run by the messages of `../protocol.ts`. */
import type { APIMessage } from 'discord.js';
import type { LocalChannel, OptionValue, ToPage } from '../protocol.ts';
import type { CommandLine, NamedValue } from './command-options.ts';
import { type Composer, createComposer } from './composer.ts';
import { connect, type Outcome } from './connection.ts';
import { COMMAND_TYPE, commandsFor, type Directory, displayName, nameOf } from './directory.ts';
import { button, byId, element, icon } from './dom.ts';
import { createLog } from './log.ts';
import { renderMenuButton } from './menu.ts';
import type { MessageContext } from './message.ts';
import { openModal } from './modal.ts';
import { renderFailure, renderWaiting } from './note.ts';
import { renderOpening } from './opening.ts';
import { createSidebar } from './sidebar.ts';

/** An answer within this time needs no "Sending command…" before it. */
const QUICK_MS = 250;

let directory: Directory | null = null;
let channel: LocalChannel | null = null;
let composer: Composer | null = null;

const here = (): Directory => directory!;
const channelHere = (): LocalChannel => channel!;

const context: MessageContext = {
  get directory() {
    return here();
  },
  now: () => Date.now(),
  find: (messageId) => log.find(messageId),
  startCommand: (name) => composer?.startCommand(name),
  dismiss: (messageId) => {
    log.remove(messageId);
    composer?.focus();
  },
  actions: renderActions,
  async use(message, customId, componentType, values) {
    const act = { kind: 'component', messageId: message.id, customId, componentType } as const;
    const outcome = await connection.perform(values ? { ...act, values } : act);
    return outcome.kind === 'failed' ? outcome.reason : null;
  },
};

const log = createLog(byId('log'), context);
const sidebar = createSidebar(byId('sidebar'), (next) => {
  openChannel(next);
  composer?.focus();
});
const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
const connection = connect(`${scheme}://${location.host}/tryout`, {
  receive,
  status: (connected) => {
    byId('offline').hidden = connected;
  },
});

function receive(message: ToPage): void {
  switch (message.kind) {
    case 'hello':
      greet(message);
      break;
    case 'commands':
      if (!directory || !channel) break;
      directory = { ...directory, commands: message.commands };
      document.querySelector('.opening')?.replaceWith(renderOpening(directory, channel, runExample));
      break;
    case 'message':
      log.put(message.message);
      if (message.message.channel_id !== channel?.id) sidebar.unread(message.message.channel_id);
      break;
    case 'delete':
      log.remove(message.messageId);
      break;
    case 'modal':
      showModal(message);
  }
}

function greet(hello: Extract<ToPage, { readonly kind: 'hello' }>): void {
  directory = hello;
  log.clear();
  for (const message of hello.messages) log.put(message);
  const known = hello.channels.find(({ id }) => id === channel?.id) ?? hello.channels[0];
  if (!known) throw new Error('The local Discord has no channel.');
  channel = known;
  composer ??= createComposer(byId('composer'), {
    directory: here,
    channel: channelHere,
    complete,
    runCommand: (line, options) => void runCommand(`/${line.name}`, line.commandId, options),
    sendMessage: (content, replyTo) => void sendMessage(content, replyTo),
  });
  openChannel(known);
  byId('loading').hidden = true;
  // A phone's keyboard would cover what there is to read.
  if (matchMedia('(hover: hover)').matches) composer.focus();
}

function openChannel(next: LocalChannel): void {
  channel = next;
  sidebar.show(here(), next.id);
  log.show(next.id, renderOpening(here(), next, runExample));
  const mark = next.kind === 'text' ? icon('hash') : '@';
  byId('title').replaceChildren(mark, next.name);
  document.title = `${next.kind === 'text' ? '#' : '@'}${next.name} · ${displayName(here().bot)}`;
  composer?.reset();
}

function runExample(example: Parameters<Composer['run']>[0]): void {
  composer?.run(example);
}

function renderActions(message: APIMessage): HTMLElement {
  const items = () =>
    commandsFor(here(), COMMAND_TYPE.message, channelHere().kind).map((command) => ({
      label: command.name,
      act: () => void runCommand(command.name, command.id, [], message.id),
    }));
  const reply = button(
    { class: 'action', 'aria-label': 'Reply', title: 'Reply' },
    () => composer?.replyTo(message),
    icon('reply'),
  );
  const apps = items().length > 0 ? renderMenuButton('Apps', 'Apps', icon('apps'), items) : null;
  return element('div', { class: 'actions' }, reply, apps);
}

async function complete(line: CommandLine, options: readonly OptionValue[]): Promise<readonly NamedValue[]> {
  const act = { kind: 'autocomplete', channelId: channelHere().id, commandId: line.commandId, options } as const;
  const outcome = await connection.perform(act);
  return outcome.kind === 'choices' ? outcome.choices : [];
}

async function runCommand(
  title: string,
  commandId: string,
  options: readonly OptionValue[],
  targetMessageId?: string,
): Promise<void> {
  const channelId = channelHere().id;
  const act = { kind: 'command', channelId, commandId, options } as const;
  await follow(title, channelId, connection.perform(targetMessageId ? { ...act, targetMessageId } : act));
}

async function sendMessage(content: string, replyTo: string | undefined): Promise<void> {
  const channelId = channelHere().id;
  const act = { kind: 'message', channelId, content } as const;
  const outcome = await connection.perform(replyTo ? { ...act, replyTo } : act);
  if (outcome.kind === 'failed') log.note(channelId, renderFailure(here(), `“${content}”`, outcome.reason));
}

/** Shows that the bot is at work when it takes its time, and why it failed when it did. */
async function follow(title: string, channelId: string, act: Promise<Outcome>): Promise<void> {
  let withdraw = (): void => undefined;
  const timer = setTimeout(() => {
    withdraw = log.note(channelId, renderWaiting(here(), title));
  }, QUICK_MS);
  const outcome = await act;
  clearTimeout(timer);
  withdraw();
  if (outcome.kind === 'failed') log.note(channelId, renderFailure(here(), title, outcome.reason));
}

function showModal(form: Extract<ToPage, { readonly kind: 'modal' }>): void {
  openModal(form.modal, displayName(here().bot), {
    nameOf: (kind, id) => nameOf(here(), kind, id),
    everyone: false,
    startCommand: context.startCommand,
    now: context.now,
    async submit(fields) {
      const outcome = await connection.perform({ kind: 'modal', modalId: form.id, fields });
      return outcome.kind === 'failed' ? outcome.reason : null;
    },
  });
}

// Typing anywhere lands in the composer, as chat clients do it; fields, lists, menus and dialogs keep their keys.
document.addEventListener('keydown', (event) => {
  const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ';
  const busy = document.activeElement?.closest('input, textarea, dialog, [role=combobox], [role=menu]');
  if (typing && !busy) composer?.focus();
});
