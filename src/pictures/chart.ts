import type { Drawn, Faces, Ink } from './layout.ts';
import { outlines, type Palette } from './svg.ts';
import type { Chart } from './types.ts';
import { type Line, setLine } from './typeset.ts';

// All lengths in pixels. As wide as a timeline, so that the two look alike beside each other.
const WIDTH = 900;
const HEIGHT = 560;
const MARGIN = 52;
/** Where the bars stand: right of the numbers of the scale, above the dates. */
const PLOT = { left: MARGIN + 62, right: WIDTH - MARGIN, top: 186, bottom: 430 };
const SMALL = 21;
/** Of the room that a bar has, so much is bar; and it is never wider than this. */
const SHARE = 0.72;
const WIDEST = 64;
const STROKE = 2;

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly ink: Ink;
  readonly align: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
}

/** A chart as SVG: a scale from 0, bars whose lower part is filled and whose upper part is hollow, and what they mean. */
export const toChartSvg = (chart: Chart, faces: Faces, palette: Palette): string => {
  const { title, subtitle, bars, legend } = chart;
  const step = stepFor(Math.max(1, ...bars.map(({ values }) => values[0] + values[1])));
  const ticks = [0, 1, 2, 3, 4].map((tick) => tick * step);
  const y = (value: number): number => PLOT.bottom - ((PLOT.bottom - PLOT.top) * value) / (4 * step);
  const texts: readonly Placed[] = [
    { text: title, x: MARGIN, y: MARGIN + 41, size: 46, ink: 'strong', align: 'start', bold: true },
    { text: subtitle, x: MARGIN, y: MARGIN + 84, size: 25, ink: 'muted', align: 'start' },
    ...ticks.map((value) => ({
      text: value.toLocaleString('en-GB'),
      x: PLOT.left - 14,
      y: y(value) + 7,
      size: SMALL,
      ink: 'muted' as const,
      align: 'end' as const,
    })),
    ...labels(chart),
    { text: legend[0], x: MARGIN + 32, y: HEIGHT - 38, size: SMALL, ink: 'text', align: 'start' },
    { text: legend[1], x: MARGIN + 312, y: HEIGHT - 38, size: SMALL, ink: 'text', align: 'start' },
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<path fill="${palette.paper}" d="M0 0H${WIDTH}V${HEIGHT}H0Z"/>`,
    ...ticks.map(
      (value) => `<path fill="${palette.rail}" d="M${PLOT.left} ${y(value)}H${PLOT.right}v1H${PLOT.left}Z"/>`,
    ),
    ...bars.flatMap(({ values: [lower, upper] }, index) => {
      const { x, width } = placeOf(index, bars.length);
      return [
        ...(upper > 0 ? [hollow({ x, width, top: y(lower + upper), bottom: y(lower) }, palette)] : []),
        ...(lower > 0 ? [filled({ x, width, top: y(lower), bottom: y(0) }, palette)] : []),
      ];
    }),
    filled({ x: MARGIN, width: 20, top: HEIGHT - 56, bottom: HEIGHT - 36 }, palette),
    hollow({ x: MARGIN + 280, width: 20, top: HEIGHT - 56, bottom: HEIGHT - 36 }, palette),
    ...texts.map((text) => written(text, faces, palette)),
    '</svg>',
  ].join('');
};

/** A quarter of the scale: the least of 1, 2, 5, 10, 20 … with which it holds the highest bar. */
const stepFor = (highest: number): number => {
  for (let power = 1; ; power *= 10) {
    const found = [1, 2, 5].map((digit) => digit * power).find((step) => 4 * step >= highest);
    if (found !== undefined) return found;
  }
};

const placeOf = (index: number, count: number): { readonly x: number; readonly width: number } => {
  const room = (PLOT.right - PLOT.left) / Math.max(1, count);
  const width = Math.min(WIDEST, SHARE * room);
  return { x: PLOT.left + room * (index + 0.5) - width / 2, width };
};

/** The dates of the first bar, the middle one and the last. */
const labels = ({ bars }: Chart): readonly Placed[] => {
  const last = bars.length - 1;
  const chosen = bars.length < 3 ? [...bars.keys()] : [0, Math.round(last / 2), last];
  return chosen.map((index) => {
    const { x, width } = placeOf(index, bars.length);
    const align = bars.length < 3 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    const at = align === 'start' ? x : align === 'end' ? x + width : x + width / 2;
    return { text: bars[index]!.label, x: at, y: PLOT.bottom + 34, size: SMALL, ink: 'muted', align };
  });
};

interface Box {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

const filled = ({ x, width, top, bottom }: Box, { accent }: Palette): string =>
  `<path fill="${accent}" d="M${x} ${top}h${width}V${bottom}h${-width}Z"/>`;

/** An outline inside the box, so that parts of a bar do not run into each other. */
const hollow = ({ x, width, top, bottom }: Box, { accent }: Palette): string => {
  const inset = STROKE / 2;
  const height = Math.max(0, bottom - top - STROKE);
  return `<rect fill="none" stroke="${accent}" stroke-width="${STROKE}" x="${x + inset}" y="${top + inset}" width="${Math.max(0, width - STROKE)}" height="${height}"/>`;
};

const written = ({ text, x, y, size, ink, align, bold = false }: Placed, faces: Faces, palette: Palette): string => {
  const weight = bold ? 'bold' : 'regular';
  const line: Line = setLine(text, faces[weight], size, WIDTH - 2 * MARGIN);
  const start = align === 'start' ? x : align === 'end' ? x - line.width : x - line.width / 2;
  const drawn: Drawn = { ...line, x: start, y, size, inks: { bold: ink, regular: ink } };
  return outlines(drawn, faces, weight, palette);
};
