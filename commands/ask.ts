import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Answer, AskResult, Candidate, Filter, Library } from '../src/answer/types.ts';
import { join, md, small } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Block, Button, Command, MessageReply, Options, Request, Services } from '../src/discord/types.ts';
import { showPeriod } from './days.ts';
import { evidence, evidenceAction } from './evidence.ts';
import { followUp } from './followup.ts';
import { EVERYWHERE, filter, LONGEST, PERIOD, searchable } from './options.ts';
import { articleChoices, covered, sourceLine, titles } from './sources.ts';

/** How many further passages the button shows, how many nearest ones stand in for an answer, how many other sources. */
const MORE = 12;
const NEAREST = 3;
const OTHERS = 4;

const HOW_TO_ASK = 'Please ask a question in words, such as “Who arrived in Moscow on Monday?”.';

export const ask: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Ask the articles a question; the answer is a quotation with its source',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'Your question, in a sentence',
        required: true,
        min_length: 1,
        max_length: LONGEST,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'article',
        description: 'Ask this article only',
        autocomplete: true,
        max_length: 100,
      },
      ...PERIOD,
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Show the answer to you alone',
      },
    ],
  },

  run(request, services) {
    return answer(request, services, request.options);
  },

  verbs: {
    ...evidence,
    /** Other passages: the candidates that come after the one that was shown. */
    passages(request, services) {
      const { result } = find(request, services, request.options, MORE);
      const shown = result.answer?.citation;
      const rest = result.candidates.filter(({ citation }) => !same(citation, shown));
      if (rest.length === 0) throw new Refusal('There are no other passages about this.');
      return { kind: 'message', private: true, head: heading('Other passages'), items: listed(rest), foot: [] };
    },
    /** Opens the window for a follow-up, which shows the earlier question and keeps it as the topic. */
    topic(request) {
      return {
        kind: 'modal',
        title: 'Ask a follow-up',
        action: { command: 'ask', verb: 'follow', args: [] },
        fields: [
          {
            id: 'question',
            label: 'Your follow-up question',
            long: true,
            required: true,
            placeholder: 'And where did he go?',
            maxLength: LONGEST,
          },
          {
            id: 'earlier',
            label: 'About (the earlier question)',
            long: true,
            required: false,
            value: String(request.options['question'] ?? '').slice(0, LONGEST),
            maxLength: LONGEST,
          },
        ],
      };
    },
    /** What the window sends: the follow-up, asked so that it stands by itself. */
    follow(request, services) {
      const question = searchable(request.fields['question'] ?? '', HOW_TO_ASK);
      const earlier = request.fields['earlier']?.trim() ?? '';
      const options = { ...request.options, question: withTopic(question, earlier, request, services) };
      return { ...answer(request, services, options), asked: { command: 'ask', options } };
    },
    async helpful(request, services) {
      return await vote(request, services, true);
    },
    async unhelpful(request, services) {
      return await vote(request, services, false);
    },
  },

  complete(option, typed, request, services) {
    return option === 'article' ? articleChoices(services.library(request.guildId), typed) : [];
  },
};

function answer(request: Request, services: Services, options: Options): MessageReply {
  const { library, scope, result } = find(request, services, options, NEAREST + 1);
  const parts = result.answer === null ? silence(library, scope, result) : answered(result.answer, result.candidates);
  return { kind: 'message', private: options['private'] === true, ...parts };
}

type Parts = Pick<MessageReply, 'head' | 'items' | 'foot'>;

function find(request: Request, services: Services, options: Options, top: number) {
  const library = services.library(request.guildId);
  const question = searchable(String(options['question'] ?? ''), HOW_TO_ASK);
  const scope = filter({ ...request, options }, library);
  if (library.articles.length === 0) throw new Refusal('I have no articles to answer from yet.');
  if (covered(library, scope).length === 0) {
    throw new Refusal(`No article was published ${showPeriod(scope)}. /article lists what there is.`);
  }
  return { library, scope, result: library.ask(question, { ...scope, asked: request.today, top }) };
}

function answered(found: Answer, candidates: readonly Candidate[]): Parts {
  const { citation, highlight, antecedent, others } = found;
  const more = candidates.some((candidate) => !same(candidate.citation, citation));
  const before: readonly Block[] =
    antecedent === null
      ? []
      : [
          { kind: 'text', text: small('Said just before, of whom or what this is about:') },
          { kind: 'quotation', citation: antecedent, highlight: null },
        ];
  const also = others.slice(0, OTHERS).map((other, index) => md`[${index + 2}] ${sourceLine(other.article)}`);
  const unlisted = others.length - also.length;
  const sources = [
    md`[1] ${sourceLine(citation.article)}`,
    ...(also.length > 0 ? [md`Also said in:`, ...also] : []),
    ...(unlisted > 0 ? [md`and ${unlisted} more`] : []),
  ];
  return {
    head: [],
    items: [...before, { kind: 'quotation', citation, highlight }, { kind: 'text', text: small(join(sources, '\n')) }],
    foot: [{ kind: 'buttons', buttons: buttons(found, more) }, votes],
  };
}

function buttons({ citation }: Answer, more: boolean): readonly Button[] {
  const own = (label: string, verb: string): Button => ({ label, action: { command: 'ask', verb, args: [] } });
  return [
    { label: 'Context', action: evidenceAction('ask', 'context', citation) },
    ...(more ? [own('Other passages', 'passages')] : []),
    { ...own('Ask a follow-up', 'topic'), style: 'primary' },
    { label: 'Proof', action: evidenceAction('ask', 'proof', citation) },
  ];
}

const votes: Block = {
  kind: 'buttons',
  buttons: [
    { label: 'Helpful', action: { command: 'ask', verb: 'helpful', args: [] } },
    { label: 'Not helpful', action: { command: 'ask', verb: 'unhelpful', args: [] } },
  ],
};

/** The articles don't say: said plainly, with what is nearest and what the articles are about. */
function silence(library: Library, scope: Filter, result: AskResult): Parts {
  const nearest = result.candidates.slice(0, NEAREST);
  const articles = covered(library, scope);
  const closest: readonly Block[] =
    nearest.length === 0
      ? []
      : [{ kind: 'text', text: md`Closest passages, which may not answer:` }, ...listed(nearest)];
  const about = articles.length === 1 ? 'The article is about:' : 'What the articles are about:';
  return {
    head: [{ kind: 'text', text: md`**The articles don’t say.**` }],
    items: [
      ...closest,
      { kind: 'divider' },
      { kind: 'text', text: small(join([md`${about}`, titles(articles, 5)], '\n')) },
    ],
    foot: [votes],
  };
}

function listed(candidates: readonly Candidate[]): readonly Block[] {
  return candidates.flatMap(({ citation }, index): readonly Block[] => [
    ...(index > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'quotation', citation, highlight: null },
    { kind: 'text', text: small(sourceLine(citation.article)) },
  ]);
}

function withTopic(question: string, earlier: string, request: Request, services: Services): string {
  if (!/[\p{L}\p{N}]/u.test(earlier)) return question;
  const { library, result } = find(request, services, { ...request.options, question: earlier }, 1);
  // A role may be what fits ("China" in "China's ambassador"), so the name itself has to hold the words.
  const isQuoted = (name: string) =>
    library.quote({ speaker: name, top: 1 }).some(({ speaker }) => speaker.name?.includes(name) === true);
  return followUp(question, { earlier: result, isQuoted, limit: LONGEST });
}

async function vote(request: Request, services: Services, helpful: boolean): Promise<MessageReply> {
  const { messageId, guildId, userId } = request;
  if (messageId === null) throw new Refusal('Please vote with the buttons under an answer.');
  await services.store.addFeedback({ guildId, messageId, userId, helpful });
  const thanks = helpful ? md`Thank you. Noted as helpful.` : md`Thank you. Noted as not helpful.`;
  return { kind: 'message', private: true, head: [{ kind: 'text', text: thanks }], items: [], foot: [] };
}

function heading(title: string): readonly Block[] {
  return [{ kind: 'text', text: md`**${title}**` }];
}

function same(a: Candidate['citation'], b: Candidate['citation'] | undefined): boolean {
  return a.article.id === b?.article.id && a.start === b.start && a.end === b.end;
}
