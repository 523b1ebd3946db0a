import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Library, SpeakerProfile } from '../src/answer/types.ts';
import { bold, join, md, small } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Block, Command, Markdown } from '../src/discord/types.ts';
import { quoteCard } from './quote.ts';
import { showDate } from './shared/days.ts';
import { evidence } from './shared/evidence.ts';
import { type Language, languageOf } from './shared/language.ts';
import { note } from './shared/noted.ts';
import { EVERYWHERE, written } from './shared/options.ts';
import { sourceLine } from './shared/sources.ts';
import { nearestSpeakers, speakerButtons, speakerChoices } from './shared/speakers.ts';
import { oneLine } from './shared/wording.ts';

/** A longer role is left to the quotations below, since nothing of an article is ever cut. */
const LONGEST_ROLE = 200;

/** How many speakers are named when there is none by the name that was asked for. */
const NEAREST = 5;

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
    const library = services.library;
    const name = written(request, 'name');
    if (name === undefined) throw new Refusal('Please give a name.');
    const language = languageOf(request, services);
    const found = library.speaker(name) ?? byPart(library, name);
    const reply = { kind: 'message', private: false } as const;
    if (found === null) {
      return { ...reply, head: nobody(library, name), items: [], foot: [], noted: note(name, { answered: false }) };
    }
    const citations = found.telling.map(({ citation }) => citation);
    return {
      ...reply,
      head: [{ kind: 'text', text: facts(found, language) }],
      items: [
        ...roles(found, language),
        ...found.telling.flatMap((result) => [{ kind: 'divider' } as const, ...quoteCard(result, 'speaker', language)]),
      ],
      foot: onward(found),
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

function facts(profile: SpeakerProfile, language: Language): Markdown {
  const { name, quotations, kinds, articles, first, last, topics } = profile;
  const counts = [
    ...(kinds.direct > 0 ? [`${kinds.direct} direct`] : []),
    ...(kinds.mixed > 0 ? [`${kinds.mixed} partly in quotation marks`] : []),
    ...(kinds.indirect > 0 ? [`${kinds.indirect} reported in the article’s words`] : []),
  ];
  const lines = [
    bold(oneLine(name)),
    md`${count(quotations, 'quotation')} in ${count(articles, 'article')}: ${counts.join(', ')}.`,
    ...(first === null || last === null ? [] : [md`${period(first, last, language)}`]),
    ...(topics.length === 0
      ? []
      : [md`Words that mark what was said: ${topics.map((topic) => oneLine(topic)).join(', ')}`]),
  ];
  return join(lines, '\n');
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`;
}

function period(first: string, last: string, language: Language): string {
  return first === last
    ? `Published ${showDate(first, language)}.`
    : `First published ${showDate(first, language)}, last ${showDate(last, language)}.`;
}

/** How the articles call the speaker, to the letter, each with its source. */
function roles({ roles }: SpeakerProfile, language: Language): readonly Block[] {
  const shown = roles.filter(({ text }) => text.length <= LONGEST_ROLE);
  if (shown.length === 0) return [];
  const lines = shown.map(({ text, article }) => small(md`• “${oneLine(text)}” in ${sourceLine(article, language)}`));
  return [{ kind: 'text', text: join([md`In the articles’ words:`, ...lines], '\n') }];
}

/** All quotations, and those on one of the topics. */
function onward({ name, topics }: SpeakerProfile): readonly Block[] {
  const buttons = speakerButtons(name, 'All quotations');
  if (buttons.length === 0) return [];
  const choices = topics.filter(({ length }) => length <= 100).map((topic) => ({ name: topic, value: topic }));
  const action = { command: 'quote', verb: 'on', args: [name] };
  return [
    ...(choices.length === 0 ? [] : [{ kind: 'select', action, placeholder: 'Quotations on …', choices } as const]),
    { kind: 'buttons', buttons },
  ];
}

function nobody(library: Library, name: string): readonly Block[] {
  const near = nearestSpeakers(library, name, NEAREST);
  const quoted = near.map((entry) => md`• ${oneLine(entry.name)} (${entry.quotations})`);
  const lines = [
    md`**The articles quote nobody called “${name}”.**`,
    ...(quoted.length > 0 ? [md`Among those who are quoted, with the number of quotations:`, ...quoted] : []),
  ];
  return [{ kind: 'text', text: join(lines, '\n') }];
}
