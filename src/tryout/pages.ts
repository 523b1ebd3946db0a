import type { IncomingMessage } from 'node:http';
import type { APIMessage } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Perform } from './act.ts';
import type { Example, FromPage, PayloadQuery, ToPage } from './protocol.ts';
import { surroundingsOf } from './surroundings.ts';
import { channelsOf, type Person, type World } from './world.ts';

const common = { id: z.string() };
const commandAct = {
  ...common,
  channelId: z.string(),
  commandId: z.string(),
  options: z.array(
    z.object({
      name: z.string(),
      type: z.number(),
      value: z.union([z.string(), z.number(), z.boolean()]),
      focused: z.boolean().optional(),
    }),
  ),
  targetMessageId: z.string().optional(),
};
const fromPage = z.discriminatedUnion('kind', [
  z.object({ ...commandAct, kind: z.literal('command') }),
  z.object({ ...commandAct, kind: z.literal('autocomplete') }),
  z.object({
    ...common,
    kind: z.literal('component'),
    messageId: z.string(),
    customId: z.string(),
    componentType: z.number(),
    values: z.array(z.string()).optional(),
  }),
  z.object({
    ...common,
    kind: z.literal('modal'),
    modalId: z.string(),
    fields: z.array(
      z.object({
        customId: z.string(),
        value: z.union([z.string(), z.boolean(), z.null()]).optional(),
        values: z.array(z.string()).optional(),
      }),
    ),
  }),
  z.object({
    ...common,
    kind: z.literal('message'),
    channelId: z.string(),
    content: z.string(),
    replyTo: z.string().optional(),
    files: z.array(z.string()).max(10).optional(),
  }),
  z.object({ ...common, kind: z.literal('payload'), messageId: z.string() }),
]);

/** Null for what no page of ours would send. */
function parseAct(text: string): FromPage | PayloadQuery | null {
  try {
    return fromPage.parse(JSON.parse(text)) as FromPage | PayloadQuery;
  } catch {
    return null;
  }
}

/** Serves the page's WebSocket: each page acts for the person whose id or name it gives, else the first one. */
export function createPages(world: World, perform: Perform, examples: () => readonly Example[]): WebSocketServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  let connections = 0;

  function personAt(url: string | undefined): Person {
    const asked = new URLSearchParams(url?.split('?')[1]).get('user');
    return world.people.find(({ user }) => user.id === asked || user.global_name === asked) ?? world.people[0]!;
  }

  function sees(person: Person, { channel_id }: APIMessage, audience: string | null): boolean {
    const mine = audience === null || audience === person.user.id;
    return mine && channelsOf(world, person).some(({ id }) => id === channel_id);
  }

  function greet(person: Person, send: (message: ToPage) => void): void {
    send({
      kind: 'hello',
      examples: examples(),
      user: person.user,
      bot: world.bot,
      people: world.people.map(({ user, locale }) => ({ ...user, locale })),
      messages: [...world.messages.values()]
        .filter(({ message, audience }) => sees(person, message, audience))
        .map(({ message }) => message),
      ...surroundingsOf(world, person),
    });
  }

  function payloadOf(person: Person, { id, messageId }: PayloadQuery): ToPage {
    const stored = world.messages.get(messageId);
    const shown = stored && sees(person, stored.message, stored.audience);
    return { kind: 'payload', id, sent: shown ? (world.sent.get(messageId) ?? []) : [] };
  }

  server.on('connection', (socket: WebSocket, { url }: IncomingMessage) => {
    connections += 1;
    const prefix = `page${connections}:`;
    const person = personAt(url);
    const send = (message: ToPage) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    };

    const stopListening = world.listen((event) => {
      if (!('message' in event)) send({ kind: 'surroundings', ...surroundingsOf(world, person) });
      else if (sees(person, event.message, event.audience)) {
        if (event.kind === 'deleted') send({ kind: 'delete', messageId: event.message.id });
        else send({ kind: 'message', message: event.message });
      }
    });
    socket.on('close', stopListening);
    socket.on('error', () => socket.terminate());
    socket.on('message', (bytes) => {
      const act = parseAct(String(bytes));
      if (!act) return;
      if (act.kind === 'payload') {
        send(payloadOf(person, act));
        return;
      }
      const { id } = act;
      // Numbers are each page's own: two pages may use the same.
      const own: FromPage =
        act.kind === 'modal' ? { ...act, id: prefix + id, modalId: prefix + act.modalId } : { ...act, id: prefix + id };
      perform(person.user.id, own, (step) => {
        if (step.kind === 'acknowledged' || step.kind === 'said') send({ kind: 'done', id });
        else if (step.kind === 'choices') send({ kind: 'choices', id, choices: step.choices });
        else if (step.kind === 'modal') send({ kind: 'modal', id, modal: step.modal });
        else if (step.kind === 'failed') send({ kind: 'failed', id, reason: step.reason });
      });
    });
    greet(person, send);
  });

  return server;
}
