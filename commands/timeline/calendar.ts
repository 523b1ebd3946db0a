import type { TimelineEntry, TimelineSentence } from '../../src/answer/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { refer } from '../shared/evidence.ts';
import { plainSource } from '../shared/sources.ts';
import type { ExportOf } from './exports.ts';
import { caution, webAddress } from './parts.ts';

/** Octets of a line without its end. */
const LONGEST_LINE = 75;

/**
 * A timeline as iCalendar (RFC 5545): an event of whole days a sentence, which doesn't make anybody busy. A month or a year is
 * an event of all its days, with a note that no more is known.
 */
export function toCalendar(entries: readonly TimelineEntry[], { title, today, speech }: ExportOf): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Verbatim//Timeline//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(title)}`,
    ...entries.flatMap(({ date, sentences }) => sentences.flatMap((sentence) => event(date, sentence, today, speech))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(date: string, sentence: TimelineSentence, today: string, speech: Speech): readonly string[] {
  const { citation } = sentence;
  const address = webAddress(citation.article.url);
  const end = dayAfter(date);
  return [
    'BEGIN:VEVENT',
    `UID:${[...refer(citation), date].join('-')}@verbatim`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(`${date}-01-01`.slice(0, 10))}`,
    ...(end === null ? [] : [`DTEND;VALUE=DATE:${compact(end)}`]),
    `SUMMARY:${escaped(citation.text)}`,
    `DESCRIPTION:${escaped(description(date, sentence, speech))}`,
    ...(address === null ? [] : [`URL:${address}`]),
    `STATUS:${caution(sentence) === null ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function description(date: string, sentence: TimelineSentence, speech: Speech): string {
  const { text } = speech;
  const unit = date.length === 4 ? 'year' : date.length === 7 ? 'month' : null;
  const mark = caution(sentence);
  const notes = [
    unit === null ? null : text(`export.${unit}`, { date: speech.date(date) }),
    mark === null ? null : text(`export.${mark}`),
    sentence.when === null ? text('export.unread') : text('export.read', { words: sentence.when.citation.text }),
    plainSource(sentence.citation.article, speech),
  ];
  return notes.filter((note) => note !== null).join('\n');
}

/** The first day that a date doesn't include; null after the last day that a calendar can write. */
function dayAfter(date: string): string | null {
  const [year = 0, month, day] = date.split('-').map(Number);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  const next = new Date(0);
  if (month === undefined) next.setUTCFullYear(year + 1, 0, 1);
  else if (day === undefined) next.setUTCFullYear(year, month, 1);
  else next.setUTCFullYear(year, month - 1, day + 1);
  return next.getUTCFullYear() > 9999 ? null : next.toISOString().slice(0, 10);
}

const compact = (day: string): string => day.replaceAll('-', '');

/** A value of type TEXT. Control characters can't be written in one and are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n|[\r\n]/gu, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what RFC 5545 excludes.
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/gu, '');

/** A long line over several, each of at most 75 octets, the later ones opened by a space; cut between characters only. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n');
}
