import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Library } from '../../src/answer/types.ts';
import { join, md, small } from '../../src/discord/markdown.ts';
import type { Block, Command, Markdown, MessageReply, Request, Services } from '../../src/discord/types.ts';
import type { Theme } from '../../src/pictures/types.ts';
import { showDate } from '../shared/days.ts';
import { languageOf } from '../shared/language.ts';
import { FOR_ADMINS, serverOf } from '../shared/options.ts';
import { titleOf } from '../shared/sources.ts';
import { oneLine, shortTitle } from '../shared/wording.ts';
import { toCsv } from './csv.ts';
import { type Counted, type Figures, figuresOf } from './figures.ts';
import { drawFigures } from './picture.ts';

const USUAL_DAYS = 30;

/** How many articles, speakers and gaps are named; the table has all. */
const NAMED = 5;
const GAPS = 12;

/** `/insights`: what is asked on this server, and what the articles don't say. */
export const insights: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'insights',
    description: 'What was asked here, what was answered, and what the articles don’t say',
    ...FOR_ADMINS,
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'days',
        description: 'The last so many days; 30, if you leave it out',
        min_value: 1,
        max_value: 365,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'theme',
        description: 'How the picture looks; dark, if you leave it out',
        choices: [
          { name: 'dark', value: 'dark' },
          { name: 'light', value: 'light' },
        ],
      },
    ],
  },
  for: 'admins',
  isPrivate: true,

  async run(request, services) {
    const figures = await count(request, services);
    const language = languageOf(request, services);
    const theme: Theme = request.options['theme'] === 'light' ? 'light' : 'dark';
    // Only the first page shows the picture.
    const drawn = request.page === 0 && figures.questions > 0;
    return {
      kind: 'message',
      private: true,
      head: [{ kind: 'text', text: md`**${showDate(figures.from, language)} to ${showDate(figures.to, language)}**` }],
      items: told(figures, services),
      foot: figures.questions === 0 ? [] : [{ kind: 'buttons', buttons: [table] }],
      ...(drawn && { files: [await drawFigures(figures, theme)] }),
    };
  },

  verbs: {
    /** The figures as a file. */
    async table(request, services) {
      const figures = await count(request, services);
      const csv = toCsv(figures, (id) => titled(services.library, id));
      const reply: MessageReply = { kind: 'message', private: true, head: [], items: [], foot: [] };
      return {
        ...reply,
        head: [{ kind: 'text', text: md`**The figures as a table**, one a line. Nobody’s name or id is in it.` }],
        files: [{ name: 'insights.csv', bytes: Buffer.from(csv, 'utf8'), description: 'The figures as CSV' }],
      };
    },
  },
};

const table = { label: 'As a table (CSV)', action: { command: 'insights', verb: 'table', args: [] } };

async function count(request: Request, { store, server }: Services): Promise<Figures> {
  const guildId = serverOf(request);
  const given = request.options['days'];
  const days = typeof given === 'number' ? Math.min(365, Math.max(1, Math.floor(given))) : USUAL_DAYS;
  const [questions, votes] = await Promise.all([store.questions(guildId), store.feedback(guildId)]);
  const { timeZone, questionLog } = server.settings;
  return figuresOf(questions, votes, { days, today: request.today, timeZone }, questionLog.kept && questionLog.words);
}

function told(figures: Figures, { server, library }: Services): readonly Block[] {
  const { questions, articles, speakers } = figures;
  const { kept, days } = server.settings.questionLog;
  const log = kept
    ? md`-# Questions are kept for ${days} day${days === 1 ? '' : 's'}; /setup changes that.`
    : md`-# The question log is switched off; /setup switches it on.`;
  if (questions === 0) {
    return [{ kind: 'text', text: join([md`**No questions in the log.**`, ...feedback(figures), log], '\n') }];
  }
  return sections([
    join([...overview(figures), ...feedback(figures)], '\n'),
    ranking('Most quoted articles', articles, (id) => titled(library, id)),
    ranking('Most quoted speakers', speakers, (name) => oneLine(name)),
    ...gaps(figures),
    log,
  ]);
}

function overview({ questions, answered, commands }: Figures): readonly Markdown[] {
  const share = Math.round((100 * answered) / questions);
  const some = answered === 0 ? 'none' : `${answered.toLocaleString('en-GB')} (${share} %)`;
  const by = commands.map(({ name, count: times }) => `${name} ${times.toLocaleString('en-GB')}`).join(' · ');
  return [md`**Questions:** ${questions.toLocaleString('en-GB')}, answered: ${some}`, small(by)];
}

function feedback({ helpful, unhelpful }: Figures): readonly Markdown[] {
  if (helpful + unhelpful === 0) return [md`**Feedback:** none`];
  return [md`**Feedback:** ${helpful} helpful, ${unhelpful} not helpful`];
}

function ranking(heading: string, entries: readonly Counted[], show: (name: string) => string): Markdown {
  if (entries.length === 0) return md`**${heading}:** none`;
  const lines = entries
    .slice(0, NAMED)
    .map(({ name, count: times }) => md`• ${shortTitle(show(name), 110)} (${times})`);
  return join([md`**${heading}**`, ...lines], '\n');
}

/** What was not answered, by likeness, or how to have it kept. */
function gaps({ gaps: found, questions, answered }: Figures): readonly Markdown[] {
  if (questions === answered) return [];
  if (found === null || found.length === 0) {
    return [
      md`**What the articles don’t say:** the words of questions are not kept here. /setup › Privacy and log switches that on; from then on, what is not answered is grouped here.`,
    ];
  }
  const lines = found
    .slice(0, GAPS)
    .map(({ question, count: times }) => md`• “${oneLine(question)}”${times === 1 ? '' : ` and ${times - 1} like it`}`);
  const rest = found.length - lines.length;
  const more = rest > 0 ? [small(`and ${rest} more, which are in the table`)] : [];
  return [join([md`**What the articles don’t say**`, ...lines, ...more], '\n')];
}

function sections(texts: readonly Markdown[]): readonly Block[] {
  return texts.flatMap((text, index): readonly Block[] => [
    ...(index > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'text', text },
  ]);
}

function titled(library: Library, id: string): string {
  const article = library.article(id);
  return article === undefined ? 'an article that is gone' : titleOf(article);
}
