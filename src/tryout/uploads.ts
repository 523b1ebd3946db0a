import { createHash } from 'node:crypto';
import type { APIAttachment } from 'discord.js';
import type { World } from './world.ts';

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Ms since 1970; after that the address is dead. Null for one that lasts. */
  readonly expires: number | null;
}

/** A file that somebody gave with a command or a form. */
export interface Upload {
  readonly attachment: APIAttachment;
  readonly userId: string;
}

export interface LocalFile {
  readonly name: string;
  /** `text/plain`; '' when the browser knows none, and Discord then states none. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** How long an address of a file serves. */
const LINK_LIFE_MS = 24 * 3_600_000;

/** Discord's own way with names: no path, spaces as underscores, and nothing but letters, digits and `-_.`. */
function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const kept = last.replaceAll(' ', '_').replaceAll(/[^\p{L}\p{N}\p{M}._-]/gu, '');
  return kept.replace(/^\.+/, '') || 'unknown';
}

/** Pixels of a PNG, from its first chunk; nothing for other files. Discord gives the size of every picture. */
export function sizeOfPng(bytes: Uint8Array): Pick<APIAttachment, 'width' | 'height'> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 24 || data.toString('latin1', 1, 4) !== 'PNG') return {};
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
}

/** As Discord states it: text has its character set named. */
function statedType(contentType: string): string {
  return /^text\/[\w.+-]+$/.test(contentType) ? `${contentType}; charset=utf-8` : contentType;
}

/**
 * Takes in a file for an option or a form. Its address is signed and dies after a day, as on Discord's CDN:
 * https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
 */
export function storeUpload(world: World, userId: string, file: LocalFile, cdnBase: string): APIAttachment {
  const id = world.newId();
  const filename = safeFileName(file.name);
  const path = `ephemeral-attachments/${world.applicationId}/${id}/${encodeURIComponent(filename)}`;
  const issued = Math.floor(world.now() / 1000);
  const expires = issued + LINK_LIFE_MS / 1000;
  const signature = createHash('sha256').update(`${path} ${expires} ${world.token}`).digest('hex');
  const url = `${cdnBase}/${path}?ex=${expires.toString(16)}&is=${issued.toString(16)}&hm=${signature}&`;
  const contentType = statedType(file.contentType);
  world.files.set(path, {
    bytes: file.bytes,
    contentType: contentType || 'application/octet-stream',
    expires: expires * 1000,
  });
  const attachment: APIAttachment = {
    id,
    filename,
    ...(filename !== file.name && { title: file.name.replace(/\.[^.]*$/, '') }),
    size: file.bytes.length,
    url,
    proxy_url: url,
    ...(contentType && { content_type: contentType }),
    ...sizeOfPng(file.bytes),
    ephemeral: true,
  };
  world.uploads.set(id, { attachment, userId });
  return attachment;
}

/** Why a file cannot be given here, as Discord's own client says it, or null. `limit` in bytes. */
export function refuseFile(name: string, size: number, limit: number): string | null {
  if (size === 0) return `“${name}” is empty: Discord takes no empty files.`;
  if (size <= limit) return null;
  return `“${name}” is too large: the most is ${Math.floor(limit / 1_048_576)} MiB here.`;
}
