import type { APIAttachment, APIMessage } from 'discord.js';
import { element, icon } from './dom.ts';
import { fileSize } from './files.ts';

interface Picture {
  readonly media: { readonly url: string };
  readonly description?: string | null | undefined;
  readonly spoiler?: boolean | undefined;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Where the page may load a file from: its own origin only. `attachment://name` is looked up among the message's
 * files; the local Discord under another name of this machine is the same host. Null for everything else.
 */
function localUrl(url: string, message: APIMessage): string | null {
  if (url.startsWith('data:image/')) return url;
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  const target = name ? message.attachments.find((attachment) => attachment.filename === name)?.url : url;
  if (!target || !URL.canParse(target, location.href)) return null;
  const parsed = new URL(target, location.href);
  const here = parsed.port === location.port && (LOOPBACK.test(parsed.hostname) || parsed.host === location.host);
  return here ? parsed.pathname + parsed.search : null;
}

/** A picture that opens in full on a click. Pictures of other hosts are named, not loaded. */
export function renderPicture(picture: Picture, message: APIMessage): HTMLElement {
  const url = localUrl(picture.media.url, message);
  const text = picture.description ?? '';
  if (!url) return element('p', { class: 'unknown' }, `Picture of another site: ${text || picture.media.url}`);
  const file = message.attachments.find((attachment) => localUrl(attachment.url, message) === url);
  const image = element('img', { src: url, alt: text, width: file?.width, height: file?.height, decoding: 'async' });
  if (url.startsWith('data:')) return element('span', { class: 'picture' }, image);
  const opener = element(
    'a',
    { class: `picture${picture.spoiler ? ' covered' : ''}`, href: url, target: '_blank', rel: 'noopener' },
    image,
  );
  if (!text) opener.setAttribute('aria-label', 'Open the picture');
  return opener;
}

/** A file to download, with its name and size when the message tells them. */
export function renderFile(source: string, message: APIMessage): HTMLElement {
  const url = localUrl(source, message);
  const file = message.attachments.find((attachment) => localUrl(attachment.url, message) === url);
  const name = file?.filename ?? source.split('/').at(-1) ?? 'file';
  const title = url ? element('a', { href: url, download: name }, name) : element('span', {}, name);
  const size = file ? element('span', { class: 'file-size' }, fileSize(file.size)) : null;
  return element('div', { class: 'file' }, icon('file'), element('span', { class: 'file-name' }, title, size));
}

/** The files of a message without Components V2: pictures shown, the rest linked. */
export function renderAttachments(message: APIMessage): readonly HTMLElement[] {
  return message.attachments.map((attachment) =>
    isPicture(attachment)
      ? renderPicture({ media: attachment, description: attachment.description }, message)
      : renderFile(attachment.url, message),
  );
}

function isPicture(attachment: APIAttachment): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif|svg\+xml)/.test(attachment.content_type ?? '');
}
