import type { IncomingMessage, ServerResponse } from 'node:http';

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

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error('Request entity too large');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return { json: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()), files: [], multipart: false };
  }
  return readMultipart(bytes, type);
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
