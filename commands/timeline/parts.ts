import type { Citation, TimelineEntry, TimelineSentence } from '../../src/answer/types.ts';
import type { Article } from '../../src/corpus/types.ts';
import { bold, join, md, type Say, small, speaking } from '../../src/discord/markdown.ts';
import type { Block, Markdown } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { refer } from '../shared/evidence.ts';
import { label, showPublished, sourceLine } from '../shared/sources.ts';
import { oneLine } from '../shared/wording.ts';

/** Other articles named under a sentence that they tell as well. */
const OTHERS = 2;

/** Up to so many sources are listed once, below every page; more are named beside their sentences. */
const IN_LEGEND = 5;

/** "planned" or "possible" for a sentence that doesn't report something done; null for one that does. */
export function caution({ modality }: TimelineSentence): 'planned' | 'possible' | null {
  return modality === 'done' ? null : modality;
}

/** A date with its sentences to the letter: the words that the date was read from in bold, the source below. */
export function dated(
  { date, sentences }: TimelineEntry,
  articles: readonly Article[],
  speech: Speech,
): readonly Block[] {
  return [
    { kind: 'text', text: md`**${speech.date(date)}**` },
    ...sentences.flatMap((sentence): readonly Block[] => [
      { kind: 'quotation', citation: sentence.citation, highlight: sentence.when?.citation ?? null },
      { kind: 'text', text: small(sources(sentence, articles, speech)) },
    ]),
  ];
}

/** Under a sentence: its source and those that tell the same; by number alone where a legend names them all. */
function sources(sentence: TimelineSentence, articles: readonly Article[], speech: Speech): Markdown {
  const { say } = speaking(speech);
  const { citation, others } = sentence;
  const number = ({ article }: Citation) => md`[${articles.indexOf(article) + 1}]`;
  const told = others.slice(0, OTHERS);
  if (articles.length <= IN_LEGEND) {
    const also = told.length === 0 ? [] : [say('timeline.also', { sources: join(told.map(number), ' ') })];
    const own = md`${number(citation)} ${showPublished(citation.article, speech)}`;
    return join([own, ...reading(sentence, say), ...also], md` · `);
  }
  const numbered = (cited: Citation) => md`${number(cited)} ${sourceLine(cited.article, speech)}`;
  const own = join([numbered(citation), ...reading(sentence, say)], md` · `);
  return join([own, ...told.map((other) => say('timeline.also', { sources: numbered(other) }))], '\n');
}

/** What the date was read from, and that what the sentence tells is no report where it is none. */
function reading(sentence: TimelineSentence, say: Say): readonly Markdown[] {
  const mark = caution(sentence);
  const words =
    sentence.when === null
      ? say('timeline.unread')
      : say('timeline.read', { words: oneLine(sentence.when.citation.text) });
  return mark === null ? [words] : [words, bold(say(`timeline.${mark}`))];
}

/** Sources are numbered in the order in which the timeline names them, the same number on every page. */
export function cited(entries: readonly TimelineEntry[]): readonly Article[] {
  const sentences = entries.flatMap((entry) => entry.sentences);
  const all = sentences.flatMap(({ citation, others }) => [citation, ...others.slice(0, OTHERS)]);
  return [...new Set(all.map(({ article }) => article))];
}

/** All sources by their numbers; nothing when they are too many to stand on every page. */
export function legend(articles: readonly Article[], speech: Speech): readonly Block[] {
  if (articles.length > IN_LEGEND) return [];
  const lines = articles.map((article, index) => md`[${index + 1}] ${sourceLine(article, speech)}`);
  return [{ kind: 'text', text: small(join(lines, '\n')) }];
}

/** Sentences to open in context; the first 25, which is what a menu holds. */
export function contextMenu(entries: readonly TimelineEntry[], speech: Speech): Block {
  const choices = entries.flatMap(({ date, sentences }) =>
    sentences.map(({ citation }, index) => ({
      name:
        sentences.length === 1
          ? speech.date(date)
          : speech.text('timeline.sentence', { date: speech.date(date), number: index + 1 }),
      value: refer(citation).join('.'),
      description: label(citation.article, 100, speech),
    })),
  );
  // A sentence with two dates stands under both, but a menu takes no value twice.
  const distinct = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  const action = { command: 'timeline', verb: 'open', args: [] };
  return { kind: 'select', action, placeholder: speech.text('timeline.context'), choices: distinct.slice(0, 25) };
}

/** The address of an article when it is a web page's, as a URL is written; null for any other. */
export function webAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
}
