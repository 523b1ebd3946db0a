import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Library, QuoteQuery, QuoteResult } from '../src/answer/types.ts';
import { join, md, type Say, small } from '../src/discord/markdown.ts';
import type { Block, Command, Markdown, MessageReply, Options, Request, Services } from '../src/discord/types.ts';
import type { Speech } from '../src/languages/types.ts';
import { evidence, evidenceAction } from './shared/evidence.ts';
import { noteQuotations } from './shared/noted.ts';
import { EVERYWHERE, filter, LONGEST, PERIOD, topic, written } from './shared/options.ts';
import { sourceLine } from './shared/sources.ts';
import { quotedInstead, speakerButtons, speakerChoices, speakerLine } from './shared/speakers.ts';
import { oneLine } from './shared/wording.ts';

/** How many cards are shown at most, over all pages. */
const MOST = 30;

/** How many other articles with the same words are named. */
const COPIES = 3;

/** Longer reporting clauses are left to the button "In context", since nothing of an article is ever cut. */
const SHORT = 400;

const KINDS = [
  { name: 'Direct: the speaker’s own words, in quotation marks', value: 'direct' },
  { name: 'Mixed: some of the words in quotation marks', value: 'mixed' },
  { name: 'Indirect: reported in the article’s words', value: 'indirect' },
] as const;

export const quote: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'quote',
    description: 'Find what people said, who said it and where it was printed',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'about',
        description: 'What the quotation is about, such as “sanctions”',
        max_length: LONGEST,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'speaker',
        description: 'Who said it',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'kind',
        description: 'In the speaker’s own words, or reported',
        choices: [...KINDS],
      },
      ...PERIOD,
    ],
  },

  run(request, services) {
    return cards(request, services, request.options);
  },

  verbs: {
    ...evidence,
    /** The same topic, kind and period, by everyone but the speaker. */
    others(request, services, [speaker = '']) {
      const { speaker: _asked, ...options } = request.options;
      return cards(request, services, options, speaker);
    },
    /** All by this speaker, from wherever the button stands. */
    by(request, services, [speaker = '']) {
      const options = { speaker };
      return { ...cards(request, services, options), asked: { command: 'quote', options } };
    },
    /** What a speaker said on a topic chosen from a menu. */
    on(request, services, [speaker = '']) {
      const options = { about: request.fields['value'] ?? '', speaker };
      return { ...cards(request, services, options), asked: { command: 'quote', options } };
    },
    /** More by this speaker: the same command, with the speaker chosen from the menu and nothing else. */
    speaker(request, services) {
      const options = { speaker: request.fields['value'] ?? '' };
      return { ...cards(request, services, options), update: true, asked: { command: 'quote', options } };
    },
  },

  complete(option, typed, _request, services) {
    return option === 'speaker' ? speakerChoices(services.library, typed) : [];
  },
};

/** Cards of what was found; `except` leaves a speaker out, and says so. */
function cards(request: Request, services: Services, options: Options, except?: string): MessageReply {
  const { library, say, speech } = services;
  const query = readQuery({ ...request, options }, library);
  const all = library.quote(except === undefined ? { ...query, top: MOST } : query);
  const found = all.filter(({ speaker }) => except === undefined || speaker.name !== except).slice(0, MOST);
  const words = [query.speaker, query.about].filter((part) => part !== undefined).join(': ');
  const noted = noteQuotations(words, found);
  const reply = { kind: 'message', private: false, foot: foot(found, query, speech), noted } as const;
  if (found.length === 0) {
    return except === undefined
      ? { ...reply, head: nothing(services, query), items: [] }
      : { ...reply, head: [{ kind: 'text', text: say('quote.nobodyElse') }], items: [] };
  }
  const others: readonly Block[] =
    except === undefined ? [] : [{ kind: 'text', text: say('quote.others', { speaker: oneLine(except) }) }];
  return {
    ...reply,
    head: others,
    items: found.flatMap((result, index) => [
      ...(index > 0 ? [{ kind: 'divider' } as const] : []),
      ...quoteCard(result, 'quote', services),
    ]),
  };
}

function readQuery(request: Request, library: Library): QuoteQuery {
  const about = topic(request, 'about');
  const speaker = written(request, 'speaker');
  const kind = KINDS.find(({ value }) => value === request.options['kind'])?.value;
  return {
    ...filter(request, library),
    ...(about !== undefined && { about }),
    ...(speaker !== undefined && { speaker }),
    ...(kind !== undefined && { kind }),
  };
}

/** The words, who said them, how they are reported, and where; its buttons belong to `command`. */
export function quoteCard(
  result: QuoteResult,
  command: string,
  { say, speech }: Pick<Services, 'say' | 'speech'>,
): readonly Block[] {
  const { citation, others } = result;
  const also = others
    .slice(0, COPIES)
    .map(({ article }) => small(say('source.also', { source: sourceLine(article, speech) })));
  const unlisted = others.length - also.length;
  const lines = [
    md`— ${speakerLine(result, speech)}`,
    ...how(result, say),
    small(sourceLine(citation.article, speech)),
    ...also,
    ...(unlisted > 0 ? [small(say('source.inMore', { n: unlisted }))] : []),
  ];
  return [
    { kind: 'quotation', citation, highlight: null },
    { kind: 'text', text: join(lines, '\n') },
    {
      kind: 'buttons',
      buttons: [
        { label: speech.text('evidence.inContext'), action: evidenceAction(command, 'context', citation) },
        { label: speech.text('evidence.proof'), action: evidenceAction(command, 'proof', citation) },
      ],
    },
  ];
}

/** The rest of the sentence around the words, and a note when these are the article's own. */
function how({ quotation, citation, sentence }: QuoteResult, say: Say): readonly Markdown[] {
  const { text } = citation.article;
  const around = `${text.slice(sentence.start, citation.start)}…${text.slice(citation.end, sentence.end)}`;
  const said = /\p{L}/u.test(around) && around.length <= SHORT ? oneLine(around) : '';
  if (quotation.kind === 'indirect') {
    return [small(say('quote.reported', { words: said === '' ? say('quote.speech') : said }))];
  }
  return said === '' ? [] : [small(md`${said}`)];
}

/** Where to go on: to the speakers of these cards, and from one speaker on a topic to the others. */
function foot(found: readonly QuoteResult[], { speaker, about }: QuoteQuery, { text }: Speech): readonly Block[] {
  const names = [...new Set(found.flatMap(({ speaker }) => speaker.name ?? []))];
  const [name, ...more] = names;
  const isOne = name !== undefined && more.length === 0;
  if (isOne && about !== undefined) {
    const buttons = [
      ...speakerButtons(name, text('quote.by')),
      ...(speaker === undefined ? [] : speakerButtons(name, text('quote.byOthers'), 'others')),
    ];
    return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
  }
  const choices = names
    .filter(({ length }) => length <= 100)
    .slice(0, 25)
    .map((other) => ({ name: other, value: other }));
  if (choices.length === 0 || (speaker !== undefined && isOne)) return [];
  const action = { command: 'quote', verb: 'speaker', args: [] };
  return [{ kind: 'select', action, placeholder: text('quote.speakers'), choices }];
}

/** Nothing fits: said plainly, with the speakers who come nearest. */
function nothing({ library, say }: Services, query: QuoteQuery): readonly Block[] {
  const lines = [none(query, say), ...quotedInstead(library, query.speaker, say)];
  return [{ kind: 'text', text: join(lines, '\n') }];
}

function none({ speaker, about }: QuoteQuery, say: Say): Markdown {
  if (speaker === undefined) return about === undefined ? say('quote.none') : say('quote.noneAbout', { about });
  return about === undefined ? say('quote.noneBy', { speaker }) : say('quote.noneByAbout', { speaker, about });
}
