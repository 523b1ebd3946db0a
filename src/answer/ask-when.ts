import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import { dayOf } from './calendar.ts';
import { cite } from './cite.ts';
import type { Question } from './question.ts';
import type { Answer } from './types.ts';

/**
 * The date that the answering words stand for, where they do not say it themselves: "Tuesday" in an article of 10 September
 * 2019. Null when no date is asked for, or the words name their year.
 */
export function impliedDate(
  { wanted }: Question,
  article: Article,
  highlight: Span | null,
  reader: Reader,
): Answer['when'] {
  if (wanted !== 'date' || highlight === null) return null;
  const found = reader
    .read(article)
    .dates.find(
      (date) =>
        date.start < highlight.end && date.end > highlight.start && (date.type === 'DATE' || date.type === 'TIME'),
    );
  const date = found ? dayOf(found) : null;
  if (!found || date === null || found.stated.includes('year')) return null;
  return { citation: cite(article, found), date };
}
