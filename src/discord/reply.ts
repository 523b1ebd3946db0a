import type { Speech } from '../languages/types.ts';
import { phrase } from './markdown.ts';
import { queryLine } from './query.ts';
import { Refusal } from './refusal.ts';
import { type Payload, renderMessage } from './render.ts';
import { isSlash, type Task } from './request.ts';
import type { MessageReply, Services } from './types.ts';

/** A longer query line would leave too little of the message for the answer. */
const longestQuery = 1_500;

/**
 * The page of a reply that was asked for, under its query line.
 * @throws Refusal when what was asked is too long to be repeated
 */
export const renderReply = (
  reply: MessageReply,
  task: Task,
  { commands }: Pick<Services, 'commands'>,
  speech: Speech,
): Payload => {
  const asked = reply.asked ?? task.asked;
  const command = commands.find(({ data }) => data.name === asked.command);
  const query = queryLine(asked, command !== undefined && isSlash(command));
  if (query.source.length > longestQuery) throw new Refusal(phrase('trouble.long'));
  const turn = reply.asked
    ? (page: number) => ({ command: asked.command, verb: 'page', args: [String(page)] })
    : task.turn;
  return renderMessage(reply, { query, page: task.request.page, turn, speech });
};
