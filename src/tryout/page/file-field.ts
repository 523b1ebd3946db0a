import type { UploadedFile } from '../protocol.ts';
import { button, element, icon } from './dom.ts';
import { acceptDrops, fileSize, type Upload } from './files.ts';

interface FileField {
  readonly root: HTMLElement;
  /** The ids of the files that are ready. */
  values(): readonly string[];
}

/** A place to drop files or to choose them, each sent at once; a list of them below, each with a button to take it out. */
export function renderFileField(
  { max_values: most = 1 }: { readonly max_values?: number },
  id: string,
  upload: Upload,
): FileField {
  const files: UploadedFile[] = [];
  const input = element('input', { id, type: 'file', class: 'file-input', multiple: most > 1 });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  const list = element('ul', { class: 'chips', 'aria-label': 'Chosen files' });
  const invitation = most > 1 ? `Drop up to ${most} files here, or choose` : 'Drop a file here, or choose';
  const zone = element('div', { class: 'drop-zone' }, icon('add'), element('span', {}, invitation), input);

  const draw = (): void => {
    list.replaceChildren(
      ...files.map((file) => {
        const out = button(
          { class: 'plain', 'aria-label': `Take ${file.filename} out` },
          () => {
            files.splice(files.indexOf(file), 1);
            draw();
            input.focus();
          },
          icon('close'),
        );
        return element(
          'li',
          { class: 'chip' },
          icon('file'),
          file.filename,
          element('small', {}, fileSize(file.size)),
          out,
        );
      }),
    );
    list.hidden = files.length === 0;
    zone.hidden = files.length >= most;
  };

  const complain = (sentence: string): void => {
    problem.textContent = sentence;
    problem.hidden = false;
  };

  const take = async (given: readonly File[]): Promise<void> => {
    problem.hidden = true;
    if (files.length + given.length > most) complain(`At most ${most} can be given.`);
    zone.setAttribute('aria-busy', 'true');
    for (const file of given.slice(0, most - files.length)) {
      const answer = await upload(file);
      if ('error' in answer) complain(answer.error);
      else files.push(answer);
    }
    zone.removeAttribute('aria-busy');
    input.value = '';
    draw();
  };

  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  acceptDrops(zone, {
    over: (hanging) => zone.classList.toggle('over', hanging),
    drop: (given) => void take(given),
  });
  draw();
  return {
    root: element('div', { class: 'file-field' }, zone, list, problem),
    values: () => files.map((file) => file.id),
  };
}
