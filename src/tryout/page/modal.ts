import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { append, button, type Child, element, icon } from './dom.ts';
import { type MarkdownContext, renderMarkdown } from './markdown-view.ts';
import { failureText } from './note.ts';
import { renderSelect } from './select.ts';

type Modal = APIModalInteractionResponseCallbackData;
type TopLevel = Modal['components'][number];
type Field = Extract<TopLevel, { type: 18 }>['component'];

interface FieldValue {
  readonly customId: string;
  readonly value: string;
}

interface ModalContext extends MarkdownContext {
  /** Resolves to null when the bot has answered, else to the reason why it has not. */
  submit(fields: readonly FieldValue[]): Promise<string | null>;
}

let fieldCount = 0;

/** Opens the bot's form as a dialog. It stays open, with what was typed, when the bot does not answer. */
export function openModal(modal: Modal, botName: string, context: ModalContext): void {
  const values: (() => FieldValue)[] = [];
  const failure = element('p', { class: 'failure', role: 'alert', hidden: true });
  const send = element('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const form = element(
    'form',
    {},
    modal.components.map((component) => renderTopLevel(component, values, context)),
    failure,
    element(
      'div',
      { class: 'modal-actions' },
      button({ class: 'button secondary' }, () => dialog.close(), 'Cancel'),
      send,
    ),
  );
  const close = button({ class: 'plain modal-close', 'aria-label': 'Close' }, () => dialog.close(), icon('close'));
  const origin = element('p', { class: 'modal-origin' }, `This form is from ${botName}. Do not share passwords.`);
  const title = element('h2', { id: 'modal-title' }, modal.title);
  const dialog = element('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' }, title, close, origin, form);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send.disabled = true;
    void context.submit(values.map((read) => read())).then((reason) => {
      send.disabled = false;
      if (reason === null) return dialog.close();
      failure.replaceChildren();
      append(failure, failureText(reason));
      failure.hidden = false;
    });
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector<HTMLElement>('input, textarea, [role=combobox]')?.focus();
}

function renderTopLevel(component: TopLevel, values: (() => FieldValue)[], context: MarkdownContext): Child {
  if (component.type === 10) return renderMarkdown(component.content, context);
  if (component.type === 18) return renderField(component.component, component.label, component.description, values);
  if (component.type !== 1) return null;
  return component.components.map((field) => renderField(field, field.label ?? '', undefined, values));
}

function renderField(
  field: Field,
  label: string,
  description: string | undefined,
  values: (() => FieldValue)[],
): HTMLElement {
  fieldCount += 1;
  const id = `field-${fieldCount}`;
  const needed = 'required' in field && field.required === false ? null : element('abbr', { title: 'required' }, '*');
  const caption = element('label', { for: id }, label, needed);
  const hint = description ? element('small', { id: `${id}-hint` }, description) : null;
  return element('div', { class: 'field' }, caption, hint, renderInput(field, id, label, values));
}

function renderInput(field: Field, id: string, label: string, values: (() => FieldValue)[]): HTMLElement {
  if (field.type === 3) {
    let chosen = field.options.find((option) => option.default)?.value ?? '';
    values.push(() => ({ customId: field.custom_id, value: chosen }));
    return renderSelect({
      label: field.placeholder ?? label,
      customId: field.custom_id,
      most: 1,
      choices: field.options.map((option) => ({
        label: option.label,
        value: option.value,
        detail: option.description,
        chosen: option.default,
      })),
      change: ([value]) => {
        chosen = value ?? '';
      },
    });
  }
  if (field.type !== 4) return element('p', { class: 'unknown' }, 'This page cannot show fields of this kind.');
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
  values.push(() => ({ customId: field.custom_id, value: input.value }));
  return input;
}
