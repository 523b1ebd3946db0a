import type { APIUser } from 'discord.js';
import type { LocalChannel, LocalGuild } from '../protocol.ts';
import { renderAvatar } from './avatar.ts';
import { type Directory, displayName, standing } from './directory.ts';
import { aloud, button, element, type IconName, icon } from './dom.ts';
import { renderMenuButton } from './menu.ts';

export interface Sidebar {
  /** Draws everything anew for this directory. */
  show(directory: Directory): void;
  /** Marks a channel that has something unread, and its server. */
  unread(channelId: string): void;
}

interface SidebarActions {
  open(channel: LocalChannel): void;
  /** The reader goes on as somebody else. */
  become(user: APIUser): void;
}

/** The sign before a channel's name. */
export function markOf({ kind }: LocalChannel): IconName {
  return kind === 'thread' ? 'thread' : 'hash';
}

/** The first letters of a server's name, for lack of a picture. */
function initials(name: string): string {
  return name.replace(/(\p{L})\p{L}*[^\p{L}]*/gu, '$1').slice(0, 3);
}

/** The rail of servers, the channels of the open one or the direct messages, and who the reader is. */
export function createSidebar(root: HTMLElement, { open, become }: SidebarActions): Sidebar {
  const unread = new Set<string>();
  let shown: Directory | null = null;

  const dot = (channels: readonly LocalChannel[]): HTMLElement | null =>
    channels.some(({ id }) => unread.has(id)) ? element('span', { class: 'unread' }, 'unread') : null;

  /** One place of the rail: a server, or the direct messages (null). Opens where the reader may be at once. */
  const renderPlace = (directory: Directory, guild: LocalGuild | null): HTMLElement | null => {
    const channels = directory.channels.filter(({ guildId }) => guildId === (guild?.id ?? null));
    const [first] = channels;
    if (!first) return null;
    const name = guild?.name ?? 'Direct messages';
    const current = directory.channel.guildId === (guild?.id ?? null);
    const face = guild ? element('span', { 'aria-hidden': 'true' }, initials(guild.name)) : renderAvatar(directory.bot);
    const quiet = guild && guild.bot !== 'present' ? ' without-bot' : '';
    return element(
      'li',
      {},
      button(
        { class: `server${quiet}`, title: name, 'aria-current': current ? 'true' : null },
        () => open(first),
        face,
        aloud(name),
        current ? null : dot(channels),
      ),
    );
  };

  const renderChannel = (directory: Directory, channel: LocalChannel): HTMLElement => {
    const mark = channel.guildId === null ? renderAvatar(otherOf(directory, channel)) : icon(markOf(channel));
    const here = channel.id === directory.channel.id ? 'page' : null;
    const name = element('span', { class: 'channel-name' }, channel.name);
    const act = (): void => open(channel);
    return element(
      'li',
      { class: channel.kind === 'thread' ? 'thread' : null },
      button({ class: 'channel', 'aria-current': here }, act, mark, name, dot([channel])),
    );
  };

  const renderChannels = (directory: Directory): HTMLElement => {
    const { guildId } = directory.channel;
    const guild = directory.guilds.find(({ id }) => id === guildId);
    const channels = directory.channels.filter((channel) => channel.guildId === guildId);
    return element(
      'nav',
      { class: 'channels', 'aria-label': 'Channels' },
      element('p', { class: 'server-name' }, guild?.name ?? 'Direct messages'),
      element(
        'ul',
        {},
        channels.map((channel) => renderChannel(directory, channel)),
      ),
    );
  };

  const renderSelf = (directory: Directory): HTMLElement => {
    const guild = directory.guilds.find(({ id }) => id === directory.channel.guildId) ?? null;
    const { user } = directory;
    const role = element('small', {}, standing(guild, user.id) || 'In direct messages');
    const face = [
      renderAvatar(user),
      element('span', { class: 'self-name' }, aloud('You are '), displayName(user), role),
      aloud('Act as somebody else'),
      icon('people'),
    ];
    return element(
      'section',
      { class: 'self', 'aria-label': 'You' },
      renderMenuButton(null, 'Act as', face, () =>
        directory.people.map((one) => ({
          label: displayName(one),
          detail: [standing(guild, one.id), language(one.locale)].filter(Boolean).join(' · '),
          current: one.id === user.id,
          act: () => become(one),
        })),
      ),
    );
  };

  const draw = (directory: Directory): void => {
    root.replaceChildren(
      element(
        'nav',
        { class: 'rail', 'aria-label': 'Servers' },
        element(
          'ul',
          {},
          [null, ...directory.guilds].map((guild) => renderPlace(directory, guild)),
        ),
      ),
      renderChannels(directory),
      renderSelf(directory),
    );
  };

  return {
    show(directory) {
      shown = directory;
      unread.delete(directory.channel.id);
      draw(directory);
    },
    unread(channelId) {
      if (unread.has(channelId) || !shown || root.contains(document.activeElement)) {
        unread.add(channelId);
        return;
      }
      unread.add(channelId);
      draw(shown);
    },
  };
}

/** What a person's client is set to, when it isn't the language of this page. */
function language(locale = 'en-US'): string {
  return locale.startsWith('en') ? '' : (new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale);
}

/** Whose picture stands for a conversation. */
function otherOf({ bot, people }: Directory, channel: LocalChannel): APIUser {
  if (channel.kind === 'dm') return bot;
  return people.find((user) => channel.name.endsWith(displayName(user))) ?? bot;
}
