import type { ReplyFile } from '../../src/discord/types.ts';
import { speechIn } from '../../src/languages/languages.ts';
import type { Speech } from '../../src/languages/types.ts';
import { createPainter } from '../../src/pictures/pictures.ts';
import type { Chart, Theme } from '../../src/pictures/types.ts';
import type { Figures } from './figures.ts';

const painter = createPainter();

/** Questions a day (or a week) as bars: answered below, not answered above. */
export async function drawFigures(figures: Figures, theme: Theme, speech: Speech): Promise<ReplyFile> {
  const { questions, answered, steps, step } = figures;
  const { bytes } = await painter.plot(plotOf(figures, theme, speech));
  const busiest = steps.toSorted((a, b) => b.answered + b.unanswered - a.answered - a.unanswered)[0];
  const most = busiest === undefined ? 0 : busiest.answered + busiest.unanswered;
  const { text } = speech;
  const amount = text('insights.picture.questions', { n: questions });
  const alt = text(`insights.picture.alt.${step}`, { period: periodOf(figures, speech), questions: amount, answered });
  const peak =
    busiest === undefined || most === 0
      ? []
      : [text(`insights.picture.peak.${step}`, { most, date: speech.date(busiest.date) })];
  return { name: 'insights.png', bytes, description: [alt, ...peak].join(' ') };
}

/** What is drawn: in English where the font has no letters for the language. */
function plotOf(figures: Figures, theme: Theme, speech: Speech): Chart {
  const { questions, answered, steps, step } = figures;
  const drawn = painter.draws(speech.text('insights.picture.no')) ? speech : speechIn('en');
  const { text, date: dayOf } = drawn;
  const share = Math.round((100 * answered) / questions);
  const parts = [
    periodOf(figures, drawn),
    text('insights.picture.questions', { n: questions }),
    ...(questions === 0 ? [] : [text('insights.picture.share', { share })]),
  ];
  return {
    title: text(`insights.picture.${step}`),
    subtitle: parts.join('  ·  '),
    legend: [text('insights.picture.yes'), text('insights.picture.no')],
    bars: steps.map(({ date, answered: yes, unanswered: no }) => ({ label: dayOf(date), values: [yes, no] })),
    theme,
  };
}

const periodOf = ({ from, to }: Figures, { text, date }: Speech): string =>
  text('insights.picture.period', { from: date(from), to: date(to) });
