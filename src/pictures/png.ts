import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);

/** Pixels, four bytes each: red, green, blue, alpha. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

type Colour = readonly [red: number, green: number, blue: number];

/** The most colours that a PNG's palette holds. */
const MOST_COLOURS = 256;

/**
 * A PNG with a palette: a third of the bytes of full colour, and made in a third of the time. A picture of text has few
 * colours, its inks on one paper, and the steps between an ink and the paper where an edge is smoothed.
 * https://www.w3.org/TR/png-3/
 */
export const encodePng = async (bitmap: Bitmap, paper: string, inks: readonly string[]): Promise<Uint8Array> => {
  const { width, height } = bitmap;
  const palette = steps(readColour(paper), inks.map(readColour));
  const rows = await compress(indexPixels(bitmap, palette), { level: 6 });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, colours from the palette, the usual compression and filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ]);
};

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  made.set(body, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
};

/** The paper, and from it to each ink in equal steps. */
const steps = (paper: Colour, inks: readonly Colour[]): readonly Colour[] => {
  const count = Math.floor((MOST_COLOURS - 1) / Math.max(1, inks.length));
  const between = (ink: Colour, step: number): Colour => {
    const part = (from: number, to: number) => Math.round(from + ((to - from) * step) / count);
    return [part(paper[0], ink[0]), part(paper[1], ink[1]), part(paper[2], ink[2])];
  };
  return [paper, ...inks.flatMap((ink) => Array.from({ length: count }, (_, step) => between(ink, step + 1)))];
};

/** A row a line, each opened by the filter type 0; every pixel the index of the colour that is nearest. */
const indexPixels = ({ width, height, pixels }: Bitmap, palette: readonly Colour[]): Uint8Array => {
  const rows = new Uint8Array(height * (width + 1));
  // As whole numbers, whatever the byte order: they only tell colours apart, and `pixels` tells which colour it is.
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  const colours = new Int32Array(aligned.buffer, aligned.byteOffset, width * height);
  const known = new Map<number, number>();
  const indexOf = (at: number): number => {
    const found = known.get(colours[at]!);
    if (found !== undefined) return found;
    const index = nearest(palette, [pixels[4 * at]!, pixels[4 * at + 1]!, pixels[4 * at + 2]!]);
    known.set(colours[at]!, index);
    return index;
  };
  // Most pixels are like the one before.
  let last = 0;
  let index = indexOf(0);
  for (let y = 0; y < height; y++) {
    const shift = y + 1;
    for (let at = y * width; at < (y + 1) * width; at++) {
      if (colours[at] !== colours[last]) {
        last = at;
        index = indexOf(at);
      }
      rows[at + shift] = index;
    }
  }
  return rows;
};

const nearest = (palette: readonly Colour[], [red, green, blue]: Colour): number => {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, colour] of palette.entries()) {
    const distance = (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
    if (distance >= least) continue;
    least = distance;
    best = index;
  }
  return best;
};

const readColour = (colour: string): Colour => {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
};
