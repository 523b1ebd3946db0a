import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Library, QuoteQuery, QuoteResult } from '../src/answer/types.ts';
import { join, md, small } from '../src/discord/markdown.ts';
import type { Block, Command, Markdown, MessageReply, Options, Request, Services } from '../src/discord/types.ts';
import { evidence, evidenceAction } from './evidence.ts';
import { EVERYWHERE, filter, LONGEST, PERIOD, topic, written } from './options.ts';
import { sourceLine } from './sources.ts';
import { nearestSpeakers, speakerChoices, speakerLine } from './speakers.ts';
import { oneLine } from './wording.ts';

/** How many cards are shown at most, over all pages. */
const MOST = 30;

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
    /** More by this speaker: the same command, with the speaker chosen from the menu and nothing else. */
    speaker(request, services) {
      const options = { speaker: request.fields['value'] ?? '' };
      return { ...cards(request, services, options), update: true, asked: { command: 'quote', options } };
    },
  },

  complete(option, typed, request, services) {
    return option === 'speaker' ? speakerChoices(services.library(request.guildId), typed) : [];
  },
};

function cards(request: Request, services: Services, options: Options): MessageReply {
  const library = services.library(request.guildId);
  const query = readQuery({ ...request, options }, library);
  const found = library.quote({ ...query, top: MOST });
  const menu = speakerMenu(found, query.speaker);
  if (found.length === 0) {
    return { kind: 'message', private: false, head: nothing(library, query), items: [], foot: menu };
  }
  return {
    kind: 'message',
    private: false,
    head: [],
    items: found.flatMap((result, index) => [...(index > 0 ? [{ kind: 'divider' } as const] : []), ...card(result)]),
    foot: menu,
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

/** The words, who said them, how they are reported, and where. */
function card(result: QuoteResult): readonly Block[] {
  const { citation } = result;
  return [
    { kind: 'quotation', citation, highlight: null },
    {
      kind: 'text',
      text: join([md`— ${speakerLine(result)}`, ...how(result), small(sourceLine(citation.article))], '\n'),
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'In context', action: evidenceAction('quote', 'context', citation) },
        { label: 'Proof', action: evidenceAction('quote', 'proof', citation) },
      ],
    },
  ];
}

/** The rest of the sentence around the words, and a note when these are the article's own. */
function how({ quotation, citation, sentence }: QuoteResult): readonly Markdown[] {
  const { text } = citation.article;
  const around = `${text.slice(sentence.start, citation.start)}…${text.slice(citation.end, sentence.end)}`;
  const said = /\p{L}/u.test(around) && around.length <= SHORT ? oneLine(around) : '';
  if (quotation.kind === 'indirect')
    return [small(md`In the article’s words: ${said === '' ? 'reported speech' : said}`)];
  return said === '' ? [] : [small(md`${said}`)];
}

/** The speakers of these cards, to see more of one; there is nothing more when only the one who was asked for is left. */
function speakerMenu(found: readonly QuoteResult[], asked: string | undefined): readonly Block[] {
  const names = [...new Set(found.flatMap(({ speaker }) => speaker.name ?? []))].filter(({ length }) => length <= 100);
  if (names.length === 0 || (asked !== undefined && names.length === 1)) return [];
  const choices = names.slice(0, 25).map((name) => ({ name, value: name }));
  const action = { command: 'quote', verb: 'speaker', args: [] };
  return [{ kind: 'select', action, placeholder: 'More by a speaker', choices }];
}

/** Nothing fits: said plainly, with the speakers who come nearest. */
function nothing(library: Library, { speaker, about }: QuoteQuery): readonly Block[] {
  const speakers = nearestSpeakers(library, speaker, 5);
  const by = speaker === undefined ? '' : ` by “${speaker}”`;
  const on = about === undefined ? '' : ` about “${about}”`;
  const quoted = speakers.map(({ name, quotations }) => md`• ${oneLine(name)} (${quotations})`);
  const lines = [
    md`**I found no quotation${by}${on}.**`,
    ...(quoted.length > 0 ? [md`Among those who are quoted, with the number of quotations:`, ...quoted] : []),
  ];
  return [{ kind: 'text', text: join(lines, '\n') }];
}
