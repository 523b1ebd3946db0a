import { readFile } from '../../src/corpus/corpus.ts';
import type { Article, Parsed } from '../../src/corpus/types.ts';
import { join, md } from '../../src/discord/markdown.ts';
import type { Markdown, MessageReply } from '../../src/discord/types.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';
import { showDate } from '../shared/days.ts';
import type { Language } from '../shared/language.ts';
import { titleOf } from '../shared/sources.ts';
import { oneLine, shortTitle } from '../shared/wording.ts';
import { articles as amount } from './addition.ts';
import { FORMATS } from './list.ts';
import { warningsOf } from './warnings.ts';

/** Of a file with very many articles, so many are looked at. */
const MOST = 200;

/** Longer texts are not counted through, since that would take too long; all of a file's together, in UTF-16 code units. */
const LONGEST = 300_000;

/** Lines that are no part of the story are shown up to this many and this long. */
const MOST_LINES = 8;
const LONGEST_LINE = 120;

/** Characters of Markdown on the one page that this may have, as its file cannot be read again for another one. */
const ROOM = 3_000;

// A reader of its own: what it reads here is forgotten, and belongs to no server.
const reader = createReader();

/** A line of the report: what it is about, and what was found. */
type Line = readonly [about: string, found: string];

/** How a file would be read, without adding anything. */
export async function checkFile(name: string, bytes: Uint8Array, language: Language): Promise<MessageReply> {
  return report(shortTitle(name, 120), await readFile(bytes, name, reader), language);
}

/** How an article was read that has been added. */
export function checkArticle(article: Article, language: Language): MessageReply {
  return report(shortTitle(titleOf(article), 120), { articles: [article], failures: [] }, language);
}

/** One page; what does not fit stands in a text file beside it, as all the rest. */
function report(name: string, { articles, failures }: Parsed, language: Language): MessageReply {
  let left = LONGEST;
  const readings = articles.slice(0, MOST).map((article) => {
    left -= article.text.length;
    return reading(article, left >= 0, language);
  });
  const unread = failures.map(({ file, reason }): Line => ['Not read', `${shortTitle(file, 80)}: ${oneLine(reason)}`]);
  const parts = [...(unread.length === 0 ? [] : [unread]), ...readings];
  const unseen = articles.length - readings.length;
  const rest: readonly Line[] = unseen > 0 ? [['Not looked at', amount(unseen)]] : [];
  const shown = fitting(parts);
  const isWhole = shown.length === parts.length;
  const text = [...parts, rest]
    .map((lines) => lines.map(([about, found]) => `${about}: ${found}\n`).join(''))
    .join('\n');
  const file = { name: 'reading.txt', bytes: Buffer.from(text, 'utf8'), description: `How ${name} was read` };
  const several = articles.length === 1 ? [] : [md`${amount(articles.length)} in it.`];
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: join([md`**How “${name}” was read**`, ...several], '\n') }],
    items: [
      ...shown.flatMap((part) => [{ kind: 'divider' } as const, { kind: 'text', text: part } as const]),
      ...(isWhole ? [] : [{ kind: 'text', text: md`All of it is in the file.` } as const]),
    ],
    foot: [],
    ...(!isWhole && { files: [file] }),
  };
}

/** As many parts, from the first on, as there is room for; of the first as many lines. */
function fitting(parts: readonly (readonly Line[])[]): readonly Markdown[] {
  const shown: Markdown[] = [];
  let left = ROOM;
  for (const lines of parts) {
    const part = join(lines.map(toMarkdown), '\n');
    if (part.source.length > left) break;
    shown.push(part);
    left -= part.source.length;
  }
  return shown;
}

const toMarkdown = ([about, found]: Line): Markdown => md`**${about}:** ${found}`;

function reading(article: Article, isCounted: boolean, language: Language): readonly Line[] {
  const { title, format, text, published, source, author, url, dateline } = article;
  return [
    ['Title', title === '' ? 'none found' : shortTitle(title, 300)],
    [
      'Read as',
      `${format === undefined ? 'text' : FORMATS[format]}, ${text.length.toLocaleString('en-GB')} characters`,
    ],
    ['Published', published === null ? 'no date found' : showDate(published, language)],
    ['Source', source === null ? 'none found' : shortTitle(source, 120)],
    ['Author', author === null ? 'none found' : shortTitle(author, 120)],
    ...(url === null ? [] : [['Address', shortTitle(url, 300)] as const]),
    ['Dateline', dateline === null ? 'none' : oneLine(slice(text, dateline.span))],
    ['Counted', isCounted ? counted(article) : 'nothing, since it is very long'],
    ...furniture(article),
    ...warningsOf(article).map((warning): Line => ['Mind', warning]),
  ];
}

function counted(article: Article): string {
  const { paragraphs, sentences, quotations, dates } = reader.read(article);
  return [
    count(paragraphs.length, 'paragraph'),
    count(sentences.length, 'sentence'),
    count(quotations.length, 'quotation'),
    count(dates.length, 'date'),
  ].join(', ');
}

/** Lines that are no part of the story: headline, date line, boxes. They are no quotations, so long ones are shortened. */
function furniture({ text, furniture: spans }: Article): readonly Line[] {
  if (spans.length === 0) return [['Not part of the story', 'nothing']];
  const lines = spans
    .slice(0, MOST_LINES)
    .map((span): Line => ['Not part of the story', shortTitle(slice(text, span), LONGEST_LINE)]);
  const rest = spans.length - lines.length;
  return rest > 0 ? [...lines, ['Not part of the story', `and ${rest} more`]] : lines;
}

const count = (number: number, what: string): string =>
  `${number === 0 ? 'no' : number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`;
