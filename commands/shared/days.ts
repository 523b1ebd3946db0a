import { type Phrase, phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';

/** The publication days that may answer, both included; the shape of the days in `Filter`. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * The days that the options "from" and "to" include, as `YYYY-MM-DD`. A year or a month stands for its first day in
 * "from" and for its last day in "to". What the bot prints as a date in English, it also reads. Throws `Refusal` for anything else.
 */
export function readPeriod(options: { readonly from?: string | undefined; readonly to?: string | undefined }): Period {
  const from = options.from === undefined ? undefined : readDay('from', options.from);
  const to = options.to === undefined ? undefined : readDay('to', options.to);
  if (from !== undefined && to !== undefined && from > to) {
    const days = { first: { date: from }, last: { date: to } };
    throw new Refusal(phrase('period.swapped', { from: phrase('option.from'), to: phrase('option.to'), ...days }));
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** "from 1 Jan 2019 to 10 Sep 2019"; null when there is no limit. */
export function tellPeriod({ from, to }: Period): Phrase | null {
  if (from !== undefined && to !== undefined) {
    return phrase('period.between', { from: { date: from }, to: { date: to } });
  }
  if (from !== undefined) return phrase('period.from', { from: { date: from } });
  return to === undefined ? null : phrase('period.to', { to: { date: to } });
}

function readDay(option: 'from' | 'to', written: string): string {
  const parts = numeric(written.trim()) ?? spelled(written.trim());
  if (parts === null) {
    throw new Refusal(phrase('period.unread', { option: phrase(`option.${option}`) }));
  }
  const [year, month = option === 'from' ? 1 : 12, day = option === 'from' ? 1 : lastDay(year, month)] = parts;
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
    throw new Refusal(phrase('period.noDay', { option: phrase(`option.${option}`) }));
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

type Parts = readonly [year: number, month?: number, day?: number];

/** `2019`, `2019-09`, `2019-09-10`. */
function numeric(written: string): Parts | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(written);
  if (match === null) return null;
  const [year = 0, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return [year, month, day] as Parts;
}

/** `Sep 2019`, `September 2019`, `10 Sep 2019`. */
function spelled(written: string): Parts | null {
  const match = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(\d{4})$/i.exec(written);
  if (match === null) return null;
  const [, day, name = '', year] = match;
  const month = MONTHS.findIndex((full) => full.toLowerCase().startsWith(name.toLowerCase()));
  if (month === -1) return null;
  return [Number(year), month + 1, day === undefined ? undefined : Number(day)] as Parts;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
