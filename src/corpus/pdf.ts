/** A PDF → its lines as they stand on the pages, then its paragraphs. Scripts, forms and pictures in it are not touched. */
import { getDocumentProxy } from 'unpdf';
import { type Extract, joinBlocks, tidy } from './extract.ts';
import { type Line, linesOf } from './pdf-lines.ts';
import { paragraphsOf, withoutRunningHeads } from './pdf-paragraphs.ts';
import { UnreadableError } from './unreadable.ts';

const MOST_PAGES = 2_000;
/** Titles that writing programs leave in the file's data. */
const NO_TITLE = /^(?:untitled|microsoft word|document\d*\b)|\.\w{2,5}$/iu;

/** Throws UnreadableError if the file is damaged, protected or without text. */
export async function readPdf(bytes: Uint8Array): Promise<Extract> {
  const document = await open(bytes);
  if (document.numPages > MOST_PAGES) throw new UnreadableError(`it has more than ${MOST_PAGES} pages`);
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item) => 'str' in item)));
    page.cleanup();
  }
  const blocks = paragraphsOf(withoutRunningHeads(pages));
  if (blocks.length === 0) throw new UnreadableError('there is no text in it; perhaps its pages are pictures');
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const title = 'Title' in info ? tidy(info.Title) : null;
  const unmarked = blocks.every(({ heading }) => !heading);
  return {
    ...joinBlocks(blocks),
    title: unmarked && title && !NO_TITLE.test(title) ? title : null,
    published: null,
    source: null,
    url: null,
    author: 'Author' in info ? tidy(info.Author) : null,
    key: null,
  };
}

async function open(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
    });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableError(locked ? 'it is protected by a password' : 'it is not a whole PDF');
  }
}
