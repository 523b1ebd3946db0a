/** What is this file? Its content says so; the ending of its name only decides between kinds that look alike. */
import path from 'node:path';
import type { Format } from './types.ts';

const PDF_HEADER = '%PDF-';
/** Readers of PDF look for its header this far into a file. */
const PDF_REACH = 1_024;

const LEAD = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*/u;
const HTML_TAG =
  /^<(?:!doctype\s+html|html|head|body|article|section|main|header|div|p|h[1-6]|meta|title|table|ul|ol|blockquote|span)\b/iu;
const WHOLE_PAGE = /^<(?:!doctype\s+html|html|head|body)\b/iu;
const ANY_TAG = /<(?:html|head|body|article|div|p|h[1-6])\b[^>]*>/iu;
const FEED =
  /^(?:<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*|<!--[\s\S]*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF|atom:feed)\b/u;
const XML = /^\s*<\?xml\b/u;
const JSON_START = /^\s*(?:\[\s*(?:[[{"\]]|$)|\{\s*(?:["}]|$))/u;
const FRONT_MATTER = /^---[^\S\n]*\n(?<matter>[\s\S]{1,5000}?)\n---[^\S\n]*(?:\n|$)/u;
const KNOWN_KEY = /^(?:title|published|date|source|url|author)[^\S\n]*:/mu;

/** How the bytes begin, where that alone tells: PDF, ZIP (DOCX is one), or null for what may be text. */
export function magicOf(bytes: Uint8Array): 'pdf' | 'zip' | null {
  const head = Buffer.from(bytes.subarray(0, PDF_REACH));
  const start = head.toString('latin1', 0, 5);
  if (start === PDF_HEADER) return 'pdf';
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'zip';
  // A text may speak of PDFs; a PDF behind other bytes has bytes that no text has.
  return head.includes(PDF_HEADER) && head.some((byte) => byte < 8 || byte > 0x7f) ? 'pdf' : null;
}

/** The format of a text, or 'xml' for XML that is no feed. `name` is the file's. */
export function formatOf(text: string, name: string): Exclude<Format, 'pdf' | 'docx'> | 'xml' {
  const ending = endingOf(name);
  if (ending === '.jsonl' || ending === '.ndjson') return text.trimStart().startsWith('[') ? 'json' : 'jsonl';
  const rest = text.slice(LEAD.exec(text)?.[0].length ?? 0);
  if (FEED.test(rest)) return 'feed';
  if (ending === '.md' || ending === '.markdown') return WHOLE_PAGE.test(rest) ? 'html' : 'markdown';
  if (KNOWN_KEY.test(FRONT_MATTER.exec(text)?.groups?.['matter'] ?? '')) return 'markdown';
  if (HTML_TAG.test(rest)) return 'html';
  if (XML.test(text)) return 'xml';
  if (/^\.x?html?$/u.test(ending) && ANY_TAG.test(text)) return 'html';
  if (ending === '.json' || JSON_START.test(text)) return jsonOf(text);
  return 'text';
}

/** The ending of a name with its dot, in lower case; '' if it has none. */
export function endingOf(name: string): string {
  return /^\.[a-z0-9]{1,9}$/iu.test(path.extname(name)) ? path.extname(name).toLowerCase() : '';
}

/** Several lines that each open an object are JSON Lines; so is a single record. */
function jsonOf(text: string): 'json' | 'jsonl' {
  const start = text.trimStart();
  if (!start.startsWith('{')) return 'json';
  const line = start.slice(0, start.indexOf('\n') === -1 ? undefined : start.indexOf('\n'));
  try {
    const first: unknown = JSON.parse(line);
    return typeof first === 'object' && first !== null && 'articles' in first ? 'json' : 'jsonl';
  } catch {
    return 'json';
  }
}
