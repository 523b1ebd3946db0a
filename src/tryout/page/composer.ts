import type { APIMessage } from 'discord.js';
import type { Example, OptionValue } from '../protocol.ts';
import { createAttachments } from './attachments.ts';
import { type CommandForm, createCommandForm } from './command-form.ts';
import { type CommandLine, commandLines, isFile, type NamedValue, optionsInOrder } from './command-options.ts';
import { COMMAND_TYPE, commandsHere, type Directory, displayName, membersHere } from './directory.ts';
import { button, element, icon, setAttributes } from './dom.ts';
import type { Upload } from './files.ts';
import { createPicker } from './picker.ts';
import { commandItems, peopleItems, readWish, withMentions } from './suggestions.ts';

export interface Composer {
  startCommand(name: string): void;
  /** Fills an example in and sends it. */
  run(example: Example): void;
  replyTo(message: APIMessage): void;
  /** Asks what is to be done with files that were dropped or chosen. */
  offer(files: readonly File[]): void;
  /** Empties the field, for another channel or a new greeting. */
  reset(): void;
  focus(): void;
}

interface ComposerContext {
  directory(): Directory;
  upload: Upload;
  complete(command: CommandLine, options: readonly OptionValue[]): Promise<readonly NamedValue[]>;
  runCommand(command: CommandLine, options: readonly OptionValue[]): void;
  sendMessage(content: string, replyTo: string | undefined, files: readonly string[]): void;
}

/** What the platform takes in one message. */
const MOST_CHARACTERS = 2000;

/** The line at the foot of the page: plain text, or a command with its options once `/` has called one. */
export function createComposer(root: HTMLElement, context: ComposerContext): Composer {
  const text = element('textarea', {
    rows: 1,
    'aria-autocomplete': 'list',
    autocomplete: 'off',
  });
  const pickerRoot = element('div', { id: 'picker', class: 'picker', hidden: true });
  const picker = createPicker(pickerRoot);
  const entry = element('div', { class: 'entry' }, text);
  const replyBar = element('div', { class: 'reply-bar', hidden: true });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  const send = button({ class: 'send', 'aria-label': 'Send' }, () => submit(), icon('send'));
  const complain = (sentence: string): void => {
    problem.textContent = sentence;
    problem.hidden = false;
  };
  const attachments = createAttachments(context.upload, complain);
  const chooser = element('input', { type: 'file', multiple: true, hidden: true, tabindex: -1, 'aria-label': 'Files' });
  const plus = button({ class: 'attach', 'aria-label': 'Add a file' }, () => chooser.click(), icon('add'));
  const box = element('div', { class: 'composer-box' }, plus, entry, send);
  root.append(pickerRoot, picker.status, replyBar, attachments.root, box, chooser, problem);
  chooser.addEventListener('change', () => {
    const chosen = [...(chooser.files ?? [])];
    chooser.value = '';
    offer(chosen);
  });

  let form: CommandForm | null = null;
  let answered: APIMessage | null = null;

  const commands = (): readonly CommandLine[] =>
    commandsHere(context.directory(), COMMAND_TYPE.slash).flatMap(commandLines);

  const showText = (value: string): void => {
    form = null;
    text.value = value;
    // Put in anew it would lose the focus.
    if (!text.isConnected) entry.replaceChildren(text);
    grow();
  };

  const begin = (command: CommandLine): CommandForm => {
    setReply(null);
    problem.hidden = true;
    const made = createCommandForm(command, {
      directory: context.directory(),
      picker,
      upload: context.upload,
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
    const wish = readWish(text.value, commands());
    if (wish?.kind === 'start') startWith(wish.command, wish.rest);
    else if (wish?.kind === 'commands') {
      const items = commandItems(commands(), wish.typed, (command) => startWith(command, ''));
      picker.show(text, items.length > 0 ? 'Commands' : `There is no command /${wish.typed}`, items, 0);
    } else if (wish?.kind === 'people') suggestPeople(wish.typed);
    else picker.hide();
  };

  const suggestPeople = (typed: string): void => {
    const items = peopleItems(membersHere(context.directory()), typed, (name) => {
      text.value = `${text.value.slice(0, text.value.length - typed.length)}${name} `;
      picker.hide();
    });
    if (items.length > 0) picker.show(text, 'Members', items, 0);
    else picker.hide();
  };

  const startWith = (command: CommandLine, rest: string): void => {
    const made = begin(command);
    const first = optionsInOrder(command)[0];
    if (rest && first) made.fill({ [first.name]: rest });
    made.focus();
  };

  const giveAll = (made: CommandForm, files: readonly File[]): void => {
    const left = files.filter((file) => !made.give(file));
    if (left.length > 0) complain(`This command takes no more files: ${left.map(({ name }) => name).join(', ')}`);
  };

  const offer = (files: readonly File[]): void => {
    if (files.length === 0) return;
    problem.hidden = true;
    if (form) {
      giveAll(form, files);
      return;
    }
    const adds = ({ key }: CommandLine): number => Number(/\badd$/.test(key));
    const takers = commands()
      .filter(({ options }) => options.some(isFile))
      .toSorted((one, other) => adds(other) - adds(one));
    const items = takers.map((line) => ({
      label: `/${line.name}`,
      detail: line.description,
      pick: () => giveAll(begin(line), files),
    }));
    const attach = (): void => {
      picker.hide();
      void attachments.add(files);
    };
    text.focus();
    const heading = `What to do with ${files.map(({ name }) => name).join(', ')}?`;
    picker.show(
      text,
      heading,
      [...items, { label: 'Attach to a message', detail: 'For everybody here', pick: attach }],
      0,
    );
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
    const files = attachments.ids();
    if (content === '' && files.length === 0) {
      text.focus();
      return;
    }
    if (content.length > MOST_CHARACTERS) {
      complain(`A message holds at most ${MOST_CHARACTERS} characters; this one has ${content.length}.`);
      return;
    }
    problem.hidden = true;
    context.sendMessage(content, answered?.id, files);
    attachments.clear();
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
      const command = commands().find((known) => known.key === name || known.name === name);
      if (command) startWith(command, '');
    },
    run(example) {
      const command = commands().find((known) => known.key === example.command);
      if (!command) return;
      const made = begin(command);
      made.fill(example.options);
      made.submit();
    },
    offer,
    replyTo(message) {
      showText(form ? '' : text.value);
      setReply(message);
      text.focus();
    },
    reset() {
      picker.hide();
      problem.hidden = true;
      attachments.clear();
      setReply(null);
      showText('');
      const { name, guildId } = context.directory().channel;
      const label = `Message ${guildId ? '#' : '@'}${name}`;
      const hint = matchMedia('(max-width: 720px)').matches ? '' : ' · / for commands';
      setAttributes(text, { placeholder: label + hint, 'aria-label': label });
    },
    focus: () => (form ? form.focus() : text.focus()),
  };
}
