import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one path answers. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface PageServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface PageServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly pages: Readonly<Record<string, () => Promise<Page>>>;
  readonly failed: (error: unknown) => void;
}

/** Serves pages to GET and HEAD, and reads no bodies. Rejects with Node's own error when the address cannot be had. */
export const servePages = async ({ host, port, pages, failed }: PageServerOptions): Promise<PageServer> => {
  const answer = (request: IncomingMessage): Page | Promise<Page> => {
    const path = request.url?.replace(/\?.*$/s, '') ?? '/';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (!page) return plain(404, `There are ${Object.keys(pages).join(', ')}.`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET and HEAD.');
    return page();
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type, body } = await answer(request);
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 405 && { allow: 'GET, HEAD' }),
      // What has a body is not read to its end, so that nothing else can come behind it.
      ...(hasBody(request) && { connection: 'close' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      failed(error);
      response.writeHead(500, { 'content-type': 'text/plain' }).end('Failed; the log says why.\n');
    });
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  server.maxConnections = 64;
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(port, host, listening.resolve);
  await listening.promise;
  server.on('error', failed);

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
};

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const plain = (status: number, sentence: string): Page => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${sentence}\n`,
});
