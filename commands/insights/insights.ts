import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { join, md, type Say, small } from '../../src/discord/markdown.ts';
import type { Block, Command, Markdown, MessageReply, Request, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { Theme } from '../../src/pictures/types.ts';
import { FOR_ADMINS, serverOf, THEME } from '../shared/options.ts';
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
      THEME,
    ],
  },
  for: 'admins',
  isPrivate: true,

  async run(request, services) {
    const figures = await count(request, services);
    const { from, to } = figures;
    const { say, speech } = services;
    const theme: Theme = request.options['theme'] === 'light' ? 'light' : 'dark';
    // Only the first page shows the picture.
    const drawn = request.page === 0 && figures.questions > 0;
    return {
      kind: 'message',
      private: true,
      head: [{ kind: 'text', text: say('insights.period', { from: { date: from }, to: { date: to } }) }],
      items: told(figures, services),
      foot: figures.questions === 0 ? [] : [{ kind: 'buttons', buttons: [table(speech)] }],
      ...(drawn && { files: [await drawFigures(figures, theme, speech)] }),
    };
  },

  verbs: {
    /** The figures as a file. */
    async table(request, services) {
      const figures = await count(request, services);
      const { say, speech } = services;
      const csv = toCsv(figures, (id) => titled(services, id));
      const reply: MessageReply = { kind: 'message', private: true, head: [], items: [], foot: [] };
      return {
        ...reply,
        head: [{ kind: 'text', text: say('insights.tabled') }],
        files: [{ name: 'insights.csv', bytes: Buffer.from(csv, 'utf8'), description: speech.text('insights.file') }],
      };
    },
  },
};

const table = ({ text }: Speech) => ({
  label: text('insights.table'),
  action: { command: 'insights', verb: 'table', args: [] },
});

async function count(request: Request, { store, server }: Services): Promise<Figures> {
  const guildId = serverOf(request);
  const given = request.options['days'];
  const days = typeof given === 'number' ? Math.min(365, Math.max(1, Math.floor(given))) : USUAL_DAYS;
  const [questions, votes] = await Promise.all([store.questions(guildId), store.feedback(guildId)]);
  const { timeZone, questionLog } = server.settings;
  return figuresOf(questions, votes, { days, today: request.today, timeZone }, questionLog.kept && questionLog.words);
}

function told(figures: Figures, services: Services): readonly Block[] {
  const { questions, articles, speakers } = figures;
  const { server, say } = services;
  const { kept, days } = server.settings.questionLog;
  const log = small(kept ? say('insights.kept', { n: days }) : say('insights.off'));
  if (questions === 0) {
    return [{ kind: 'text', text: join([say('insights.empty'), feedback(figures, say), log], '\n') }];
  }
  return sections([
    join([...overview(figures, services), feedback(figures, say)], '\n'),
    articles.length === 0
      ? say('insights.noArticles')
      : ranking(say('insights.articles'), articles, (id) => titled(services, id), say),
    speakers.length === 0
      ? say('insights.noSpeakers')
      : ranking(say('insights.speakers'), speakers, (name) => oneLine(name), say),
    ...gaps(figures, say),
    log,
  ]);
}

function overview({ questions, answered, commands }: Figures, { say, speech }: Services): readonly Markdown[] {
  const share = Math.round((100 * answered) / questions);
  const by = commands.map(({ name, count: times }) => md`${name} ${speech.number(times)}`);
  return [
    answered === 0
      ? say('insights.unanswered', { questions })
      : say('insights.answered', { questions, answered, share }),
    small(join(by, md` · `)),
  ];
}

function feedback({ helpful, unhelpful }: Figures, say: Say): Markdown {
  if (helpful + unhelpful === 0) return say('insights.noFeedback');
  return say('insights.feedback', { helpful, unhelpful });
}

function ranking(heading: Markdown, entries: readonly Counted[], show: (name: string) => string, say: Say): Markdown {
  const lines = entries
    .slice(0, NAMED)
    .map(({ name, count: times }) => say('insights.ranked', { name: shortTitle(show(name), 110), count: times }));
  return join([heading, ...lines.map((line) => md`• ${line}`)], '\n');
}

/** What was not answered, by likeness, or how to have it kept. */
function gaps({ gaps: found, questions, answered }: Figures, say: Say): readonly Markdown[] {
  if (questions === answered) return [];
  if (found === null || found.length === 0) return [say('insights.noGaps')];
  const lines = found.slice(0, GAPS).map(({ question, count: times }) => {
    const words = { question: oneLine(question) };
    return times === 1 ? say('insights.gap', words) : say('insights.gapLike', { ...words, n: times - 1 });
  });
  const rest = found.length - lines.length;
  const more = rest > 0 ? [small(say('insights.more', { n: rest }))] : [];
  return [join([say('insights.gaps'), ...lines.map((line) => md`• ${line}`), ...more], '\n')];
}

function sections(texts: readonly Markdown[]): readonly Block[] {
  return texts.flatMap((text, index): readonly Block[] => [
    ...(index > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'text', text },
  ]);
}

function titled({ library, speech }: Services, id: string): string {
  const article = library.article(id);
  return article === undefined ? speech.text('insights.gone') : titleOf(article);
}
