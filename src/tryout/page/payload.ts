import { button, element, icon } from './dom.ts';

interface Sent {
  readonly request: string;
  readonly body: unknown;
}

/** Shows what the bot sent for a message, request by request, as JSON to copy. */
export function openPayload(sent: readonly Sent[]): void {
  const shown = sent.map(({ request, body }) => ({ request, json: JSON.stringify(body, null, 2) }));
  const all = shown.map(({ json }) => json).join('\n\n');
  const copied = element('span', { class: 'copied', role: 'status' });
  const copy = button(
    { class: 'button secondary' },
    () => {
      void copyText(all, dialog).then((done) => {
        copied.textContent = done ? 'Copied' : 'Could not be copied; select the text instead.';
      });
    },
    icon('copy'),
    'Copy JSON',
  );
  const close = button({ class: 'plain modal-close', 'aria-label': 'Close' }, () => dialog.close(), icon('close'));
  const title = element('h2', { id: 'payload-title' }, 'Payload');
  const parts = shown.flatMap(({ request, json }, index) => [
    element('h3', { id: `payload-${index}` }, request),
    element('pre', { class: 'payload', tabindex: 0, role: 'region', 'aria-labelledby': `payload-${index}` }, json),
  ]);
  const none = element('p', { class: 'unknown' }, 'The bot sent nothing for this message.');
  const dialog = element(
    'dialog',
    { class: 'modal wide', 'aria-labelledby': 'payload-title' },
    title,
    close,
    ...(parts.length > 0 ? parts : [none]),
    element('div', { class: 'modal-actions' }, copied, shown.length > 0 ? copy : null),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The clipboard asks for permission in some browsers; the older way does not. */
async function copyText(text: string, within: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element('textarea', { class: 'offscreen', 'aria-hidden': 'true', tabindex: -1 });
    field.value = text;
    within.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
