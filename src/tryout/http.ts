import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Discord takes in one request: ten files of 10 MiB and a bit. */
const LARGEST_BODY = 110 * 1024 * 1024;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface UploadedFile {
  /** `n` of `files[n]`. */
  readonly index: number;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Body {
  /** The JSON that came, or undefined. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
  readonly multipart: boolean;
}

/**
 * Whether a request may be served: its Host is a loopback name, and its Origin, if a browser sent one, is that same
 * host. Keeps out other sites, also those that point a name of theirs at 127.0.0.1 (DNS rebinding).
 */
export function comesFromHere(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (host === undefined || !LOOPBACK.has(host.replace(/:\d+$/, ''))) return false;
  return origin === undefined || origin === `http://${host}`;
}

export async function readBytes(request: IncomingMessage, largest = LARGEST_BODY): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new Error('Request entity too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readBody(request: IncomingMessage): Promise<Body> {
  return parseBody(await readBytes(request), request.headers['content-type'] ?? '');
}

/** The JSON and the files of a body. Throws when it is neither JSON nor a form that carries some. */
export function parseBody(bytes: Buffer<ArrayBuffer>, type: string): Promise<Body> | Body {
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type);
  return { json: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()), files: [], multipart: false };
}

async function readMultipart(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Body> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (typeof value === 'string' || index === undefined) continue;
    files.push({
      index: Number(index),
      name: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? JSON.parse(payload) : undefined, files, multipart: true };
}

export function reply(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body?: string | Uint8Array,
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'x-content-type-options': 'nosniff', ...headers });
  response.end(body);
}

/** What keeps a port from being opened, by Node's error code. */
const SENTENCES: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is already in use; choose another one.`,
  EACCES: (port) => `Port ${port} needs administrator rights; choose one above 1023.`,
};

/** Opens a port on 127.0.0.1 and gives its number. Rejects with one plain sentence when it cannot be had. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(SENTENCES[error.code ?? '']?.(port) ?? `Port ${port} cannot be opened.`, { cause: error }));
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
