import type { Citation, TimelineEntry, TimelineSentence } from '../../src/answer/types.ts';
import type { Article } from '../../src/corpus/types.ts';
import { join, md, small } from '../../src/discord/markdown.ts';
import type { Block, Markdown } from '../../src/discord/types.ts';
import { showDate } from '../shared/days.ts';
import { refer } from '../shared/evidence.ts';
import type { Language } from '../shared/language.ts';
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
  language: Language,
): readonly Block[] {
  return [
    { kind: 'text', text: md`**${showDate(date, language)}**` },
    ...sentences.flatMap((sentence): readonly Block[] => [
      { kind: 'quotation', citation: sentence.citation, highlight: sentence.when?.citation ?? null },
      { kind: 'text', text: small(sources(sentence, articles, language)) },
    ]),
  ];
}

/** Under a sentence: its source and those that tell the same; by number alone where a legend names them all. */
function sources(sentence: TimelineSentence, articles: readonly Article[], language: Language): Markdown {
  const { citation, others } = sentence;
  const number = ({ article }: Citation) => md`[${articles.indexOf(article) + 1}]`;
  const told = others.slice(0, OTHERS);
  if (articles.length <= IN_LEGEND) {
    const also = told.length === 0 ? md`` : md` · also told in ${join(told.map(number), ' ')}`;
    return md`${number(citation)} ${showPublished(citation.article, language)} · ${reading(sentence)}${also}`;
  }
  const own = md`${number(citation)} ${sourceLine(citation.article, language)} · ${reading(sentence)}`;
  return join(
    [own, ...told.map((other) => md`also told in ${number(other)} ${sourceLine(other.article, language)}`)],
    '\n',
  );
}

/** What the date was read from, and that what the sentence tells is no report where it is none. */
function reading(sentence: TimelineSentence): Markdown {
  const mark = caution(sentence);
  const words =
    sentence.when === null
      ? md`the sentence names no date, so the day is that of publication`
      : md`date read from “${oneLine(sentence.when.citation.text)}”`;
  return mark === null ? words : md`${words} · **${mark}**`;
}

/** Sources are numbered in the order in which the timeline names them, the same number on every page. */
export function cited(entries: readonly TimelineEntry[]): readonly Article[] {
  const sentences = entries.flatMap((entry) => entry.sentences);
  const all = sentences.flatMap(({ citation, others }) => [citation, ...others.slice(0, OTHERS)]);
  return [...new Set(all.map(({ article }) => article))];
}

/** All sources by their numbers; nothing when they are too many to stand on every page. */
export function legend(articles: readonly Article[], language: Language): readonly Block[] {
  if (articles.length > IN_LEGEND) return [];
  const lines = articles.map((article, index) => md`[${index + 1}] ${sourceLine(article, language)}`);
  return [{ kind: 'text', text: small(join(lines, '\n')) }];
}

/** Sentences to open in context; the first 25, which is what a menu holds. */
export function contextMenu(entries: readonly TimelineEntry[], language: Language): Block {
  const choices = entries.flatMap(({ date, sentences }) =>
    sentences.map(({ citation }, index) => ({
      name: sentences.length === 1 ? showDate(date, language) : `${showDate(date, language)}, sentence ${index + 1}`,
      value: refer(citation).join('.'),
      description: label(citation.article, 100, language),
    })),
  );
  // A sentence with two dates stands under both, but a menu takes no value twice.
  const distinct = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  const action = { command: 'timeline', verb: 'open', args: [] };
  return { kind: 'select', action, placeholder: 'Show one in context', choices: distinct.slice(0, 25) };
}

/** The address of an article when it is a web page's, as a URL is written; null for any other. */
export function webAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
}
