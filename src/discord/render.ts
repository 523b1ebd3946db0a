import {
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { speechIn } from '../languages/languages.ts';
import type { Speech } from '../languages/types.ts';
import { encodeAction } from './action.ts';
import { type Attached, attach, downloads, gallery } from './files.ts';
import { limits, within } from './limits.ts';
import { type Piece, paginate } from './paginate.ts';
import { queryLineId } from './query.ts';
import { entitySelect, stringSelect } from './selects.ts';
import type { Action, Button, Markdown, MessageReply } from './types.ts';

/** A message as discord.js sends it: Components V2, and nobody is ever mentioned. */
export interface Payload {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly Attached[];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

const accent = 0x2f6f8f;

export interface Frame {
  /** The query line; null where there is nothing to repeat (a refusal). */
  readonly query: Markdown | null;
  /** From 0; a page that the reply doesn't have shows the nearest one. */
  readonly page: number;
  /** What the pager's buttons do. */
  readonly turn: (page: number) => Action;
  /** The language of the pager; English when absent. */
  readonly speech?: Speech;
}

/** One page of a reply as a message. */
export const renderMessage = (reply: MessageReply, frame: Frame): Payload => {
  const { query, page, turn, speech = speechIn('en') } = frame;
  const pages = paginate(reply, query?.source.length ?? 0);
  const shown = Math.min(Math.max(page, 0), pages.length - 1);
  const { head, items, foot } = pages[shown]!;
  const files = shown === 0 ? (reply.files ?? []) : [];
  const inner = [
    ...gallery(files),
    ...[...head, ...items].flatMap(component),
    ...downloads(files),
    ...foot.flatMap(component),
  ];
  const components = [
    ...(query ? [{ type: ComponentType.TextDisplay, id: queryLineId, content: query.source } as const] : []),
    ...container(inner),
    ...(pages.length > 1 ? pager(shown, pages.length, turn, speech) : []),
  ];
  return payload(reply.private, components, attach(files));
};

/** A sentence or two without frame and buttons. */
export const renderNote = (note: Markdown, isPrivate: boolean): Payload =>
  payload(isPrivate, [{ type: ComponentType.TextDisplay, content: note.source }]);

const payload = (
  isPrivate: boolean,
  components: APIMessageTopLevelComponent[],
  files: readonly Attached[] = [],
): Payload => ({
  flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
  components,
  files,
  allowedMentions: { parse: [], repliedUser: false },
});

const container = (components: APIContainerComponent['components']): APIContainerComponent[] =>
  components.length === 0 ? [] : [{ type: ComponentType.Container, accent_color: accent, components }];

const component = (piece: Piece): APIContainerComponent['components'] => {
  switch (piece.kind) {
    case 'text':
      return piece.text.source === '' ? [] : [{ type: ComponentType.TextDisplay, content: piece.text.source }];
    case 'divider':
      return [{ type: ComponentType.Separator, divider: true, spacing: 1 }];
    case 'buttons':
      return rows(piece.buttons);
    case 'select':
      return piece.choices.length === 0 ? [] : [inRow(stringSelect(piece))];
    case 'roles':
    case 'channels':
      return [inRow(entitySelect(piece))];
  }
};

const rows = (buttons: readonly Button[]) => {
  const count = Math.ceil(buttons.length / limits.buttonsInRow);
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow as const,
    components: buttons.slice(row * limits.buttonsInRow, (row + 1) * limits.buttonsInRow).map(button),
  }));
};

const button = ({ label, style = 'secondary', action, disabled = false }: Button) => ({
  type: ComponentType.Button as const,
  style: style === 'primary' ? (ButtonStyle.Primary as const) : (ButtonStyle.Secondary as const),
  label: within(label, limits.buttonLabel, 'The label of a button'),
  custom_id: encodeAction(action),
  disabled,
});

const inRow = <Component>(component: Component) => ({
  type: ComponentType.ActionRow as const,
  components: [component],
});

const pager = (page: number, pages: number, turn: (page: number) => Action, { text }: Speech) =>
  rows([
    { label: text('pager.previous'), action: turn(page - 1), disabled: page === 0 },
    { label: text('pager.page', { page: page + 1, pages }), action: turn(page), disabled: true },
    { label: text('pager.next'), action: turn(page + 1), disabled: page === pages - 1 },
  ]);
