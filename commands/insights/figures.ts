import type { LoggedQuestion, Vote } from '../../src/store/types.ts';
import { type Gap, gapsOf } from './gaps.ts';

const DAY = 86_400_000;

/** Longer periods are counted by weeks, which leaves bars wide enough to be seen. */
const MOST_DAYS = 62;

/** What is counted: the last `days` days up to and with `today` (`YYYY-MM-DD`), as days of a time zone. */
export interface Period {
  readonly days: number;
  readonly today: string;
  readonly timeZone: string;
}

export interface Figures {
  readonly from: string;
  readonly to: string;
  readonly questions: number;
  readonly answered: number;
  /** By command, most used first. */
  readonly commands: readonly Counted[];
  readonly helpful: number;
  readonly unhelpful: number;
  /** Ids of the articles quoted, most quoted first. */
  readonly articles: readonly Counted[];
  readonly speakers: readonly Counted[];
  /** By day, or by week (`date` is its first day), in order of time; days without questions too. */
  readonly steps: readonly Step[];
  readonly step: 'day' | 'week';
  /** What was not answered, by likeness; null while the server keeps no words. */
  readonly gaps: readonly Gap[] | null;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

interface Step {
  readonly date: string;
  readonly answered: number;
  readonly unanswered: number;
}

/** Counts the question log and the votes of one period. Who asked is not looked at. */
export function figuresOf(
  questions: readonly LoggedQuestion[],
  votes: readonly Vote[],
  period: Period,
  keepsWords: boolean,
): Figures {
  const dayOf = dayReader(period.timeZone);
  const from = shift(period.today, 1 - period.days);
  // "Today" may have begun in the server's zone before it does in UTC, or the other way round.
  const isInside = ({ at }: { readonly at: string }): boolean => dayOf(at) >= from;
  const asked = questions.filter(isInside).map((question) => ({ ...question, day: dayOf(question.at) }));
  const cast = votes.filter(isInside);
  const to = [period.today, ...asked.map(({ day }) => day)].reduce((a, b) => (a > b ? a : b));
  const unanswered = asked.filter(({ answered }) => !answered);
  const words = unanswered.flatMap(({ text }) => (text === null || text.trim() === '' ? [] : [text]));
  const step = period.days > MOST_DAYS ? 'week' : 'day';
  return {
    from,
    to,
    questions: asked.length,
    answered: asked.length - unanswered.length,
    commands: counted(asked.map(({ command }) => command)),
    helpful: cast.filter(({ helpful }) => helpful).length,
    unhelpful: cast.filter(({ helpful }) => !helpful).length,
    articles: counted(asked.flatMap(({ articles }) => articles)),
    speakers: counted(asked.flatMap(({ speakers }) => speakers)),
    steps: stepsOf(asked, { from, to, length: step === 'week' ? 7 : 1 }),
    step,
    gaps: keepsWords || words.length > 0 ? gapsOf(words) : null,
  };
}

function stepsOf(
  asked: readonly { readonly day: string; readonly answered: boolean }[],
  { from, to, length }: { readonly from: string; readonly to: string; readonly length: number },
): readonly Step[] {
  const steps: { date: string; answered: number; unanswered: number }[] = [];
  // Counted back from the last day, so that the last step is a whole one and compares with those before.
  const count = Math.ceil((Date.parse(to) - Date.parse(from) + DAY) / (length * DAY));
  const first = shift(to, 1 - count * length);
  const start = Date.parse(first);
  for (let index = 0; index < count; index++) {
    steps.push({ date: shift(first, index * length), answered: 0, unanswered: 0 });
  }
  for (const { day, answered } of asked) {
    const step = steps[Math.floor((Date.parse(day) - start) / (length * DAY))];
    if (step !== undefined) step[answered ? 'answered' : 'unanswered'] += 1;
  }
  return steps;
}

/** How often each name occurs, most often first. */
function counted(names: readonly string[]): readonly Counted[] {
  const groups = Map.groupBy(names, (name) => name);
  return Array.from(groups, ([name, { length }]) => ({ name, count: length })).toSorted(
    (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
  );
}

/** Reads the day of an instant (ISO 8601) in a time zone, as `YYYY-MM-DD`. */
function dayReader(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(new Date(at));
}

/** A day so many days later. */
function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
