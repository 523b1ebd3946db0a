import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord.js';
import type { TimelineEntry } from '../../src/answer/types.ts';
import { phrase, type Say, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block, Command, Markdown, MessageReply, Options, Request, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { Theme } from '../../src/pictures/types.ts';
import { type Period, readPeriod, tellPeriod } from '../shared/days.ts';
import { evidence, showContext } from '../shared/evidence.ts';
import { note } from '../shared/noted.ts';
import { EVERYWHERE, LONGEST, THEME, topic, written } from '../shared/options.ts';
import { exportChoices, exported } from './exports.ts';
import { cited, contextMenu, dated, legend } from './parts.ts';
import { drawTimeline, heading } from './picture.ts';
import { zoomed, zoomMenu } from './zoom.ts';

/** At most this many dates, and sentences a date. */
const DATES = 20;
const SENTENCES = 2;

const text = (name: string, description: string): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  description,
  min_length: 4,
  max_length: 20,
});

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
      text('from', 'From this date on: 2018, 2018-06 or 2018-06-12'),
      text('to', 'Up to and with this date: 2018, 2018-06 or 2018-06-12'),
      {
        type: ApplicationCommandOptionType.String,
        name: 'order',
        description: 'Which date comes first; the oldest, if you leave it out',
        choices: [
          { name: 'oldest first', value: 'oldest' },
          { name: 'newest first', value: 'newest' },
        ],
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'picture',
        description: 'With a picture to share',
      },
      THEME,
    ],
  },

  run: show,

  verbs: {
    ...evidence,
    /** The sentence chosen from the menu, in context. */
    open(request, services) {
      return showContext(services, (request.fields['value'] ?? '').split('.'));
    },
    /** The same timeline of the year or month chosen from the menu, or of all dates again. */
    zoom(request, services) {
      return instead(request, services, zoomed(request.options, request.fields['value'] ?? ''));
    },
    /** With or without a picture, or as a file for the asker alone. */
    share(request, services) {
      const chosen = request.fields['value'] ?? '';
      const { picture: _picture, theme: _theme, ...rest } = request.options;
      if (chosen === 'text') return instead(request, services, rest);
      if (isTheme(chosen)) return instead(request, services, { ...rest, picture: true, theme: chosen });
      const { about, entries } = find(request, services);
      const { speech } = services;
      const reply = exported(entries, chosen, { title: heading(about, speech), today: request.today, speech });
      if (reply === null) throw new Refusal(phrase('timeline.chooseFormat'));
      return reply;
    },
  },
};

interface Found {
  readonly about: string | undefined;
  readonly period: Period;
  /** In the order that was asked for. */
  readonly entries: readonly TimelineEntry[];
  /** The days of the most important dates, so many of them. */
  readonly foremost: (dates: number) => ReadonlySet<string>;
}

function find(request: Request, services: Services): Found {
  const library = services.library;
  const about = topic(request, 'topic');
  const period = readPeriod({ from: written(request, 'from'), to: written(request, 'to') });
  const query = { ...period, sentences: SENTENCES, ...(about !== undefined && { topic: about }) };
  const entries = library.timeline({ ...query, dates: DATES });
  return {
    about,
    period,
    entries: request.options['order'] === 'newest' ? entries.toReversed() : entries,
    foremost: (dates) => new Set(library.timeline({ ...query, dates }).map(({ date }) => date)),
  };
}

async function show(request: Request, services: Services): Promise<MessageReply> {
  const { about, period, entries, foremost } = find(request, services);
  const articles = cited(entries);
  const { say, speech } = services;
  const picture = request.options['picture'] === true;
  const wanted = request.options['theme'];
  const theme = isTheme(wanted) ? wanted : 'dark';
  if (entries.length === 0) {
    const noted = note(about ?? '', { answered: false });
    const head: readonly Block[] = [{ kind: 'text', text: none(about, period, say) }];
    return { ...message, head, foot: zoomMenu(entries, period, speech), noted };
  }
  // Only the first page shows the picture.
  const drawn = picture && request.page === 0;
  const file = drawn ? await drawTimeline(entries, { topic: about, theme, articles, foremost, speech }) : null;
  return {
    ...message,
    head: drawn && file === null ? [{ kind: 'text', text: small(say('picture.undrawable')) }] : [],
    items: entries.flatMap((entry, index) => [
      ...(index > 0 ? [{ kind: 'divider' } as const] : []),
      ...dated(entry, articles, speech),
    ]),
    foot: [
      ...legend(articles, speech),
      contextMenu(entries, speech),
      ...zoomMenu(entries, period, speech),
      shareMenu(picture, theme, speech),
    ],
    ...(file && { files: [file] }),
    noted: note(about ?? '', {
      answered: true,
      citations: entries.flatMap(({ sentences }) => sentences.map(({ citation }) => citation)),
    }),
  };
}

const message: MessageReply = { kind: 'message', private: false, head: [], items: [], foot: [] };

/** Nothing fits: said plainly. */
function none(about: string | undefined, days: Period, say: Say): Markdown {
  const period = tellPeriod(days);
  if (about === undefined) return period === null ? say('timeline.none') : say('timeline.noneThen', { period });
  return period === null ? say('timeline.noneAbout', { about }) : say('timeline.noneAboutThen', { about, period });
}

/** The same timeline with other options, in place of this one. */
async function instead(request: Request, services: Services, options: Options): Promise<MessageReply> {
  // The same question seen in another way is no other question.
  const { noted: _noted, ...reply } = await show({ ...request, options }, services);
  return { ...reply, update: true, asked: { command: 'timeline', options } };
}

function shareMenu(picture: boolean, theme: Theme, speech: Speech): Block {
  const { text } = speech;
  const pictures = [
    { name: text('picture.dark'), value: 'dark', description: text('picture.darkMeaning') },
    { name: text('picture.light'), value: 'light', description: text('picture.lightMeaning') },
    { name: text('picture.without'), value: 'text', description: text('picture.withoutMeaning') },
  ].filter(({ value }) => value !== (picture ? theme : 'text'));
  const action = { command: 'timeline', verb: 'share', args: [] };
  const choices = [...pictures, ...exportChoices(speech)];
  return { kind: 'select', action, placeholder: text('timeline.share'), choices };
}

const isTheme = (value: unknown): value is Theme => value === 'dark' || value === 'light';
