import type { Article } from '../../src/corpus/types.ts';
import { phrase, speaking } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Button, MessageReply } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { Knowledge } from '../../src/servers/types.ts';
import { titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';

/** Bytes of one file: Discord takes 10 MB everywhere. */
const PART = 9_000_000;

/**
 * All own articles as JSON Lines, in as many parts as Discord's limit demands; `part` from 1. A line that alone is longer
 * than a part is a part of its own. Rejects with `Refusal` when there is no such part.
 */
export async function exportAll(
  knowledge: Knowledge,
  part: number,
  speech: Speech,
  limit = PART,
): Promise<MessageReply> {
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
  if (lines === 0) throw new Refusal(phrase('knowledge.export.empty'));
  if (current.length === 0) throw new Refusal(phrase('knowledge.export.noPart', { parts }));
  const { say } = speaking(speech);
  const text = parts === 1 ? say('knowledge.export.all') : say('knowledge.export.part', { part, parts });
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text }],
    items: [],
    foot: part < parts ? [{ kind: 'buttons', buttons: [next(part + 1, speech)] }] : [],
    files: [
      {
        name: parts === 1 ? 'articles.jsonl' : `articles-${part}.jsonl`,
        bytes: Buffer.from(`${current.join('\n')}\n`, 'utf8'),
        description: speech.text('knowledge.export.allFile'),
      },
    ],
  };
}

/** One article as a line of JSON, in the same form. */
export function exportOne(article: Article, speech: Speech): MessageReply {
  const { id, title, published, source, url, author, dateline, furniture, text } = article;
  const line = JSON.stringify({ id, title, published, source, url, author, dateline, furniture, text });
  const heading = speaking(speech).say('knowledge.export.one', { title: shortTitle(titleOf(article), 200) });
  const description = speech.text('knowledge.export.oneFile');
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: heading }],
    items: [],
    foot: [],
    files: [{ name: 'article.jsonl', bytes: Buffer.from(`${line}\n`, 'utf8'), description }],
  };
}

const next = (part: number, { text }: Speech): Button => ({
  label: text('knowledge.export.next', { part }),
  style: 'primary',
  action: { command: 'knowledge', verb: 'part', args: [`${part}`] },
});
