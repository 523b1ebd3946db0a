import type { TimelineEntry, TimelineSentence } from '../../src/answer/types.ts';
import type { Article } from '../../src/corpus/types.ts';
import type { ReplyFile } from '../../src/discord/types.ts';
import { createPainter } from '../../src/pictures/pictures.ts';
import type { Card, CardEntry, Theme } from '../../src/pictures/types.ts';
import { showDate } from '../shared/days.ts';
import { showPublished, titleOf } from '../shared/sources.ts';
import { oneLine, shortTitle } from '../shared/wording.ts';
import { caution } from './parts.ts';

const painter = createPainter();

/** A sentence that takes more than this part of a picture is left to the text. */
const LARGEST_SHARE = 0.5;

/** Alt text as long as Discord takes it. */
const LONGEST_ALT = 1_024;

/** What a picture shows and how. */
export interface PictureOrder {
  readonly topic: string | undefined;
  readonly theme: Theme;
  /** In the order in which the timeline numbers them. */
  readonly articles: readonly Article[];
  /** The days of so many dates, those that matter most. */
  readonly foremost: (dates: number) => ReadonlySet<string>;
}

interface Shown {
  readonly date: string;
  readonly sentence: TimelineSentence;
}

/**
 * A timeline as a picture, with a sentence a date, to the letter. It is no higher than a phone's screen: where there are more
 * dates, the most important ones are shown, and the picture says how many more there are. A sentence that the font can't
 * draw, or that would fill half of the picture, is left out whole. Null when no sentence can be shown.
 */
export async function drawTimeline(entries: readonly TimelineEntry[], order: PictureOrder): Promise<ReplyFile | null> {
  const shown = choose(entries, order);
  if (shown.length === 0) return null;
  const { bytes } = await painter.paint(cardOf(shown, entries.length, order));
  return { name: 'timeline.png', bytes, description: altText(shown, entries.length, order) };
}

function choose(entries: readonly TimelineEntry[], order: PictureOrder): readonly Shown[] {
  const drawable = entries.flatMap(({ date, sentences }) =>
    sentences.filter(({ citation }) => painter.draws(citation.text)).map((sentence) => ({ date, sentence })),
  );
  const measured = painter.measure(cardOf(drawable, entries.length, order));
  const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0);
  const room = painter.tallest - (measured.height - sum(measured.entries));
  const fitting = drawable
    .map((one, index) => ({ ...one, height: measured.entries[index]! }))
    .filter(({ height }) => height <= LARGEST_SHARE * room);
  const possible = fitting.filter(({ date }, index) => fitting.findIndex((other) => other.date === date) === index);
  const needed = sum(possible.map(({ height }) => height));
  if (needed <= room) return possible;
  // The most important dates come first, then as many of the others as there is room for.
  const foremost = order.foremost(Math.max(1, Math.floor((possible.length * room) / needed)));
  const isForemost = ({ date }: Shown) => foremost.has(date);
  const shortestFirst = possible.toSorted((a, b) => a.height - b.height);
  let left = room;
  const chosen = new Set<Shown>();
  for (const one of [...shortestFirst.filter(isForemost), ...shortestFirst.filter((other) => !isForemost(other))]) {
    if (one.height > left) continue;
    chosen.add(one);
    left -= one.height;
  }
  return possible.filter((one) => chosen.has(one));
}

function cardOf(shown: readonly Shown[], dates: number, { topic, theme, articles }: PictureOrder): Card {
  return {
    title: heading(topic),
    subtitle: [span(shown), amount(shown.length, 'date'), amount(countArticles(shown), 'article')].join('  ·  '),
    entries: shown.map((one) => entryOf(one, articles)),
    footer: `Every sentence is quoted to the letter.${more(dates - shown.length)}`,
    theme,
  };
}

function entryOf({ date, sentence }: Shown, articles: readonly Article[]): CardEntry {
  const { citation, when } = sentence;
  const { article } = citation;
  const by = article.source ?? article.author ?? `“${titleOf(article)}”`;
  const marks = [caution(sentence), when === null ? 'day of publication' : null].filter((mark) => mark !== null);
  return {
    date: showDate(date),
    mark: marks.length === 0 ? null : marks.join(', '),
    citation,
    highlight: when?.citation ?? null,
    source: `[${articles.indexOf(article) + 1}] ${shortTitle(by, 60)}, ${showPublished(article, 'en')}`,
  };
}

/** What a person who can't see the picture is told: the dates, and how the sentence of each begins. */
function altText(shown: readonly Shown[], dates: number, { topic }: PictureOrder): string {
  const start = `${shortTitle(heading(topic), 120)}, ${span(shown)}. ${amount(shown.length, 'date')} with a sentence each.`;
  const end = more(dates - shown.length);
  const share = Math.floor((LONGEST_ALT - start.length - end.length) / shown.length);
  const lines = shown.map((one) => {
    const mark = caution(one.sentence);
    const date = `\n${showDate(one.date)}${mark === null ? '' : ` (${mark})`}: `;
    return `${date}“${shortTitle(one.sentence.citation.text, Math.max(20, share - date.length - 2))}”`;
  });
  return start + lines.join('') + end;
}

const heading = (topic: string | undefined): string =>
  topic === undefined ? 'Timeline' : `Timeline: ${oneLine(topic)}`;

function span(shown: readonly Shown[]): string {
  const dates = shown.map(({ date }) => date).toSorted();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  return first === last ? showDate(first) : `${showDate(first)} – ${showDate(last)}`;
}

const amount = (count: number, thing: string): string => (count === 1 ? `one ${thing}` : `${count} ${thing}s`);

const more = (count: number): string => (count === 0 ? '' : ` And ${count} more ${count === 1 ? 'date' : 'dates'}.`);

const countArticles = (shown: readonly Shown[]): number =>
  new Set(shown.map(({ sentence }) => sentence.citation.article)).size;
