import {
  type APIChannelSelectComponent,
  type APIRoleSelectComponent,
  type APIStringSelectComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { encodeAction } from './action.ts';
import { limits, within } from './limits.ts';
import type { Block, ModalField } from './types.ts';

type Of<Union, Kind> = Extract<Union, { readonly kind: Kind }>;
type StringSelect = Of<Block, 'select'> | Of<ModalField, 'select'>;
type EntitySelect = Of<Block, 'roles' | 'channels'> | Of<ModalField, 'roles' | 'channels'>;

/** Channels in which a message can be written, and forums, whose posts are threads. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildForum,
];

/** A select of our own choices. No more may be chosen than there are. */
export const stringSelect = (select: StringSelect): APIStringSelectComponent => {
  const options = within(select.choices, limits.selectOptions, 'A select').map(
    ({ name, value, description, chosen }) => ({
      label: within(name, limits.choice, 'The name of a choice'),
      value: within(value, limits.choice, 'The value of a choice'),
      ...(description && { description: within(description, limits.choice, 'The description of a choice') }),
      ...(chosen && { default: true }),
    }),
  );
  return { type: ComponentType.StringSelect, ...common(select, options.length), options };
};

/** A select of what the server has: its roles or its channels. */
export const entitySelect = (select: EntitySelect): APIRoleSelectComponent | APIChannelSelectComponent => {
  const shared = common(select, limits.selectOptions);
  const chosen = select.chosen.slice(0, shared.max_values);
  if (select.kind === 'roles')
    return {
      type: ComponentType.RoleSelect,
      ...shared,
      default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
    };
  return {
    type: ComponentType.ChannelSelect,
    ...shared,
    channel_types: channelTypes,
    default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  };
};

const common = (select: StringSelect | EntitySelect, available: number) => {
  const { placeholder } = { placeholder: undefined, ...select };
  const { least, most } = bounds(select);
  return {
    ...place(select),
    ...(placeholder && { placeholder: within(placeholder, limits.placeholder, 'The placeholder of a select') }),
    min_values: Math.min(least, available),
    max_values: Math.max(1, Math.min(most, available)),
  };
};

const place = (select: StringSelect | EntitySelect) =>
  'action' in select ? { custom_id: encodeAction(select.action) } : { custom_id: select.id, required: select.required };

/** How many may be chosen. A field that must be filled cannot be left with nothing, and one that need not be can. */
export const bounds = (several: {
  readonly required?: boolean;
  readonly least?: number;
  readonly most?: number;
}): { readonly least: number; readonly most: number } => {
  const { required, least = required === false ? 0 : 1, most = 1 } = several;
  return { least: required ? Math.max(1, least) : least, most: Math.max(most, least) };
};
