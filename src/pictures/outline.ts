/** A point of an outline. Between two that lie off the curve, another one on it is understood half-way. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** A closed curve of quadratic Béziers. */
export type Contour = readonly Point[];

/** Where a font keeps its outlines. `isLong`: offsets in `loca` have four bytes. */
export interface OutlineTables {
  readonly loca: DataView;
  readonly glyf: DataView;
  readonly isLong: boolean;
}

/** Composite glyphs within composite glyphs: more is a broken font. */
const DEEPEST = 6;

/** The outline of a glyph (https://learn.microsoft.com/typography/opentype/spec/glyf); no contours when it is blank. */
export const readContours = (tables: OutlineTables, index: number, depth = 0): readonly Contour[] => {
  const { loca, glyf, isLong } = tables;
  const offset = (at: number) => (isLong ? loca.getUint32(4 * at) : 2 * loca.getUint16(2 * at));
  const start = offset(index);
  if (offset(index + 1) <= start || depth > DEEPEST) return [];
  const count = glyf.getInt16(start);
  return count < 0 ? readComposite(tables, start + 10, depth) : readSimple(glyf, start + 10, count);
};

/** Flags of a simple glyph's points. */
const ON_CURVE = 1;
const X_IS_BYTE = 2;
const Y_IS_BYTE = 4;
const REPEATS = 8;
const X_IS_SAME_OR_POSITIVE = 16;
const Y_IS_SAME_OR_POSITIVE = 32;

const readSimple = (glyf: DataView, start: number, count: number): readonly Contour[] => {
  const ends = Array.from({ length: count }, (_, contour) => glyf.getUint16(start + 2 * contour));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = start + 2 * count;
  at += 2 + glyf.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = glyf.getUint8(at++);
    const times = flag & REPEATS ? 1 + glyf.getUint8(at++) : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const readAxis = (isByte: number, isSameOrPositive: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & isByte) value += flag & isSameOrPositive ? glyf.getUint8(at++) : -glyf.getUint8(at++);
      else if (!(flag & isSameOrPositive)) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(X_IS_BYTE, X_IS_SAME_OR_POSITIVE);
  const ys = readAxis(Y_IS_BYTE, Y_IS_SAME_OR_POSITIVE);
  const points = xs.map((x, index) => ({ x, y: ys[index]!, isOn: (flags[index]! & ON_CURVE) !== 0 }));
  return ends.map((end, contour) => points.slice(contour === 0 ? 0 : ends[contour - 1]! + 1, end + 1));
};

/** Flags of a composite glyph's parts. */
const ARGUMENTS_ARE_WORDS = 1;
const ARGUMENTS_ARE_OFFSETS = 2;
const HAS_SCALE = 8;
const MORE_PARTS = 32;
const HAS_TWO_SCALES = 64;
const HAS_MATRIX = 128;

const readComposite = (tables: OutlineTables, start: number, depth: number): readonly Contour[] => {
  const { glyf } = tables;
  const contours: Contour[] = [];
  let at = start;
  let flags = MORE_PARTS;
  const scale = (): number => {
    at += 2;
    return glyf.getInt16(at - 2) / 16_384;
  };
  while (flags & MORE_PARTS) {
    flags = glyf.getUint16(at);
    const part = glyf.getUint16(at + 2);
    const areWords = (flags & ARGUMENTS_ARE_WORDS) !== 0;
    const argument = (which: number) => (areWords ? glyf.getInt16(at + 4 + 2 * which) : glyf.getInt8(at + 4 + which));
    const isMoved = (flags & ARGUMENTS_ARE_OFFSETS) !== 0;
    const [dx, dy] = isMoved ? [argument(0), argument(1)] : [0, 0];
    at += areWords ? 8 : 6;
    let [xx, xy, yx, yy] = [1, 0, 0, 1];
    if (flags & HAS_SCALE) xx = yy = scale();
    else if (flags & HAS_TWO_SCALES) [xx, yy] = [scale(), scale()];
    else if (flags & HAS_MATRIX) [xx, xy, yx, yy] = [scale(), scale(), scale(), scale()];
    const move = ({ x, y, isOn }: Point): Point => ({ x: xx * x + yx * y + dx, y: xy * x + yy * y + dy, isOn });
    contours.push(...readContours(tables, part, depth + 1).map((contour) => contour.map(move)));
  }
  return contours;
};

/**
 * SVG path data of contours, relative to where the pen stands, so that it is written once a glyph. Half-way points are
 * rounded to whole units, which are a thousandth of a letter.
 */
export const toPath = (contours: readonly Contour[]): string => {
  let [x, y] = [0, 0];
  const to = (point: Omit<Point, 'isOn'>): string => `${Math.round(point.x) - x} ${Math.round(point.y) - y}`;
  const moveTo = (point: Omit<Point, 'isOn'>): void => {
    [x, y] = [Math.round(point.x), Math.round(point.y)];
  };
  const closedCurve = (contour: Contour): string => {
    const [one] = contour;
    if (one === undefined) return '';
    const first = contour.findIndex(({ isOn }) => isOn);
    // A contour may have no point on the curve at all; then it starts half-way between two of them.
    const start = first < 0 ? half(contour.at(-1)!, one) : contour[first]!;
    const points = [...contour.slice(first + 1), ...contour.slice(0, first + 1), ...(first < 0 ? [start] : [])];
    let path = `m${to(start)}`;
    moveTo(start);
    for (const [index, point] of points.entries()) {
      const following = points[index + 1] ?? start;
      const end = point.isOn || following.isOn ? following : half(point, following);
      if (!point.isOn) {
        path += `q${to(point)} ${to(end)}`;
        moveTo(end);
      } else if (index === 0 || points[index - 1]!.isOn) {
        path += `l${to(point)}`;
        moveTo(point);
      }
    }
    // Closing leads the pen back to where the contour started.
    moveTo(start);
    return `${path}z`;
  };
  return contours.map(closedCurve).join('');
};

const half = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, isOn: true });
