import { ApplicationCommandType } from 'discord.js';
import { join, md, small } from '../src/discord/markdown.ts';
import type { Command, Markdown, Request, Services } from '../src/discord/types.ts';
import { declaredAs } from '../src/languages/languages.ts';
import type { Language } from '../src/languages/types.ts';
import { EVERYWHERE } from './shared/options.ts';
import { inRow } from './shared/wording.ts';

/** How a command is typed; the articles are English, and so are the words to look for in them. */
interface Example {
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** An example of each slash command, by its name; one without is listed by its description alone. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  ask: { options: { question: 'Who met the foreign minister?' } },
  quote: { options: { about: 'sanctions' } },
  timeline: { options: { topic: 'summit', from: '2018' } },
  check: { options: { text: '“We will not yield,” the mayor said.' } },
  speaker: { options: { name: 'the mayor' } },
  privacy: { subcommand: 'show' },
  knowledge: { subcommand: 'add' },
};

/** Message commands have no description of their own on Discord. */
const MEANINGS: Readonly<Record<string, 'help.find' | 'help.check'>> = {
  'Find in articles': 'help.find',
  'Check this quote': 'help.check',
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
    const { say, speech } = services;
    const everyones = services.commands.filter((command) => command.for === undefined);
    const parts = [
      say('help.start'),
      join(
        everyones.map((command) => entry(command, services)),
        '\n',
      ),
      say('help.mention'),
      say('help.reading', { context: speech.text('evidence.context'), proof: speech.text('evidence.proof') }),
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
function managing({ member }: Request, services: Services): readonly Markdown[] {
  if (member === null) return [];
  const { commands, server, say } = services;
  const isManager = member.managesServer || server.settings.managers.some((role) => member.roles.includes(role));
  const own = commands.filter(
    (command) => (command.for === 'admins' && member.managesServer) || (command.for === 'managers' && isManager),
  );
  if (own.length === 0) return [];
  const heading = say(member.managesServer ? 'help.admins' : 'help.managers');
  const note = member.managesServer ? [say('help.direct')] : [];
  return [join([heading, ...own.map((command) => entry(command, services)), ...note], '\n')];
}

/** What is kept of questions and votes here. */
function keeping({ server, say, speech: { text } }: Services): Markdown {
  const { kept, words, days } = server.settings.questionLog;
  const isHere = server.id === null;
  const log = words ? (isHere ? 'help.keptHere' : 'help.kept') : isHere ? 'help.countedHere' : 'help.counted';
  const votes = say('help.votes', { helpful: text('ask.helpful'), unhelpful: text('ask.unhelpful') });
  return inRow(say, [votes, ...(kept ? [say(log, { n: days })] : []), say('help.privacy')], 'words.sentences');
}

function entry({ data }: Command, { say, speech: { language } }: Services): Markdown {
  const isMessage = data.type === ApplicationCommandType.Message;
  const name = nameOf(data.name, language);
  const meaning = MEANINGS[data.name];
  const description = meaning === undefined ? describe(data, language) : say(meaning);
  const line = say('help.entry', { name: isMessage ? name : `/${name}`, description });
  const example = isMessage ? say('help.menu', { name }) : typed(data.name, language);
  return md`• ${example === null ? line : say('help.example', { entry: line, example })}`;
}

function describe(data: Command['data'], language: Language): string {
  const declared = declaredAs(data.name, language);
  if (typeof declared === 'object') return declared[1];
  return 'description' in data ? (data.description ?? '') : '';
}

/** `/quote about: sanctions`, with the names that these have in the language; null without an example. */
function typed(command: string, language: Language): string | null {
  const example = EXAMPLES[command];
  if (example === undefined) return null;
  const { subcommand, options = {} } = example;
  const path = subcommand === undefined ? [command] : [command, `${command}.${subcommand}`];
  const given = Object.entries(options).map(([name, value]) => `${nameOf(`${command}.${name}`, language)}: ${value}`);
  return `/${[...path.map((part) => nameOf(part, language)), ...given].join(' ')}`;
}

/** What a command or a part of it, by its path, is called in the language: its last name. */
function nameOf(path: string, language: Language): string {
  const declared = declaredAs(path, language);
  if (declared === undefined) return path.slice(path.lastIndexOf('.') + 1);
  return typeof declared === 'string' ? declared : declared[0];
}
