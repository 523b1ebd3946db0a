import { ComponentType } from 'discord.js';
import type { Loose } from './components.ts';
import type { Channel } from './guilds.ts';
import type { ModalField } from './protocol.ts';
import { componentKind, type IdKind, isKnown, resolve } from './resolve.ts';
import type { World } from './world.ts';

interface Asking {
  readonly world: World;
  readonly channel: Channel;
  readonly userId: string;
}

const LISTS: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.FileUpload,
  ComponentType.CheckboxGroup,
]);

function records(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

/**
 * Why Discord's client would not let these values stand for a select, a group of checkboxes or an upload; null when
 * all is well. Which values a list of options has already chosen, and defaults, are for the caller to fill in.
 */
export function refuseValues(asking: Asking, component: Loose, values: readonly string[]): string | null {
  const { type } = component;
  // Only forms have components that may be left empty.
  const least = component['required'] === false && values.length === 0 ? 0 : Number(component['min_values'] ?? 1);
  const most = Number(component['max_values'] ?? (type === ComponentType.CheckboxGroup ? 10 : 1));
  if (new Set(values).size < values.length) return 'Nothing can be chosen twice.';
  if (values.length < least) return least === 1 ? 'Choose at least one.' : `Choose at least ${least}.`;
  if (values.length > most) return most === 1 ? 'Choose only one.' : `Choose at most ${most}.`;
  const kind = componentKind(type);
  const types = (component['channel_types'] ?? []) as readonly number[];
  const lawful = (value: string) =>
    kind ? isKnown(asking, kind, value, types) : records(component['options']).some((one) => one['value'] === value);
  return values.every(lawful) ? null : 'The selection is not one of the options.';
}

/** What a select starts with: the options marked as default, or the default ids. */
function defaultsOf(component: Loose): readonly string[] {
  const marked = records(component['options']).filter((option) => option['default'] === true);
  const ids = records(component['default_values']).map(({ id }) => String(id));
  return [...marked.map(({ value }) => String(value)), ...ids];
}

type Entered = { readonly value: string | boolean | null } | { readonly values: readonly string[] };

/** What was entered for a component, or what it started with when it was left alone. */
function enteredFor(component: Loose, fields: readonly ModalField[]): Entered {
  const field = fields.find(({ customId }) => customId === component['custom_id']);
  const { type } = component;
  if (LISTS.has(type)) {
    const single = typeof field?.value === 'string' ? [field.value].filter((value) => value !== '') : undefined;
    return { values: field?.values ?? single ?? defaultsOf(component) };
  }
  if (type === ComponentType.Checkbox) return { value: (field?.value ?? component['default'] ?? false) === true };
  if (type === ComponentType.RadioGroup) return { value: (field?.value ?? defaultsOf(component)[0] ?? null) as string };
  return { value: String(field?.value ?? component['value'] ?? '') };
}

function refuseText(component: Loose, value: string): string | null {
  if (component['required'] !== false && value === '') return 'is required.';
  if (value.length > Number(component['max_length'] ?? 4000)) return 'is too long.';
  const short = value !== '' && value.length < Number(component['min_length'] ?? 0);
  return short ? 'is too short.' : null;
}

function refuseEntry(asking: Asking, component: Loose, entered: Entered): string | null {
  if ('values' in entered) {
    const reason = refuseValues(asking, component, entered.values);
    return reason && (entered.values.length === 0 ? 'is required.' : `is not right: ${reason}`);
  }
  const { value } = entered;
  if (component['type'] === ComponentType.Checkbox) return null;
  if (component['type'] !== ComponentType.RadioGroup) return refuseText(component, String(value));
  if (value === null) return component['required'] === false ? null : 'is required.';
  return records(component['options']).some((one) => one['value'] === value) ? null : 'is not one of the options.';
}

/** The label's own words for a form whose text inputs stand in rows, as forms did before labels. */
function pairs(modal: Loose): readonly { readonly caption: string; readonly component: Loose }[] {
  return records(modal['components']).flatMap((outer) => {
    const inner = [...records(outer['components']), ...records(outer['component'] ? [outer['component']] : [])];
    return inner.map((component) => ({ caption: String(outer['label'] ?? component['label'] ?? ''), component }));
  });
}

/** Why Discord's client would not send a form, or null. */
export function refuseForm(asking: Asking, modal: Loose, fields: readonly ModalField[]): string | null {
  for (const { caption, component } of pairs(modal)) {
    const wrong = refuseEntry(asking, component, enteredFor(component, fields));
    if (wrong) return `“${caption}” ${wrong}`;
  }
  return null;
}

/**
 * `data` of a form's submission: its labels and rows, each with what was entered, and what the ids stand for.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure
 */
export function modalData(asking: Asking, modal: Loose, fields: readonly ModalField[]): Loose {
  const ids: { kind: IdKind; id: string }[] = [];
  let counter = 0;

  function number(component: Loose): number {
    counter += 1;
    return Number(component['id'] ?? 0) > 0 ? Number(component['id']) : counter;
  }

  function submit(component: Loose): Loose {
    const entered = enteredFor(component, fields);
    const kind = componentKind(component['type']);
    if (kind && 'values' in entered) ids.push(...entered.values.map((id) => ({ kind, id })));
    return { type: component['type'], id: number(component), custom_id: component['custom_id'], ...entered };
  }

  const components = records(modal['components']).map((outer) => {
    const own = { type: outer['type'], id: number(outer) };
    if (outer['component']) return { ...own, component: submit(outer['component'] as Loose) };
    return outer['components'] ? { ...own, components: records(outer['components']).map(submit) } : own;
  });
  const resolved = resolve(asking, ids);
  return { custom_id: modal['custom_id'], components, ...(Object.keys(resolved).length > 0 && { resolved }) };
}
