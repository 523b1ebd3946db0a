import { readFile } from '../../src/corpus/corpus.ts';
import type { Article, Parsed } from '../../src/corpus/types.ts';
import { join, phrase, type Say, speaking } from '../../src/discord/markdown.ts';
import type { Markdown, MessageReply } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';
import { titleOf } from '../shared/sources.ts';
import { oneLine, shortTitle } from '../shared/wording.ts';
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

/** A line of the report: what it is about (a key behind `knowledge.check.`), and what was found. */
type Line = readonly [about: About, found: string];
type About =
  | 'unread'
  | 'unseen'
  | 'title'
  | 'format'
  | 'published'
  | 'source'
  | 'author'
  | 'address'
  | 'dateline'
  | 'counted'
  | 'furniture'
  | 'warning';

/** How a file would be read, without adding anything. */
export async function checkFile(name: string, bytes: Uint8Array, speech: Speech): Promise<MessageReply> {
  return report(shortTitle(name, 120), await readFile(bytes, name, reader), speech);
}

/** How an article was read that has been added. */
export function checkArticle(article: Article, speech: Speech): MessageReply {
  return report(shortTitle(titleOf(article), 120), { articles: [article], failures: [] }, speech);
}

/** One page; what does not fit stands in a text file beside it, as all the rest. */
function report(name: string, { articles, failures }: Parsed, speech: Speech): MessageReply {
  const { say } = speaking(speech);
  const { text } = speech;
  let left = LONGEST;
  const readings = articles.slice(0, MOST).map((article) => {
    left -= article.text.length;
    return reading(article, left >= 0, speech);
  });
  const unread = failures.map(
    ({ file, reason }): Line => [
      'unread',
      text('knowledge.added.failure', { file: shortTitle(file, 80), reason: oneLine(reason) }),
    ],
  );
  const parts = [...(unread.length === 0 ? [] : [unread]), ...readings];
  const unseen = articles.length - readings.length;
  const rest: readonly Line[] = unseen > 0 ? [['unseen', text('knowledge.articles', { n: unseen })]] : [];
  const shown = fitting(parts, say);
  const isWhole = shown.length === parts.length;
  const plain = ([about, found]: Line) =>
    `${text('knowledge.check.line', { about: text(`knowledge.check.${about}`), found })}\n`;
  const file = {
    name: 'reading.txt',
    bytes: Buffer.from([...parts, rest].map((lines) => lines.map(plain).join('')).join('\n'), 'utf8'),
    description: text('knowledge.check.file', { name }),
  };
  const several = articles.length === 1 ? [] : [say('knowledge.check.several', { n: articles.length })];
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: join([say('knowledge.check.heading', { name }), ...several], '\n') }],
    items: [
      ...shown.flatMap((part) => [{ kind: 'divider' } as const, { kind: 'text', text: part } as const]),
      ...(isWhole ? [] : [{ kind: 'text', text: say('knowledge.check.rest') } as const]),
    ],
    foot: [],
    ...(!isWhole && { files: [file] }),
  };
}

/** As many parts, from the first on, as there is room for; of the first as many lines. */
function fitting(parts: readonly (readonly Line[])[], say: Say): readonly Markdown[] {
  const shown: Markdown[] = [];
  let left = ROOM;
  for (const lines of parts) {
    const part = join(
      lines.map(([about, found]) => say('knowledge.check.shown', { about: phrase(`knowledge.check.${about}`), found })),
      '\n',
    );
    if (part.source.length > left) break;
    shown.push(part);
    left -= part.source.length;
  }
  return shown;
}

function reading(article: Article, isCounted: boolean, speech: Speech): readonly Line[] {
  const { text } = speech;
  const { title, published, source, author, url, dateline } = article;
  const format = text(article.format === undefined ? 'knowledge.check.text' : `knowledge.format.${article.format}`);
  const length = text('knowledge.length', { n: article.text.length });
  return [
    ['title', title === '' ? text('knowledge.check.noTitle') : shortTitle(title, 300)],
    ['format', text('knowledge.pair', { first: format, second: length })],
    ['published', published === null ? text('knowledge.check.noDate') : speech.date(published)],
    ['source', source === null ? text('knowledge.check.noSource') : shortTitle(source, 120)],
    ['author', author === null ? text('knowledge.check.noAuthor') : shortTitle(author, 120)],
    ...(url === null ? [] : [['address', shortTitle(url, 300)] as const]),
    ['dateline', dateline === null ? text('knowledge.check.noDateline') : oneLine(slice(article.text, dateline.span))],
    ['counted', isCounted ? counted(article, speech) : text('knowledge.check.long')],
    ...furniture(article, speech),
    ...warningsOf(article).map((warning): Line => ['warning', text(warning)]),
  ];
}

function counted(article: Article, { text }: Speech): string {
  const { paragraphs, sentences, quotations, dates } = reader.read(article);
  return [
    paragraphs.length === 0
      ? text('knowledge.check.noParagraphs')
      : text('knowledge.check.paragraphs', { n: paragraphs.length }),
    sentences.length === 0
      ? text('knowledge.check.noSentences')
      : text('knowledge.check.sentences', { n: sentences.length }),
    quotations.length === 0
      ? text('knowledge.check.noQuotations')
      : text('knowledge.check.quotations', { n: quotations.length }),
    dates.length === 0 ? text('knowledge.check.noDates') : text('knowledge.check.dates', { n: dates.length }),
  ].reduce((first, second) => text('knowledge.pair', { first, second }));
}

/** Lines that are no part of the story: headline, date line, boxes. They are no quotations, so long ones are shortened. */
function furniture({ text, furniture: spans }: Article, speech: Speech): readonly Line[] {
  if (spans.length === 0) return [['furniture', speech.text('knowledge.check.noFurniture')]];
  const lines = spans
    .slice(0, MOST_LINES)
    .map((span): Line => ['furniture', shortTitle(slice(text, span), LONGEST_LINE)]);
  const rest = spans.length - lines.length;
  return rest > 0 ? [...lines, ['furniture', speech.text('knowledge.more', { n: rest })]] : lines;
}
