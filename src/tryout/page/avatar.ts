import type { APIUser } from 'discord.js';
import { displayName } from './directory.ts';
import { svgElement } from './dom.ts';

const HUES = [268, 204, 152, 28, 336, 96] as const;

/** The bot's is a pair of quotation marks, a person's the first letter of the name on a colour of their own. */
export function renderAvatar(user: APIUser): SVGSVGElement {
  const svg = svgElement('svg', {
    class: `avatar${user.bot ? ' bot' : ''}`,
    viewBox: '0 0 40 40',
    'aria-hidden': 'true',
  });
  svg.append(svgElement('circle', { cx: 20, cy: 20, r: 20 }));
  if (user.bot) {
    for (const x of [11, 21.5]) {
      // One quotation mark: a round dot with a tail that curls up to the right.
      svg.append(svgElement('path', { d: `M${x + 6} 12.5c-4 1.6-6 4.6-6 9.3a4 4 0 104-4c.1-1.7 1-3 2.9-3.9z` }));
    }
    return svg;
  }
  const name = displayName(user);
  const hue = HUES[(name.codePointAt(0) ?? 0) % HUES.length];
  svg.style.setProperty('--hue', String(hue));
  const letter = svgElement('text', { x: 20, y: 27, 'text-anchor': 'middle' });
  letter.textContent = (name[0] ?? '?').toUpperCase();
  svg.append(letter);
  return svg;
}
