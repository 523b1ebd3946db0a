import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { md } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Command, MessageReply, Options, Request, Services } from '../../src/discord/types.ts';
import { showPeriod } from '../shared/days.ts';
import { evidence } from '../shared/evidence.ts';
import { languageOf } from '../shared/language.ts';
import { EVERYWHERE, filter, LONGEST, PERIOD, searchable } from '../shared/options.ts';
import { articleChoices, inScope } from '../shared/sources.ts';
import { answered, listed, same, silence } from './answers.ts';
import { followUp } from './followup.ts';

/** How many further passages the button shows, and how many candidates a first answer looks at. */
const MORE = 12;
const FIRST = 4;

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
      return {
        kind: 'message',
        private: true,
        head: [{ kind: 'text', text: md`**Other passages**` }],
        items: listed(rest, languageOf(request, services)),
        foot: [],
      };
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
    return option === 'article' ? articleChoices(services.library, typed, languageOf(request, services)) : [];
  },
};

function answer(request: Request, services: Services, options: Options): MessageReply {
  const { library, scope, result } = find(request, services, options, FIRST);
  const language = languageOf(request, services);
  const parts =
    result.answer === null
      ? silence(library, scope, result, language)
      : answered(services, result.answer, result, language);
  return { kind: 'message', private: options['private'] === true, ...parts };
}

function find(request: Request, services: Services, options: Options, top: number) {
  const library = services.library;
  const question = searchable(String(options['question'] ?? ''), HOW_TO_ASK);
  const scope = filter({ ...request, options }, library);
  if (library.articles.length === 0) throw new Refusal('I have no articles to answer from yet.');
  if (!library.articles.some(inScope(scope))) {
    const which = scope.article === undefined ? 'No article' : 'The article that you chose';
    const was = scope.article === undefined ? 'was' : 'was not';
    throw new Refusal(
      `${which} ${was} published ${showPeriod(scope, languageOf(request, services))}. /article lists what there is.`,
    );
  }
  return {
    library,
    scope,
    result: library.ask(question, { ...scope, asked: request.today, top, caution: services.server.settings.caution }),
  };
}

function withTopic(question: string, earlier: string, request: Request, services: Services): string {
  if (!/[\p{L}\p{N}]/u.test(earlier)) return question;
  const { library, result } = find(request, services, { ...request.options, question: earlier }, 1);
  const speakerCalled = (words: string) => library.quote({ speaker: words, top: 1 })[0]?.speaker.name ?? undefined;
  return followUp(question, { earlier: result, speakerCalled, limit: LONGEST });
}

async function vote(request: Request, services: Services, helpful: boolean): Promise<MessageReply> {
  const { messageId, guildId, userId } = request;
  if (messageId === null) throw new Refusal('Please vote with the buttons under an answer.');
  await services.store.addFeedback({ guildId, messageId, userId, helpful });
  const thanks = helpful ? md`Thank you. Noted as helpful.` : md`Thank you. Noted as not helpful.`;
  return { kind: 'message', private: true, head: [{ kind: 'text', text: thanks }], items: [], foot: [] };
}
