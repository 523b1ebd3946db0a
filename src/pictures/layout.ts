import type { Face } from './truetype.ts';
import type { Card, CardEntry } from './types.ts';
import { breakLines, type Line, type Run, setLine } from './typeset.ts';

/** What something is drawn with; each theme has a colour for it. */
export type Ink = 'text' | 'strong' | 'muted' | 'accent' | 'rail';

/** A line of text whose base line starts at x, y. */
export interface Drawn extends Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The ink of the bold face and of the regular one: words in bold may have a colour of their own. */
  readonly inks: { readonly bold: Ink; readonly regular: Ink };
}

/** A picture before it is drawn; all lengths in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Drawn[];
  /** How much higher each entry makes the picture. */
  readonly entries: readonly number[];
  /** The line of time, and the middles of its dots. */
  readonly rail: {
    readonly x: number;
    readonly top: number;
    readonly bottom: number;
    readonly dots: readonly number[];
  };
}

export interface Faces {
  readonly regular: Face;
  readonly bold: Face;
}

// Shown as wide as a phone (about 390 points), 900 pixels make the sentences 12 points high, as small as phones go.
const WIDTH = 900;
const MARGIN = 52;
const RAIL = MARGIN + 10;
const COLUMN = RAIL + 40;
const COLUMN_WIDTH = WIDTH - MARGIN - COLUMN;

const TITLE = { size: 46, leading: 56 };
const SUBTITLE = { size: 25, leading: 34 };
const DATE = { size: 30, leading: 38 };
const SENTENCE = { size: 28, leading: 39 };
const SOURCE = { size: 21, leading: 30 };
const FOOTER = { size: 22, leading: 30 };
/** A title that takes more lines is shortened. */
const TITLE_LINES = 2;
const BELOW_HEADING = 44;
/** Beside the space that follows every entry. */
const ABOVE_FOOTER = 12;
const BETWEEN_ENTRIES = 34;

/** Places everything on a card: a heading, the entries along the line of time, a footer. */
export const layOut = (card: Card, faces: Faces): Layout => {
  const lines: Drawn[] = [];
  const dots: number[] = [];
  const entries: number[] = [];
  let y = MARGIN;

  const put = (line: Line, x: number, { size, leading }: typeof TITLE, inks: Drawn['inks']): void => {
    y += leading;
    lines.push({ ...line, x, y: y - Math.round(0.27 * leading), size, inks });
  };
  const plain = (ink: Ink): Drawn['inks'] => ({ bold: ink, regular: ink });

  for (const line of titleLines(card.title, faces)) put(line, MARGIN, TITLE, plain('strong'));
  y += 6;
  put(setLine(card.subtitle, faces.regular, SUBTITLE.size, WIDTH - 2 * MARGIN), MARGIN, SUBTITLE, plain('muted'));
  y += BELOW_HEADING;
  for (const entry of card.entries) {
    const start = y;
    dots.push(y + Math.round(0.52 * DATE.leading));
    put(dateLine(entry, faces), COLUMN, DATE, { bold: 'accent', regular: 'muted' });
    y += 4;
    for (const line of breakLines(sentenceRuns(entry, faces), SENTENCE.size, COLUMN_WIDTH)) {
      put(line, COLUMN, SENTENCE, { bold: 'strong', regular: 'text' });
    }
    y += 6;
    put(setLine(entry.source, faces.regular, SOURCE.size, COLUMN_WIDTH), COLUMN, SOURCE, plain('muted'));
    y += BETWEEN_ENTRIES;
    entries.push(y - start);
  }
  const bottom = y - BETWEEN_ENTRIES;
  y += ABOVE_FOOTER;
  for (const line of breakLines([{ text: card.footer, face: faces.regular }], FOOTER.size, WIDTH - 2 * MARGIN)) {
    put(line, MARGIN, FOOTER, plain('muted'));
  }
  return {
    width: WIDTH,
    height: y + MARGIN - 8,
    lines,
    entries,
    rail: { x: RAIL, top: dots[0] ?? bottom, bottom, dots },
  };
};

const titleLines = (title: string, { bold }: Faces): readonly Line[] => {
  const width = WIDTH - 2 * MARGIN;
  const lines = breakLines([{ text: title, face: bold }], TITLE.size, width);
  if (lines.length <= TITLE_LINES) return lines;
  const words = title.split(/\s+/u);
  for (let kept = words.length - 1; kept > 0; kept--) {
    const shorter = breakLines([{ text: `${words.slice(0, kept).join(' ')}…`, face: bold }], TITLE.size, width);
    if (shorter.length <= TITLE_LINES) return shorter;
  }
  return [setLine(title, bold, TITLE.size, width)];
};

const dateLine = ({ date, mark }: CardEntry, { bold, regular }: Faces): Line => {
  const runs = [{ text: date, face: bold }, ...(mark === null ? [] : [{ text: `  ·  ${mark}`, face: regular }])];
  return breakLines(runs, DATE.size, COLUMN_WIDTH)[0]!;
};

/** The words of the citation, those that the date was read from in bold. */
const sentenceRuns = ({ citation, highlight }: CardEntry, { bold, regular }: Faces): readonly Run[] => {
  const { text, start } = citation;
  const from = Math.max(0, (highlight?.start ?? 0) - start);
  const to = Math.max(from, Math.min(text.length, (highlight?.end ?? 0) - start));
  return [
    { text: text.slice(0, from), face: regular },
    { text: text.slice(from, to), face: bold },
    { text: text.slice(to), face: regular },
  ];
};
