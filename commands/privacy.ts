import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { join, md, type Phrase, phrase } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Action, Command, Markdown, MessageReply, Request, Services } from '../src/discord/types.ts';
import { EVERYWHERE } from './shared/options.ts';

/** `/privacy`: what is kept about the person who asks, to see, to have and to delete. */
export const privacy: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'privacy',
    description: 'What is kept about you: see it, get it, have it deleted',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'show',
        description: 'What is kept about you, where and for how long',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'give',
        description: 'Everything that is kept about you, as a file',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'forget',
        description: 'Delete everything that is kept about you; asks first',
      },
    ],
  },
  isPrivate: true,

  run(request, services) {
    switch (request.path[0]) {
      case 'show':
        return show(request, services);
      case 'give':
        return give(request, services);
      case 'forget':
        return confirm(request, services);
      default:
        throw new Refusal(phrase('privacy.choose'));
    }
  },

  verbs: {
    async forget(request, services) {
      const count = await services.store.forgetUser(request.userId);
      const { say } = services;
      const text = count === 0 ? say('privacy.deletedNothing') : say('privacy.deleted', { n: count });
      return { ...plain([text]), update: true };
    },
    keep(_request, { say }) {
      return { ...plain([say('privacy.kept')]), update: true };
    },
  },
};

async function show(request: Request, services: Services): Promise<MessageReply> {
  const { votes, questions } = await services.store.exportUser(request.userId);
  const worded = questions.filter(({ text }) => text !== null).length;
  const servers = new Set(questions.map(({ guildId }) => guildId)).size;
  const { say } = services;
  const counts = [
    votes.length === 0 ? say('privacy.noVotes') : say('privacy.votes', { n: votes.length }),
    say('privacy.questions', {
      questions: amountOfQuestions(questions.length),
      places: servers === 0 ? phrase('privacy.count.noPlaces') : phrase('privacy.count.places', { n: servers }),
      worded: worded === 0 ? phrase('privacy.unworded') : phrase('privacy.worded', { n: worded }),
    }),
  ];
  return plain([
    join([say('privacy.heading'), ...counts.map((count) => md`• ${count}`)], '\n'),
    here(services),
    say('privacy.code'),
    say('privacy.admins'),
    say('privacy.how'),
  ]);
}

/** What this very place keeps, and for how long. */
function here({ server, say }: Services): Markdown {
  const { kept, words, days } = server.settings.questionLog;
  const how = words ? 'privacy.kept.words' : 'privacy.kept.counted';
  return say(server.id === null ? 'privacy.here' : 'privacy.server', {
    kept: kept ? phrase(how, { n: days }) : phrase('privacy.off'),
  });
}

async function give(request: Request, { store, say, speech }: Services): Promise<MessageReply> {
  const kept = await store.exportUser(request.userId);
  const text = kept.votes.length + kept.questions.length === 0 ? say('privacy.givenNothing') : say('privacy.given');
  const bytes = Buffer.from(`${JSON.stringify(kept, null, 2)}\n`, 'utf8');
  return { ...plain([text]), files: [{ name: 'about-you.json', bytes, description: speech.text('privacy.file') }] };
}

async function confirm(request: Request, { store, say, speech }: Services): Promise<MessageReply> {
  const { votes, questions } = await store.exportUser(request.userId);
  if (votes.length + questions.length === 0) return plain([say('privacy.nothing')]);
  const text = say('privacy.sure', {
    votes: votes.length === 0 ? phrase('privacy.count.noVotes') : phrase('privacy.count.votes', { n: votes.length }),
    questions: amountOfQuestions(questions.length),
  });
  const buttons = [
    { label: speech.text('privacy.yes'), style: 'primary' as const, action: action('forget') },
    { label: speech.text('privacy.no'), action: action('keep') },
  ];
  return { ...plain([text]), foot: [{ kind: 'buttons', buttons }] };
}

function plain(texts: readonly Markdown[]): MessageReply {
  return {
    kind: 'message',
    private: true,
    head: [],
    items: texts.map((text) => ({ kind: 'text', text })),
    foot: [],
  };
}

const action = (verb: string): Action => ({ command: 'privacy', verb, args: [] });

const amountOfQuestions = (count: number): Phrase =>
  count === 0 ? phrase('privacy.count.noQuestions') : phrase('privacy.count.questions', { n: count });
