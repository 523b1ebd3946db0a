import type { ReplyFile } from '../../src/discord/types.ts';
import { createPainter } from '../../src/pictures/pictures.ts';
import type { Theme } from '../../src/pictures/types.ts';
import { showDate } from '../shared/days.ts';
import type { Figures } from './figures.ts';

const painter = createPainter();

/** Questions a day (or a week) as bars: answered below, not answered above. */
export async function drawFigures(figures: Figures, theme: Theme): Promise<ReplyFile> {
  const { from, to, questions, answered, steps, step } = figures;
  const period = `${showDate(from)} – ${showDate(to)}`;
  const share = questions === 0 ? '' : `  ·  ${Math.round((100 * answered) / questions)} % answered`;
  const { bytes } = await painter.plot({
    title: `Questions a ${step}`,
    subtitle: `${period}  ·  ${amount(questions)}${share}`,
    legend: ['answered', 'the articles don’t say'],
    bars: steps.map(({ date, answered: yes, unanswered: no }) => ({ label: showDate(date), values: [yes, no] })),
    theme,
  });
  const busiest = steps.toSorted((a, b) => b.answered + b.unanswered - a.answered - a.unanswered)[0];
  const most = busiest === undefined ? 0 : busiest.answered + busiest.unanswered;
  const peak = busiest === undefined || most === 0 ? '' : ` Most in one ${step}: ${most}, ${showDate(busiest.date)}.`;
  const description = `Bars of the questions a ${step}, ${period}: ${amount(questions)}, ${answered} answered.${peak}`;
  return { name: 'insights.png', bytes, description };
}

const amount = (count: number): string => (count === 1 ? 'one question' : `${count.toLocaleString('en-GB')} questions`);
