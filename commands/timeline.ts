import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Citation, TimelineEntry, TimelineSentence } from '../src/answer/types.ts';
import type { Article } from '../src/corpus/types.ts';
import { join, md, small } from '../src/discord/markdown.ts';
import type { Block, Command, Markdown } from '../src/discord/types.ts';
import { readPeriod, showDate, showPeriod } from './days.ts';
import { evidence, refer, showContext } from './evidence.ts';
import { EVERYWHERE, LONGEST, topic, written } from './options.ts';
import { label, showPublished, sourceLine } from './sources.ts';

/** At most this many dates, and sentences a date. */
const DATES = 20;
const SENTENCES = 2;

/** Other articles named under a sentence that they tell as well. */
const OTHERS = 2;

/** Up to so many sources are listed once, below every page; more are named beside their sentences. */
const IN_LEGEND = 5;

export const timeline: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'timeline',
    description: 'What happened when, in the articles’ own sentences',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        description: 'What it is about, such as “missile tests”',
        max_length: LONGEST,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'from',
        description: 'From this date on: 2018, 2018-06 or 2018-06-12',
        min_length: 4,
        max_length: 20,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'to',
        description: 'Up to and with this date: 2018, 2018-06 or 2018-06-12',
        min_length: 4,
        max_length: 20,
      },
    ],
  },

  run(request, services) {
    const library = services.library(request.guildId);
    const about = topic(request, 'topic');
    const period = readPeriod({ from: written(request, 'from'), to: written(request, 'to') });
    const query = { ...period, dates: DATES, sentences: SENTENCES, ...(about !== undefined && { topic: about }) };
    const entries = library.timeline(query);
    if (entries.length === 0) {
      const on = about === undefined ? '' : ` about “${about}”`;
      const when = showPeriod(period);
      const text = md`**I found no dated sentence${on}${when === '' ? '' : ` ${when}`}.** /article lists what there is.`;
      return { kind: 'message', private: false, head: [{ kind: 'text', text }], items: [], foot: [] };
    }
    const articles = cited(entries);
    const sources = articles.length > IN_LEGEND ? [] : [legend(articles)];
    return {
      kind: 'message',
      private: false,
      head: [],
      items: entries.flatMap((entry, index) => [
        ...(index > 0 ? [{ kind: 'divider' } as const] : []),
        ...dated(entry, articles),
      ]),
      foot: [...sources, menu(entries)],
    };
  },

  verbs: {
    ...evidence,
    /** The sentence chosen from the menu, in context. */
    open(request, services) {
      return showContext(services.library(request.guildId), (request.fields['value'] ?? '').split('.'));
    },
  },
};

function dated(entry: TimelineEntry, articles: readonly Article[]): readonly Block[] {
  return [
    { kind: 'text', text: md`**${showDate(entry.date)}**` },
    ...entry.sentences.flatMap((sentence): readonly Block[] => [
      { kind: 'quotation', citation: sentence.citation, highlight: sentence.when?.citation ?? null },
      { kind: 'text', text: small(sources(sentence, articles)) },
    ]),
  ];
}

/** Under a sentence: its source and those that tell the same; by number alone where a legend names them all. */
function sources({ citation, when, others }: TimelineSentence, articles: readonly Article[]): Markdown {
  const number = ({ article }: Citation) => md`[${articles.indexOf(article) + 1}]`;
  const told = others.slice(0, OTHERS);
  const dating = when === null ? md` (the sentence names no date)` : md``;
  if (articles.length <= IN_LEGEND) {
    const also = told.length === 0 ? md`` : md`; also told in ${join(told.map(number), ' ')}`;
    return md`${number(citation)} ${showPublished(citation.article)}${dating}${also}`;
  }
  const own = md`${number(citation)} ${sourceLine(citation.article)}${dating}`;
  return join([own, ...told.map((other) => md`also told in ${number(other)} ${sourceLine(other.article)}`)], '\n');
}

/** Sources are numbered in the order in which the timeline names them, the same number on every page. */
function cited(entries: readonly TimelineEntry[]): readonly Article[] {
  const sentences = entries.flatMap((entry) => entry.sentences);
  const all = sentences.flatMap(({ citation, others }) => [citation, ...others.slice(0, OTHERS)]);
  return [...new Set(all.map(({ article }) => article))];
}

function legend(articles: readonly Article[]): Block {
  const lines = articles.map((article, index) => md`[${index + 1}] ${sourceLine(article)}`);
  return { kind: 'text', text: small(join(lines, '\n')) };
}

/** Sentences to open in context; the first 25, which is what a menu holds. */
function menu(entries: readonly TimelineEntry[]): Block {
  const choices = entries.flatMap(({ date, sentences }) =>
    sentences.map(({ citation }, index) => ({
      name: sentences.length === 1 ? showDate(date) : `${showDate(date)}, sentence ${index + 1}`,
      value: refer(citation).join('.'),
      description: label(citation.article, 100),
    })),
  );
  // A sentence with two dates stands under both, but a menu takes no value twice.
  const distinct = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  const action = { command: 'timeline', verb: 'open', args: [] };
  return { kind: 'select', action, placeholder: 'Show one in context', choices: distinct.slice(0, 25) };
}
