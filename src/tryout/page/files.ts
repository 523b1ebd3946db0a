import type { UploadedFile } from '../protocol.ts';

/** Sends files ahead of the act that uses them, as this reader, for the open channel. */
export type Upload = (file: File) => Promise<UploadedFile | { readonly error: string }>;

/** Uploads to the local Discord. Resolves in any case: with the file as it is known there, or with one sentence. */
export async function uploadFile(
  file: File,
  userId: string,
  channelId: string,
): Promise<UploadedFile | { readonly error: string }> {
  const query = new URLSearchParams({ user: userId, channel: channelId, name: file.name });
  const headers = { 'content-type': file.type || typeOf(file.name) };
  const lost = { error: `“${file.name}” could not be sent: there is no connection to the local Discord.` };
  const answer = await fetch(`/tryout/files?${query}`, { method: 'POST', headers, body: file }).catch(() => null);
  return answer ? ((await answer.json().catch(() => lost)) as UploadedFile | { error: string }) : lost;
}

/** What a browser may not know by its name. */
function typeOf(name: string): string {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const known: Readonly<Record<string, string>> = { md: 'text/markdown', jsonl: 'application/jsonl' };
  return known[ending] ?? 'application/octet-stream';
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const [value, unit] = bytes < 1_048_576 ? [bytes / 1024, 'KB'] : [bytes / 1_048_576, 'MB'];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}

/** Lets files be dropped on `target`; `over` tells whether some hang above it. */
export function acceptDrops(
  target: HTMLElement,
  handlers: { readonly over: (hanging: boolean) => void; readonly drop: (files: readonly File[]) => void },
): void {
  let depth = 0;
  const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  const settle = (now: number): void => {
    depth = Math.max(0, now);
    handlers.over(depth > 0);
  };
  target.addEventListener('dragenter', (event) => {
    if (carries(event)) settle(depth + 1);
  });
  target.addEventListener('dragleave', (event) => {
    if (carries(event)) settle(depth - 1);
  });
  target.addEventListener('dragover', (event) => {
    if (carries(event)) event.preventDefault();
  });
  target.addEventListener('drop', (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    event.stopPropagation();
    settle(0);
    handlers.drop([...(event.dataTransfer?.files ?? [])]);
  });
}
