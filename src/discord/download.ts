import type { Logger } from 'pino';
import { phrase } from './markdown.ts';
import { isConnectionFailure } from './policy.ts';
import { Refusal } from './refusal.ts';
import type { GivenFile, Services } from './types.ts';

export interface DownloadOptions {
  /** The hosts that files are taken from, with or without a port. */
  readonly hosts: readonly string[];
  /** Whether `http:` will do, which only a Discord on this machine speaks. */
  readonly insecure: boolean;
  readonly log: Logger;
  /** Bytes; 25 MB unless told otherwise. */
  readonly most?: number;
  /** Milliseconds for one try; half a minute unless told otherwise. */
  readonly patience?: number;
}

const megabyte = 2 ** 20;
const mostRedirects = 3;

/** Gets attached files from Discord, and from nowhere else. Links of attachments expire: they are to be fetched at once. */
export const createDownload = (options: DownloadOptions): Services['download'] => {
  const { hosts, insecure, log, most = 25 * megabyte, patience = 30_000 } = options;
  const tooLarge = () => new Refusal(phrase('file.large', { size: Math.round(most / megabyte) }));

  const isAllowed = ({ protocol, host, hostname }: URL): boolean =>
    (protocol === 'https:' || (protocol === 'http:' && insecure)) && (hosts.includes(host) || hosts.includes(hostname));

  const open = async (address: URL, signal: AbortSignal, redirects = 0): Promise<Response> => {
    if (!isAllowed(address)) {
      log.warn({ host: address.host }, 'a file is not at one of the attachment hosts');
      throw missing();
    }
    const response = await fetch(address.href, { signal, redirect: 'manual' });
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return response;
    await response.body?.cancel();
    if (redirects === mostRedirects || !URL.canParse(next, address.href)) throw missing();
    return open(new URL(next, address), signal, redirects + 1);
  };

  /** Counts for itself: what was said about the size need not be true. */
  const read = async (response: Response): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > most) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  };

  const get = async ({ url }: GivenFile): Promise<Uint8Array | 'again'> => {
    try {
      const response = await open(new URL(url), AbortSignal.timeout(patience));
      if (response.ok) return await read(response);
      await response.body?.cancel();
      if (response.status >= 500 || response.status === 429) return 'again';
      throw missing();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof Error && error.name === 'TimeoutError') throw late();
      if (isConnectionFailure(error)) return 'again';
      log.warn({ err: error }, 'a file could not be fetched');
      throw missing();
    }
  };

  return async (file) => {
    if (file.size > most) throw tooLarge();
    const first = await get(file);
    const bytes = first === 'again' ? await get(file) : first;
    if (bytes === 'again') throw late();
    return bytes;
  };
};

const missing = () => new Refusal(phrase('file.missing'));
const late = () => new Refusal(phrase('file.late'));
