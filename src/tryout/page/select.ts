import { button, element, icon } from './dom.ts';
import type { Entry } from './entries.ts';

interface Select {
  /** What it is called; screen readers are told that, and the reader while nothing is chosen. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly choices: readonly Entry[];
  /** How many must be and may be chosen; a most of 1 closes the list with the first choice. */
  readonly least: number;
  readonly most: number;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly customId?: string | undefined;
  /** The values now chosen. Called once a list is closed with a change, never for every key. */
  change(values: readonly string[]): void;
}

let lists = 0;

/**
 * A drop-down list whose entries carry a second line, which the browser's own cannot show. Keys and roles follow the
 * "select-only combobox" pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-select-only/
 */
export function renderSelect(select: Select): HTMLElement {
  lists += 1;
  const listId = `select-${lists}`;
  let chosen = new Set(select.choices.filter((choice) => choice.chosen).map((choice) => choice.value));
  let before = chosen;
  let active = Math.max(
    0,
    select.choices.findIndex((choice) => choice.chosen),
  );

  const caption = element('span', { class: 'select-caption' });
  const opener = button(
    {
      class: 'select-opener',
      id: select.id,
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-label': select.label,
      'aria-description': select.most > 1 ? `Choose ${select.least} to ${select.most}` : null,
      'data-custom-id': select.customId,
      disabled: select.disabled,
    },
    () => (list.hidden ? open() : close()),
    caption,
    icon('chevron'),
  );
  const rows = select.choices.map((choice, index) => {
    const row = element(
      'li',
      { id: `${listId}-${index}`, role: 'option', 'aria-selected': chosen.has(choice.value) },
      element('span', { class: 'choice-label' }, choice.label),
      choice.detail ? element('span', { class: 'choice-detail' }, choice.detail) : null,
    );
    // The list must not take the focus from its opener: losing it means "closed".
    row.addEventListener('pointerdown', (event) => event.preventDefault());
    row.addEventListener('click', () => choose(index));
    return row;
  });
  const list = element(
    'ul',
    { class: 'select-list', id: listId, role: 'listbox', 'aria-label': select.label, hidden: true },
    rows,
  );
  if (rows.length === 0) list.append(element('li', { class: 'nothing' }, 'There is nothing to choose from here.'));
  if (select.most > 1) list.setAttribute('aria-multiselectable', 'true');

  const describe = (): void => {
    const labels = select.choices.filter((choice) => chosen.has(choice.value)).map((choice) => choice.label);
    caption.textContent = labels.join(', ') || (select.placeholder ?? select.label);
    caption.classList.toggle('placeholder', labels.length === 0);
    rows.forEach((row, index) => {
      row.setAttribute('aria-selected', String(chosen.has(select.choices[index]!.value)));
    });
  };
  const moveTo = (index: number): void => {
    active = Math.max(0, Math.min(rows.length - 1, index));
    rows.forEach((row, at) => {
      row.classList.toggle('active', at === active);
    });
    if (rows.length > 0) opener.setAttribute('aria-activedescendant', `${listId}-${active}`);
    rows[active]?.scrollIntoView({ block: 'nearest' });
  };
  const open = (): void => {
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    before = new Set(chosen);
    moveTo(active);
    list.scrollIntoView({ block: 'nearest' });
  };
  let changed = false;
  const close = (): void => {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    opener.removeAttribute('aria-activedescendant');
    // Too few to send: the list goes back to what it was.
    if (changed && chosen.size < select.least) chosen = new Set(before);
    else if (changed) select.change([...chosen]);
    changed = false;
    describe();
  };
  const choose = (index: number): void => {
    const entry = select.choices[index];
    if (!entry) return;
    const { value } = entry;
    if (select.most === 1) chosen = new Set(chosen.has(value) && select.least === 0 ? [] : [value]);
    else if (!chosen.delete(value) && chosen.size < select.most) chosen.add(value);
    changed = true;
    describe();
    if (select.most === 1) close();
  };

  const onKey: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(active + 1),
    ArrowUp: () => moveTo(active - 1),
    Home: () => moveTo(0),
    End: () => moveTo(rows.length - 1),
    Enter: () => choose(active),
    ' ': () => choose(active),
    Escape: close,
  };
  /** A letter goes to the next entry that begins with it. */
  const typeAhead = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): (() => void) | undefined => {
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return undefined;
    const labels = select.choices.map(({ label }) => label.replace(/^[@#]/, '').toLowerCase());
    const order = labels.map((_, step) => (active + 1 + step) % labels.length);
    const found = order.find((index) => labels[index]?.startsWith(key.toLowerCase()));
    return found === undefined ? undefined : () => moveTo(found);
  };
  opener.addEventListener('keydown', (event) => {
    if (list.hidden && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const act = list.hidden ? open : (onKey[event.key] ?? typeAhead(event));
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  opener.addEventListener('blur', close);
  describe();
  return element('div', { class: 'select' }, opener, list);
}
