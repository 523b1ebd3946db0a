import { ApplicationCommandType } from 'discord.js';
import { join, md, small } from '../src/discord/markdown.ts';
import type { Command, Markdown, Request, Services } from '../src/discord/types.ts';
import { days } from './settings/config-words.ts';
import { EVERYWHERE } from './shared/options.ts';

/** An example of each command, by its name; a command without one is listed by its description alone. */
const EXAMPLES: Readonly<Record<string, string>> = {
  ask: '/ask question: Who met the foreign minister?',
  quote: '/quote about: sanctions',
  timeline: '/timeline topic: summit from: 2018',
  check: '/check text: “We will not yield,” the mayor said.',
  speaker: '/speaker name: the mayor',
  article: '/article',
  privacy: '/privacy show',
  help: '/help',
  'Find in articles': 'hold or right-click a message › Apps › Find in articles',
  'Check this quote': 'hold or right-click a message › Apps › Check this quote',
  knowledge: '/knowledge add',
};
/** Message commands have no description of their own on Discord. */
const MEANINGS: Readonly<Record<string, string>> = {
  'Find in articles': 'Looks for what a message says in the articles',
  'Check this quote': 'Says whether a quotation in a message was really said',
};

export const help: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: 'What this bot does, and how to read its answers',
    ...EVERYWHERE,
  },
  isPrivate: true,

  run(request, services) {
    const everyones = services.commands.filter((command) => command.for === undefined);
    const parts = [
      md`**I answer from news articles, in their own words.** Every answer is a quotation that can be checked. When the articles don’t say, I say so.`,
      join(everyones.map(entry), '\n'),
      md`You can also mention me in a message with your question, or write to me directly.`,
      md`**How to read an answer.** The block quote is the article to the letter; the answering words are bold. The numbered line below names the article, its publisher and the day it was published. **Context** shows the sentences around it, **Proof** where the words stand and how to check them yourself.`,
      ...managing(request, services),
      small(keeping(services)),
    ];
    return {
      kind: 'message',
      private: true,
      head: [],
      items: parts.map((text) => ({ kind: 'text', text })),
      foot: [],
    };
  },
};

/** What those who manage the server, or its articles alone, can do beside; nothing for others. */
function managing({ member }: Request, { commands, server }: Services): readonly Markdown[] {
  if (member === null) return [];
  const isManager = member.managesServer || server.settings.managers.some((role) => member.roles.includes(role));
  const own = commands.filter(
    (command) => (command.for === 'admins' && member.managesServer) || (command.for === 'managers' && isManager),
  );
  if (own.length === 0) return [];
  const note = member.managesServer
    ? [
        md`Direct messages have no settings: there, I answer from the articles that came with me, with everything set as at the start.`,
      ]
    : [];
  const what = member.managesServer ? 'this server' : 'the articles of this server';
  return [join([md`**For you, who manage ${what}:**`, ...own.map(entry), ...note], '\n')];
}

/** What is kept of questions and votes here. */
function keeping({ server }: Services): string {
  const { kept, words, days: count } = server.settings.questionLog;
  const log = kept
    ? ` ${server.id === null ? 'Here' : 'On this server'}, questions are counted for ${days(count)}, ${words ? 'with' : 'without'} their words.`
    : '';
  return `Privacy: kept is how an answer was voted (Helpful, Not helpful), for half a year and under a code in place of your id.${log} Questions and answers are in Discord’s messages. /privacy shows, gives and deletes what is kept about you.`;
}

function entry({ data }: Command): Markdown {
  const example = EXAMPLES[data.name];
  const name = data.type === ApplicationCommandType.Message ? data.name : `/${data.name}`;
  const description = ('description' in data && data.description) || (MEANINGS[data.name] ?? '');
  const shown = example === undefined || example === name ? '' : `, for example: ${example}`;
  return md`• **${name}** ${description}${shown}`;
}
