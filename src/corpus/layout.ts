/** Reads the layout of a plain news text: which blocks are headline, date line, byline and boxes, and which the story. */
import type { Reader } from '../nlp/nlp.ts';
import { blocksOf, slice, trim } from '../nlp/span.ts';
import type { Span } from '../nlp/types.ts';
import type { Dateline } from './types.ts';

export interface Layout {
  readonly title: string;
  readonly published: string | null;
  readonly author: string | null;
  readonly source: string | null;
  readonly dateline: Dateline | null;
  readonly furniture: readonly Span[];
}

/** What a file's format says of its text already. */
export interface Known {
  readonly title: string | null;
  /** Headings and captions, which are furniture. */
  readonly headings: readonly Span[];
}

/** Boxes that web pages leave in copied text. */
const BOX =
  /^(?:your thoughts and comments|(?:leave a )?(?:comments?|reply)|share(?: this)?(?: article| story)?|related (?:articles|stories|topics|news)|advertisement|read (?:more|also|next)|sign up.{0,60}|subscribe.{0,60}|follow us.{0,60})[.:!]?$/iu;
/** "date 2019-11-25 (@Name)", "Published: 3 May 2020", or a day alone on its line. */
const DATE_LINE =
  /^(?:(?:date|dated|published|posted|updated|last (?:updated|modified))\b[\s:]*(?:on\s+)?)?(?<day>[^()@]{6,40}?)\s*(?:\((?<handle>@[\w.]{2,40})\))?$/iu;
const BYLINE = /^by\s+(?<name>\p{Lu}[^\n.,;:]{2,60})$/iu;
/** "MOSCOW (Agency - 10th September, 2019) ", "PARIS, May 3 (AP) — ", "LONDON – " at the start of the story. */
const DATELINE =
  /^(?<place>\p{Lu}{3,}(?:[ ,.'’/-]+\p{Lu}[\p{L}.]*){0,5})(?:,\s*(?<day>\p{L}{3,9}\.?\s\d{1,2}))?\s*(?:\((?<brackets>[^()\n]{2,80})\)\s*[-–—‒]*|[-–—‒]+)\s+(?=\S)/u;
/** Behind the agency, its brackets may hold the day: " - 10th September, 2019". */
const DAY_IN_BRACKETS = /\s+[-–—]\s+[^-–—]*\d{4}[^-–—]*$/u;

const LONGEST_TITLE = 300;

/** Finds out what the blocks of `text` are. What is not recognised is story. */
export function readLayout(text: string, reader: Reader, known: Known = { title: null, headings: [] }): Layout {
  const headings = new Set(known.headings.map(({ start }) => start));
  const headline = known.title === null ? null : folded(known.title);
  const furniture: Span[] = [];
  const story: Span[] = [];
  let published: string | null = null;
  let author: string | null = null;
  let title: Span | null = null;

  for (const raw of blocksOf(text)) {
    const block = trim(text, raw);
    if (!block) continue;
    const words = slice(text, block);
    const line = DATE_LINE.exec(words)?.groups;
    const day = line?.['day'] === undefined ? null : dayIn(line['day'], reader);
    const byline = BYLINE.exec(words)?.groups;
    if (day && words.length < 80) {
      published ??= day;
      author ??= line?.['handle'] ?? null;
    } else if (byline && story.length === 0) author ??= byline['name'] ?? null;
    else if (!BOX.test(words)) {
      const heading = headings.has(block.start);
      const repeated = folded(words) === (title ? folded(slice(text, title)) : headline);
      if (repeated) furniture.push(block);
      else if (!title && headline === null && story.length === 0 && (heading || isTitle(words))) title = block;
      else (heading ? furniture : story).push(block);
      continue;
    }
    furniture.push(block);
  }
  // A text of one block is a story without a headline.
  if (title && story.length === 0) {
    story.push(title);
    title = null;
  }
  const dateline = story[0] ? readDateline(text, story[0]) : null;
  if (title) furniture.push(title);
  if (dateline) furniture.push(dateline.span);
  const dated = dateline ? dayIn(slice(text, dateline.span), reader) : null;
  return {
    title: title ? slice(text, title).replace(/\s+/gu, ' ') : '',
    published: published ?? dated,
    author,
    source: dateline?.agency ? slice(text, dateline.agency) : null,
    dateline,
    furniture,
  };
}

/** The day that a short text names, `YYYY-MM-DD`, or null unless it names year, month and day. */
export function dayIn(text: string, reader: Reader): string | null {
  for (const date of reader.dates(text, null)) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(date.value)?.[0];
    if (day && date.stated.includes('year') && date.stated.includes('day')) return day;
  }
  return null;
}

function isTitle(words: string): boolean {
  return (
    words.length <= LONGEST_TITLE && !words.includes('\n') && !/[.:;,]["”’]?$/u.test(words) && !DATELINE.test(words)
  );
}

function readDateline(text: string, block: Span): Dateline | null {
  const match = DATELINE.exec(slice(text, block));
  const place = match?.groups?.['place'];
  if (!match || place === undefined) return null;
  const { start } = block;
  const brackets = match.groups?.['brackets'];
  const agency = brackets?.replace(DAY_IN_BRACKETS, '').trim();
  const at = agency ? start + match[0].indexOf(`(${agency}`) + 1 : 0;
  return {
    place: { start, end: start + place.trimEnd().length },
    agency: agency ? { start: at, end: at + agency.length } : null,
    span: { start, end: start + match[0].trimEnd().length },
  };
}

/** A headline without case, punctuation and spacing, to recognise its repetition. */
function folded(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
