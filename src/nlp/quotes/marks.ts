import type { Span, Tagged } from '../types.ts';

/** Words between quotation marks: `outer` with the marks, the span itself without them and without white space. */
export interface Quoted extends Span {
  readonly outer: Span;
  /** Index into the document's paragraphs. */
  readonly paragraph: number;
  /** The mark was never closed, because the quotation goes on in the next paragraph or because it was forgotten. */
  readonly open: boolean;
  /** The quotation goes on from the paragraph before, which was left open. */
  readonly continues: boolean;
}

/** A forgotten closing mark may not swallow more than this. */
const LONGEST_UNCLOSED = 2000;

/**
 * Finds the stretches between quotation marks, paragraph by paragraph, straight and curly, double and single. A mark
 * that opens and is never closed runs to the end of its paragraph if the next paragraph opens with a mark again (the
 * convention for quotations of several paragraphs), otherwise to the end of its sentence. One pass over the characters.
 */
export function findQuoted(doc: Tagged): Quoted[] {
  const found: Quoted[] = [];
  const doubles = /["“„«]|''|``/u.test(doc.text);
  let carried = false;
  for (const [index, paragraph] of doc.paragraphs.entries()) {
    const marks = marksIn(doc.text, paragraph, doubles);
    const next = doc.paragraphs[index + 1];
    const reopens = next !== undefined && /^(?:["“]|''|``)/u.test(doc.text.slice(next.start, next.start + 2));
    let open: Mark | null = null;
    let opened = 0;
    let depth = 0;
    for (const mark of marks) {
      if (open === null) {
        if (mark.side !== 'close') {
          open = mark;
          opened += 1;
          depth = 0;
        }
      } else if (mark.pair === 'curly' && open.pair === 'curly' && mark.side === 'open') {
        // Curly marks nested in curly marks, as some papers set them.
        depth += 1;
      } else if (mark.pair === 'curly' && depth > 0) {
        depth -= 1;
      } else if (pairs(open, mark) && mark.side !== 'open') {
        add(
          found,
          doc.text,
          { start: open.at, end: mark.at + mark.width },
          index,
          false,
          carried && opened === 1 && open.at === paragraph.start,
        );
        open = null;
      }
    }
    const wasCarried = carried;
    carried = false;
    if (open === null) continue;
    carried = reopens;
    const end = reopens ? paragraph.end : endOfSentence(doc, open.at, paragraph);
    const goesOn = wasCarried && opened === 1 && open.at === paragraph.start;
    if (open.pair !== 'single') add(found, doc.text, { start: open.at, end }, index, true, goesOn);
  }
  return found;
}

interface Mark {
  readonly at: number;
  /** Characters: two for '' as typewriters set it. */
  readonly width: 1 | 2;
  readonly pair: 'straight' | 'curly' | 'single' | 'angle';
  readonly side: 'open' | 'close' | 'either';
}

/** Do two marks make a pair? A curly opening mark and a straight closing one do: editors mix them. */
function pairs(open: Mark, close: Mark): boolean {
  const double = (mark: Mark) => mark.pair === 'straight' || mark.pair === 'curly';
  return open.pair === close.pair || (double(open) && double(close));
}

const SIGNS = /["“”„«»‘’'`]/gu;

function marksIn(text: string, paragraph: Span, doubles: boolean): Mark[] {
  const marks: Mark[] = [];
  let behind = paragraph.start;
  for (const found of text.slice(paragraph.start, paragraph.end).matchAll(SIGNS)) {
    const at = paragraph.start + found.index;
    if (at < behind) continue;
    const mark = markAt(text, at, paragraph);
    // Where a text quotes with double marks, single ones are nested quotations, headings and apostrophes.
    if (!mark || doubles === (mark.pair === 'single')) continue;
    marks.push(mark);
    behind = at + mark.width;
  }
  return marks;
}

function markAt(text: string, at: number, paragraph: Span): Mark | null {
  const sign = text[at]!;
  const before = at > paragraph.start ? text[at - 1]! : ' ';
  const after = at + 1 < paragraph.end ? text[at + 1]! : ' ';
  if (sign === '"') return { at, width: 1, pair: 'straight', side: sideOf(before, after) };
  if (sign === '`') return after === '`' ? { at, width: 2, pair: 'straight', side: 'open' } : null;
  if (sign === "'" && after === "'")
    return { at, width: 2, pair: 'straight', side: sideOf(before, text[at + 2] ?? ' ') };
  if (sign === '“' || sign === '„') return { at, width: 1, pair: 'curly', side: 'open' };
  if (sign === '”') return { at, width: 1, pair: 'curly', side: 'close' };
  if (sign === '«' || sign === '»') return { at, width: 1, pair: 'angle', side: sign === '«' ? 'open' : 'close' };
  const opens = sign === '‘' || (sign === "'" && /[\s(—–-]/u.test(before));
  if (opens && /[\p{L}\p{N}[]/u.test(after)) return { at, width: 1, pair: 'single', side: 'open' };
  const closes = sign === '’' || (sign === "'" && /[\p{L}.,!?]/u.test(before));
  return closes && !/[\p{L}\p{N}]/u.test(after) ? { at, width: 1, pair: 'single', side: 'close' } : null;
}

function sideOf(before: string, after: string): Mark['side'] {
  const opens = /[\s([{—–/-]/u.test(before);
  const closes = /[\s)\]},.;:!?—–/-]/u.test(after);
  if (opens && !closes) return 'open';
  if (closes && !opens) return 'close';
  return 'either';
}

function endOfSentence(doc: Tagged, at: number, paragraph: Span): number {
  for (const sentence of sentencesFrom(doc, at)) {
    if (sentence.end > at) return Math.min(sentence.end, paragraph.end, at + LONGEST_UNCLOSED);
  }
  return paragraph.end;
}

function sentencesFrom(doc: Tagged, at: number): Tagged['sentences'] {
  let low = 0;
  let high = doc.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.sentences[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return doc.sentences.slice(low, low + 1);
}

function add(found: Quoted[], text: string, outer: Span, paragraph: number, open: boolean, continues: boolean): void {
  const typed = (at: number) => (/^(?:''|``)$/u.test(text.slice(at, at + 2)) ? 2 : 1);
  let start = outer.start + typed(outer.start);
  let end = open ? outer.end : outer.end - typed(outer.end - 2);
  while (start < end && /\s/u.test(text[start]!)) start += 1;
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
  if (end > start) found.push({ start, end, outer, paragraph, open, continues });
}
