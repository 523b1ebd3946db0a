import { readContours, toPath } from './outline.ts';

/** A character as a face draws it, in the face's own units, y upwards. */
export interface Glyph {
  /** How far the pen moves on. */
  readonly advance: number;
  /** The outline as SVG path data, relative to the pen on the base line; '' for what is blank. */
  path(): string;
}

/** What a font with outlines of quadratic curves starts with. */
const TRUE_TYPE = 0x00010000;

/** One weight of a font. */
export interface Face {
  readonly unitsPerEm: number;
  /** Null when the face has no glyph for this character. */
  glyph(character: string): Glyph | null;
}

/**
 * Reads a TrueType font: which characters it has, how wide they are, and their outlines.
 *
 * Text is drawn from these outlines, one glyph a character, and not by a renderer's text engine: the font's own contextual
 * alternates would show "3x4" as "3×4" and "->" as an arrow, which is not what the article says.
 *
 * https://learn.microsoft.com/typography/opentype/spec/ (tables `cmap`, `head`, `hhea`, `hmtx`, `loca`, `glyf`)
 * @throws RangeError when the bytes are no TrueType font with a Unicode character map
 */
export const readFace = (bytes: Uint8Array): Face => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.byteLength < 12 || data.getUint32(0) !== TRUE_TYPE) throw new RangeError('This is no TrueType font');
  const table = (tag: string): DataView => {
    const found = tables(data).get(tag);
    if (!found) throw new RangeError(`The font has no table “${tag}”`);
    return found;
  };
  const head = table('head');
  const indexOf = readCharacterMap(table('cmap'));
  const advanceOf = readAdvances(table('hhea'), table('hmtx'));
  const outlines = { loca: table('loca'), glyf: table('glyf'), isLong: head.getInt16(50) === 1 };
  const known = new Map<string, Glyph | null>();

  const build = (character: string): Glyph | null => {
    const index = indexOf(character.codePointAt(0) ?? 0);
    if (index === 0) return null;
    let path: string | null = null;
    return {
      advance: advanceOf(index),
      path: () => {
        path ??= toPath(readContours(outlines, index));
        return path;
      },
    };
  };

  return {
    unitsPerEm: head.getUint16(18),
    glyph(character) {
      let glyph = known.get(character);
      if (glyph === undefined) {
        glyph = build(character);
        known.set(character, glyph);
      }
      return glyph;
    },
  };
};

/** The font's tables by their tags. */
const tables = (data: DataView): ReadonlyMap<string, DataView> => {
  const found = new Map<string, DataView>();
  const count = data.getUint16(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => data.getUint8(record + at)));
    found.set(
      tag,
      new DataView(data.buffer, data.byteOffset + data.getUint32(record + 8), data.getUint32(record + 12)),
    );
  }
  return found;
};

/** From code points to glyph indexes; 0 is "no glyph". Format 12 where there is one, which has all of Unicode. */
const readCharacterMap = (cmap: DataView): ((point: number) => number) => {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + 8 * index + 4));
  const withFormat = (format: number) => subtables.find((offset) => cmap.getUint16(offset) === format);
  const full = withFormat(12);
  if (full !== undefined) return (point) => findInGroups(cmap, full, point);
  const basic = withFormat(4);
  if (basic !== undefined) return (point) => findInSegments(cmap, basic, point);
  throw new RangeError('The font has no Unicode character map');
};

const findInGroups = (cmap: DataView, start: number, point: number): number => {
  let low = 0;
  let high = cmap.getUint32(start + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = start + 16 + 12 * middle;
    if (point < cmap.getUint32(group)) high = middle - 1;
    else if (point > cmap.getUint32(group + 4)) low = middle + 1;
    else return cmap.getUint32(group + 8) + point - cmap.getUint32(group);
  }
  return 0;
};

const findInSegments = (cmap: DataView, start: number, point: number): number => {
  const size = cmap.getUint16(start + 6);
  for (let at = 0; at < size && point <= 0xffff; at += 2) {
    if (point > cmap.getUint16(start + 14 + at)) continue;
    const first = start + 16 + size + at;
    if (point < cmap.getUint16(first)) return 0;
    const delta = cmap.getInt16(first + size);
    const offset = cmap.getUint16(first + 2 * size);
    if (offset === 0) return (point + delta) & 0xffff;
    const index = cmap.getUint16(first + 2 * size + offset + 2 * (point - cmap.getUint16(first)));
    return index === 0 ? 0 : (index + delta) & 0xffff;
  }
  return 0;
};

const readAdvances = (hhea: DataView, hmtx: DataView): ((index: number) => number) => {
  // All glyphs after the last of these have its advance.
  const count = hhea.getUint16(34);
  return (index) => hmtx.getUint16(4 * Math.min(index, count - 1));
};
