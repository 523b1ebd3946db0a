/** The try-out page: a channel of the local Discord, run by the messages of `../protocol.ts`. */
import type { APIMessage, APIUser } from 'discord.js';
import type { LocalChannel, OptionValue, Surroundings, ToPage } from '../protocol.ts';
import { type CommandLine, type NamedValue, shown } from './command-options.ts';
import { type Composer, createComposer } from './composer.ts';
import { connect, type Outcome } from './connection.ts';
import { COMMAND_TYPE, commandsHere, type Directory, displayName, nameOf } from './directory.ts';
import { button, byId, element, icon } from './dom.ts';
import { createDrawer } from './drawer.ts';
import { entriesOf } from './entries.ts';
import { acceptDrops, uploadFile } from './files.ts';
import { createLog } from './log.ts';
import { createMembers } from './members.ts';
import { renderMenuButton } from './menu.ts';
import type { MessageContext } from './message.ts';
import { openModal } from './modal.ts';
import { renderFailure, renderWaiting } from './note.ts';
import { renderOpening } from './opening.ts';
import { openPayload } from './payload.ts';
import { createSidebar, markOf } from './sidebar.ts';

/** An answer within this time needs no "Sending command…" before it. */
const QUICK_MS = 250;

/** `?as=Ben` in the page's address makes the reader Ben; the id is told by the first greeting. */
let self = new URLSearchParams(location.search).get('as');
let directory: Directory | null = null;
let composer: Composer | null = null;

const here = (): Directory => directory!;

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
const drawer = createDrawer(byId('sidebar'), byId('open-sidebar'), byId('drawer-back'));
const sidebar = createSidebar(byId('sidebar'), {
  open: (next) => {
    openChannel(next);
    drawer.close();
    composer?.focus();
  },
  become,
});
const members = createMembers(byId('members'), become);
const connection = connect(address, {
  receive,
  status: (connected) => {
    byId('offline').hidden = connected;
  },
});
const upload = (file: File) => uploadFile(file, here().user.id, here().channel.id);

function address(): string {
  const known = directory?.people.find((user) => displayName(user) === self)?.id;
  return `${location.origin.replace(/^http/, 'ws')}/tryout?user=${encodeURIComponent(known ?? self ?? '')}`;
}

function become(user: APIUser): void {
  self = displayName(user);
  history.replaceState(null, '', `?as=${encodeURIComponent(self)}`);
  drawer.close();
  connection.reopen();
}

function receive(message: ToPage): void {
  switch (message.kind) {
    case 'hello':
      greet(message);
      break;
    case 'surroundings':
      if (directory) surround(directory, message);
      break;
    case 'message':
      log.put(message.message);
      if (message.message.channel_id !== directory?.channel.id) sidebar.unread(message.message.channel_id);
      break;
    case 'delete':
      log.remove(message.messageId);
      break;
    case 'modal':
      showModal(message);
  }
}

/** The open channel as it is now, or else the first of its server, or the first of all. */
function placeIn(channels: readonly LocalChannel[], before: LocalChannel | undefined): LocalChannel {
  const same = channels.find(({ id }) => id === before?.id);
  const near = before?.guildId ? channels.find(({ guildId }) => guildId === before.guildId) : undefined;
  const own = before?.kind === 'dm' ? channels.find(({ kind }) => kind === 'dm') : undefined;
  const known = same ?? near ?? own ?? channels[0];
  if (!known) throw new Error('The local Discord has no channel.');
  return known;
}

function greet(hello: Extract<ToPage, { readonly kind: 'hello' }>): void {
  directory = { ...hello, channel: placeIn(hello.channels, directory?.channel) };
  log.clear();
  for (const message of hello.messages) log.put(message);
  composer ??= createComposer(byId('composer'), {
    directory: here,
    upload,
    complete,
    runCommand: (line, options) => void runCommand(`/${line.name}`, line.commandId, options),
    sendMessage: (content, replyTo, files) => void sendMessage(content, replyTo, files),
  });
  openChannel(directory.channel);
  byId('loading').hidden = true;
  // A phone's keyboard would cover what there is to read.
  if (matchMedia('(hover: hover)').matches) composer.focus();
}

/** Takes in that servers, channels or commands have changed, without disturbing what is being read or written. */
function surround(before: Directory, { guilds, channels, commands, reach }: Surroundings): void {
  const channel = placeIn(channels, before.channel);
  directory = { ...before, guilds, channels, commands, reach, channel };
  if (channel.id !== before.channel.id) {
    openChannel(channel);
    return;
  }
  sidebar.show(directory);
  members.show(directory);
  document.querySelector('.opening')?.replaceWith(renderOpening(directory, runExample));
}

function openChannel(channel: LocalChannel): void {
  directory = { ...here(), channel };
  sidebar.show(directory);
  members.show(directory);
  log.show(channel.id, renderOpening(directory, runExample));
  const inGuild = channel.guildId !== null;
  byId('title').replaceChildren(inGuild ? icon(markOf(channel)) : '@', channel.name);
  document.title = `${inGuild ? '#' : '@'}${channel.name} · ${displayName(directory.bot)}`;
  composer?.reset();
}

function runExample(example: Parameters<Composer['run']>[0]): void {
  composer?.run(example);
}

function renderActions(message: APIMessage): HTMLElement {
  const items = () =>
    commandsHere(here(), COMMAND_TYPE.message).map((command) => ({
      label: shown(command).name,
      act: () => void runCommand(shown(command).name, command.id, [], message.id),
    }));
  const reply = button(
    { class: 'action', 'aria-label': 'Reply', title: 'Reply' },
    () => composer?.replyTo(message),
    icon('reply'),
  );
  const apps = items().length > 0 ? renderMenuButton('Apps', 'Apps', icon('apps'), items) : null;
  const payload = button(
    { class: 'action', 'aria-label': 'Show payload', title: 'Show payload' },
    () => void showPayload(message),
    icon('braces'),
  );
  return element('div', { class: 'actions' }, reply, apps, message.author.bot ? payload : null);
}

async function showPayload(message: APIMessage): Promise<void> {
  const outcome = await connection.perform({ kind: 'payload', messageId: message.id });
  if (outcome.kind === 'payload') openPayload(outcome.sent);
}

async function complete(line: CommandLine, options: readonly OptionValue[]): Promise<readonly NamedValue[]> {
  const act = { kind: 'autocomplete', channelId: here().channel.id, commandId: line.commandId, options } as const;
  const outcome = await connection.perform(act);
  return outcome.kind === 'choices' ? outcome.choices : [];
}

async function runCommand(
  title: string,
  commandId: string,
  options: readonly OptionValue[],
  targetMessageId?: string,
): Promise<void> {
  const channelId = here().channel.id;
  const act = { kind: 'command', channelId, commandId, options } as const;
  await follow(title, channelId, connection.perform(targetMessageId ? { ...act, targetMessageId } : act));
}

async function sendMessage(content: string, replyTo: string | undefined, files: readonly string[]): Promise<void> {
  const channelId = here().channel.id;
  const act = { kind: 'message', channelId, content, files } as const;
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
    entriesOf: (select) => entriesOf(select, here()),
    upload,
    async submit(fields) {
      const outcome = await connection.perform({ kind: 'modal', modalId: form.id, fields });
      return outcome.kind === 'failed' ? outcome.reason : null;
    },
  });
}

// Files can be dropped anywhere; forms take those dropped on them.
acceptDrops(document.body, {
  over: (hanging) => document.body.classList.toggle('files-over', hanging),
  drop: (files) => {
    if (!document.querySelector('dialog[open]')) composer?.offer(files);
  },
});

// Typing anywhere lands in the composer, as chat clients do it; fields, lists, menus and dialogs keep their keys.
document.addEventListener('keydown', (event) => {
  const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ';
  const busy = document.activeElement?.closest('input, textarea, dialog, [role=combobox], [role=menu]');
  if (typing && !busy) composer?.focus();
});
