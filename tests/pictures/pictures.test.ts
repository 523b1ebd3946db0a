import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cite } from '../../src/answer/cite.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createPainter } from '../../src/pictures/pictures.ts';
import type { Card, CardEntry } from '../../src/pictures/types.ts';

const painter = createPainter();

const entry = (sentence: string, more: Partial<CardEntry> = {}): CardEntry => {
  const [article] = corpusOf([{ id: 'a', text: sentence }]).articles;
  return {
    date: '4 May 2019',
    mark: null,
    citation: cite(article!, { start: 0, end: sentence.length }),
    highlight: null,
    source: '[1] Harbour Gazette, published 5 May 2019',
    ...more,
  };
};

const card = (entries: readonly CardEntry[], more: Partial<Card> = {}): Card => ({
  title: 'Timeline: the ferry',
  subtitle: '4 May 2019',
  entries,
  footer: 'Every sentence is quoted to the letter.',
  theme: 'dark',
  ...more,
});

/** A picture, pixel by pixel: the colour at x, y as `#rrggbb`. */
async function paint(one: Card) {
  const { bytes, width, height } = await painter.paint(one);
  const png = Buffer.from(bytes);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = inflateSync(chunks.get('IDAT')!);
  const palette = chunks.get('PLTE')!;
  const colour = (x: number, y: number): string => {
    const index = rows[y * (width + 1) + 1 + x]!;
    return `#${palette.toString('hex', 3 * index, 3 * index + 3)}`;
  };
  const columns = new Set<number>();
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (colour(x, y) !== colour(0, 0)) columns.add(x);
  return { bytes: png, width, height, chunks, colour, inked: [...columns].toSorted((a, b) => a - b), rows };
}

describe('a picture', () => {
  test('is a PNG of the size that was measured, 900 pixels wide', async () => {
    const one = card([entry('The ferry sailed on 4 May 2019.')]);
    const { bytes, width, height, chunks } = await paint(one);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect([chunks.get('IHDR')!.readUInt32BE(0), chunks.get('IHDR')!.readUInt32BE(4)]).toEqual([width, height]);
    expect([width, height]).toEqual([900, painter.measure(one).height]);
  });

  test('is the same, byte for byte, for the same card', async () => {
    const one = card([entry('The ferry sailed on 4 May 2019.')]);
    expect((await paint(one)).bytes).toEqual((await paint(one)).bytes);
  });

  test('is dark or light', async () => {
    const brightness = async (theme: Card['theme']) => {
      const { colour } = await paint(card([entry('The ferry sailed.')], { theme }));
      return Number.parseInt(colour(1, 1).slice(1, 3), 16);
    };
    expect(await brightness('dark')).toBeLessThan(64);
    expect(await brightness('light')).toBeGreaterThan(192);
  });

  test('never runs over its margins, whatever has to be wrapped', async () => {
    const sentences = [
      'W'.repeat(400),
      'The harbour office '.repeat(30).trim(),
      `${'mmmmmmmmmm—'.repeat(20)} and ${'i'.repeat(300)}`,
      'Wörter mit Akzenten: ÀÉÎÕÜ, Ж, Ω.',
    ];
    for (const sentence of sentences) {
      const long = entry(sentence, { source: `[1] ${sentence}`, highlight: { start: 2, end: sentence.length } });
      const { inked } = await paint(card([long], { title: sentence, subtitle: sentence, footer: sentence }));
      expect(inked[0]).toBeGreaterThanOrEqual(50);
      expect(inked.at(-1)).toBeLessThanOrEqual(850);
    }
  });

  test('grows with its entries, each by what was measured for it', () => {
    const entries = ['The ferry sailed.', 'It came back. '.repeat(20).trim(), 'It rests.'].map((words) => entry(words));
    const { height, entries: heights } = painter.measure(card(entries));
    const withoutSecond = painter.measure(card([entries[0]!, entries[2]!]));
    expect(height - withoutSecond.height).toBe(heights[1]);
    expect(heights[1]).toBeGreaterThan(heights[0]!);
  });

  test('draws the words that the date was read from in bold', async () => {
    const words = 'The ferry sailed on 4 May 2019 for the islands.';
    const [plain, bold] = await Promise.all([
      paint(card([entry(words)])),
      paint(card([entry(words, { highlight: { start: 20, end: 30 } })])),
    ]);
    expect(plain.rows.equals(bold.rows)).toBe(false);
    expect(plain.height).toBe(bold.height);
  });
});

describe('the letters', () => {
  /** The pixels of a sentence, so that two can be compared. */
  const drawn = async (sentence: string) => (await paint(card([entry(sentence)]))).rows;

  test('are those of the article: the font may not put others in their place', async () => {
    // Inter's contextual alternates would draw each of these pairs alike.
    for (const [written, replaced] of [
      ['3x4', '3×4'],
      ['a -> b', 'a → b'],
      ['a => b', 'a ⇒ b'],
    ] as const) {
      expect((await drawn(written)).equals(await drawn(replaced))).toBe(false);
    }
  });

  test('of a decomposed text are drawn as the same letters', async () => {
    expect((await drawn('Zürich'.normalize('NFD'))).equals(await drawn('Zürich'))).toBe(true);
  });

  test('have nothing of markup', async () => {
    const hostile = '</path><script>alert("1")</script> & <image href="https://evil.example/x.png"/> ]]>';
    const { width } = await painter.paint(card([entry(hostile)], { title: hostile, subtitle: hostile }));
    expect(width).toBe(900);
    expect((await drawn(hostile)).equals(await drawn(hostile.slice(0, -4)))).toBe(false);
  });

  test('that the font has not got keep a sentence out of pictures', async () => {
    const possible = [
      'Ingrid Falk said “no”.',
      'Жители Осло',
      'Ελλάδα',
      'naïve café',
      'a\u00ad\u200bb\n c\u00a0d',
      'Việt Nam',
    ];
    const impossible = ['漢字', 'مرحبا', 'שלום', '👍 yes', 'कमल', 'x\u0336', '\ud83d'];
    expect(possible.filter((sentence) => !painter.draws(sentence))).toEqual([]);
    expect(impossible.filter((sentence) => painter.draws(sentence))).toEqual([]);
    await expect(painter.paint(card([entry('The sign 漢 stands here.')]))).rejects.toThrow('cannot draw');
  });

  test('that the font has not got are left out of what is no quotation', async () => {
    const [one, other] = await Promise.all([
      paint(card([entry('The ferry sailed.')], { title: 'Timeline: ferry 漢字👍' })),
      paint(card([entry('The ferry sailed.')], { title: 'Timeline: ferry' })),
    ]);
    expect(one.rows.equals(other.rows)).toBe(true);
  });
});
