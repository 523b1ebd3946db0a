import type { APIMessage, APIUser } from 'discord.js';
import type { Example, LocalChannel, OptionValue } from '../protocol.ts';
import { type CommandForm, createCommandForm } from './command-form.ts';
import { type CommandLine, commandLines, type NamedValue, optionsInOrder } from './command-options.ts';
import { COMMAND_TYPE, commandsFor, type Directory, displayName } from './directory.ts';
import { button, element, icon, setAttributes } from './dom.ts';
import { createPicker } from './picker.ts';

export interface Composer {
  startCommand(name: string): void;
  /** Fills an example in and sends it. */
  run(example: Example): void;
  replyTo(message: APIMessage): void;
  /** Empties the field, for another channel or a new greeting. */
  reset(): void;
  focus(): void;
}

interface ComposerContext {
  directory(): Directory;
  channel(): LocalChannel;
  complete(command: CommandLine, options: readonly OptionValue[]): Promise<readonly NamedValue[]>;
  runCommand(command: CommandLine, options: readonly OptionValue[]): void;
  sendMessage(content: string, replyTo: string | undefined): void;
}

/** What the platform takes in one message. */
const MOST_CHARACTERS = 2000;

/** The line at the foot of the page: plain text, or a command with its options once `/` has called one. */
export function createComposer(root: HTMLElement, context: ComposerContext): Composer {
  const text = element('textarea', {
    rows: 1,
    role: 'combobox',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
  });
  const pickerRoot = element('div', { id: 'picker', class: 'picker', hidden: true });
  const picker = createPicker(pickerRoot);
  const entry = element('div', { class: 'entry' }, text);
  const replyBar = element('div', { class: 'reply-bar', hidden: true });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  const send = button({ class: 'send', 'aria-label': 'Send' }, () => submit(), icon('send'));
  const box = element('div', { class: 'composer-box' }, entry, send);
  root.append(pickerRoot, replyBar, box, problem);

  let form: CommandForm | null = null;
  let answered: APIMessage | null = null;

  const botName = (): string => displayName(context.directory().bot);

  const commands = (): readonly CommandLine[] =>
    commandsFor(context.directory(), COMMAND_TYPE.slash, context.channel().kind).flatMap(commandLines);

  const showText = (value: string): void => {
    form = null;
    text.value = value;
    entry.replaceChildren(text);
    grow();
  };

  const begin = (command: CommandLine): CommandForm => {
    setReply(null);
    problem.hidden = true;
    const made = createCommandForm(command, {
      directory: context.directory(),
      picker,
      complete: (options) => context.complete(command, options),
      submit: (options) => {
        leave('');
        context.runCommand(command, options);
      },
      cancel: leave,
    });
    form = made;
    picker.hide();
    entry.replaceChildren(made.root);
    return made;
  };

  const leave = (value: string): void => {
    picker.hide();
    showText(value);
    text.focus();
    suggest();
  };

  /** Offers commands after `/`, starts one that was typed in full, and offers names after `@`. */
  const suggest = (): void => {
    const { value } = text;
    const called = commands().find(({ name }) => value.toLowerCase().startsWith(`/${name} `));
    const typed = /^\/([^\n]{0,100})$/.exec(value)?.[1]?.toLowerCase();
    const mention = /(?:^|\s)@(\w*)$/.exec(value)?.[1]?.toLowerCase();
    if (called) startWith(called, value.slice(called.name.length + 2).trim());
    else if (typed !== undefined) suggestCommands(typed);
    else if (mention !== undefined && botName().toLowerCase().startsWith(mention)) suggestMention(mention.length);
    else picker.hide();
  };

  const suggestMention = (typed: number): void => {
    const pick = (): void => {
      text.value = `${text.value.slice(0, text.value.length - typed)}${botName()} `;
      picker.hide();
    };
    picker.show(text, 'Members', [{ label: `@${botName()}`, detail: 'Ask the bot by mentioning it', pick }], 0);
  };

  const suggestCommands = (typed: string): void => {
    const found = commands().filter(({ name }) => name.includes(typed));
    const ranked = found.toSorted(
      (one, other) => Number(other.name.startsWith(typed)) - Number(one.name.startsWith(typed)),
    );
    const items = ranked.map((command) => ({
      label: `/${command.name}`,
      detail: command.description,
      pick: () => startWith(command, ''),
    }));
    picker.show(text, items.length > 0 ? 'Commands' : `There is no command /${typed}`, items, 0);
  };

  const startWith = (command: CommandLine, rest: string): void => {
    const made = begin(command);
    const first = optionsInOrder(command)[0];
    if (rest && first) made.fill({ [first.name]: rest });
    made.focus();
  };

  const setReply = (message: APIMessage | null): void => {
    answered = message;
    replyBar.hidden = message === null;
    if (!message) return;
    const cancel = button({ class: 'plain', 'aria-label': 'Do not reply' }, () => setReply(null), icon('close'));
    replyBar.replaceChildren('Replying to ', element('strong', {}, displayName(message.author)), cancel);
  };

  const submit = (): void => {
    if (form) {
      form.submit();
      return;
    }
    const { bot } = context.directory();
    const content = withMentions(text.value.trim(), bot);
    if (content === '') {
      text.focus();
      return;
    }
    problem.hidden = content.length <= MOST_CHARACTERS;
    problem.textContent = `A message holds at most ${MOST_CHARACTERS} characters; this one has ${content.length}.`;
    if (!problem.hidden) return;
    context.sendMessage(content, answered?.id);
    setReply(null);
    picker.hide();
    showText('');
  };

  const grow = (): void => {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
  };

  text.addEventListener('input', () => {
    problem.hidden = true;
    grow();
    suggest();
  });
  text.addEventListener('keydown', (event) => {
    if (event.isComposing || picker.key(event)) return;
    if (event.key === 'Escape') {
      picker.hide();
      setReply(null);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  });
  root.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) picker.hide();
  });
  root.addEventListener('focusin', (event) => {
    if (event.target === text) suggest();
  });

  return {
    startCommand(name) {
      const command = commands().find((known) => known.name === name);
      if (command) startWith(command, '');
    },
    run(example) {
      const command = commands().find((known) => known.name === example.command);
      if (!command) return;
      const made = begin(command);
      made.fill(example.options);
      made.submit();
    },
    replyTo(message) {
      showText(form ? '' : text.value);
      setReply(message);
      text.focus();
    },
    reset() {
      picker.hide();
      problem.hidden = true;
      setReply(null);
      showText('');
      const { name, kind } = context.channel();
      const label = `Message ${kind === 'text' ? '#' : '@'}${name}`;
      setAttributes(text, { placeholder: `${label} · / for commands`, 'aria-label': label });
    },
    focus: () => (form ? form.focus() : text.focus()),
  };
}

/** A person writes `@Verbatim`; the platform knows users by id. */
function withMentions(text: string, bot: APIUser): string {
  const names = [displayName(bot), bot.username].map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return text.replace(new RegExp(`@(?:${names.join('|')})(?!\\w)`, 'gi'), `<@${bot.id}>`);
}
