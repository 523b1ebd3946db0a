import type { LocalChannel } from '../protocol.ts';
import { renderAvatar } from './avatar.ts';
import { type Directory, displayName } from './directory.ts';
import { button, element, icon } from './dom.ts';

export interface Sidebar {
  /** Draws everything anew for this directory, with `channelId` as the open channel. */
  show(directory: Directory, channelId: string): void;
  /** Marks a channel that has something unread. */
  unread(channelId: string): void;
}

/** The rail of servers, the channels and direct messages, and who the reader is here. */
export function createSidebar(root: HTMLElement, open: (channel: LocalChannel) => void): Sidebar {
  const unread = new Set<string>();

  const renderChannel = (directory: Directory, channel: LocalChannel, current: string): HTMLElement => {
    const mark = channel.kind === 'text' ? icon('hash') : renderAvatar(directory.bot);
    const waiting = unread.has(channel.id) ? element('span', { class: 'unread' }, 'unread') : null;
    const here = channel.id === current ? 'page' : null;
    const act = (): void => open(channel);
    const name = element('span', { class: 'channel-name' }, channel.name);
    return element(
      'li',
      {},
      button({ class: 'channel', 'aria-current': here, 'data-channel': channel.id }, act, mark, name, waiting),
    );
  };

  const renderGroup = (
    heading: string,
    kind: LocalChannel['kind'],
    directory: Directory,
    current: string,
  ): HTMLElement =>
    element(
      'div',
      { class: 'channel-group' },
      element('p', { class: 'channel-heading', id: `channels-${kind}` }, heading),
      element(
        'ul',
        { 'aria-labelledby': `channels-${kind}` },
        directory.channels
          .filter((channel) => channel.kind === kind)
          .map((channel) => renderChannel(directory, channel, current)),
      ),
    );

  return {
    show(directory, channelId) {
      unread.delete(channelId);
      const initials = directory.guild.name.replace(/(\w)\w*\W*/g, '$1').slice(0, 3);
      root.replaceChildren(
        element('div', { class: 'rail', 'aria-hidden': 'true' }, element('span', { class: 'server' }, initials)),
        element(
          'nav',
          { class: 'channels', 'aria-label': 'Channels' },
          element('p', { class: 'server-name' }, directory.guild.name),
          renderGroup('Text channels', 'text', directory, channelId),
          renderGroup('Direct messages', 'dm', directory, channelId),
        ),
        element(
          'div',
          { class: 'self' },
          renderAvatar(directory.user),
          element('span', {}, displayName(directory.user), element('small', {}, 'on this computer')),
        ),
      );
    },
    unread(channelId) {
      if (unread.has(channelId)) return;
      unread.add(channelId);
      const channel = root.querySelector(`[data-channel="${CSS.escape(channelId)}"]`);
      channel?.append(element('span', { class: 'unread' }, 'unread'));
    },
  };
}
