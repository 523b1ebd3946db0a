import type { APIMessage } from 'discord.js';
import { button, element, icon } from './dom.ts';
import { isEphemeral, type MessageContext, renderMessage } from './message.ts';
import { sameDay, styledTime } from './time.ts';

export interface Log {
  /** Shows the messages of one channel below its opening. */
  show(channelId: string, opening: HTMLElement): void;
  /** A new message, or a new state of one that is there. */
  put(message: APIMessage): void;
  remove(messageId: string): void;
  /** Forgets all messages; what comes next is drawn when a channel is shown again. */
  clear(): void;
  find(messageId: string): APIMessage | undefined;
  /** A line of the page's own at the end: an act under way, or one that failed. Returns what takes it away. */
  note(channelId: string, line: HTMLElement): () => void;
}

/** Messages of one author within this time share one head. */
const GROUP_MS = 7 * 60_000;

/** How near the end still counts as reading the newest message, in pixels. */
const NEAR_END = 80;

/**
 * The list of messages in `root`, which scrolls. New messages come into view unless the reader has scrolled up;
 * pictures that arrive late don't push the end out of view.
 */
export function createLog(root: HTMLElement, context: MessageContext): Log {
  const messages = new Map<string, APIMessage>();
  let channel = '';
  let following = true;

  const list = element('div', { class: 'log-list' });
  const jump = button({ class: 'jump', hidden: true }, () => scrollToEnd(), 'New messages', icon('chevron'));
  root.append(list, jump);
  // A list that scrolls must be reachable by keyboard.
  root.tabIndex = 0;

  const scrollToEnd = (): void => {
    root.scrollTop = root.scrollHeight;
    jump.hidden = true;
  };
  const follow = (): void => {
    if (following) scrollToEnd();
  };
  root.addEventListener('scroll', () => {
    following = root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_END;
    if (following) jump.hidden = true;
  });
  new ResizeObserver(follow).observe(list);
  new ResizeObserver(follow).observe(root);

  const inChannel = (): APIMessage[] => [...messages.values()].filter((message) => message.channel_id === channel);

  const elementOf = (id: string): HTMLElement | null => list.querySelector(`[data-id="${CSS.escape(id)}"]`);

  const render = (message: APIMessage, before: APIMessage | undefined): HTMLElement =>
    renderMessage(message, before !== undefined && continues(message, before), context);

  const daySeparator = (message: APIMessage, before: APIMessage | undefined): HTMLElement | null => {
    const day = new Date(message.timestamp);
    if (before && sameDay(day, new Date(before.timestamp))) return null;
    return element('div', { class: 'day', role: 'separator' }, element('span', {}, styledTime(day, 'D')));
  };

  const add = (message: APIMessage, before: APIMessage | undefined): void => {
    const separator = daySeparator(message, before);
    if (separator) list.append(separator);
    list.append(render(message, before));
  };

  return {
    show(channelId, opening) {
      channel = channelId;
      following = true;
      list.replaceChildren(opening);
      inChannel().forEach((message, index, all) => {
        add(message, all[index - 1]);
      });
      // A channel without messages shows its opening from the top.
      if (inChannel().length > 0) scrollToEnd();
    },
    put(message) {
      const known = messages.has(message.id);
      messages.set(message.id, message);
      if (message.channel_id !== channel) return;
      const all = inChannel();
      const before = all[all.findIndex(({ id }) => id === message.id) - 1];
      if (known) {
        const old = elementOf(message.id);
        if (old) replaceKeepingFocus(old, render(message, before));
      } else {
        add(message, before);
        jump.hidden = following;
      }
      follow();
    },
    remove(messageId) {
      const all = inChannel();
      const at = all.findIndex(({ id }) => id === messageId);
      messages.delete(messageId);
      elementOf(messageId)?.remove();
      // The message after it may have shared its head.
      const after = at < 0 ? undefined : all[at + 1];
      if (after) elementOf(after.id)?.replaceWith(render(after, all[at - 1]));
    },
    clear() {
      messages.clear();
      channel = '';
    },
    find: (messageId) => messages.get(messageId),
    note(channelId, line) {
      if (channelId !== channel) return () => undefined;
      list.append(line);
      follow();
      return () => line.remove();
    },
  };
}

function continues(message: APIMessage, before: APIMessage): boolean {
  return (
    before.author.id === message.author.id &&
    !message.interaction_metadata &&
    !message.message_reference &&
    isEphemeral(before) === isEphemeral(message) &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_MS &&
    sameDay(new Date(message.timestamp), new Date(before.timestamp))
  );
}

/** A page turned in place must leave the keyboard on the button that turned it. */
function replaceKeepingFocus(old: HTMLElement, made: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const customId = focused?.getAttribute('data-custom-id');
  const label = focused?.textContent;
  old.replaceWith(made);
  if (!focused) return;
  const controls = [...made.querySelectorAll<HTMLElement>('[data-custom-id]')];
  const same =
    controls.find((control) => control.getAttribute('data-custom-id') === customId) ??
    controls.find((control) => control.textContent === label);
  (same?.hasAttribute('disabled') ? controls.find((control) => !control.hasAttribute('disabled')) : same)?.focus();
}
