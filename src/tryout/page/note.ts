import { renderAvatar } from './avatar.ts';
import { type Directory, displayName } from './directory.ts';
import { button, type Child, element, icon } from './dom.ts';

/** "Ada used /ask" with the bot at work: an act that has no answer yet. */
export function renderWaiting(directory: Directory, act: string): HTMLElement {
  return note(directory, act, element('p', { class: 'thinking' }, 'Sending command…'));
}

/** An act that failed, with the reason; the button takes the note away. */
export function renderFailure(directory: Directory, act: string, reason: string): HTMLElement {
  const dismiss = button({ class: 'plain' }, () => shown.remove(), 'Dismiss message');
  const shown = note(
    directory,
    act,
    element('p', { class: 'failure' }, failureText(reason)),
    element('p', { class: 'privacy' }, icon('eye'), 'Only you can see this · ', dismiss),
  );
  return shown;
}

/** Why something did not work, with a sign of warning. */
export function failureText(reason: string): readonly Child[] {
  return [icon('warning'), reason];
}

function note(directory: Directory, act: string, ...body: readonly Child[]): HTMLElement {
  const { user, bot } = directory;
  const origin = [`${displayName(user)} used `, element('span', { class: 'mention' }, act)];
  return element(
    'article',
    { class: 'message ephemeral note', 'aria-label': `${displayName(user)} used ${act}` },
    element('p', { class: 'origin' }, renderAvatar(user), origin),
    element('div', { class: 'gutter' }, renderAvatar(bot)),
    element(
      'div',
      { class: 'body' },
      element(
        'p',
        { class: 'head' },
        element('span', { class: 'author bot' }, displayName(bot)),
        element('span', { class: 'tag' }, 'APP'),
      ),
      ...body,
    ),
  );
}
