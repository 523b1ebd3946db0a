import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { ModalField } from '../protocol.ts';
import { append, button, type Child, element, icon } from './dom.ts';
import { type MarkdownContext, renderMarkdown } from './markdown-view.ts';
import { type FieldContext, type Rendered, renderField } from './modal-fields.ts';
import { failureText } from './note.ts';

type Modal = APIModalInteractionResponseCallbackData;

interface ModalContext extends MarkdownContext, FieldContext {
  /** Resolves to null when the bot has answered, else to the reason why it has not. */
  submit(fields: readonly ModalField[]): Promise<string | null>;
}

/** Opens the bot's form as a dialog. It stays open, with what was entered, when the bot does not answer. */
export function openModal(modal: Modal, botName: string, context: ModalContext): void {
  const fields: Rendered[] = [];
  const failure = element('p', { class: 'failure', role: 'alert', hidden: true });
  const send = element('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const form = element(
    'form',
    {},
    modal.components.map((component) => renderTopLevel(component, fields, context)),
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
    void context.submit(fields.map((field) => field.read())).then((reason) => {
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

function renderTopLevel(component: Modal['components'][number], fields: Rendered[], context: ModalContext): Child {
  const add = (field: Rendered): HTMLElement => {
    fields.push(field);
    return field.root;
  };
  if (component.type === 10) return renderMarkdown(component.content, context);
  if (component.type === 18)
    return add(renderField(component.component, component.label, component.description, context));
  if (component.type !== 1) return null;
  return component.components.map((field) => add(renderField(field, field.label ?? '', undefined, context)));
}
