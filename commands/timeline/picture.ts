import type { TimelineEntry, TimelineSentence } from '../../src/answer/types.ts';
import type { Article } from '../../src/corpus/types.ts';
import type { ReplyFile } from '../../src/discord/types.ts';
import { speechIn } from '../../src/languages/languages.ts';
import type { Speech } from '../../src/languages/types.ts';
import { createPainter } from '../../src/pictures/pictures.ts';
import type { Card, CardEntry, Theme } from '../../src/pictures/types.ts';
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
  /** The language of the words around the sentences. */
  readonly speech: Speech;
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
  // The font has no Japanese and no Chinese letters: around the sentences stand English words then.
  const { speech } = order;
  const drawn = { ...order, speech: painter.draws(speech.text('picture.verbatim')) ? speech : speechIn('en') };
  const shown = choose(entries, drawn);
  if (shown.length === 0) return null;
  const { bytes } = await painter.paint(cardOf(shown, entries.length, drawn));
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

function cardOf(shown: readonly Shown[], dates: number, { topic, theme, articles, speech }: PictureOrder): Card {
  const { text } = speech;
  const counts = [text('picture.dates', { n: shown.length }), text('picture.articles', { n: countArticles(shown) })];
  return {
    title: heading(topic, speech),
    subtitle: [span(shown, speech), ...counts].join('  ·  '),
    entries: shown.map((one) => entryOf(one, articles, speech)),
    footer: withMore(text('picture.verbatim'), dates - shown.length, speech),
    theme,
  };
}

function entryOf({ date, sentence }: Shown, articles: readonly Article[], speech: Speech): CardEntry {
  const { citation, when } = sentence;
  const { article } = citation;
  const by = article.source ?? article.author ?? speech.text('source.title', { title: titleOf(article) });
  const mark = caution(sentence);
  const marks = [
    ...(mark === null ? [] : [speech.text(`timeline.${mark}`)]),
    ...(when === null ? [speech.text('picture.publication')] : []),
  ];
  const source = speech.text('source.anonymous', {
    title: shortTitle(by, 60),
    published: showPublished(article, speech),
  });
  return {
    date: speech.date(date),
    mark: marks.length === 0 ? null : marks.join(', '),
    citation,
    highlight: when?.citation ?? null,
    source: `[${articles.indexOf(article) + 1}] ${source}`,
  };
}

/** What a person who can't see the picture is told: the dates, and how the sentence of each begins. */
function altText(shown: readonly Shown[], dates: number, { topic, speech }: PictureOrder): string {
  const start = speech.text('picture.alt', {
    title: shortTitle(heading(topic, speech), 120),
    span: span(shown, speech),
    n: shown.length,
  });
  const end = withMore('', dates - shown.length, speech);
  const share = Math.floor((LONGEST_ALT - start.length - end.length) / shown.length);
  const lines = shown.map((one) => {
    const room = share - lineOf(one, '', speech).length;
    return lineOf(one, shortTitle(one.sentence.citation.text, Math.max(20, room)), speech);
  });
  return start + lines.join('') + end;
}

function lineOf({ date, sentence }: Shown, words: string, { text, date: named }: Speech): string {
  const mark = caution(sentence);
  const line =
    mark === null
      ? text('picture.line', { date: named(date), words })
      : text('picture.markedLine', { date: named(date), mark: text(`timeline.${mark}`), words });
  return `\n${line}`;
}

/** What a timeline is called. */
export const heading = (topic: string | undefined, { text }: Speech): string =>
  topic === undefined ? text('picture.heading') : text('picture.headingOf', { topic: oneLine(topic) });

function span(shown: readonly Shown[], { text, date }: Speech): string {
  const dates = shown.map(({ date }) => date).toSorted();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  return first === last ? date(first) : text('picture.span', { first: date(first), last: date(last) });
}

/** A sentence, and how many dates more there are. */
const withMore = (before: string, count: number, { text }: Speech): string =>
  count === 0 ? before : text('words.sentences', { before, next: text('picture.more', { n: count }) });

const countArticles = (shown: readonly Shown[]): number =>
  new Set(shown.map(({ sentence }) => sentence.citation.article)).size;
