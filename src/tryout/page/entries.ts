import { channelsHere, type Directory, displayName, membersHere, rolesHere } from './directory.ts';

/** One entry of a list to choose from. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  readonly detail?: string | undefined;
  readonly chosen?: boolean | undefined;
}

/** A select, of whatever kind, as a message or a form carries it. */
export interface AnySelect {
  readonly type: number;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string | undefined;
    readonly default?: boolean | undefined;
  }[];
  readonly channel_types?: readonly number[];
  readonly default_values?: readonly { readonly id: string }[];
}

/** ComponentType of the selects, and the kinds of things of which the last two consist. */
const SELECT = { string: 3, user: 5, role: 6, mentionable: 7, channel: 8 } as const;

const people = (directory: Directory): readonly Entry[] =>
  membersHere(directory).map((user) => ({
    label: displayName(user),
    value: user.id,
    detail: user.bot ? 'App' : undefined,
  }));

const roles = (directory: Directory): readonly Entry[] =>
  rolesHere(directory).map(({ id, name }) => ({
    label: name.startsWith('@') ? name : `@${name}`,
    value: id,
    detail: 'Role',
  }));

export function isSelect(type: number): boolean {
  return Object.values<number>(SELECT).includes(type);
}

function available(select: AnySelect, directory: Directory): readonly Entry[] {
  switch (select.type) {
    case SELECT.user:
      return people(directory);
    case SELECT.role:
      return roles(directory);
    case SELECT.mentionable:
      return [...people(directory), ...roles(directory)];
    case SELECT.channel:
      return channelsHere(directory, select.channel_types).map(({ id, name }) => ({ label: `#${name}`, value: id }));
    default:
      return (select.options ?? []).map(({ label, value, description, default: chosen }) => ({
        label,
        value,
        detail: description,
        chosen,
      }));
  }
}

/** What a select offers here, with what it starts with marked as chosen. */
export function entriesOf(select: AnySelect, directory: Directory): readonly Entry[] {
  const started = new Set(select.default_values?.map(({ id }) => id));
  return available(select, directory).map((entry) => (started.has(entry.value) ? { ...entry, chosen: true } : entry));
}
