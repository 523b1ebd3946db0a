/** A tree of HTML → its blocks: paragraphs, list items, quotes, cells and headings, none glued to the next. */
import type { Block } from './extract.ts';

/** As much of a DOM node as is used here. */
export interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly data?: string;
  readonly childNodes: Iterable<Node>;
  getAttribute?(name: string): string | null;
}

const TEXT = 3;
const ELEMENT = 1;
const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Nothing in these is the story's text. */
const SKIPPED = named(
  'HEAD SCRIPT STYLE NOSCRIPT TEMPLATE FORM NAV BUTTON SELECT TEXTAREA INPUT IFRAME FRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO PICTURE MAP DIALOG',
);
const HEADINGS = named('H1 H2 H3 H4 H5 H6 FIGCAPTION CAPTION');
const BLOCKS = named(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER HEADER HGROUP HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);

/** The blocks of a tree in reading order; hidden parts, scripts, forms and navigation are left out. */
export function blocksIn(root: Node): Block[] {
  const blocks: Block[] = [];
  let inline = '';
  const flush = (heading: boolean): void => {
    for (const part of inline.split(/\n[^\S\n]*\n\s*/u)) {
      const text = part.replace(/ *\n */gu, '\n').trim();
      if (text !== '') blocks.push({ text, heading });
    }
    inline = '';
  };
  const walk = (node: Node, heading: boolean, literal: boolean): void => {
    if (node.nodeType === TEXT) {
      const words = (node.data ?? '').replace(/\r\n?/gu, '\n');
      inline += literal ? words : collapsed(words, inline);
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === ELEMENT && (SKIPPED.has(name) || isHidden(node))) return;
    if (name === 'BR') inline += '\n';
    const head = HEADINGS.has(name);
    const block = head || BLOCKS.has(name);
    if (block) flush(heading);
    for (const child of node.childNodes) walk(child, heading || head, literal || name === 'PRE');
    if (block) flush(heading || head);
  };
  walk(root, false, false);
  flush(false);
  return blocks;
}

/** White space of the source counts as one space, and as none behind another. No-break spaces are kept. */
function collapsed(words: string, before: string): string {
  const squeezed = words.replace(/[ \t\n\f]+/gu, ' ');
  return /(?:^|[ \n])$/u.test(before.slice(-1)) ? squeezed.replace(/^ /u, '') : squeezed;
}

function isHidden(node: Node): boolean {
  const attribute = (name: string): string | null => node.getAttribute?.(name) ?? null;
  if (attribute('hidden') !== null || attribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute('style') ?? '');
}
