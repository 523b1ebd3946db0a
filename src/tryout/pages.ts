import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { commandsFor, type Perform } from './act.ts';
import type { Example, FromPage, ToPage } from './protocol.ts';
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
    fields: z.array(z.object({ customId: z.string(), value: z.string() })),
  }),
  z.object({
    ...common,
    kind: z.literal('message'),
    channelId: z.string(),
    content: z.string(),
    replyTo: z.string().optional(),
  }),
]);

/** Null for what no page of ours would send. */
function parseAct(text: string): FromPage | null {
  try {
    return fromPage.parse(JSON.parse(text)) as FromPage;
  } catch {
    return null;
  }
}

/** Serves the page's WebSocket: every page that opens acts for the same person and sees what that person sees. */
export function createPages(
  world: World,
  person: Person,
  perform: Perform,
  examples: readonly Example[],
): WebSocketServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const userId = person.user.id;
  const mine = new Set(channelsOf(world, person).map(({ id }) => id));
  const visible = (channelId: string, audience: string | null) =>
    mine.has(channelId) && (audience === null || audience === userId);
  let connections = 0;

  function greet(send: (message: ToPage) => void): void {
    send({
      kind: 'hello',
      examples,
      user: person.user,
      bot: world.bot,
      guild: { id: world.guild.id, name: world.guild.name },
      channels: channelsOf(world, person),
      commands: commandsFor(world, userId),
      messages: [...world.messages.values()]
        .filter(({ message, audience }) => visible(message.channel_id, audience))
        .map(({ message }) => message),
    });
  }

  server.on('connection', (socket: WebSocket) => {
    connections += 1;
    const prefix = `page${connections}:`;
    const send = (message: ToPage) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    };

    const stopListening = world.listen((event) => {
      if (event.kind === 'commands') {
        send({ kind: 'commands', commands: commandsFor(world, userId) });
      } else if (visible(event.message.channel_id, event.audience)) {
        if (event.kind === 'deleted') send({ kind: 'delete', messageId: event.message.id });
        else send({ kind: 'message', message: event.message });
      }
    });
    socket.on('close', stopListening);
    socket.on('error', () => socket.terminate());
    socket.on('message', (bytes) => {
      const act = parseAct(String(bytes));
      if (!act) return;
      const { id } = act;
      // Numbers are each page's own: two pages may use the same.
      const own: FromPage =
        act.kind === 'modal' ? { ...act, id: prefix + id, modalId: prefix + act.modalId } : { ...act, id: prefix + id };
      perform(userId, own, (step) => {
        if (step.kind === 'acknowledged' || step.kind === 'said') send({ kind: 'done', id });
        else if (step.kind === 'choices') send({ kind: 'choices', id, choices: step.choices });
        else if (step.kind === 'modal') send({ kind: 'modal', id, modal: step.modal });
        else if (step.kind === 'failed') send({ kind: 'failed', id, reason: step.reason });
      });
    });
    greet(send);
  });

  return server;
}
