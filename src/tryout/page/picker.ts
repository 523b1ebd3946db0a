import { element, setAttributes } from './dom.ts';

export interface PickerItem {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  pick(): void;
}

export interface Picker {
  /** Says how many items there are; to be put beside the list. */
  readonly status: HTMLElement;
  /** Shows the items for the field that has the focus. `active`: the item that Enter picks, or null for none yet. */
  show(field: HTMLElement, heading: string, items: readonly PickerItem[], active: number | null): void;
  hide(): void;
  /** Deals with the keys of an open list; true when the key was its own. */
  key(event: KeyboardEvent): boolean;
}

/**
 * The list above the composer. The focus stays in the field; the active item is told to screen readers through
 * `aria-activedescendant`: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function createPicker(root: HTMLElement): Picker {
  const rows = element('div', { class: 'picker-rows' });
  const count = element('p', { class: 'offscreen', role: 'status' });
  root.append(rows);
  let field: HTMLElement | null = null;
  let items: readonly PickerItem[] = [];
  let active: number | null = null;

  const rowId = (index: number): string => `${root.id}-${index}`;

  const mark = (index: number | null): void => {
    active = index;
    const options = root.querySelectorAll('[role=option]');
    options.forEach((row, at) => {
      row.setAttribute('aria-selected', String(at === index));
    });
    if (index === null) field?.removeAttribute('aria-activedescendant');
    else {
      field?.setAttribute('aria-activedescendant', rowId(index));
      options[index]?.scrollIntoView({ block: 'nearest' });
    }
  };

  const hide = (): void => {
    root.hidden = true;
    items = [];
    active = null;
    count.textContent = '';
    if (field)
      setAttributes(field, { ...expanded(field, false), 'aria-activedescendant': null, 'aria-controls': null });
  };

  const renderRow = (item: PickerItem, index: number): HTMLElement => {
    const row = element(
      'li',
      { role: 'option', id: rowId(index), 'aria-selected': 'false' },
      element('span', { class: 'choice-label' }, item.label),
      item.detail ? element('span', { class: 'choice-detail' }, item.detail) : null,
      item.hint ? element('span', { class: 'choice-hint' }, item.hint) : null,
    );
    row.addEventListener('pointerdown', (event) => event.preventDefault());
    row.addEventListener('click', () => item.pick());
    return row;
  };

  const move = (by: 1 | -1): void => {
    const from = active ?? (by === 1 ? -1 : 0);
    mark((from + by + items.length) % items.length);
  };

  return {
    status: count,
    show(target, heading, shown, start) {
      if (field !== target) hide();
      field = target;
      items = shown;
      const list = element(
        'ul',
        { id: `${root.id}-list`, role: 'listbox', 'aria-label': heading, tabindex: 0 },
        items.map(renderRow),
      );
      rows.replaceChildren(element('div', { class: 'picker-heading', 'aria-hidden': 'true' }, heading), list);
      if (items.length === 0) list.remove();
      root.hidden = false;
      count.textContent = `${heading}: ${items.length}`;
      setAttributes(target, {
        ...expanded(target, items.length > 0),
        'aria-controls': items.length > 0 ? list.id : null,
      });
      mark(items.length === 0 ? null : start);
    },
    hide,
    key(event) {
      if (root.hidden || items.length === 0 || event.isComposing) return false;
      const picks = (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && active !== null;
      if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if (picks) items[active!]!.pick();
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** A field of several lines cannot be a combobox, and has no such state; the count beside the list is told instead. */
function expanded(field: HTMLElement, open: boolean): { readonly 'aria-expanded'?: string } {
  return field.getAttribute('role') === 'combobox' ? { 'aria-expanded': String(open) } : {};
}
