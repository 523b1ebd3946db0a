/** Bytes → text: which charset is this? A byte order mark says it, or validity as UTF-8, or the file itself, or statistics. */
import { UnreadableError } from './unreadable.ts';

/** How many bytes the statistics look at, and how many the search for a declaration. */
const SAMPLE = 65_536;
const HEAD = 2_048;
/** Below this confidence (0–100) a guess from statistics counts for nothing. */
const CONFIDENT = 25;
/** Above this confidence a text that is not valid UTF-8 is a damaged one, not another charset. */
const DAMAGED = 60;

const DECLARATIONS = [
  /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["'](?<charset>[\w.:-]{2,40})["']/iu,
  /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*(?<charset>[\w.:-]{2,40})/iu,
];
const CONTROLS = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
const FOREIGN = /\P{ASCII}/gu;
const PLAUSIBLE = /[\p{L}\p{M}\p{Zs}‘’‚“”„«»‹›–—―…•·€£¥§°©®™ª²³¹º¼½¾¿¡´¨×−]/u;

/**
 * The text of a file, without its byte order mark. Throws UnreadableError if it is no text.
 * Bytes that are valid UTF-8 are UTF-8 whatever they declare: by chance that hardly happens.
 */
export async function decode(bytes: Uint8Array): Promise<string> {
  const marked = markOf(bytes) ?? unmarkedUtf16(bytes);
  if (marked)
    return checked(decoded(bytes, marked) ?? fail(`it is not the ${marked.toUpperCase()} text it seems to be`));
  const text = decoded(bytes, 'utf-8');
  if (text !== null) return checked(text);
  return checkedLegacy(await decodeLegacy(bytes));
}

async function decodeLegacy(bytes: Uint8Array): Promise<string> {
  const declared = declaredIn(bytes);
  if (declared && /^utf-?8$/iu.test(declared)) fail('it says that it is UTF-8 text and is not');
  const stated = declared ? decoded(bytes, declared) : null;
  if (stated !== null) return stated;
  const foreign = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, foreign - HEAD), Math.max(0, foreign - HEAD) + SAMPLE);
  const { analyse } = await import('chardet');
  const guesses = analyse(sample);
  if (guesses.some(({ name, confidence }) => name === 'UTF-8' && confidence >= DAMAGED))
    fail('it is UTF-8 text with damaged characters');
  const [best] = guesses.filter(({ name }) => name !== 'UTF-8' && name !== 'ASCII');
  const guessed = best && best.confidence >= CONFIDENT ? decoded(bytes, best.name) : null;
  return guessed ?? decoded(bytes, 'windows-1252') ?? fail('it is not text');
}

function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Text in a Latin script leaves every second byte of UTF-16 empty. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 === 1 || even + odd < head.length * 0.3) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  for (const declaration of DECLARATIONS) {
    const charset = declaration.exec(head)?.groups?.['charset'];
    if (charset) return charset;
  }
  return null;
}

function decoded(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function checked(text: string): string {
  if (text.includes('\0')) fail('it is not text');
  const head = text.slice(0, SAMPLE);
  if ((head.match(CONTROLS)?.length ?? 0) > head.length / 100) fail('it is not text');
  return text;
}

/** Any bytes at all are valid in an 8-bit charset: only letters and marks of print make them text. */
function checkedLegacy(text: string): string {
  const foreign = text.slice(0, 8 * SAMPLE).match(FOREIGN) ?? [];
  const odd = foreign.filter((character) => !PLAUSIBLE.test(character)).length;
  if (text.search(CONTROLS) !== -1 || odd > foreign.length / 10) fail('it is not text');
  return text;
}

function fail(reason: string): never {
  throw new UnreadableError(reason);
}
