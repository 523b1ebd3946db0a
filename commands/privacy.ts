import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { join, md } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Action, Command, Markdown, MessageReply, Request, Services } from '../src/discord/types.ts';
import { days } from './settings/config-words.ts';
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
        throw new Refusal('Please choose one of: show, give, forget.');
    }
  },

  verbs: {
    async forget(request, services) {
      const count = await services.store.forgetUser(request.userId);
      const text = md`**Deleted:** ${amount(count, 'entry', 'entries')}. Nothing about you is left. What you ask from now on is kept as before.`;
      return { ...plain([text]), update: true };
    },
    keep() {
      return { ...plain([md`**Nothing was deleted.**`]), update: true };
    },
  },
};

async function show(request: Request, services: Services): Promise<MessageReply> {
  const { votes, questions } = await services.store.exportUser(request.userId);
  const worded = questions.filter(({ text }) => text !== null).length;
  const servers = new Set(questions.map(({ guildId }) => guildId)).size;
  const counts = [
    md`**Kept about you**`,
    md`• ${amount(votes.length, 'vote')} on answers (Helpful, Not helpful), each for half a year`,
    md`• ${amount(questions.length, 'question')} in the question logs of ${amount(servers, 'place')}, of which ${worded === 0 ? 'none' : worded} with ${worded === 1 ? 'its' : 'their'} words`,
  ];
  return plain([
    join(counts, '\n'),
    ...here(services),
    md`**How you are written there:** not by name and not by your id, but by a code that is made from your id with a secret key (HMAC-SHA-256). It tells your entries from those of others, so that they can be found for you, and without the key nobody can tell from it who you are.`,
    md`**What administrators see:** how many questions were asked, how many were answered, which articles and speakers were quoted, and, only where a server has switched that on, the words of questions that were not answered. Never who asked. Answers themselves are in Discord’s messages alone.`,
    md`/privacy give sends you everything as a file, /privacy forget deletes it.`,
  ]);
}

/** What this very place keeps, and for how long. */
function here({ server }: Services): readonly Markdown[] {
  const where = server.id === null ? 'Here' : 'On this server';
  const { kept, words, days: count } = server.settings.questionLog;
  if (!kept) return [md`**${where}:** no questions are kept.`];
  const what = words ? 'with its words' : 'without its words';
  return [
    md`**${where}:** a question is kept for ${days(count)}, ${what}: the command, the day and time, whether it was answered, and which articles and speakers were quoted.`,
  ];
}

async function give(request: Request, { store }: Services): Promise<MessageReply> {
  const kept = await store.exportUser(request.userId);
  const text =
    kept.votes.length + kept.questions.length === 0
      ? md`**Nothing is kept about you.** The file says the same.`
      : md`**Everything that is kept about you.** “voter” and “asker” are the code that stands for you.`;
  const bytes = Buffer.from(`${JSON.stringify(kept, null, 2)}\n`, 'utf8');
  return { ...plain([text]), files: [{ name: 'about-you.json', bytes, description: 'What is kept about you' }] };
}

async function confirm(request: Request, { store }: Services): Promise<MessageReply> {
  const { votes, questions } = await store.exportUser(request.userId);
  if (votes.length + questions.length === 0) return plain([md`**Nothing is kept about you.**`]);
  const text = md`**Delete ${amount(votes.length, 'vote')} and ${amount(questions.length, 'question')}?** That cannot be undone.`;
  const buttons = [
    { label: 'Delete all of it', style: 'primary' as const, action: action('forget') },
    { label: 'Keep it', action: action('keep') },
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

const amount = (count: number, one: string, several = `${one}s`): string =>
  count === 1 ? `one ${one}` : `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${several}`;
