/** Lines of pages → paragraphs and headings, without page numbers and running heads. */
import type { Block } from './extract.ts';
import type { Line } from './pdf-lines.ts';

/** A running head stands among this many lines at the top or foot of a page … */
const EDGE = 2;
/** … on at least this share of the pages, and on three. */
const REPEATED = 1 / 3;
const PAGE_NUMBER = /^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of)\s*\d{1,4})?[-–—\s]*$/iu;
/** A block in letters this much larger than the body's is a heading. */
const LARGER = 1.15;
const LONGEST_HEADING = 300;
const ENDED = /[.!?…:][)\]"'”’»]*$/u;

/**
 * Leaves out what stands at the top or foot of page after page, differing in numbers at most. What is printed larger
 * than the body is a title, even if the pages repeat it in smaller letters.
 */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const body = bodySize(pages);
  const seen = new Map<string, number>();
  const edges = pages.map(edgesOf);
  for (const lines of edges) for (const key of new Set([...lines].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(3, pages.length * REPEATED);
  return pages.map((page, index) =>
    page.filter((line) => {
      if (!edges[index]?.has(line) || line.size >= body * LARGER) return true;
      return (seen.get(keyOf(line)) ?? 0) < often && !(pages.length > 1 && PAGE_NUMBER.test(line.text));
    }),
  );
}

/** Paragraphs end at wider gaps, indents, changes of size, and short lines that end a sentence. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Block[] {
  const body = bodySize(pages);
  const words = wordsIn(pages);
  const blocks: Block[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    const [first] = lines;
    if (!first) return;
    const text = lines.reduce((joined, line) => joinLines(joined, line.text, words), '');
    blocks.push({ text, heading: first.size >= body * LARGER && text.length <= LONGEST_HEADING });
    lines = [];
  };
  for (const page of pages) {
    const leading = leadingOf(page, body);
    for (const [index, line] of page.entries()) {
      const last = lines.at(-1);
      if (last && parts(lines, last, line, index === 0, leading)) flush();
      lines.push(line);
    }
  }
  flush();
  return blocks;
}

/** Does a new paragraph begin with `line`, when `lines` were the paragraph until now? */
function parts(lines: readonly Line[], last: Line, line: Line, turned: boolean, leading: number): boolean {
  if (Math.max(line.size, last.size) > Math.min(line.size, last.size) * LARGER) return true;
  const gap = last.y - line.y;
  // On a new page or in the next column, only an unfinished sentence runs on.
  if (turned || gap < 0) return ENDED.test(last.text);
  if (gap > Math.max(leading, line.size) * 1.35) return true;
  const left = Math.min(...lines.slice(-3).map((other) => other.left));
  if (line.left > left + line.size * 0.8 && ENDED.test(last.text)) return true;
  const right = Math.max(line.right, ...lines.slice(-5).map((other) => other.right));
  return ENDED.test(last.text) && last.right < line.left + (right - line.left) * 0.85;
}

/**
 * A word cut by a hyphen at a line's end is put together if the text has it whole elsewhere; else the hyphen stays,
 * for it may belong to the word ("well-known"). Soft hyphens only ever mark a cut.
 */
function joinLines(before: string, line: string, words: ReadonlySet<string>): string {
  if (before === '') return line;
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line;
  const head = /(?<part>[\p{L}\p{M}]+)[-‐]$/u.exec(before)?.groups?.['part'];
  const tail = /^[\p{L}\p{M}]+/u.exec(line)?.[0];
  if (head === undefined || tail === undefined) return `${before} ${line}`;
  return words.has((head + tail).toLowerCase()) ? before.slice(0, -1) + line : before + line;
}

function wordsIn(pages: readonly (readonly Line[])[]): Set<string> {
  const words = new Set<string>();
  for (const page of pages)
    for (const { text } of page)
      for (const [word] of text.matchAll(/(?<![\p{L}\p{M}-])[\p{L}\p{M}]+(?![\p{L}\p{M}-])/gu))
        words.add(word.toLowerCase());
  return words;
}

function edgesOf(page: readonly Line[]): Set<Line> {
  const down = [...page].sort((a, b) => b.y - a.y);
  return new Set([...down.slice(0, EDGE), ...down.slice(-EDGE)]);
}

/** What a running head keeps from page to page: its words without their numbers. */
function keyOf({ text }: Line): string {
  return text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ');
}

/** The size that most letters have. */
function bodySize(pages: readonly (readonly Line[])[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0])[0];
}

/** The usual distance between two baselines on a page, in points. */
function leadingOf(page: readonly Line[], body: number): number {
  const gaps = page.slice(1).flatMap((line, index) => page[index]!.y - line.y);
  const usual = gaps.filter((gap) => gap > body * 0.8 && gap < body * 2.2).sort((a, b) => a - b);
  return usual[Math.floor(usual.length / 2)] ?? body * 1.2;
}
