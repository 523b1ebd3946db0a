/** A Word document (DOCX) → its paragraphs, list items and cells; headings and title are told apart by their styles. */
import mammoth from 'mammoth';
import { type Extract, joinBlocks } from './extract.ts';
import { blocksOfHtml } from './html.ts';
import { UnreadableError } from './unreadable.ts';

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
/** Marks of notes and the notes themselves, as mammoth writes them: no words of the story. */
const NOTES = /<sup><a href="#(?:foot|end)note-\d[^>]*>[^<]*<\/a><\/sup>|<li id="(?:foot|end)note-[\s\S]*?<\/li>/gu;

/** Throws UnreadableError if the document is damaged or empty. */
export async function readDocx(bytes: Uint8Array): Promise<Extract> {
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value } = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, convertImage, externalFileAccess: false })
    .catch((error: unknown) => {
      if (error instanceof RangeError) throw error;
      throw new UnreadableError('it is not a whole Word document');
    });
  const blocks = blocksOfHtml(value.replace(NOTES, ''));
  if (blocks.length === 0) throw new UnreadableError('there is no text in it');
  return { ...joinBlocks(blocks), title: null, published: null, source: null, url: null, author: null, key: null };
}
