import { describe, expect, test } from 'vitest';
import { createPainter } from '../../src/pictures/pictures.ts';
import type { Chart } from '../../src/pictures/types.ts';

const painter = createPainter();

const chart = (values: readonly (readonly [number, number])[], more: Partial<Chart> = {}): Chart => ({
  title: 'Questions a day',
  subtitle: '1 Jan 2022 – 31 Jan 2022',
  legend: ['answered', 'not answered'],
  bars: values.map((pair, index) => ({ label: `${index + 1} Jan 2022`, values: pair })),
  theme: 'dark',
  ...more,
});

const plot = async (values: readonly (readonly [number, number])[], more: Partial<Chart> = {}) =>
  Buffer.from((await painter.plot(chart(values, more))).bytes);

describe('a chart', () => {
  test('is a PNG, 900 pixels wide', async () => {
    const { bytes, width, height } = await painter.plot(chart([[3, 1]]));
    const png = Buffer.from(bytes);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(width).toBe(900);
  });

  test('shows each part of a bar, each theme, and words, and is the same for the same', async () => {
    const pictures = await Promise.all([
      plot([[3, 1]]),
      plot([[4, 0]]),
      plot([[3, 2]]),
      plot([[3, 1]], { theme: 'light' }),
      plot([[3, 1]], { title: 'Questions a week' }),
    ]);
    expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(pictures.length);
    expect((await plot([[3, 1]])).equals(pictures[0]!)).toBe(true);
  });

  test.each([
    ['none', []],
    [
      'empty bars',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'very high ones',
      [
        [1_234_567, 89],
        [0, 3],
      ],
    ],
    ['very many', Array.from({ length: 365 }, (_, index) => [index % 7, index % 3] as const)],
  ] as const)('takes %s', async (_name, values) => {
    expect((await plot(values)).length).toBeGreaterThan(1_000);
  });

  test('leaves out letters that the font has not got', async () => {
    expect(
      (await plot([[1, 1]], { title: 'Questions 質問 🍐' })).equals(await plot([[1, 1]], { title: 'Questions' })),
    ).toBe(true);
  });
});
