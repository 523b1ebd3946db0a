/** Pieces of text on a page → lines. */

/** As much of a piece as PDF.js gives and is used here; lengths in points, the origin bottom left. */
export interface Piece {
  readonly str: string;
  /** The text matrix; its last two numbers are x and y. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline's height above the foot of the page. */
  readonly y: number;
  /** Font size in points. */
  readonly size: number;
}

/** Pieces in the order of the file → lines in that order; pieces on one baseline that follow each other are one line. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  const flush = (): void => {
    if (line && line.text.trim() !== '') lines.push({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() });
    line = null;
  };
  for (const piece of pieces) {
    const { x, y, size } = placeOf(piece);
    const open: Line | null = line;
    if (open && (Math.abs(open.y - y) > open.size / 2 || x < open.right - open.size * 2)) flush();
    if (piece.str !== '')
      line = line ? extended(line, piece, x, size) : { text: piece.str, left: x, right: x + piece.width, y, size };
    if (piece.hasEOL) flush();
  }
  flush();
  return lines;
}

function placeOf({ transform }: Piece): { x: number; y: number; size: number } {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return { x, y, size: Math.hypot(c, d) || 1 };
}

function extended(line: Line, piece: Piece, x: number, size: number): Line {
  const apart = x - line.right > line.size * 0.2 && !/\s$/u.test(line.text) && !/^\s/u.test(piece.str);
  return {
    ...line,
    text: line.text + (apart ? ' ' : '') + piece.str,
    right: Math.max(line.right, x + piece.width),
    size: piece.str.trim() === '' ? line.size : Math.max(line.size, size),
  };
}
