import { ApplicationCommandType } from 'discord.js';
import { join, md, small } from '../src/discord/markdown.ts';
import type { Command, Markdown } from '../src/discord/types.ts';
import { EVERYWHERE } from './options.ts';

/** An example of each command, by its name; a command without one is listed by its description alone. */
const EXAMPLES: Readonly<Record<string, string>> = {
  ask: '/ask question: Who met the foreign minister?',
  quote: '/quote about: sanctions',
  timeline: '/timeline topic: summit from: 2018',
  check: '/check text: “We will not yield,” the mayor said.',
  speaker: '/speaker name: the mayor',
  article: '/article',
  help: '/help',
  'Find in articles': 'hold or right-click a message › Apps › Find in articles',
  'Check this quote': 'hold or right-click a message › Apps › Check this quote',
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

  run(_request, services) {
    const parts = [
      md`**I answer from news articles, in their own words.** Every answer is a quotation that can be checked. When the articles don’t say, I say so.`,
      join(services.commands.map(entry), '\n'),
      md`You can also mention me in a message with your question, or write to me directly.`,
      md`**How to read an answer.** The block quote is the article to the letter; the answering words are bold. The numbered line below names the article, its publisher and the day it was published. **Context** shows the sentences around it, **Proof** where the words stand and how to check them yourself.`,
      small(
        'Privacy: the only thing kept is how an answer was voted (Helpful, Not helpful), for half a year and under a code in place of your id. Questions and answers are in Discord’s messages alone.',
      ),
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

function entry({ data }: Command): Markdown {
  const example = EXAMPLES[data.name];
  const name = data.type === ApplicationCommandType.Message ? data.name : `/${data.name}`;
  const description = ('description' in data && data.description) || (MEANINGS[data.name] ?? '');
  const shown = example === undefined || example === name ? '' : `, for example: ${example}`;
  return md`• **${name}** ${description}${shown}`;
}
