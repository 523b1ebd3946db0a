import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
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

/** Answers a GET below `/` with a file of the page; false when there is none. */
export async function servePage(response: ServerResponse, pathname: string): Promise<boolean> {
  const path = pathname === '/' ? 'index.html' : pathname.slice(1);
  const ending = SAFE_PATH.exec(path)?.groups?.['ending'];
  if (ending === undefined) return false;
  const bytes = await readFile(new URL(path, PAGE_FOLDER)).catch(() => null);
  if (!bytes) return false;
  const headers = {
    'content-type': TYPES[ending] ?? 'application/octet-stream',
    'content-security-policy': PAGE_POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  reply(response, 200, headers, ending === 'ts' ? toJavaScript(bytes.toString()) : bytes);
  return true;
}

/** Answers a GET below the CDN base with an upload. What was uploaded can run no script here. */
export function serveUpload(response: ServerResponse, world: World, path: string): void {
  const file = world.files.get(path);
  if (!file) {
    reply(response, 404, { 'content-type': 'text/plain' }, 'Not found');
    return;
  }
  const headers = { 'content-type': file.contentType, 'content-security-policy': "default-src 'none'; sandbox" };
  reply(response, 200, headers, file.bytes);
}
