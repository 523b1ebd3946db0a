/** A web page → its story as blocks of text and what the page says about it. Nothing is run and nothing is fetched. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blocksIn, type Node } from './blocks.ts';
import { type Block, type Extract, joinBlocks } from './extract.ts';
import { readMetadata } from './metadata.ts';
import { UnreadableError } from './unreadable.ts';

/** A story shorter than this may be the wrong part of the page, if the page's own data has a longer one. */
const SHORT = 250;

/** Throws UnreadableError if the page has no text. */
export function readPage(html: string): Extract {
  const whole = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const { body, ...facts } = readMetadata(document);
  const story = storyIn(document);
  let blocks = story.length > 0 ? story : blocksIn(parseHTML(whole).document.documentElement as unknown as Node);
  if (body !== null && lengthOf(blocks) < Math.min(SHORT, body.length)) {
    blocks = body.split(/\s*\n\s*/u).map((text) => ({ text: text.trim(), heading: false }));
    blocks = blocks.filter(({ text }) => text !== '');
  }
  if (blocks.length === 0) throw new UnreadableError('there is no text in it');
  return { ...joinBlocks(blocks), ...facts, key: null };
}

/** The blocks of a piece of HTML, such as a feed's, all of which is the story. */
export function blocksOfHtml(html: string): Block[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return blocksIn(document.documentElement as unknown as Node);
}

/** The part of the page that is the article, as Readability finds it; it rearranges the document on the way. */
function storyIn(document: unknown): Block[] {
  const readability = new Readability<Node>(document as never, {
    disableJSONLD: true,
    serializer: (node) => node as unknown as Node,
  });
  const content = readability.parse()?.content;
  return content ? blocksIn(content) : [];
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
