/** A name for what was fetched, such as the readers of formats expect: a file's name, never a path. */
import path from 'node:path';

/** In UTF-16 code units. */
const LONGEST_NAME = 100;
/** Of what was given, before it is cleaned: its end, because of the ending. */
const LONGEST_KEPT = 300;

/** For types that tell a reader more than the text does: which endings fit, the first to be added where none is there. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/u, ['.html', '.htm', '.xhtml']],
  [/^text\/(?:x-)?markdown$/u, ['.md', '.markdown']],
  [/^application\/(?:x-ndjson|jsonl)$/u, ['.jsonl', '.ndjson']],
  [/[/+]json$/u, ['.json', '.jsonl', '.ndjson']],
  [/[/+]xml$/u, ['.xml', '.rss', '.atom', '.rdf']],
  [/pdf$/u, ['.pdf']],
  [/wordprocessingml/u, ['.docx']],
  [/zip/u, ['.zip', '.docx']],
];

/**
 * The name in `Content-Disposition`, or the last part of the address, or "page".
 * @param disposition the header, as the server wrote it (RFC 6266)
 * @param type without parameters, in lower case
 */
export const nameOf = (url: URL, disposition: string | null, type: string | null): string => {
  const given = clean(filenameIn(disposition ?? '')) || clean(decoded(url.pathname.split('/').at(-1) ?? '')) || 'page';
  const ending = path.extname(given).toLowerCase();
  const fitting = ENDINGS.find(([pattern]) => pattern.test(type ?? ''))?.[1];
  const name = !fitting || fitting.includes(ending) ? given : `${given}${fitting[0]}`;
  if (name.length <= LONGEST_NAME) return name;
  const tail = path.extname(name).slice(0, 10);
  return `${name
    .slice(0, LONGEST_NAME - tail.length)
    .trimEnd()
    .toWellFormed()}${tail}`;
};

const filenameIn = (disposition: string): string => {
  const extended = /;\s*filename\*\s*=\s*(?:utf-8|us-ascii)'[^']*'(?<name>[^;\s]+)/iu.exec(disposition);
  if (extended) return decoded(extended.groups?.['name'] ?? '');
  const plain = /;\s*filename\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<token>[^;\s"]+))/iu.exec(disposition);
  return plain?.groups?.['token'] ?? plain?.groups?.['quoted']?.replaceAll(/\\(.)/gu, '$1') ?? '';
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Nothing that is a path, a hidden file, a control or formatting character, or forbidden in names on some system. */
const clean = (name: string): string =>
  (name.split(/[/\\]/u).at(-1) ?? '')
    .slice(-LONGEST_KEPT)
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"|?*\uFFFD]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[.\s]+/u, '')
    .replace(/[.\s]+$/u, '');
