import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { APIApplicationCommand, APIMessage, APIUser } from 'discord.js';
import type { WebSocketServer } from 'ws';
import { createPerform } from './act.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import type { Desk } from './drafts.ts';
import { createFaultPlan, type Faults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { comesFromHere, reply } from './http.ts';
import { createLedger } from './interactions.ts';
import { createPages } from './pages.ts';
import type { Example, LocalChannel } from './protocol.ts';
import { registrationRoutes } from './registrations.ts';
import { createRest, type RequestRecord } from './rest.ts';
import { servePage, serveUpload } from './static.ts';
import { createUser, type LocalUser } from './user.ts';
import { createWorld, type WorldEvent } from './world.ts';

export interface LocalDiscordOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Discord's OpenAPI description, parsed: request bodies are then checked against it too. */
  readonly openApi?: object;
  /** Whether the page is served at `/`. Default false. */
  readonly page?: boolean;
  /** What the page offers for a first try. */
  readonly examples?: readonly Example[];
  /** Ms since 1970. */
  readonly now?: () => number;
  /** Ms; Discord's own is 41,250. */
  readonly heartbeatInterval?: number;
  /** Ms that every REST answer waits. */
  readonly latency?: number;
}

export interface LocalDiscord {
  /** For `DISCORD_API_BASE`: no trailing slash, no version. */
  readonly apiBase: string;
  /** For `DISCORD_CDN_BASE`. */
  readonly cdnBase: string;
  readonly pageUrl: string;
  /** What the bot logs in with; made up anew at every start. */
  readonly token: string;
  readonly applicationId: string;
  readonly bot: APIUser;
  readonly guild: { readonly id: string; readonly name: string };
  /** The guild's text channel first, then each person's direct messages. */
  readonly channels: readonly LocalChannel[];
  readonly users: readonly APIUser[];
  readonly commands: readonly APIApplicationCommand[];
  /** Every request that Discord would have refused, and what this bot must never do, each as one line. */
  readonly violations: readonly string[];
  /** What the bot asked for over REST, oldest first. Status 0: the connection was ended without a response. */
  readonly requests: readonly RequestRecord[];
  readonly faults: Faults;
  /** A person by the name shown: `Ada`, who owns the guild, or `Ben`. */
  user(name: string): LocalUser;
  /** The present state of a message, and all of a channel. */
  message(id: string): APIMessage | undefined;
  messages(channelId: string): readonly APIMessage[];
  /** Whether a gateway session is up. */
  connected(): boolean;
  /** Tells of every message and change of commands. Returns the function that stops it. */
  on(listener: (event: WorldEvent) => void): () => void;
  close(): Promise<void>;
}

/** What keeps a port from being opened, by Node's error code. */
const SENTENCES: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is already in use; choose another one.`,
  EACCES: (port) => `Port ${port} needs administrator rights; choose one above 1023.`,
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(SENTENCES[error.code ?? '']?.(port) ?? `Port ${port} cannot be opened.`, { cause: error }));
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Starts a Discord of one's own on 127.0.0.1: REST v10 and gateway v10 for the bot, people for tests, a page for the
 * browser. Throws with one plain sentence when the port is taken.
 */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { now = Date.now, heartbeatInterval = 41_250, latency = 0, page = false, examples = [], openApi } = options;
  const world = createWorld(now);
  const violations: string[] = [];
  const requests: RequestRecord[] = [];
  const violate = (sentence: string) => violations.push(sentence);
  let origin = '';
  const cdnBase = () => `${origin}/cdn`;
  const gatewayUrl = () => `${origin.replace('http', 'ws')}/gateway`;

  const gateway = createGateway({ world, url: gatewayUrl, heartbeatInterval, violate });
  const ledger = createLedger(world);
  const perform = createPerform(world, ledger, gateway);
  const desk: Desk = { world, cdnBase, violate };
  const plan = createFaultPlan(gateway);
  const pages = createPages(world, world.people[0]!, perform, examples);
  const schema = openApi ? await (await import('./openapi.ts')).createSchemaCheck(openApi) : null;
  const rest = createRest({
    routes: [...channelRoutes(desk, gatewayUrl), ...callbackRoutes(desk, ledger), ...registrationRoutes(world)],
    token: world.token,
    plan,
    schema,
    latency,
    violate,
    record: (request) => {
      requests.push(request);
      if (requests.length > 10_000) requests.shift();
    },
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!comesFromHere(request)) return reply(response, 403, { 'content-type': 'text/plain' }, 'Forbidden');
    const url = URL.parse(origin + (request.url ?? '/'));
    if (!url) return reply(response, 404, { 'content-type': 'text/plain' }, 'Not found');
    if (url.pathname.startsWith('/api/')) return rest(request, response, url);
    if (url.pathname.startsWith('/cdn/')) return serveUpload(response, world, url.pathname.slice('/cdn/'.length));
    const served = page && request.method === 'GET' && (await servePage(response, url.pathname));
    if (!served) reply(response, 404, { 'content-type': 'text/plain' }, 'Not found');
  }

  const doors: Readonly<Record<string, WebSocketServer>> = {
    '/gateway': gateway.server,
    ...(page && { '/tryout': pages }),
  };

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = request.url?.replace(/\/?(?:\?.*)?$/, '') ?? '';
    const door = comesFromHere(request) ? doors[path] : undefined;
    if (!door) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    door.handleUpgrade(request, socket, head, (webSocket) => door.emit('connection', webSocket, request));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violate(`the local Discord failed at ${request.method} ${request.url}: ${String(error)}`);
      reply(
        response,
        500,
        { 'content-type': 'application/json' },
        JSON.stringify({ message: 'Internal error', code: 0 }),
      );
    });
  });
  server.on('upgrade', upgrade);
  origin = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;

  let acts = 0;
  const newActId = () => {
    acts += 1;
    return `act${acts}`;
  };
  const users = new Map(
    world.people.map((person) => [person.user.global_name, createUser(world, person, perform, newActId, cdnBase)]),
  );

  return {
    apiBase: `${origin}/api`,
    cdnBase: cdnBase(),
    pageUrl: `${origin}/`,
    token: world.token,
    applicationId: world.applicationId,
    bot: world.bot,
    guild: world.guild,
    channels: world.channels,
    users: world.people.map(({ user }) => user),
    get commands() {
      return world.commands;
    },
    violations,
    requests,
    faults: plan.faults,
    user(name) {
      const user = users.get(name);
      if (!user) throw new Error(`Nobody here is called ${name}.`);
      return user;
    },
    message: (id) => world.messages.get(id)?.message,
    messages: (channelId) =>
      [...world.messages.values()].map(({ message }) => message).filter((message) => message.channel_id === channelId),
    connected: gateway.connected,
    on: world.listen,
    async close() {
      gateway.close();
      for (const socket of pages.clients) socket.terminate();
      pages.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
