import type { Example } from '../protocol.ts';
import { renderAvatar } from './avatar.ts';
import { commandLines } from './command-options.ts';
import { COMMAND_TYPE, commandsHere, type Directory, displayName, guildHere } from './directory.ts';
import { button, type Child, element, icon } from './dom.ts';
import { markOf } from './sidebar.ts';

/** An example with its command's name in the reader's language. */
type Shown = Example & { readonly name: string };

/** The head of a channel: what it is, and examples that ask with one click. */
export function renderOpening(directory: Directory, run: (example: Example) => void): HTMLElement {
  const { channel } = directory;
  const lines = commandsHere(directory, COMMAND_TYPE.slash).flatMap(commandLines);
  const examples = directory.examples.flatMap((example) => {
    const line = lines.find(({ key }) => key === example.command);
    return line ? [{ ...example, name: line.name }] : [];
  });
  const bot = displayName(directory.bot);
  const inGuild = channel.guildId !== null;
  const hint = [' for all commands, or mention ', element('span', { class: 'mention' }, `@${bot}`), ' in a message.'];
  return element(
    'section',
    { class: 'opening', 'aria-label': 'Start here' },
    element('div', { class: 'opening-mark' }, inGuild ? icon(markOf(channel)) : renderAvatar(directory.bot)),
    element('h2', {}, inGuild ? `Welcome to #${channel.name}` : channel.kind === 'dm' ? bot : channel.name),
    element('p', {}, describe(directory, bot)),
    examples.length > 0 ? renderExamples(examples, run) : null,
    lines.length > 0 ? element('p', { class: 'opening-keys' }, 'Or type ', element('kbd', {}, '/'), hint) : null,
  );
}

/** What this place is, and whether the bot is here. */
function describe(directory: Directory, bot: string): string {
  const { channel } = directory;
  const guild = guildHere(directory);
  if (channel.kind === 'dm') return `Ask ${bot} in private: type a question, or use a command.`;
  if (channel.kind === 'private') {
    return `A conversation between people. Only those who have installed ${bot} for themselves can use it here.`;
  }
  if (guild?.bot === 'absent') {
    return `${bot} is not on ${guild.name}. Only those who have installed it for themselves can use it here.`;
  }
  if (guild?.bot === 'unavailable') return `Discord cannot reach ${guild.name} at the moment.`;
  return `${bot} answers from the articles it has read, in their own words. This channel runs on your computer alone: nothing you type leaves it.`;
}

function renderExamples(examples: readonly Shown[], run: (example: Example) => void): HTMLElement {
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

function renderLine(example: Shown): Child {
  const [first, ...others] = Object.entries(example.options);
  return element(
    'span',
    { class: 'example-line' },
    element('span', { class: 'example-command' }, `/${example.name}`),
    first ? ` ${first[1]}` : null,
    others.map(([name, value]) => [' ', element('span', { class: 'example-option' }, `${name}: ${value}`)]),
  );
}
