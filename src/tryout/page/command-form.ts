import type { APIApplicationCommandOption } from 'discord.js';
import type { OptionValue } from '../protocol.ts';
import {
  type CommandLine,
  completes,
  fixedChoices,
  isFile,
  matching,
  type NamedValue,
  optionsInOrder,
  readOption,
  shown,
} from './command-options.ts';
import type { Directory } from './directory.ts';
import { element } from './dom.ts';
import type { Upload } from './files.ts';
import type { Picker, PickerItem } from './picker.ts';
import { type FilePill, type Pill, renderFilePill, renderPill, resize } from './pill.ts';

export interface CommandForm {
  readonly root: HTMLElement;
  focus(): void;
  /** Fills options by name, as if their values had been typed. Unknown names are left out. */
  fill(values: Readonly<Record<string, string>>): void;
  /** Gives a file to the first option that takes one and has none yet; false when there is no such option. */
  give(file: File): boolean;
  /** Sends the command, or shows what is missing. */
  submit(): void;
}

interface FormContext {
  readonly directory: Directory;
  readonly picker: Picker;
  upload: Upload;
  complete(options: readonly OptionValue[]): Promise<readonly NamedValue[]>;
  submit(options: readonly OptionValue[]): void;
  /** Back to plain text; `text` is what to leave in the field. */
  cancel(text: string): void;
}

/** How long typing must pause before the bot is asked for choices. */
const COMPLETE_AFTER_MS = 150;

/**
 * One slash command being filled in: its name and a pill for each option. Tab goes on to the next option and adds the
 * optional ones, Enter sends, Escape leaves, Backspace in an empty pill takes it away.
 */
export function createCommandForm(command: CommandLine, context: FormContext): CommandForm {
  const { directory, picker } = context;
  const order = optionsInOrder(command);
  const pills: Pill[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const name = element('input', {
    class: 'command-name',
    readonly: true,
    value: `/${command.name}`,
    size: command.name.length + 1,
    role: 'combobox',
    'aria-label': 'Command',
    'aria-expanded': 'false',
    'aria-haspopup': 'listbox',
  });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  const more = element('span', { class: 'more' });
  const bar = element('div', { class: 'pills' }, name, more);
  const label = `Command ${command.name}`;
  const root = element('div', { class: 'command-form', role: 'group', 'aria-label': label }, bar, problem);

  const unused = (): readonly APIApplicationCommandOption[] =>
    order.filter((option) => !pills.some((pill) => pill.option === option));

  const countUnused = (): void => {
    const count = unused().length;
    more.textContent = count > 0 ? `+${count} optional` : '';
  };

  const add = (option: APIApplicationCommandOption): Pill => {
    const pill = isFile(option) ? renderFilePill(option, context.upload, complain) : renderPill(option);
    pill.input.addEventListener('input', () => {
      pill.picked = null;
      resize(pill);
      help(pill);
    });
    pill.input.addEventListener('focus', () => help(pill));
    pills.push(pill);
    bar.insertBefore(pill.root, more);
    countUnused();
    return pill;
  };

  const remove = (pill: Pill): void => {
    const at = pills.indexOf(pill);
    pills.splice(at, 1);
    pill.root.remove();
    countUnused();
    (pills[at - 1]?.input ?? name).focus();
  };

  const addItems = (): readonly PickerItem[] =>
    unused().map((option) => ({
      label: shown(option).name,
      detail: shown(option).description,
      hint: option.required ? 'required' : 'optional',
      pick: () => add(option).input.focus(),
    }));

  /** What the list shows for a pill: its choices, or what the option means and the options still to add. */
  const help = (pill: Pill): void => {
    clearTimeout(timer);
    asked += 1;
    clearProblem();
    const { name: called, description } = shown(pill.option);
    const heading = `${called}: ${description}`;
    const typed = pill.input.value;
    const fixed = fixedChoices(pill.option, directory);
    if (fixed && !pill.picked) {
      showChoices(pill, heading, matching(fixed, typed), 0);
      return;
    }
    picker.show(pill.input, heading, addItems(), null);
    if (!completes(pill.option) || pill.picked) return;
    const request = asked;
    timer = setTimeout(() => {
      const focused = { name: pill.option.name, type: pill.option.type, value: typed, focused: true };
      void context.complete([...command.path, ...readable(pill), focused]).then((choices) => {
        const current = request === asked && document.activeElement === pill.input;
        if (current && choices.length > 0) showChoices(pill, heading, choices, typed === '' ? null : 0);
      });
    }, COMPLETE_AFTER_MS);
  };

  const showChoices = (pill: Pill, heading: string, choices: readonly NamedValue[], active: number | null): void => {
    const items = choices.map((choice) => ({ label: choice.name, pick: () => pick(pill, choice) }));
    picker.show(pill.input, heading, items, active);
  };

  const pick = (pill: Pill, choice: NamedValue): void => {
    pill.picked = choice;
    pill.input.value = choice.name;
    resize(pill);
    const next = pills[pills.indexOf(pill) + 1];
    if (next?.input.value === '') next.input.focus();
    else help(pill);
  };

  const readable = (except: Pill): readonly OptionValue[] =>
    pills
      .filter((pill) => pill !== except)
      .map((pill) => readOption(pill.option, pill.input.value, pill.picked, directory))
      .flatMap((reading) => ('value' in reading ? [reading.value] : []));

  const clearProblem = (): void => {
    problem.hidden = true;
    for (const pill of pills) pill.input.removeAttribute('aria-invalid');
  };

  const complain = (pill: Pill, reason: string): void => {
    pill.input.focus();
    pill.input.setAttribute('aria-invalid', 'true');
    problem.textContent = `${shown(pill.option).name}: ${reason}`;
    problem.hidden = false;
  };

  const submit = (): void => {
    const options: OptionValue[] = [...command.path];
    for (const pill of pills) {
      const reading = readOption(pill.option, pill.input.value, pill.picked, directory);
      if ('error' in reading) {
        complain(pill, reading.error);
        return;
      }
      if ('value' in reading) options.push(reading.value);
    }
    clearTimeout(timer);
    asked += 1;
    context.submit(options);
  };

  const onTab = (at: number): boolean => {
    const next = pills[at + 1];
    const added = unused()[0];
    if (next) next.input.focus();
    else if (added) add(added).input.focus();
    return next !== undefined || added !== undefined;
  };

  const onBackspace = (at: number): boolean => {
    const pill = pills[at];
    if (pill && pill.input.value !== '') return false;
    if (pill && !pill.option.required) remove(pill);
    else if (at > 0) pills[at - 1]!.input.focus();
    else context.cancel(`/${command.name}`);
    return true;
  };

  const act = (event: KeyboardEvent, at: number): boolean => {
    if (event.key === 'Escape') context.cancel('');
    else if (event.key === 'Enter') submit();
    else if (event.key === 'Tab' && !event.shiftKey) return onTab(at);
    else if (event.key === 'Backspace') return onBackspace(at);
    else return false;
    return true;
  };

  root.addEventListener('keydown', (event) => {
    const at = pills.findIndex((pill) => pill.input === event.target);
    if (event.isComposing || picker.key(event)) return;
    if (act(event, at)) event.preventDefault();
    else if (at < 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey) onTab(-1);
  });
  name.addEventListener('focus', () => picker.show(name, command.description, addItems(), null));

  for (const option of order) if (option.required) add(option);
  countUnused();

  return {
    root,
    focus: () => (pills.find((pill) => pill.input.value === '') ?? pills.at(-1) ?? { input: name }).input.focus(),
    fill(values) {
      for (const option of order) {
        const value = values[option.name];
        if (value === undefined) continue;
        const pill = pills.find((known) => known.option === option) ?? add(option);
        const fixed = fixedChoices(option, directory);
        pill.picked = fixed?.find((choice) => choice.name === value || String(choice.value) === value) ?? null;
        pill.input.value = pill.picked?.name ?? value;
        resize(pill);
      }
    },
    give(file) {
      const free = order.find(
        (option) => isFile(option) && !pills.some((pill) => pill.option === option && pill.picked),
      );
      if (!free) return false;
      const pill = (pills.find(({ option }) => option === free) ?? add(free)) as FilePill;
      void pill.give(file);
      return true;
    },
    submit,
  };
}
