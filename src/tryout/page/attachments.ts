import type { UploadedFile } from '../protocol.ts';
import { button, element, icon } from './dom.ts';
import { fileSize, type Upload } from './files.ts';

interface Attachments {
  readonly root: HTMLElement;
  add(files: readonly File[]): Promise<void>;
  /** Of the files that go with the message. */
  ids(): readonly string[];
  clear(): void;
}

/** The files that will go with the message being written, each with a button to take it out. */
export function createAttachments(upload: Upload, complain: (sentence: string) => void): Attachments {
  let files: readonly UploadedFile[] = [];
  const root = element('ul', { class: 'chips', 'aria-label': 'Attached files', hidden: true });

  const show = (next: readonly UploadedFile[]): void => {
    files = next;
    root.hidden = files.length === 0;
    root.replaceChildren(...files.map(renderChip));
  };
  const renderChip = (file: UploadedFile): HTMLElement =>
    element(
      'li',
      { class: 'chip' },
      icon('file'),
      file.filename,
      element('small', {}, fileSize(file.size)),
      button(
        { class: 'plain', 'aria-label': `Take ${file.filename} out` },
        () => show(files.filter((one) => one !== file)),
        icon('close'),
      ),
    );

  return {
    root,
    async add(given) {
      for (const file of given.slice(0, 10 - files.length)) {
        const answer = await upload(file);
        if ('error' in answer) complain(answer.error);
        else show([...files, answer]);
      }
    },
    ids: () => files.map(({ id }) => id),
    clear: () => show([]),
  };
}
