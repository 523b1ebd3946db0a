/** Sites on this machine that behave well or badly, and a `web` that may visit them and nothing else that is not public. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server as NetServer, type Socket } from 'node:net';
import { afterEach, expect } from 'vitest';
import { type Reason, type Web, type WebOptions, WebRefusal } from '../../src/web/types.ts';
import { createWeb } from '../../src/web/web.ts';

export interface Site {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** The same site under a name; see `names`. */
  at(host: string, path?: string): string;
  /** The paths that were asked for, robots.txt left out. */
  readonly visits: string[];
  readonly requests: IncomingMessage[];
}

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Closes something when the test is over. */
export const atEnd = (close: () => unknown): void => void open.push(close);

const listen = async (server: NetServer): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** A web server. It has no robots.txt unless `robots` answers for it. */
export const startSite = async (
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  robots: RequestListener = (_request, response) => response.writeHead(404).end(),
  make: (listener: RequestListener) => Server = createServer,
): Promise<Site> => {
  const requests: IncomingMessage[] = [];
  const visits: string[] = [];
  const server = make((request, response) => {
    requests.push(request);
    if (request.url === '/robots.txt') return robots(request, response);
    visits.push(request.url ?? '');
    answer(request, response);
  });
  const port = await listen(server);
  atEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    at: (host, path = '/') => `http://${host}:${port}${path}`,
    visits,
    requests,
  };
};

/** What answers with whatever bytes it likes. It has no robots.txt either. */
export const startSocketSite = async (answer: (socket: Socket) => unknown): Promise<Site> => {
  const sockets = new Set<Socket>();
  const visits: string[] = [];
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.on('data', (data) => {
      const path = /^GET (\S+)/u.exec(data.toString('latin1'))?.[1] ?? '';
      if (path === '/robots.txt') return void socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
      visits.push(path);
      answer(socket);
    });
  });
  const port = await listen(server);
  atEnd(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const at = (host: string, path = '/') => `http://${host}:${port}${path}`;
  return { port, origin: `http://127.0.0.1:${port}`, at, visits, requests: [] };
};

/** Every name that ends in `.example` is this machine; there are no other names. */
const names = (host: string): Promise<readonly string[]> =>
  host.endsWith('.example')
    ? Promise.resolve(['127.0.0.1'])
    : Promise.reject(Object.assign(new Error('there is no such name'), { code: 'ENOTFOUND' }));

/** A `web` that may visit these sites at 127.0.0.1. */
export const webFor = (sites: readonly Pick<Site, 'port'>[], options: Partial<WebOptions> = {}): Web => {
  const web = createWeb({
    contact: 'https://verbatim.example/about',
    resolve: names,
    allow: (address, port) => address === '127.0.0.1' && sites.some((site) => site.port === port),
    ...options,
  });
  atEnd(web.close);
  return web;
};

/** Answers with a page. */
export const page =
  (text = '<p>The ferry was late again.</p>', headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(text);
  };

/** Why something is refused, after a look at the sentence that the user gets. */
export const refusalOf = async (fetching: Promise<unknown>): Promise<WebRefusal> => {
  const refusal = await fetching.then(
    () => expect.unreachable('it was fetched'),
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(WebRefusal);
  if (!(refusal instanceof WebRefusal)) throw refusal;
  expect(refusal.message).toMatch(/^[A-Z][^\n]+\.$/u);
  expect(refusal.message).not.toMatch(/\d+\.\d+\.\d+|[0-9a-f]*::|ECONN|undici|UND_/u);
  return refusal;
};

export const reasonOf = async (fetching: Promise<unknown>): Promise<Reason> => (await refusalOf(fetching)).reason;
