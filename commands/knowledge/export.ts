import type { Article } from '../../src/corpus/types.ts';
import { md } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Button, MessageReply } from '../../src/discord/types.ts';
import type { Knowledge } from '../../src/servers/types.ts';
import { titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';

/** Bytes of one file: Discord takes 10 MB everywhere. */
const PART = 9_000_000;

/**
 * All own articles as JSON Lines, in as many parts as Discord's limit demands; `part` from 1. A line that alone is longer
 * than a part is a part of its own. Rejects with `Refusal` when there is no such part.
 */
export async function exportAll(knowledge: Knowledge, part: number, limit = PART): Promise<MessageReply> {
  const current: string[] = [];
  let [size, parts, lines] = [0, 1, 0];
  for await (const line of knowledge.export()) {
    const bytes = Buffer.byteLength(line) + 1;
    if (size > 0 && size + bytes > limit) {
      parts += 1;
      size = 0;
    }
    size += bytes;
    lines += 1;
    if (parts === part) current.push(line);
  }
  if (lines === 0) throw new Refusal('This server has no articles of its own to export.');
  if (current.length === 0) throw new Refusal(`There are ${parts} parts; please choose one from 1 to ${parts}.`);
  const which = parts === 1 ? '' : ` Part ${part} of ${parts}.`;
  const text = md`**The articles of this server, as JSON Lines.**${which} /knowledge add takes the file back.`;
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text }],
    items: [],
    foot: part < parts ? [{ kind: 'buttons', buttons: [next(part + 1)] }] : [],
    files: [
      {
        name: parts === 1 ? 'articles.jsonl' : `articles-${part}.jsonl`,
        bytes: Buffer.from(`${current.join('\n')}\n`, 'utf8'),
        description: 'Articles as JSON Lines',
      },
    ],
  };
}

/** One article as a line of JSON, in the same form. */
export function exportOne(article: Article): MessageReply {
  const { id, title, published, source, url, author, dateline, furniture, text } = article;
  const line = JSON.stringify({ id, title, published, source, url, author, dateline, furniture, text });
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: md`**“${shortTitle(titleOf(article), 200)}” as JSON.**` }],
    items: [],
    foot: [],
    files: [{ name: 'article.jsonl', bytes: Buffer.from(`${line}\n`, 'utf8'), description: 'An article as JSON' }],
  };
}

const next = (part: number): Button => ({
  label: `Part ${part}`,
  style: 'primary',
  action: { command: 'knowledge', verb: 'part', args: [`${part}`] },
});
