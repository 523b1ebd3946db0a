import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { ModalField } from '../protocol.ts';
import { element } from './dom.ts';
import { type AnySelect, type Entry, isSelect } from './entries.ts';
import { renderFileField } from './file-field.ts';
import type { Upload } from './files.ts';
import { renderSelect } from './select.ts';

type TopLevel = APIModalInteractionResponseCallbackData['components'][number];
type Label = Extract<TopLevel, { type: 18 }>;
/** What a label may stand for. */
export type Field = Label['component'];

export interface FieldContext {
  entriesOf(select: AnySelect): readonly Entry[];
  upload: Upload;
}

/** A field on the page, and how to read what was entered. */
export interface Rendered {
  readonly root: HTMLElement;
  read(): ModalField;
}

let fieldCount = 0;

const required = (field: Field): HTMLElement | null =>
  ('required' in field && field.required === false) || field.type === 23
    ? null
    : element('abbr', { title: 'required' }, '*');

/** One field of a form with its label. Groups of radio buttons and ticks are field sets, all else goes by its label. */
export function renderField(field: Field, label: string, hint: string | undefined, context: FieldContext): Rendered {
  fieldCount += 1;
  const id = `field-${fieldCount}`;
  const small = hint ? element('small', { id: `${id}-hint` }, hint) : null;
  if (field.type === 21 || field.type === 22) {
    const { root, read } = renderGroup(field, id);
    const legend = element('legend', {}, label, required(field));
    return {
      root: element('fieldset', { class: 'field', 'aria-describedby': small && `${id}-hint` }, legend, small, root),
      read,
    };
  }
  const { root, read } = renderInput(field, id, label, context);
  if (small) root.querySelector(`#${id}`)?.setAttribute('aria-describedby', small.id);
  const caption = element('label', { for: id }, label, required(field));
  if (field.type === 23) return { root: element('div', { class: 'field tick' }, root, caption, small), read };
  return { root: element('div', { class: 'field' }, caption, small, root), read };
}

function renderInput(
  field: Exclude<Field, { type: 21 | 22 }>,
  id: string,
  label: string,
  context: FieldContext,
): Rendered {
  const { custom_id: customId } = field;
  if (field.type === 4) return renderText(field, id);
  if (field.type === 19) {
    const { root, values } = renderFileField(field, id, context.upload);
    return { root, read: () => ({ customId, values: values() }) };
  }
  if (field.type === 23) {
    const input = element('input', { id, type: 'checkbox', checked: field.default === true });
    return { root: element('span', {}, input), read: () => ({ customId, value: input.checked }) };
  }
  if (!isSelect(field.type)) {
    const root = element('p', { class: 'unknown' }, 'This page cannot show fields of this kind.');
    return { root, read: () => ({ customId, values: [] }) };
  }
  const choices = context.entriesOf(field);
  let chosen: readonly string[] = choices.filter((one) => one.chosen).map(({ value }) => value);
  const root = renderSelect({
    id,
    label,
    placeholder: field.placeholder ?? 'Make a selection',
    least: field.required === false ? 0 : (field.min_values ?? 1),
    most: field.max_values ?? 1,
    choices,
    change: (values) => {
      chosen = values;
    },
  });
  return { root, read: () => ({ customId, values: chosen }) };
}

function renderText(field: Extract<Field, { type: 4 }>, id: string): Rendered {
  const attributes = {
    id,
    name: field.custom_id,
    placeholder: field.placeholder,
    minlength: field.min_length,
    maxlength: field.max_length ?? 4000,
    required: field.required !== false,
    autocomplete: 'off',
  };
  const input =
    field.style === 2
      ? element('textarea', { ...attributes, rows: 5 })
      : element('input', { ...attributes, type: 'text' });
  input.value = field.value ?? '';
  return { root: element('span', {}, input), read: () => ({ customId: field.custom_id, value: input.value }) };
}

/** Radio buttons, of which one is chosen, or ticks, of which any may be. */
function renderGroup(field: Extract<Field, { type: 21 | 22 }>, id: string): Rendered {
  const one = field.type === 21;
  const inputs = field.options.map((option) =>
    element('input', {
      type: one ? 'radio' : 'checkbox',
      name: id,
      value: option.value,
      checked: option.default === true,
      required: one && field.required !== false,
    }),
  );
  const rows = field.options.map((option, index) =>
    element(
      'label',
      { class: 'choice-row' },
      inputs[index]!,
      element('span', {}, option.label, option.description ? element('small', {}, option.description) : null),
    ),
  );
  const chosen = (): string[] => inputs.filter((input) => input.checked).map((input) => input.value);
  const { custom_id: customId } = field;
  return {
    root: element('div', { class: 'choice-rows' }, rows),
    read: () => (one ? { customId, value: chosen()[0] ?? null } : { customId, values: chosen() }),
  };
}
