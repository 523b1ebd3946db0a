import type { Drawn, Faces, Ink, Layout } from './layout.ts';

/** What a theme draws with, as `#rrggbb`. */
export type Palette = Readonly<Record<Ink | 'paper', string>>;

/** A layout as SVG. Text is outlines here, so nothing that an article writes stands in it as markup. */
export const toSvg = ({ width, height, lines, rail }: Layout, faces: Faces, palette: Palette): string => {
  const { x, top, bottom, dots } = rail;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="${palette.paper}" d="M0 0H${width}V${height}H0Z"/>`,
    `<path fill="${palette.rail}" d="M${x - 1.5} ${top}H${x + 1.5}V${bottom}H${x - 1.5}Z"/>`,
    ...dots.map((y) => `<circle cx="${x}" cy="${y}" r="9" fill="${palette.accent}"/>`),
    ...lines.flatMap((line) => [outlines(line, faces, 'regular', palette), outlines(line, faces, 'bold', palette)]),
    '</svg>',
  ].join('');
};

/** All glyphs of a line that one face draws, as one path in the units of the face. */
export const outlines = (line: Drawn, faces: Faces, weight: keyof Faces, palette: Palette): string => {
  const face = faces[weight];
  const scale = line.size / face.unitsPerEm;
  const path = line.glyphs
    .filter((placed) => placed.face === face)
    .map(({ x, glyph }) => ({ x: Math.round(x / scale), path: glyph.path() }))
    .filter(({ path: own }) => own !== '')
    .map(({ x, path: own }) => `M${x} 0${own}`)
    .join('');
  if (path === '') return '';
  const ink = palette[line.inks[weight]];
  return `<path transform="translate(${line.x} ${line.y})scale(${scale} ${-scale})" fill="${ink}" d="${path}"/>`;
};
