interface Drawer {
  close(): void;
}

/** On a phone the sidebar comes in from the side: over the page, until a channel is chosen, Escape or a tap beside it. */
export function createDrawer(panel: HTMLElement, opener: HTMLElement, back: HTMLElement): Drawer {
  const set = (open: boolean): void => {
    panel.classList.toggle('open', open);
    back.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  const close = (): void => {
    if (!panel.classList.contains('open')) return;
    const inside = panel.contains(document.activeElement);
    set(false);
    if (inside) opener.focus();
  };
  opener.addEventListener('click', () => {
    set(true);
    panel.querySelector<HTMLElement>('[aria-current=page]')?.focus();
  });
  back.addEventListener('click', close);
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  return { close };
}
