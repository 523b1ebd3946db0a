import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Library, SpeakerProfile } from '../src/answer/types.ts';
import { bold, join, md, phrase, type Say, small } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Block, Command, Markdown, Services } from '../src/discord/types.ts';
import type { Speech } from '../src/languages/types.ts';
import { quoteCard } from './quote.ts';
import { evidence } from './shared/evidence.ts';
import { note } from './shared/noted.ts';
import { EVERYWHERE, written } from './shared/options.ts';
import { sourceLine } from './shared/sources.ts';
import { quotedInstead, speakerButtons, speakerChoices } from './shared/speakers.ts';
import { inRow, oneLine } from './shared/wording.ts';

/** A longer role is left to the quotations below, since nothing of an article is ever cut. */
const LONGEST_ROLE = 200;

export const speaker: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'speaker',
    description: 'Who somebody is, and what the articles quote of them',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'name',
        description: 'The speaker’s name, or part of it',
        required: true,
        autocomplete: true,
        max_length: 100,
      },
    ],
  },

  run(request, services) {
    const { library, say, speech } = services;
    const name = written(request, 'name');
    if (name === undefined) throw new Refusal(phrase('speaker.empty'));
    const found = library.speaker(name) ?? byPart(library, name);
    const reply = { kind: 'message', private: false } as const;
    if (found === null) {
      return { ...reply, head: nobody(services, name), items: [], foot: [], noted: note(name, { answered: false }) };
    }
    const citations = found.telling.map(({ citation }) => citation);
    return {
      ...reply,
      head: [{ kind: 'text', text: facts(found, say) }],
      items: [
        ...roles(found, services),
        ...found.telling.flatMap((result) => [{ kind: 'divider' } as const, ...quoteCard(result, 'speaker', services)]),
      ],
      foot: onward(found, speech),
      noted: note(name, { answered: true, citations, speakers: [found.name] }),
    };
  },

  verbs: { ...evidence },

  complete(_option, typed, _request, services) {
    return speakerChoices(services.library, typed);
  },
};

/** The one speaker whom part of a name fits; nobody when several are meant. */
function byPart(library: Library, typed: string): SpeakerProfile | null {
  const [only, ...more] = speakerChoices(library, typed);
  return only !== undefined && more.length === 0 ? library.speaker(only.value) : null;
}

function facts(profile: SpeakerProfile, say: Say): Markdown {
  const { name, quotations, kinds, articles, first, last, topics } = profile;
  const counts = [
    ...(kinds.direct > 0 ? [say('speaker.direct', { n: kinds.direct })] : []),
    ...(kinds.mixed > 0 ? [say('speaker.mixed', { n: kinds.mixed })] : []),
    ...(kinds.indirect > 0 ? [say('speaker.indirect', { n: kinds.indirect })] : []),
  ];
  const lines = [
    bold(oneLine(name)),
    say('speaker.summary', {
      quotations: say('speaker.quotations', { n: quotations }),
      articles: say('speaker.articles', { n: articles }),
      kinds: inRow(say, counts),
    }),
    ...(first === null || last === null ? [] : [days(first, last, say)]),
    ...(topics.length === 0 ? [] : [say('speaker.topics', { words: inRow(say, topics.map(oneLine)) })]),
  ];
  return join(lines, '\n');
}

function days(first: string, last: string, say: Say): Markdown {
  if (first === last) return say('speaker.day', { date: { date: first } });
  return say('speaker.days', { first: { date: first }, last: { date: last } });
}

/** How the articles call the speaker, to the letter, each with its source. */
function roles({ roles }: SpeakerProfile, { say, speech }: Services): readonly Block[] {
  const shown = roles.filter(({ text }) => text.length <= LONGEST_ROLE);
  if (shown.length === 0) return [];
  const lines = shown.map(({ text, article }) =>
    small(md`• ${say('speaker.role', { role: oneLine(text), source: sourceLine(article, speech) })}`),
  );
  return [{ kind: 'text', text: join([say('speaker.roles'), ...lines], '\n') }];
}

/** All quotations, and those on one of the topics. */
function onward({ name, topics }: SpeakerProfile, { text }: Speech): readonly Block[] {
  const buttons = speakerButtons(name, text('speaker.all'));
  if (buttons.length === 0) return [];
  const choices = topics.filter(({ length }) => length <= 100).map((topic) => ({ name: topic, value: topic }));
  const action = { command: 'quote', verb: 'on', args: [name] };
  return [
    ...(choices.length === 0 ? [] : [{ kind: 'select', action, placeholder: text('speaker.on'), choices } as const]),
    { kind: 'buttons', buttons },
  ];
}

function nobody({ library, say }: Services, name: string): readonly Block[] {
  const lines = [say('speaker.nobody', { name }), ...quotedInstead(library, name, say)];
  return [{ kind: 'text', text: join(lines, '\n') }];
}
