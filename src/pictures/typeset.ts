import type { Face, Glyph } from './truetype.ts';

/** A stretch of text in one face. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** A glyph and where the pen stands for it, in pixels from the start of its line. */
interface Placed {
  readonly x: number;
  readonly face: Face;
  readonly glyph: Glyph;
}

export interface Line {
  readonly glyphs: readonly Placed[];
  readonly width: number;
}

/** A character in its face, not placed yet. */
interface Sign {
  readonly face: Face;
  readonly glyph: Glyph;
  readonly advance: number;
}

/** What shows nothing by itself: soft hyphen, zero-width space and joiners. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** Combining marks become part of their letter where Unicode has the two as one: the outlines are drawn one by one. */
const drawn = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '');

/** Whether every character of a text has a glyph in a face, white space aside. A mark that stays apart has none. */
export const canSet = (text: string, face: Face): boolean =>
  [...drawn(text).replace(/\s+/gu, '')].every(
    (character) => !/\p{M}/u.test(character) && face.glyph(character) !== null,
  );

/** The text without the characters that a face has no glyph for; for what is no quotation. */
export const settable = (text: string, face: Face): string =>
  [...drawn(text)].filter((character) => /\s/u.test(character) || canSet(character, face)).join('');

/**
 * Breaks runs of text into lines of at most `width` pixels, at white space; a word that is wider than a line is broken where
 * the line ends. Nothing is left out, and white space of any kind is a space. Widths are those of the glyphs themselves.
 */
export const breakLines = (runs: readonly Run[], size: number, width: number): readonly Line[] => {
  const lines: Placed[][] = [[]];
  let x = 0;
  let gap = 0;
  const put = ({ face, glyph, advance }: Sign): void => {
    if (x + advance > width && lines.at(-1)!.length > 0) startLine();
    lines.at(-1)!.push({ x, face, glyph });
    x += advance;
  };
  const startLine = (): void => {
    lines.push([]);
    x = 0;
  };
  for (const word of words(runs, size)) {
    const length = word.signs.reduce((sum, { advance }) => sum + advance, 0);
    if (lines.at(-1)!.length > 0) {
      if (x + gap + length > width && (length <= width || x + gap > 0.7 * width)) startLine();
      else x += gap;
    }
    for (const sign of word.signs) put(sign);
    gap = word.space;
  }
  return lines.map((glyphs) => ({ glyphs, width: endOf(glyphs, size) }));
};

/** One line of at most `width` pixels; where the text is longer, it ends with "…" after a whole word. */
export const setLine = (text: string, face: Face, size: number, width: number): Line => {
  const set = (words: string): Line => breakLines([{ text: words, face }], size, Number.POSITIVE_INFINITY)[0]!;
  const whole = set(text);
  if (whole.width <= width) return whole;
  const parts = text.split(/\s+/u);
  for (let kept = parts.length - 1; kept > 0; kept--) {
    const shorter = set(
      `${parts
        .slice(0, kept)
        .join(' ')
        .replace(/[\s,;:–—-]+$/u, '')}…`,
    );
    if (shorter.width <= width) return shorter;
  }
  const [first] = breakLines([{ text, face }], size, width - advanceOf('…', face, size));
  const end = first?.width ?? 0;
  const dots = set('…').glyphs.map((placed) => ({ ...placed, x: placed.x + end }));
  return { glyphs: [...(first?.glyphs ?? []), ...dots], width: end + advanceOf('…', face, size) };
};

interface Word {
  readonly signs: Sign[];
  /** The width of the space that follows. */
  readonly space: number;
}

const words = (runs: readonly Run[], size: number): readonly Word[] => {
  const found: Word[] = [];
  let signs: Sign[] = [];
  for (const { text, face } of runs) {
    for (const character of drawn(text)) {
      if (/\s/u.test(character)) {
        if (signs.length > 0) found.push({ signs, space: advanceOf(' ', face, size) });
        signs = [];
        continue;
      }
      const glyph = face.glyph(character);
      if (glyph) signs.push({ face, glyph, advance: (glyph.advance * size) / face.unitsPerEm });
    }
  }
  return signs.length > 0 ? [...found, { signs, space: 0 }] : found;
};

const advanceOf = (character: string, face: Face, size: number): number =>
  ((face.glyph(character)?.advance ?? 0) * size) / face.unitsPerEm;

const endOf = (glyphs: readonly Placed[], size: number): number => {
  const last = glyphs.at(-1);
  return last ? last.x + (last.glyph.advance * size) / last.face.unitsPerEm : 0;
};
