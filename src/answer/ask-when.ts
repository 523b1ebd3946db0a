import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import { cite } from './cite.ts';
import type { Question } from './question.ts';
import type { Answer } from './types.ts';

/** A year, a month or a day, at the start of a TIMEX3 value; what is less or more precise stays as the words say it. */
const CALENDAR = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=T|$)/;

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
      ({ start, end, type }) => start < highlight.end && end > highlight.start && (type === 'DATE' || type === 'TIME'),
    );
  const date = found && CALENDAR.exec(found.value)?.[0];
  if (!found || date === undefined || found.stated.includes('year')) return null;
  return { citation: cite(article, found), date };
}
