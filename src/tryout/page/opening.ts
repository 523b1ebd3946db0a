import type { Example, LocalChannel } from '../protocol.ts';
import { renderAvatar } from './avatar.ts';
import { commandLines } from './command-options.ts';
import { COMMAND_TYPE, commandsFor, type Directory, displayName } from './directory.ts';
import { button, type Child, element, icon } from './dom.ts';

/** The head of a channel: what it is, and examples that ask with one click. */
export function renderOpening(
  directory: Directory,
  channel: LocalChannel,
  run: (example: Example) => void,
): HTMLElement {
  const lines = commandsFor(directory, COMMAND_TYPE.slash, channel.kind).flatMap(commandLines);
  const known = new Set(lines.map((line) => line.name));
  const examples = directory.examples.filter((example) => known.has(example.command));
  const bot = displayName(directory.bot);
  return element(
    'section',
    { class: 'opening', 'aria-label': 'Start here' },
    element('div', { class: 'opening-mark' }, channel.kind === 'text' ? icon('hash') : renderAvatar(directory.bot)),
    element('h2', {}, channel.kind === 'text' ? `Welcome to #${channel.name}` : bot),
    element(
      'p',
      {},
      channel.kind === 'text'
        ? `${bot} answers from the articles it has read, in their own words. This channel runs on your computer alone: nothing you type leaves it.`
        : `Ask ${bot} in private: type a question, or use a command.`,
    ),
    examples.length > 0 ? renderExamples(examples, run) : null,
    element(
      'p',
      { class: 'opening-keys' },
      'Or type ',
      element('kbd', {}, '/'),
      ` for all commands, or mention `,
      element('span', { class: 'mention' }, `@${bot}`),
      ' in a message.',
    ),
  );
}

function renderExamples(examples: readonly Example[], run: (example: Example) => void): HTMLElement {
  return element(
    'ul',
    { class: 'examples', 'aria-label': 'Examples to try' },
    examples.map((example) =>
      element(
        'li',
        {},
        button({ class: 'example' }, () => run(example), renderLine(example), icon('send')),
      ),
    ),
  );
}

function renderLine(example: Example): Child {
  const [first, ...others] = Object.entries(example.options);
  return element(
    'span',
    { class: 'example-line' },
    element('span', { class: 'example-command' }, `/${example.command}`),
    first ? ` ${first[1]}` : null,
    others.map(([name, value]) => [' ', element('span', { class: 'example-option' }, `${name}: ${value}`)]),
  );
}
