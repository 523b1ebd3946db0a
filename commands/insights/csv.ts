import { toTable } from '../shared/csv.ts';
import type { Figures } from './figures.ts';

/**
 * The figures as CSV: a line a figure, with what it counts, a name and a number. The question log itself stays where it is.
 * @param titleOf the title of an article by its id
 */
export function toCsv(figures: Figures, titleOf: (id: string) => string): string {
  const { from, to, questions, answered, commands, helpful, unhelpful, articles, speakers, steps, step, gaps } =
    figures;
  const lines: readonly (readonly [string, string, number])[] = [
    ['questions', `${from} to ${to}`, questions],
    ['answered', `${from} to ${to}`, answered],
    ['unanswered', `${from} to ${to}`, questions - answered],
    ['helpful', `${from} to ${to}`, helpful],
    ['not helpful', `${from} to ${to}`, unhelpful],
    ...steps.flatMap(({ date, answered: yes, unanswered: no }): [string, string, number][] => [
      [`answered in the ${step}`, date, yes],
      [`unanswered in the ${step}`, date, no],
    ]),
    ...commands.map(({ name, count }): [string, string, number] => ['command', name, count]),
    ...articles.map(({ name, count }): [string, string, number] => ['article quoted', titleOf(name), count]),
    ...speakers.map(({ name, count }): [string, string, number] => ['speaker quoted', name, count]),
    ...(gaps ?? []).map(({ question, count }): [string, string, number] => ['gap', question, count]),
  ];
  return toTable([['what', 'name', 'count'], ...lines.map(([what, name, count]) => [what, name, `${count}`])]);
}
