import type { APIUser } from 'discord.js';
import type { LocalGuild, LocalRole } from '../protocol.ts';
import { renderAvatar } from './avatar.ts';
import { type Directory, displayName, guildHere, membersHere, rolesOf, standing } from './directory.ts';
import { aloud, button, element } from './dom.ts';

/** A role beside a name, marked with its colour. */
export function renderRole({ name, color }: LocalRole): HTMLElement {
  const role = element('span', { class: 'role' }, name);
  if (color !== 0) role.style.setProperty('--role', `#${color.toString(16).padStart(6, '0')}`);
  return role;
}

interface Group {
  readonly name: string;
  readonly members: readonly APIUser[];
}

/** The owner first, then by role as the server orders them, then everybody else. */
function groupsOf(guild: LocalGuild, directory: Directory): readonly Group[] {
  const waiting = new Set(membersHere(directory));
  const take = (name: string, belongs: (user: APIUser) => boolean): Group => {
    const members = [...waiting].filter(belongs);
    for (const user of members) waiting.delete(user);
    return { name, members };
  };
  const groups = [
    take('Apps', (user) => user.bot === true),
    take('Owner', ({ id }) => id === guild.ownerId),
    ...guild.roles.map((role) => take(role.name, ({ id }) => rolesOf(guild, id).includes(role))),
    take('Members', () => true),
  ];
  return [...groups.slice(1), groups[0]!].filter(({ members }) => members.length > 0);
}

/** Who is on the server, by role. Each person but the reader is a button that makes the reader that person. */
export function createMembers(root: HTMLElement, become: (user: APIUser) => void) {
  const renderMember = (user: APIUser, guild: LocalGuild, directory: Directory): HTMLElement => {
    const name = element('span', { class: 'member-name' }, displayName(user));
    if (user.bot)
      return element('span', { class: 'member' }, renderAvatar(user), name, element('span', { class: 'tag' }, 'APP'));
    if (user.id === directory.user.id) {
      return element('span', { class: 'member' }, renderAvatar(user), name, element('small', {}, 'you'));
    }
    const rank = standing(guild, user.id);
    const face = [renderAvatar(user), aloud('Act as '), name, aloud(rank)];
    return button({ class: 'member', title: `Act as ${displayName(user)} (${rank})` }, () => become(user), face);
  };

  return {
    show(directory: Directory): void {
      const guild = guildHere(directory);
      root.hidden = guild === null;
      if (!guild) return;
      root.replaceChildren(
        ...groupsOf(guild, directory).flatMap((group, index) => [
          element('h2', { class: 'member-heading', id: `members-${index}` }, `${group.name} — ${group.members.length}`),
          element(
            'ul',
            { 'aria-labelledby': `members-${index}` },
            group.members.map((user) => element('li', {}, renderMember(user, guild, directory))),
          ),
        ]),
      );
    },
  };
}
