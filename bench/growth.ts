/**
 * How build time and query time grow with the collection: a picture, docs/images/growth.png, and a table in Markdown.
 *   BENCH_DATA=DIR node bench/growth.ts [--passages 1000,10000,100000,1000000] [--engines …] [--from FILE]
 * FILE holds what `bench/speed.ts --json` printed; without it, that is run first, which takes an hour.
 * Both axes are logarithmic, so that a line rising by 45° is time in proportion to size. Times are the processor's.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { renderAsync } from '@resvg/resvg-js';
import { encodePng } from '../src/pictures/png.ts';
import { readFace } from '../src/pictures/truetype.ts';
import { setLine } from '../src/pictures/typeset.ts';
import type { Measured } from './speed-types.ts';

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,10000,100000,1000000' },
    engines: { type: 'string' },
    from: { type: 'string' },
  },
});

interface Panel {
  readonly title: string;
  readonly value: (found: Measured) => number;
  /** A number of the scale, as it is written there. */
  readonly label: (value: number) => string;
}

const PANELS: readonly Panel[] = [
  {
    title: 'Median query, ms',
    value: ({ p50 }) => p50[1],
    label: (value) => `${value}`,
  },
  {
    title: 'Building the index, s',
    value: ({ build }) => build[1],
    label: (value) => `${value}`,
  },
];

const WIDTH = 1200;
const HEIGHT = 520;
const MARGIN = { left: 80, top: 84, right: 190, bottom: 64 };
const GAP = 70;
const SIZE = 20;
const PAPER = '#fdfcf9';
const TEXT = '#30363c';
const MUTED = '#6b747d';
const GRID = '#dde3e8';
const OURS = '#1a5c7c';
/** The others, told apart by their labels at the end of each line; the colours differ in lightness as well. */
const OTHERS = ['#b4532a', '#6a8f3c', '#8a5aa8', '#c09a2b', '#4f5963'];

const require = createRequire(import.meta.url);
const face = readFace(readFileSync(require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')));

const found = lines(values.from === undefined ? run() : readFileSync(values.from, 'utf8'));
const engines = [...new Set(found.map(({ engine }) => engine))];
const sizes = [...new Set(found.map(({ passages }) => passages))].sort((a, b) => a - b);
const file = path.join(import.meta.dirname, '..', 'docs', 'images', 'growth.png');
writeFileSync(file, await draw());
console.log(table());

function run(): string {
  const args = [path.join(import.meta.dirname, 'speed.ts'), '--json', '--passages', values.passages];
  if (values.engines !== undefined) args.push('--engines', values.engines);
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('The engines could not be measured.');
  return stdout;
}

function lines(text: string): Measured[] {
  return text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Measured] : []));
}

async function draw(): Promise<Uint8Array> {
  const width = (WIDTH - MARGIN.left - MARGIN.right - (PANELS.length - 1) * (GAP + MARGIN.right - 60)) / PANELS.length;
  const panels = PANELS.map((panel, order) =>
    drawPanel(panel, { x: MARGIN.left + order * (width + GAP + MARGIN.right - 60), width }),
  );
  const heading = write('Growth with the number of passages (processor time, both axes logarithmic)', 40, 40, TEXT);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<path fill="${PAPER}" d="M0 0H${WIDTH}V${HEIGHT}H0Z"/>`,
    heading,
    ...panels,
    '</svg>',
  ].join('');
  const bitmap = await renderAsync(svg, { font: { loadSystemFonts: false } });
  const { width: across, height, pixels } = bitmap;
  return encodePng({ width: across, height, pixels }, PAPER, [TEXT, MUTED, GRID, OURS, ...OTHERS]);
}

function drawPanel({ title, value, label }: Panel, { x, width }: { x: number; width: number }): string {
  const top = MARGIN.top + 30;
  const bottom = HEIGHT - MARGIN.bottom;
  const all = found.map(value).filter((one) => one > 0);
  const low = Math.floor(Math.log10(Math.min(...all)));
  const high = Math.ceil(Math.log10(Math.max(...all)));
  const across = (size: number) =>
    x + width * share(Math.log10(size), Math.log10(sizes[0]!), Math.log10(sizes.at(-1)!));
  const up = (one: number) => bottom - (bottom - top) * share(Math.log10(one), low, high);
  const parts = [write(title, x, MARGIN.top + 4, TEXT)];
  for (let power = low; power <= high; power += 1) {
    const y = up(10 ** power);
    parts.push(stroke(`M${x} ${y}H${x + width}`, GRID, 1));
    parts.push(write(label(Number(`1e${power}`)), x - 10, y + 7, MUTED, 'end'));
  }
  for (const size of sizes) {
    parts.push(stroke(`M${across(size)} ${top}V${bottom}`, GRID, 1));
    parts.push(write(short(size), across(size), bottom + 30, MUTED, 'middle'));
  }
  const labels: { y: number; text: string; colour: string }[] = [];
  for (const [order, engine] of engines.entries()) {
    const colour = order === 0 ? OURS : OTHERS[(order - 1) % OTHERS.length]!;
    const points = found
      .filter((one) => one.engine === engine && value(one) > 0)
      .map((one) => ({ x: across(one.passages), y: up(value(one)) }));
    const last = points.at(-1);
    if (!last) continue;
    parts.push(stroke(`M${points.map((point) => `${point.x} ${point.y}`).join('L')}`, colour, order === 0 ? 4 : 2.5));
    for (const point of points)
      parts.push(`<circle cx="${point.x}" cy="${point.y}" r="${order === 0 ? 6 : 4}" fill="${colour}"/>`);
    labels.push({ y: last.y, text: nameOf(engine), colour });
  }
  for (const { y, text, colour } of apart(labels)) parts.push(write(text, x + width + 12, y + 6, colour));
  return parts.join('');
}

/** Labels moved down where they would overlap. */
function apart<Label extends { readonly y: number }>(labels: readonly Label[]): Label[] {
  let least = 0;
  return [...labels]
    .sort((a, b) => a.y - b.y)
    .map((one) => {
      const y = Math.max(one.y, least);
      least = y + SIZE + 4;
      return { ...one, y };
    });
}

function share(value: number, from: number, to: number): number {
  return from === to ? 0.5 : (value - from) / (to - from);
}

function stroke(d: string, colour: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
}

/** Text as outlines, so that the picture is the same wherever it is drawn. */
function write(
  text: string,
  x: number,
  y: number,
  colour: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const line = setLine(text, face, SIZE, WIDTH);
  const scale = SIZE / face.unitsPerEm;
  const from = x - (anchor === 'start' ? 0 : anchor === 'end' ? line.width : line.width / 2);
  const d = line.glyphs
    .map(({ x: pen, glyph }) => ({ pen: Math.round(pen / scale), path: glyph.path() }))
    .filter(({ path: own }) => own !== '')
    .map(({ pen, path: own }) => `M${pen} 0${own}`)
    .join('');
  return d === ''
    ? ''
    : `<path transform="translate(${from} ${y})scale(${scale} ${-scale})" fill="${colour}" d="${d}"/>`;
}

function short(size: number): string {
  return size >= 1e6 ? `${size / 1e6}M` : `${size / 1000}k`;
}

function nameOf(engine: string): string {
  return engine === 'verbatim' ? 'Verbatim' : engine.replace('-bm25-text-search', '-bm25');
}

function table(): string {
  const rows = found.map((one) => {
    const first = found.find(({ engine, passages }) => engine === engines[0] && passages === one.passages) ?? one;
    const times = (value: number, own: number) => `${value.toPrecision(3)} (${(value / own).toFixed(1)}×)`;
    return [
      short(one.passages),
      nameOf(one.engine),
      times(one.build[1], first.build[1]),
      times(one.p50[1], first.p50[1]),
      times(one.p99[1], first.p99[1]),
      `${Math.round(one.indexBytes / one.passages)}`,
      one.restart ? `${Math.round(1000 * one.restart[1])}` : '–',
    ];
  });
  const head = ['passages', 'engine', 'build s', 'p50 ms', 'p99 ms', 'bytes a passage', 'restart ms'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
