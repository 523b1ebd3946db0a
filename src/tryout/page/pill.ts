import type { APIApplicationCommandOption } from 'discord.js';
import { type NamedValue, shown } from './command-options.ts';
import { button, element, icon } from './dom.ts';
import { fileSize, type Upload } from './files.ts';

/** One option of a command that is being filled in. */
export interface Pill {
  readonly option: APIApplicationCommandOption;
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  picked: NamedValue | null;
}

export interface FilePill extends Pill {
  give(file: File): Promise<void>;
}

/** A field to type a value in, which may offer a list. */
export function renderPill(option: APIApplicationCommandOption): Pill {
  const { name, description } = shown(option);
  const input = element('input', {
    type: 'text',
    size: 4,
    autocomplete: 'off',
    spellcheck: 'false',
    role: 'combobox',
    'aria-label': name,
    'aria-description': description,
    'aria-required': option.required === true ? 'true' : null,
    'aria-expanded': 'false',
    'aria-haspopup': 'listbox',
  });
  const caption = element('span', { 'aria-hidden': 'true' }, name);
  return { option, input, root: element('label', { class: 'pill' }, caption, input), picked: null };
}

/**
 * A field that shows the name of a file. Enter, Space or a click lets the reader choose one; it is sent at once, and what
 * is wrong with it goes to `complain`.
 */
export function renderFilePill(
  option: APIApplicationCommandOption,
  upload: Upload,
  complain: (pill: Pill, reason: string) => void,
): FilePill {
  const { input, root } = renderPill(option);
  input.readOnly = true;
  input.placeholder = 'Choose or drop a file';
  const chooser = element('input', {
    type: 'file',
    hidden: true,
    tabindex: -1,
    'aria-label': shown(option).description,
  });
  const choose = button(
    { class: 'pill-choose', tabindex: -1, 'aria-label': `Choose a file for ${shown(option).name}` },
    () => chooser.click(),
    icon('add'),
  );
  root.append(choose, chooser);

  const pill: FilePill = {
    option,
    root,
    input,
    picked: null,
    async give(file) {
      input.value = `${file.name} …`;
      resize(pill);
      const answer = await upload(file);
      chooser.value = '';
      input.value = '';
      pill.picked = null;
      if ('error' in answer) complain(pill, answer.error);
      else {
        pill.picked = { name: `${answer.filename} (${fileSize(answer.size)})`, value: answer.id };
        input.value = pill.picked.name;
        input.focus();
      }
      resize(pill);
    },
  };
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    if (file) void pill.give(file);
  });
  input.addEventListener('keydown', (event) => {
    const listed = input.hasAttribute('aria-activedescendant');
    const opens = event.key === ' ' || (event.key === 'Enter' && !pill.picked && !listed);
    if (event.key === 'Backspace' && pill.picked) {
      pill.picked = null;
      input.value = '';
      resize(pill);
    } else if (opens) chooser.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener('click', (event) => {
    if (event.target === input) chooser.click();
  });
  return pill;
}

/** For browsers without `field-sizing: content`. */
export function resize({ input }: Pill): void {
  input.size = Math.max(4, Math.min(Math.max(input.value.length, input.placeholder.length) + 1, 60));
}
