import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { toChartSvg } from './chart.ts';
import { type Faces, layOut } from './layout.ts';
import { encodePng } from './png.ts';
import { type Palette, toSvg } from './svg.ts';
import { readFace } from './truetype.ts';
import type { Card, Chart, Picture, Theme } from './types.ts';
import { canSet, settable } from './typeset.ts';

/** Draws timelines and charts. */
export interface Painter {
  /**
   * Whether a sentence can be drawn: the font has Latin, Greek and Cyrillic letters. Sentences in other scripts, or with
   * emoji, must stay out of a picture, since a box in place of a character would not be what the article says.
   */
  draws(sentence: string): boolean;
  /** How high a card would be, in pixels, and how much less without each of its entries. Cheap: nothing is drawn. */
  measure(card: Card): { readonly height: number; readonly entries: readonly number[] };
  /** What a phone shows at once, held upright (9 : 20): a higher card would have to be moved about. In pixels. */
  readonly tallest: number;
  /**
   * The card as a PNG, 900 pixels wide. Sentences are wrapped and never shortened; titles and sources may be, and lose
   * characters that the font hasn't got. Drawing and compressing happen off the event loop.
   * @throws RangeError when a sentence can't be drawn
   */
  paint(card: Card): Promise<Picture>;
  /** The chart as a PNG, 900 pixels wide; its words lose characters that the font hasn't got. */
  plot(chart: Chart): Promise<Picture>;
}

// Text on paper has a contrast of at least 7 : 1 in both themes (WCAG 2.2, 1.4.6), the small print of source lines included.
const palettes: Readonly<Record<Theme, Palette>> = {
  dark: { paper: '#16191f', text: '#d3d8de', strong: '#ffffff', muted: '#a3adb8', accent: '#7cc4e4', rail: '#3a4754' },
  light: { paper: '#fdfcf9', text: '#30363c', strong: '#000000', muted: '#4f5963', accent: '#1a5c7c', rail: '#c7d2d9' },
};

const require = createRequire(import.meta.url);
const fonts = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

/** Makes a painter with Inter (SIL Open Font License), which is read once. */
export const createPainter = (): Painter => {
  const faces: Faces = { regular: readFace(readFileSync(fonts.regular)), bold: readFace(readFileSync(fonts.bold)) };

  const draws = (sentence: string): boolean => canSet(sentence, faces.regular) && canSet(sentence, faces.bold);

  const wordy = (text: string): string => settable(text, faces.regular);

  const prepare = (card: Card): Card => {
    return {
      ...card,
      title: wordy(card.title),
      subtitle: wordy(card.subtitle),
      footer: wordy(card.footer),
      entries: card.entries.map((entry) => ({ ...entry, source: wordy(entry.source) })),
    };
  };

  return {
    draws,
    tallest: 2_000,
    measure: (card) => layOut(prepare(card), faces),
    async paint(card) {
      const impossible = card.entries.find(({ citation }) => !draws(citation.text));
      if (impossible) throw new RangeError(`The font cannot draw this sentence: ${impossible.citation.text}`);
      const palette = palettes[card.theme];
      return await draw(toSvg(layOut(prepare(card), faces), faces, palette), palette);
    },
    async plot(chart) {
      const palette = palettes[chart.theme];
      const prepared = { ...chart, title: wordy(chart.title), subtitle: wordy(chart.subtitle) };
      return await draw(toChartSvg(prepared, faces, palette), palette);
    },
  };
};

const draw = async (svg: string, { paper, ...inks }: Palette): Promise<Picture> => {
  const { width, height, pixels } = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return { bytes: await encodePng({ width, height, pixels }, paper, Object.values(inks)), width, height };
};
