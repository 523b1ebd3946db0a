import { fileComponents } from './files.ts';
import { limits } from './limits.ts';
import { cutMarkdown, cutQuotation, type Quoted, quotation } from './quotation.ts';
import type { Block, Markdown, MessageReply } from './types.ts';

/** A block that is ready to be shown: quotations have become Markdown. */
export type Piece = Exclude<Block, { readonly kind: 'quotation' }>;

/** A page: what stands above, the items of this page, what stands below. */
export interface Page {
  readonly head: readonly Piece[];
  readonly items: readonly Piece[];
  readonly foot: readonly Piece[];
}

/** What a page may still hold. */
interface Room {
  readonly text: number;
  readonly components: number;
}

/** The frame around the blocks: the query line, the container, and the row with two buttons and the page's number. */
const frameComponents = 1 + 1 + 4;

/**
 * Packs a reply into as few pages as hold it, in order. A group of items (what stands between two dividers) stays together
 * when one page can hold it. Head and foot stand on every page; where they would take more than half of it, the head
 * opens the first page only, and the foot closes the last.
 *
 * @param taken characters that the frame itself needs (the query line)
 */
export const paginate = (reply: MessageReply, taken: number): readonly Page[] => {
  const whole = limits.messageText - taken;
  const repeats = textOf([...reply.head, ...reply.foot]) <= whole / 2;
  const head = repeats ? reply.head.flatMap(piecesOf) : [];
  const foot = repeats ? reply.foot.flatMap(piecesOf) : reply.foot.filter(isControl);
  const items = repeats
    ? reply.items
    : [...reply.head, divider, ...reply.items, divider, ...reply.foot.filter(isWords)];
  const room: Room = {
    text: whole - textOf([...head, ...foot]),
    components: limits.components - frameComponents - fileComponents(reply) - componentsOf([...head, ...foot]),
  };
  return pack(items, room).map((page) => ({ head, items: page, foot }));
};

const divider = { kind: 'divider' } as const;

const pack = (items: readonly Block[], room: Room): readonly (readonly Piece[])[] => {
  const pages: Piece[][] = [[]];
  const fits = (pieces: readonly Piece[]): boolean =>
    textOf(pieces) <= room.text && componentsOf(pieces) <= room.components;
  for (const group of groups(items)) {
    const page = pages.at(-1)!;
    const pieces = group.flatMap(piecesOf);
    const opened = page.length === 0 ? pieces : [divider, ...pieces];
    if (fits([...page, ...opened])) page.push(...opened);
    else if (fits(pieces)) pages.push(pieces);
    else pages.push(...spread(group, room, fits));
  }
  return pages.filter((page, index) => page.length > 0 || (index === 0 && pages.length === 1));
};

/** A group that no page can hold, over several. A quotation begins on the page of what introduces it. */
const spread = (group: readonly Block[], room: Room, fits: (pieces: readonly Piece[]) => boolean): Piece[][] => {
  const pages: Piece[][] = [[]];
  for (const block of group) {
    const left = room.text - textOf(pages.at(-1)!);
    for (const piece of cut(block, room.text, left)) {
      const page = pages.at(-1)!;
      if (page.length === 0 || fits([...page, piece])) page.push(piece);
      else pages.push([piece]);
    }
  }
  return pages;
};

const groups = (items: readonly Block[]): readonly (readonly Block[])[] => {
  const found: Block[][] = [[]];
  for (const block of items) {
    if (block.kind === 'divider') found.push([]);
    else found.at(-1)!.push(block);
  }
  return found.filter((group) => group.length > 0);
};

/** Less room than this is no place to begin a quotation in. */
const leastRoom = 600;

const cut = (block: Block, room: number, left: number): readonly Piece[] => {
  if (block.kind === 'text') return cutMarkdown(block.text, room).map(textPiece);
  if (block.kind !== 'quotation') return [block];
  const parts = cutQuotation(quoted(block), room, left < leastRoom ? room : left);
  return parts.map((part) => textPiece(quotation(part)));
};

const piecesOf = (block: Block): readonly Piece[] =>
  block.kind === 'quotation' ? [textPiece(quotation(quoted(block)))] : [block];

const textPiece = (text: Markdown): Piece => ({ kind: 'text', text });

/** The highlight of a block counts in the article; here it counts in the citation. */
const quoted = ({ citation, highlight }: Extract<Block, { readonly kind: 'quotation' }>): Quoted => {
  if (highlight === null) return { text: citation.text, highlight };
  const start = Math.max(highlight.start, citation.start) - citation.start;
  const end = Math.min(highlight.end, citation.end) - citation.start;
  return { text: citation.text, highlight: start < end ? { start, end } : null };
};

const isWords = (block: Block): boolean => block.kind === 'text' || block.kind === 'quotation';
const isControl = (block: Block): block is Exclude<Piece, { readonly kind: 'text' | 'divider' }> =>
  !isWords(block) && block.kind !== 'divider';

const textOf = (blocks: readonly Block[]): number =>
  blocks.flatMap(piecesOf).reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.source.length : 0), 0);

const componentsOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + components(piece), 0);

const components = (piece: Piece): number => {
  if (piece.kind === 'buttons') return piece.buttons.length + Math.ceil(piece.buttons.length / limits.buttonsInRow);
  return isControl(piece) ? 2 : 1;
};
