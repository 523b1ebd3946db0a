import { button, type Child, element } from './dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly detail?: string;
  /** Of a menu that chooses one thing: whether this is it now. */
  readonly current?: boolean;
  act(): void;
}

/**
 * A button that opens a menu of `items` below or above it, under a heading; arrows move, Escape and a click elsewhere
 * close it. Without a label the button is called by the words on its face. Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export function renderMenuButton(
  label: string | null,
  heading: string,
  face: Child,
  items: () => readonly MenuItem[],
): HTMLElement {
  const opener = button(
    { class: 'action', 'aria-label': label, 'aria-haspopup': 'menu', 'aria-expanded': 'false', title: label },
    () => (menu ? close() : open()),
    face,
  );
  const holder = element('div', { class: 'menu-holder' }, opener);
  let menu: HTMLElement | null = null;

  const close = (): void => {
    // Cleared first: taking the focused entry away runs the focusout handler below, which closes again.
    const open = menu;
    menu = null;
    open?.remove();
    opener.setAttribute('aria-expanded', 'false');
  };
  const renderItem = (item: MenuItem): HTMLElement => {
    const radio = item.current !== undefined;
    return button(
      {
        class: 'menu-item',
        role: radio ? 'menuitemradio' : 'menuitem',
        'aria-checked': radio ? String(item.current) : null,
        tabindex: -1,
      },
      () => {
        close();
        item.act();
      },
      item.label,
      item.detail ? element('small', {}, item.detail) : null,
    );
  };
  const open = (): void => {
    const entries = items().map(renderItem);
    menu = element(
      'div',
      { class: 'menu', role: 'menu', 'aria-label': heading },
      element('div', { class: 'menu-heading', 'aria-hidden': 'true' }, heading),
      entries,
    );
    holder.append(menu);
    opener.setAttribute('aria-expanded', 'true');
    menu.scrollIntoView({ block: 'nearest' });
    (entries.find((entry) => entry.getAttribute('aria-checked') === 'true') ?? entries[0])?.focus();
  };

  holder.addEventListener('keydown', (event) => {
    if (!menu) return;
    const entries = [...menu.querySelectorAll<HTMLElement>('.menu-item')];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') entries[(at + 1) % entries.length]?.focus();
    else if (event.key === 'ArrowUp') entries.at(at - 1)?.focus();
    else if (event.key === 'Escape') {
      close();
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  holder.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && holder.contains(event.relatedTarget))) close();
  });
  return holder;
}
