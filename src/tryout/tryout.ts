import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type APIApplicationCommand, type APIMessage, type APIUser, GatewayDispatchEvents } from 'discord.js';
import type { WebSocketServer } from 'ws';
import { createPerform } from './act.ts';
import { callbackRoutes, checkedBy, createCallback } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { directoryRoutes } from './directory.ts';
import { type Desk, keepSent } from './drafts.ts';
import { createEndpoint } from './endpoint.ts';
import { createFaultPlan, type Faults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { type GuildPlan, USUAL_GUILDS } from './guilds.ts';
import { comesFromHere, listen, reply } from './http.ts';
import { createLedger } from './interactions.ts';
import { createPages } from './pages.ts';
import type { Example, LocalChannel } from './protocol.ts';
import { registrationRoutes } from './registrations.ts';
import { createReplies } from './replies.ts';
import { createRest, type RequestRecord } from './rest.ts';
import { createServers, type Servers } from './servers.ts';
import { createPageServer, serveUpload } from './static.ts';
import { receiveFile } from './surroundings.ts';
import { createUser, type LocalUser } from './user.ts';
import { webhookRoutes } from './webhooks.ts';
import { createWorld, type Sent, type WorldEvent } from './world.ts';

export interface LocalDiscordOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Discord's OpenAPI description, parsed: request bodies are then checked against it too. */
  readonly openApi?: object;
  /** Whether the page is served at `/`. Default false. */
  readonly page?: boolean;
  /** What the page offers for a first try; asked whenever one is opened. */
  readonly examples?: () => readonly Example[];
  /** Ms since 1970. */
  readonly now?: () => number;
  /** Ms; Discord's own is 41,250. */
  readonly heartbeatInterval?: number;
  /** Ms that every REST answer waits. */
  readonly latency?: number;
  /** The servers there are, and so the people; the first person of the first owns it. Default: `USUAL_GUILDS`. */
  readonly servers?: readonly GuildPlan[];
  /** The names of people who have installed the bot for themselves. Default: Cleo. */
  readonly installedBy?: readonly string[];
  /** What people's own clients are set to, by name; en-US unless given. Default: Eve's to German. */
  readonly locales?: Readonly<Record<string, string>>;
  /** How many gateway connections are recommended. Default 1. */
  readonly shards?: number;
  /** How many connections may identify at once (`max_concurrency`). Default 16. */
  readonly concurrency?: number;
}

export interface LocalDiscord extends Servers {
  /** For `DISCORD_API_BASE`: no trailing slash, no version. */
  readonly apiBase: string;
  /** For `DISCORD_CDN_BASE`. */
  readonly cdnBase: string;
  readonly pageUrl: string;
  /** What the bot logs in with; made up anew at every start. */
  readonly token: string;
  readonly applicationId: string;
  readonly bot: APIUser;
  /** The first server: Newsroom, unless others were asked for. */
  readonly guild: { readonly id: string; readonly name: string };
  /** Those of servers, the first text channel of the first server first, then direct and private ones. */
  readonly channels: readonly LocalChannel[];
  readonly users: readonly APIUser[];
  readonly commands: readonly APIApplicationCommand[];
  /** Every request that Discord would have refused, and what this bot must never do, each as one line. */
  readonly violations: readonly string[];
  /** What the bot asked for over REST, oldest first. Status 0: the connection was ended without a response. */
  readonly requests: readonly RequestRecord[];
  readonly faults: Faults;
  /**
   * A person by the name shown. Of the usual servers: `Ada` owns Newsroom, `Dan` manages it, `Cleo` is an editor there
   * and has the bot for herself, `Ben` is a plain member of Newsroom and manages Reading Circle, which `Eve` owns.
   */
  user(name: string): LocalUser;
  /** The present state of a message, and all of a channel. */
  message(id: string): APIMessage | undefined;
  messages(channelId: string): readonly APIMessage[];
  /** What the bot sent for a message, oldest first. */
  sent(messageId: string): readonly Sent[];
  /** The shard of every IDENTIFY so far, `[number, count]`. */
  readonly identified: readonly (readonly [index: number, count: number])[];
  /** Whether a gateway session is up, and the numbers of the shards whose session is. */
  connected(): boolean;
  shards(): readonly number[];
  /**
   * Sets the application's interactions endpoint, as `PATCH /applications/@me` does: from then on interactions are
   * POSTed there, signed with the key of `verify_key`. Rejects when its PING is not answered well. Null: the gateway.
   */
  setInteractionsEndpoint(url: string | null): Promise<void>;
  /** Tells of every message and every change. Returns the function that stops it. */
  on(listener: (event: WorldEvent) => void): () => void;
  close(): Promise<void>;
}

/**
 * Starts a Discord of one's own on 127.0.0.1: REST v10 and gateway v10 for the bot, people for tests, a page for the
 * browser. Throws with one plain sentence when the port is taken.
 */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { now = Date.now, heartbeatInterval = 41_250, latency = 0, page = false, openApi } = options;
  const {
    examples = () => [],
    servers = USUAL_GUILDS,
    installedBy = ['Cleo'],
    locales = { Eve: 'de' },
    shards = 1,
    concurrency = 16,
  } = options;
  const world = createWorld(now, servers, installedBy, locales);
  const violations: string[] = [];
  const requests: RequestRecord[] = [];
  const violate = (sentence: string) => violations.push(sentence);
  let origin = '';
  const cdnBase = () => `${origin}/cdn`;
  const gatewayUrl = () => `${origin.replace('http', 'ws')}/gateway`;

  const gateway = createGateway({ world, url: gatewayUrl, heartbeatInterval, violate });
  const ledger = createLedger(world);
  const desk: Desk = { world, cdnBase, violate, keep: (id, sent) => keepSent(world, id, sent) };
  const replies = createReplies(desk);
  const callback = createCallback(ledger, replies);
  const schema = openApi ? await (await import('./openapi.ts')).createSchemaCheck(openApi) : null;
  const endpoint = createEndpoint(world.newId, world.applicationId, checkedBy(schema, callback), violate);
  const perform = createPerform(world, ledger, (interaction, payload) => {
    if (endpoint.url === null) {
      return gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payload, interaction.guildId);
    }
    endpoint.send(interaction, payload);
    return true;
  });
  const plan = createFaultPlan(gateway, ledger.expire);
  const pages = createPages(world, perform, examples);
  const servePage = createPageServer();
  const rest = createRest({
    routes: [
      ...directoryRoutes({ world, endpoint, gatewayUrl, shards, concurrency }),
      ...channelRoutes(desk),
      ...callbackRoutes(callback),
      ...webhookRoutes(world, ledger, replies),
      ...registrationRoutes(world),
    ],
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
    if (page && request.method === 'POST' && url.pathname === '/tryout/files') {
      const answer = await receiveFile(world, request, url.searchParams, cdnBase());
      return reply(response, 200, { 'content-type': 'application/json' }, JSON.stringify(answer));
    }
    const served = page && request.method === 'GET' && (await servePage(request, response, url.pathname));
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
  const users = new Map<string, LocalUser>();
  function user(name: string): LocalUser {
    const person = world.people.find((one) => one.user.global_name === name);
    if (!person) throw new Error(`Nobody here is called ${name}.`);
    const known = users.get(name) ?? createUser(world, person, perform, newActId, cdnBase);
    users.set(name, known);
    return known;
  }
  const [first] = world.guilds.values();

  return {
    apiBase: `${origin}/api`,
    cdnBase: cdnBase(),
    pageUrl: `${origin}/`,
    token: world.token,
    applicationId: world.applicationId,
    bot: world.bot,
    guild: { id: first?.id ?? '', name: first?.name ?? '' },
    get channels() {
      return world.channels;
    },
    get users() {
      return world.people.map((person) => person.user);
    },
    get commands() {
      return world.commands;
    },
    violations,
    requests,
    faults: plan.faults,
    user,
    message: (id) => world.messages.get(id)?.message,
    messages: (channelId) =>
      [...world.messages.values()].map(({ message }) => message).filter((message) => message.channel_id === channelId),
    sent: (messageId) => world.sent.get(messageId) ?? [],
    connected: () => gateway.shards().length > 0,
    identified: gateway.identified,
    shards: gateway.shards,
    setInteractionsEndpoint: endpoint.set,
    on: world.listen,
    ...createServers(world),
    async close() {
      gateway.close();
      for (const socket of pages.clients) socket.terminate();
      pages.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
