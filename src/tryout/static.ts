import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { gzipSync } from 'node:zlib';
import { reply } from './http.ts';
import type { World } from './world.ts';

const PAGE_FOLDER = new URL('./page/', import.meta.url);
/** A file right in the folder or one folder down; no dots that could lead out of it. */
const SAFE_PATH = /^(?:[\w-]+\/)?[\w-]+\.(?<ending>html|css|ts|svg|png)$/;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** TypeScript as JavaScript, line for line. Node marks the function experimental and warns once: not the user's concern. */
function toJavaScript(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

/** The style sheets in the order in which they build on each other; the page asks for them as one. */
const STYLES = ['theme', 'frame', 'log', 'message', 'markdown', 'components', 'composer', 'fields', 'people'] as const;

/** The head of the page names every module, so that the browser asks for all at once and not one after another. */
async function withModules(html: string): Promise<string> {
  const names = (await readdir(PAGE_FOLDER)).filter((name) => name.endsWith('.ts'));
  const links = names.map((name) => `<link rel="modulepreload" href="/${name}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

/** What is served under a path of the page, or null. */
async function contentOf(path: string): Promise<string | Buffer | null> {
  const read = (name: string) => readFile(new URL(name, PAGE_FOLDER));
  if (path === 'page.css') return (await Promise.all(STYLES.map((name) => read(`${name}.css`)))).join('\n');
  const bytes = await read(path).catch(() => null);
  if (!bytes) return null;
  if (path.endsWith('.ts')) return toJavaScript(bytes.toString());
  return path.endsWith('.html') ? withModules(bytes.toString()) : bytes;
}

/** Answers a GET below `/` with a file of the page; false when there is none. */
export type PageServer = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<boolean>;

interface Prepared {
  readonly body: string | Buffer;
  /** Null for what is compressed already. */
  readonly packed: Buffer | null;
}

/** Serves the page. Each file is read, made JavaScript and compressed once: as long as it runs, the page is the same. */
export function createPageServer(): PageServer {
  const prepared = new Map<string, Promise<Prepared | null>>();
  const prepare = async (path: string): Promise<Prepared | null> => {
    const body = await contentOf(path);
    return body === null ? null : { body, packed: path.endsWith('.png') ? null : gzipSync(body) };
  };
  return async (request, response, pathname) => {
    const path = pathname === '/' ? 'index.html' : pathname.slice(1);
    const ending = SAFE_PATH.exec(path)?.groups?.['ending'];
    if (ending === undefined) return false;
    const known = prepared.get(path) ?? prepare(path);
    const found = await known;
    if (!found) return false;
    prepared.set(path, known);
    const headers = {
      'content-type': TYPES[ending] ?? 'application/octet-stream',
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    };
    const { body, packed } = found;
    if (!packed || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) reply(response, 200, headers, body);
    else reply(response, 200, { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }, packed);
    return true;
  };
}

/** Answers a GET below the CDN base with an upload. What was uploaded can run no script here. */
export function serveUpload(response: ServerResponse, world: World, path: string): void {
  const file = world.files.get(path);
  if (!file || (file.expires !== null && world.now() > file.expires)) {
    reply(response, 404, { 'content-type': 'text/plain' }, 'Not found');
    return;
  }
  const headers = { 'content-type': file.contentType, 'content-security-policy': "default-src 'none'; sandbox" };
  reply(response, 200, headers, file.bytes);
}
