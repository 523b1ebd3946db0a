/** Building document nodes. Text only ever enters as text nodes: no markup is parsed from strings anywhere on the page. */

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = Node | string | null | undefined | readonly Child[];

/** An element with attributes (`true` sets an empty one; `false`, `null` and `undefined` leave it out) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === '') continue;
    if (typeof child === 'string') parent.appendChild(document.createTextNode(child));
    else if (child instanceof Node) parent.appendChild(child);
    else append(parent, child);
  }
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Words for screen readers alone. */
export function aloud(words: string): HTMLElement {
  return element('span', { class: 'offscreen' }, words);
}

/** A push button that runs `act`; `type=button`, so that it never submits a form it stands in. */
export function button(attributes: Attributes, act: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', act);
  return made;
}

/** The element of index.html with this id. Throws when the page and its script do not fit together. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}`);
  return found;
}

/** Strokes on a grid of 24 × 24. */
const ICONS = {
  add: 'M12 8v8M8 12h8M12 3a9 9 0 100 18 9 9 0 000-18z',
  apps: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6',
  check: 'M5 13l4 4L19 7',
  chevron: 'M6 9l6 6 6-6',
  braces:
    'M9 4c-2.5 0-3 1-3 3v2c0 2-1 3-2.5 3 1.5 0 2.5 1 2.5 3v2c0 2 .5 3 3 3M15 4c2.5 0 3 1 3 3v2c0 2 1 3 2.5 3-1.5 0-2.5 1-2.5 3v2c0 2-.5 3-3 3',
  close: 'M6 6l12 12M18 6L6 18',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  hash: 'M4 9h16M4 15h16M10 3L8 21M16 3l-2 18',
  lines: 'M4 6h16M4 12h16M4 18h16',
  link: 'M14 5h5v5M19 5l-9 9M17 14v5H5V7h5',
  plus: 'M12 5v14M5 12h14',
  people: 'M9 11a4 4 0 100-8 4 4 0 000 8zM2 21c0-4 3-6 7-6s7 2 7 6M16 3.5a4 4 0 010 7M18 15c3 .5 4 3 4 6',
  reply: 'M9 6L4 11l5 5M4 11h10c4 0 6 3 6 8',
  send: 'M4 12l16-8-5 16-4-7z',
  thread: 'M5 4h14v10h-8l-4 4v-4H5z',
  warning: 'M12 4L2 20h20zM12 10v5M12 17.5v.5',
} as const;

export type IconName = keyof typeof ICONS;

/** A picture beside words that say the same; hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = svgElement('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  svg.appendChild(svgElement('path', { d: ICONS[name] }));
  return svg;
}

export function svgElement<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  return made;
}
