import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { bold, phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Command, MessageReply, Options, Request, Services } from '../../src/discord/types.ts';
import { tellPeriod } from '../shared/days.ts';
import { evidence } from '../shared/evidence.ts';
import { EVERYWHERE, filter, LONGEST, PERIOD, searchable } from '../shared/options.ts';
import { articleChoices, inScope } from '../shared/sources.ts';
import { answered, listed, same, silence } from './answers.ts';
import { followUp } from './followup.ts';

/** How many further passages the button shows, and how many candidates a first answer looks at. */
const MORE = 12;
const FIRST = 4;

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
      if (rest.length === 0) throw new Refusal(phrase('ask.noPassages'));
      return {
        kind: 'message',
        private: true,
        head: [{ kind: 'text', text: bold(services.say('ask.passages')) }],
        items: listed(rest, services.speech),
        foot: [],
      };
    },
    /** Opens the window for a follow-up, which shows the earlier question and keeps it as the topic. */
    topic(request, { speech: { text } }) {
      return {
        kind: 'modal',
        title: text('ask.followUp'),
        action: { command: 'ask', verb: 'follow', args: [] },
        fields: [
          {
            id: 'question',
            label: text('ask.followUpQuestion'),
            long: true,
            required: true,
            placeholder: text('ask.followUpExample'),
            maxLength: LONGEST,
          },
          {
            id: 'earlier',
            label: text('ask.earlier'),
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
      const question = searchable(request.fields['question'] ?? '', phrase('ask.empty'));
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

  complete(option, typed, _request, { library, speech }) {
    return option === 'article' ? articleChoices(library, typed, speech) : [];
  },
};

function answer(request: Request, services: Services, options: Options): MessageReply {
  const { scope, result } = find(request, services, options, FIRST);
  const parts = result.answer === null ? silence(services, scope, result) : answered(services, result.answer, result);
  return { kind: 'message', private: options['private'] === true, ...parts };
}

function find(request: Request, services: Services, options: Options, top: number) {
  const library = services.library;
  const question = searchable(String(options['question'] ?? ''), phrase('ask.empty'));
  const scope = filter({ ...request, options }, library);
  if (library.articles.length === 0) throw new Refusal(phrase('ask.noArticles'));
  const period = tellPeriod(scope);
  if (period !== null && !library.articles.some(inScope(scope))) {
    throw new Refusal(phrase(scope.article === undefined ? 'ask.noneThen' : 'ask.notThen', { period }));
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
  if (messageId === null) throw new Refusal(phrase('ask.vote'));
  await services.store.addFeedback({ guildId, messageId, userId, helpful });
  const thanks = services.say(helpful ? 'ask.thanks' : 'ask.thanksAnyway');
  return { kind: 'message', private: true, head: [{ kind: 'text', text: thanks }], items: [], foot: [] };
}
