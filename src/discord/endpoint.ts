import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type APIApplication,
  type APIInteraction,
  type APIUser,
  type Client,
  ClientApplication,
  ClientUser,
  InteractionResponseType,
  InteractionType,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { type Api, keepSmall, sentence } from './client.ts';
import type { Connection } from './connection.ts';

export interface EndpointOptions {
  readonly token: string;
  readonly api: Api;
  readonly log: Logger;
  /** Where to listen; port 0 takes any free one. */
  readonly place: { readonly host: string; readonly port: number };
  readonly now: () => Date;
}

/** A connection that comes over HTTP. */
export interface Endpoint extends Connection {
  readonly port: number;
}

/** Discord's own are a few kilobytes; the largest holds the text of one long message. In bytes. */
const largest = 1_000_000;
/** How old or how far ahead a signature may be, in milliseconds: older ones could be sent again by somebody else. */
const fresh = 5 * 60_000;

/**
 * Takes interactions over HTTP, at any path, instead of the gateway. Each is checked, acknowledged with 202, and answered
 * with the callback of the REST API, so that everything behind it is the same. Neither messages nor news of servers come
 * this way: no mentions, no direct messages, no settling of what a server leaves behind.
 * https://docs.discord.com/developers/interactions/overview#configuring-an-interactions-endpoint-url
 * @throws Error with one plain sentence when Discord cannot be reached or the address cannot be listened on
 */
export const openEndpoint = async (client: Client, options: EndpointOptions): Promise<Endpoint> => {
  const { token, api, log, place, now } = options;
  const { application, user } = await introduce(client, token).catch((error: unknown) => {
    throw new Error(sentence(error, api), { cause: error });
  });
  const key = publicKey(application.verify_key);
  const stopTrimming = keepSmall(client);

  const take = async (request: IncomingMessage): Promise<Answer> => {
    if (request.method !== 'POST') return { status: 405 };
    const body = await readBody(request);
    if (!body) return { status: 413 };
    if (!isSigned(request, body, key, now())) return { status: 401 };
    const interaction = parse(body);
    if (!interaction) return { status: 400 };
    if (interaction.type === InteractionType.Ping) return { status: 200, json: { type: InteractionResponseType.Pong } };
    return { status: 202, after: () => receive(client, interaction) };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, json, after } = await take(request);
    // What was not read to its end is not read any further.
    if (!request.complete) response.setHeader('connection', 'close');
    if (json) response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    else response.writeHead(status).end();
    after?.();
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // Whoever hangs up in the middle is not worth a line.
      if (isHangUp(error)) return;
      log.error({ err: error }, 'an interaction could not be taken');
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  await listen(server, place);
  const { port } = server.address() as AddressInfo;
  log.info({ host: place.host, port }, 'taking interactions over HTTP');

  return {
    port,
    applicationId: application.id,
    name: user.username,
    registers: true,
    shards: () => [],
    guilds: () => null,
    serves: () => true,
    missing: () => (server.listening ? null : 'not listening'),
    trouble: () => null,
    async close() {
      stopTrimming();
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
      await client.destroy();
    },
  };
};

interface Answer {
  readonly status: number;
  readonly json?: object;
  /** What is done once the answer is given. */
  readonly after?: () => void;
}

/** Tells a client whose it is, which otherwise the gateway does. */
const introduce = async (client: Client, token: string) => {
  client.rest.setToken(token);
  client.token = token;
  const application = (await client.rest.get(Routes.currentApplication())) as APIApplication;
  const user = (await client.rest.get(Routes.user())) as APIUser;
  client.application = Reflect.construct(ClientApplication, [client, application]) as ClientApplication;
  client.user = Reflect.construct(ClientUser, [client, user]) as ClientUser;
  return { application, user };
};

/** Hands an interaction to discord.js as the gateway would: its event comes with an object of the right class. */
const receive = (client: Client, interaction: APIInteraction): void => {
  const actions = client['actions'] as { readonly InteractionCreate: { handle(data: APIInteraction): void } };
  actions.InteractionCreate.handle(interaction);
};

const isHangUp = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ECONNRESET';

/** The bytes of the body; null when there are too many. */
const readBody = async (request: IncomingMessage): Promise<Buffer | null> => {
  if (Number(request.headers['content-length'] ?? 0) > largest) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** The 32 bytes that Discord gives in hexadecimal, with what says that they are an Ed25519 key (RFC 8410). */
const publicKey = (hex: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(hex, 'hex')]),
    format: 'der',
    type: 'spki',
  });

/** Whether Discord signed the time and the body, and did so just now. */
const isSigned = ({ headers }: IncomingMessage, body: Buffer, key: KeyObject, now: Date): boolean => {
  const signature = String(headers['x-signature-ed25519'] ?? '');
  const timestamp = String(headers['x-signature-timestamp'] ?? '');
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() - Number(timestamp) * 1_000) > fresh) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
};

/** Null when it is no interaction. */
const parse = (body: Buffer): APIInteraction | { readonly type: InteractionType.Ping } | null => {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number'
      ? (value as APIInteraction)
      : null;
  } catch {
    return null;
  }
};

const listen = async (server: ReturnType<typeof createServer>, place: EndpointOptions['place']): Promise<void> => {
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(place.port, place.host, listening.resolve);
  try {
    await listening.promise;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const where = `${place.host}:${place.port}`;
    throw new Error(
      code === 'EADDRINUSE'
        ? `${where} is taken by another program. Set INTERACTIONS to another port.`
        : `No interactions can be taken at ${where}. Set INTERACTIONS to an address of this machine.`,
      { cause: error },
    );
  }
};
