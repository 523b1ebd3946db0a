import type { Key, Speech, Values } from '../languages/types.ts';
import type { Markdown } from './types.ts';

// Discord's dialect, as its client reads it: a backslash before any character that is no letter, digit or white space shows
// that character plainly. Headings (#), small print (-#), quotes (>) and lists (-, *, 1.) count at the start of a line only.
// https://support.discord.com/hc/en-us/articles/210298617

/** Markup anywhere in a line: emphasis, spoilers, code, links, mentions, timestamps, emoji and command mentions. */
const inline = /[\\*_~`|<>[\]()@]/g;

/** A colon opens `://` or `:emoji:` unless white space follows; at the end of the text, what follows is not known. */
const colon = /:(?!\s)/g;

/**
 * Markup at the start of a line. White space, control and format characters in front may be dropped by the client, so the
 * sign after them counts as the first. The text may be put anywhere: its own start is the start of a line.
 */
const lineStart = /(?=[#+.)-])(?<=(?:^|[\n\r\u2028\u2029\u0085])[\s\p{Cc}\p{Cf}]*(?:\d+(?=[.)]))?)./gu;

/** Where the bidirectional algorithm starts afresh (its class B). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: three of them end a paragraph.
const bidiParagraphs = /([\n\r\u2029\u0085\x1c-\x1e])/;
const bidiControl = /[\u202a-\u202e\u2066-\u2069]/;

// Unicode's own names: left-to-right isolate, first strong isolate, pop directional isolate, pop directional formatting.
const LRI = '\u2066';
const FSI = '\u2068';
const PDI = '\u2069';
const PDF = '\u202c';

const trust = (source: string): Markdown => Object.freeze({ source }) as Markdown;

/**
 * Markdown that Discord shows as exactly `text`: nothing in it is formatted, links or mentions anyone. It may be put
 * anywhere in a message, inside bold and quotes as well. Text that turns the writing direction around is isolated.
 */
export const escapeText = (text: string): Markdown =>
  trust(escapeMarkup(text.split(bidiParagraphs).map(isolate).join('')));

const escapeMarkup = (text: string): string =>
  text.replace(inline, '\\$&').replace(colon, '\\:').replace(lineStart, '\\$&');

/**
 * Keeps directional overrides from reaching the words around them (Unicode Standard Annex 9, explicit isolates):
 *
 *     LRI × stray PDIs, FSI, text, PDF, PDI × (1 + isolates still open)
 *
 * Every bracket in the text finds its partner inside, and the two ends can be taken off again without a doubt: the first
 * FSI ends the opening, and the PDF that only PDIs follow starts the closing.
 */
const isolate = (line: string): string => {
  if (!bidiControl.test(line)) return line;
  const { open, stray } = brackets(line);
  return LRI.repeat(stray) + FSI + line + PDF + PDI.repeat(1 + open);
};

/** Takes off what `isolate` put on, wherever in a line that is. */
const unisolate = (line: string): string => {
  const start = line.search(/[\u2066-\u2068]/);
  if (start < 0) return line;
  const end = closing(line, start);
  const inner = line.slice(start, end).match(/^\u2066*\u2068(.*)\u202c\u2069+$/s)?.[1];
  return line.slice(0, start) + (inner ?? line.slice(start, end)) + unisolate(line.slice(end));
};

const brackets = (line: string): { open: number; stray: number } => {
  let open = 0;
  let stray = 0;
  for (const char of line) {
    if (opens(char)) open++;
    else if (char === PDI && open > 0) open--;
    else if (char === PDI) stray++;
  }
  return { open, stray };
};

/** Behind the PDI that closes the isolate at `start`. */
const closing = (line: string, start: number): number => {
  let depth = 0;
  for (let index = start; index < line.length; index++) {
    if (opens(line[index]!)) depth++;
    else if (line[index] === PDI && --depth === 0) return index + 1;
  }
  return line.length;
};

const opens = (char: string): boolean => char >= LRI && char <= FSI;

/** Markdown source without the isolates that `escapeText` put around text. */
export const withoutIsolates = (source: string): string => source.split(bidiParagraphs).map(unisolate).join('');

type Part = string | number | Markdown;

const source = (part: Part): string => (typeof part === 'object' ? part.source : escapeText(String(part)).source);

/** Markdown from a template: what is written in it is trusted, what is interpolated is escaped unless it is Markdown. */
export const md = (literals: TemplateStringsArray, ...parts: readonly Part[]): Markdown =>
  trust(literals.map((literal, index) => literal + (index < parts.length ? source(parts[index]!) : '')).join(''));

/** Several pieces in a row, with a trusted separator between them. */
export const join = (parts: readonly Part[], separator: Markdown | '' | ' ' | '\n' = ''): Markdown =>
  trust(parts.map(source).join(typeof separator === 'string' ? separator : separator.source));

/** Bold, line by line, because emphasis ends where a quoted line does; blank lines have nothing to embolden. */
export const bold = (part: Part): Markdown => eachLine(part, (line) => (line.trim() === '' ? line : `**${line}**`));

/** Small print, one `-#` a line. */
export const small = (part: Part): Markdown => eachLine(part, (line) => (line.trim() === '' ? line : `-# ${line}`));

/** A block quote, one `>` a line. */
export const quote = (part: Part): Markdown => eachLine(part, (line) => `> ${line}`);

const eachLine = (part: Part, change: (line: string) => string): Markdown =>
  trust(source(part).split('\n').map(change).join('\n'));

/**
 * What a sentence of the catalogue is given: text is escaped; `date`: a day, month or year, written as its reader does;
 * `list`: "one, two and three".
 */
export type Value =
  | string
  | number
  | Markdown
  | Phrase
  | { readonly date: string }
  | { readonly list: readonly Value[]; readonly last?: 'and' | 'or' };

/** A sentence in no language yet: `phrase` makes it where nobody knows who will read it. */
export interface Phrase {
  readonly phrase: Key;
  readonly values: Readonly<Record<string, Value>>;
}

/** A sentence of the catalogue, as Markdown. */
export type Say = <K extends Key>(key: K, ...values: Values<K, Value>) => Markdown;

/** A sentence of the catalogue whose reader is not known yet, for refusals: `phrase('guard.channels', { channels })`. */
export const phrase = <K extends Key>(key: K, ...[values]: Values<K, Value>): Phrase => ({
  phrase: key,
  values: (values ?? {}) as Phrase['values'],
});

/** A phrase in the language of its reader. The catalogue's own words are trusted Markdown, what is put into them is not. */
export const sayPhrase = (speech: Speech, { phrase: key, values }: Phrase): Markdown => {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    name === 'n' ? value : valueIn(speech, value).source,
  ]);
  const text = speech.text as (key: Key, values: object) => string;
  return trust(text(key, Object.fromEntries(written)));
};

/** The words of a language as Markdown: the two members of `Services` that speak. */
export const speaking = (speech: Speech): { readonly speech: Speech; readonly say: Say } => ({
  speech,
  say: (key, ...values) => sayPhrase(speech, phrase(key, ...values)),
});

const valueIn = (speech: Speech, value: Value): Markdown => {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return escapeText(speech.number(value));
  if ('phrase' in value) return sayPhrase(speech, value);
  if ('date' in value) return escapeText(speech.date(value.date));
  if (!('list' in value)) return value;
  const items = value.list.map((item) => valueIn(speech, item).source);
  return trust(speech.list(items, value.last));
};
