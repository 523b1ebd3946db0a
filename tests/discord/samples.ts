import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { md } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block, Command, MessageReply, Request } from '../../src/discord/types.ts';

const { Boolean: Flag, String: Text } = ApplicationCommandOptionType;

export const message = (items: readonly Block[], more: Partial<MessageReply> = {}): MessageReply => ({
  kind: 'message',
  private: false,
  head: [],
  items,
  foot: [],
  ...more,
});

export const text = (content: string): Block => ({ kind: 'text', text: md`${content}` });

const filler = 'word '.repeat(300);

const wordsOf = (request: Request): string => JSON.stringify({ ...request.options, today: request.today });

/** Says what it was asked, over two pages; its buttons repeat it, open a form, or fail. */
export const ask: Command = {
  data: {
    name: 'ask',
    description: 'Ask something',
    options: [
      { name: 'question', description: 'What', type: Text, required: true },
      { name: 'private', description: 'Only for me', type: Flag },
      { name: 'about', description: 'Which', type: Text, autocomplete: true },
    ],
  },
  run: (request) =>
    message(
      [text(`First: ${wordsOf(request)}`), text(filler), { kind: 'divider' }, text(`Second: ${filler}${filler}`)],
      {
        private: request.options['private'] === true,
        foot: [
          {
            kind: 'buttons',
            buttons: ['again', 'replace', 'follow', 'crash', 'slow'].map((verb) => ({
              label: verb,
              action: { command: 'ask', verb, args: ['x/1'] },
            })),
          },
          {
            kind: 'select',
            action: { command: 'ask', verb: 'pick', args: [] },
            placeholder: 'choose',
            choices: [{ name: 'One', value: '1', description: 'the first' }],
          },
        ],
      },
    ),
  verbs: {
    again: (request, _services, args) => message([text(`Again ${args[0]}: ${wordsOf(request)}`)], { private: true }),
    replace: (request) => message([text(`Instead: ${wordsOf(request)}`)], { update: true }),
    pick: (request) => message([text(`Picked ${request.fields['value']}: ${wordsOf(request)}`)]),
    crash: () => {
      throw new TypeError('broken inside');
    },
    slow: async () => {
      await sleep(300);
      return message([text('At last')], { private: true });
    },
    follow: () => ({
      kind: 'modal',
      title: 'Go on',
      action: { command: 'ask', verb: 'followed', args: [] },
      fields: [{ id: 'next', label: 'Next question', long: false, required: true, maxLength: 300 }],
    }),
    followed: (request) =>
      message([text(`Then: ${request.fields['next']}`)], {
        asked: { command: 'ask', options: { question: request.fields['next'] ?? '' } },
      }),
  },
  complete: (option, typed) => [{ name: `${option} ${typed}`, value: typed }],
};

const command = (name: string, run: Command['run']): Command => ({
  data: {
    name,
    description: `The command ${name}`,
    options: [{ name: 'private', description: 'Only for me', type: Flag }],
  },
  run,
});

/** Answers after 400 ms, which the tests count as late. */
export const slow = command('slow', async (request) => {
  await sleep(400);
  if (request.options['private'] === false) return message([text('Psst')], { private: true });
  return message([text('Here it is')]);
});

const refuse = command('refuse', () => {
  throw new Refusal('The question is empty. Please write *one*.');
});

const lateRefusal = command('late', async () => {
  await sleep(300);
  throw new Refusal('Too late to ask.');
});

const crash = command('crash', () => {
  throw new TypeError('secret detail');
});

const find: Command = {
  data: { name: 'Find it', type: ApplicationCommandType.Message },
  run: (request) =>
    message([text(`Found: ${request.target}`)], {
      asked: { command: 'ask', options: { question: request.target ?? '' } },
    }),
};

export const samples = [ask, slow, refuse, lateRefusal, crash, find];
