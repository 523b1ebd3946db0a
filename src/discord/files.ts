import {
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type AttachmentPayload,
  ComponentType,
} from 'discord.js';
import { limits, within } from './limits.ts';
import { phrase } from './markdown.ts';
import { Refusal } from './refusal.ts';
import type { MessageReply, ReplyFile } from './types.ts';

/** A file as discord.js uploads it. */
export type Attached = AttachmentPayload & {
  readonly attachment: Buffer;
  readonly name: string;
  readonly description: string;
};

/** Discord changes other names on its own, and then `attachment://` points to nothing. */
const lawfulName = /^[\w-]+\.[a-z0-9]+$/;

const isPicture = ({ name }: ReplyFile): boolean => name.endsWith('.png');

const address = ({ name }: ReplyFile): string => `attachment://${name}`;

/** Files for the upload. A Components V2 message shows only those that a component refers to. */
export const attach = (files: readonly ReplyFile[]): readonly Attached[] =>
  within(files, limits.files, 'A message with files').map(({ name, bytes, description }) => {
    if (!lawfulName.test(name)) throw new RangeError(`Discord would change the name of the file ${name}`);
    const alt = within(description, limits.fileDescription, 'The description of a file');
    return { attachment: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, description: alt };
  });

/** The pictures among the files, if there are any. */
export const gallery = (files: readonly ReplyFile[]): readonly APIMediaGalleryComponent[] => {
  const items = files
    .filter(isPicture)
    .map((file) => ({ media: { url: address(file) }, description: file.description }));
  return items.length === 0 ? [] : [{ type: ComponentType.MediaGallery, items }];
};

/** All other files. */
export const downloads = (files: readonly ReplyFile[]): readonly APIFileComponent[] =>
  files.filter((file) => !isPicture(file)).map((file) => ({ type: ComponentType.File, file: { url: address(file) } }));

/** How many components the files of a reply take. */
export const fileComponents = ({ files = [] }: Pick<MessageReply, 'files'>): number =>
  gallery(files).length + downloads(files).length;

/**
 * @param limit bytes a file, as the interaction gives it (`attachment_size_limit`); here all files together keep within it
 * @throws Refusal when the files are more than Discord takes
 */
export const checkSizes = (files: readonly Attached[], limit: number): void => {
  const size = files.reduce((sum, { attachment }) => sum + attachment.length, 0);
  if (files.length === 0 || size <= limit) return;
  const megabytes = (bytes: number) => Math.round((bytes / 1_048_576) * 10) / 10;
  throw new Refusal(phrase('file.output', { size: megabytes(size), limit: megabytes(limit) }));
};
