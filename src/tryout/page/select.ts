import { button, element, icon } from './dom.ts';

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly detail?: string | undefined;
  readonly chosen?: boolean | undefined;
}

interface Select {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** How many may be chosen; 1 closes the list with the first choice. */
  readonly most: number;
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
  const chosen = new Set(select.choices.filter((choice) => choice.chosen).map((choice) => choice.value));
  let active = Math.max(
    0,
    select.choices.findIndex((choice) => choice.chosen),
  );

  const caption = element('span', { class: 'select-caption' });
  const opener = button(
    {
      class: 'select-opener',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-label': select.label,
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
  if (select.most > 1) list.setAttribute('aria-multiselectable', 'true');

  const describe = (): void => {
    const labels = select.choices.filter((choice) => chosen.has(choice.value)).map((choice) => choice.label);
    caption.textContent = labels.join(', ') || select.label;
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
    opener.setAttribute('aria-activedescendant', `${listId}-${active}`);
    rows[active]?.scrollIntoView({ block: 'nearest' });
  };
  const open = (): void => {
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    moveTo(active);
    list.scrollIntoView({ block: 'nearest' });
  };
  let changed = false;
  const close = (): void => {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    opener.removeAttribute('aria-activedescendant');
    if (changed) select.change([...chosen]);
    changed = false;
  };
  const choose = (index: number): void => {
    const { value } = select.choices[index]!;
    if (select.most === 1) chosen.clear();
    if (!chosen.delete(value) && chosen.size < select.most) chosen.add(value);
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
  opener.addEventListener('keydown', (event) => {
    if (list.hidden && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const act = list.hidden ? open : onKey[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  opener.addEventListener('blur', close);
  describe();
  return element('div', { class: 'select' }, opener, list);
}
