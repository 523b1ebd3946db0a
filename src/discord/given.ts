import {
  ApplicationCommandOptionType,
  type Attachment,
  type BaseInteraction,
  type CommandInteractionOption,
  ComponentType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import { tidy } from './query.ts';
import type { GivenFile, Member, Options, Request } from './types.ts';

/**
 * What was given with a slash command. People, roles and channels are ids; files are apart, since nothing of them may go
 * into the query line.
 */
export const readOptions = (data: readonly CommandInteractionOption[]): Pick<Request, 'path' | 'options' | 'files'> => {
  const [first] = data;
  if (first && subcommands.has(first.type)) {
    const { path, ...inner } = readOptions(first.options ?? []);
    return { path: [first.name, ...path], ...inner };
  }
  const options: Record<string, Options[string]> = {};
  const files: GivenFile[] = [];
  for (const { name, value, attachment } of data) {
    if (attachment) files.push(fileOf(name, attachment));
    else if (value !== undefined) options[name] = value;
  }
  return { path: [], options: tidy(options), files };
};

/** Options whose own options are what was given. */
const subcommands = new Set([ApplicationCommandOptionType.Subcommand, ApplicationCommandOptionType.SubcommandGroup]);

/** What was chosen from a select, of whatever kind; nothing for a button. */
export const readChoice = (interaction: MessageComponentInteraction): Pick<Request, 'fields' | 'chosen'> =>
  interaction.isAnySelectMenu()
    ? { fields: { value: interaction.values[0] ?? '' }, chosen: { value: interaction.values } }
    : { fields: {}, chosen: {} };

/** What was entered into a modal: text, choices, and files that were uploaded. */
export const readFields = (interaction: ModalSubmitInteraction): Pick<Request, 'fields' | 'chosen' | 'files'> => {
  const fields: Record<string, string> = {};
  const chosen: Record<string, readonly string[]> = {};
  const files: GivenFile[] = [];
  for (const field of interaction.fields.fields.values()) {
    // discord.js gives selects an empty list of attachments where there is an upload beside them: the type decides.
    if (field.type === ComponentType.FileUpload) {
      for (const id of field.values ?? []) {
        const attachment = field.attachments?.get(id);
        if (attachment) files.push(fileOf(field.customId, attachment));
      }
    } else if ('values' in field) chosen[field.customId] = [...field.values];
    else if ('value' in field && typeof field.value === 'string') fields[field.customId] = field.value;
  }
  return { fields, chosen, files };
};

const fileOf = (field: string, { name, size, url }: Attachment): GivenFile => ({ field, name, size, url });

/** The member of a server who used something, whether or not discord.js knows that server. */
export const readMember = ({ member, memberPermissions, guildId }: BaseInteraction): Member | null => {
  if (member === null) return null;
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return memberOf(roles, memberPermissions, guildId);
};

/** The role that everybody has goes by the server's own id and says nothing. */
export const memberOf = (
  roles: readonly string[],
  permissions: Readonly<PermissionsBitField> | null,
  guildId: string | null,
): Member => ({
  roles: roles.filter((id) => id !== guildId),
  managesServer: permissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
});
