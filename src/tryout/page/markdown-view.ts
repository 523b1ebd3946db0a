import { type Child, element } from './dom.ts';
import { type MarkdownNode, parse } from './markdown.ts';
import { fullTime, relativeTime, styledTime } from './time.ts';

/** What the ids in a text stand for, and what its clickable parts do. */
export interface MarkdownContext {
  /** The name to show for a mention, or null when nobody here has that id. */
  nameOf(kind: 'user' | 'role' | 'channel', id: string): string | null;
  /** Whether this message may ping everyone: only then is `@everyone` more than text. */
  readonly everyone: boolean;
  startCommand(name: string): void;
  now(): number;
}

/** `text` as the nodes to show. */
export function renderMarkdown(text: string, context: MarkdownContext): HTMLElement {
  return element('div', { class: 'markdown' }, render(parse(text), context));
}

function render(nodes: readonly MarkdownNode[], context: MarkdownContext): Child[] {
  return nodes.map((node) => renderNode(node, context));
}

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  quote: 'blockquote',
  small: 'small',
} as const;

function renderNode(node: MarkdownNode, context: MarkdownContext): Child {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'quote':
    case 'small':
      return element(TAGS[node.kind], {}, render(node.children, context));
    case 'spoiler':
      return spoiler(render(node.children, context));
    case 'code':
      return element('code', {}, node.text);
    case 'block':
      return element('pre', { 'data-language': node.language }, element('code', {}, node.text));
    case 'heading':
      // The page's own headings end at level 2, so that those of a message nest below them.
      return element(`h${(node.level + 2) as 3 | 4 | 5}`, {}, render(node.children, context));
    case 'list': {
      const items = node.items.map((item) => element('li', {}, render(item, context)));
      return node.start === null ? element('ul', {}, items) : element('ol', { start: node.start }, items);
    }
    case 'link':
      return link(node.url, render(node.children, context));
    case 'time':
      return time(node.seconds, node.style, context.now());
    case 'mention': {
      const name = context.nameOf(node.of, node.id) ?? `unknown-${node.of}`;
      return element('span', { class: 'mention' }, `${node.of === 'channel' ? '#' : '@'}${name}`);
    }
    case 'everyone':
      return context.everyone ? element('span', { class: 'mention' }, node.text) : node.text;
    case 'command': {
      const pill = element('button', { type: 'button', class: 'mention' }, `/${node.name}`);
      pill.addEventListener('click', () => context.startCommand(node.name));
      return pill;
    }
  }
}

/** Only ever http and https: the parser reads no other scheme as a link, and the buttons' links are checked here again. */
export function link(url: string, children: readonly Child[]): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return element('span', {}, ...children);
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', title: url }, ...children);
}

function spoiler(children: readonly Child[]): HTMLElement {
  const hidden = element('span', { class: 'spoiler-text', inert: true }, ...children);
  const cover = element(
    'span',
    { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Spoiler: show' },
    hidden,
  );
  const reveal = (): void => {
    cover.replaceWith(element('span', { class: 'spoiler shown' }, ...hidden.childNodes));
  };
  cover.addEventListener('click', reveal);
  cover.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    reveal();
  });
  return cover;
}

function time(seconds: number, style: string, now: number): HTMLElement {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return element('span', {}, 'Invalid Date');
  const shown = style === 'R' ? relativeTime(date, now) : styledTime(date, style);
  return element('time', { class: 'timestamp', datetime: date.toISOString(), title: fullTime(date) }, shown);
}
