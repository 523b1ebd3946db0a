import { phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { MessageReply, ModalReply, Request, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { EditableFacts, OwnArticle } from '../../src/servers/types.ts';
import { articleKey, titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';
import { changesBetween, readForm } from './facts.ts';
import { shown } from './list.ts';
import { findOwn, knowledgeOf } from './own.ts';

/** The window with what is known about an article. */
export function editModal(article: OwnArticle, { text }: Speech): ModalReply {
  const field = (id: string, label: string, value: string | null, maxLength: number) => ({
    id,
    label,
    required: id === 'title',
    long: false,
    maxLength,
    ...(value !== null && value !== '' && { value: value.slice(0, maxLength) }),
  });
  return {
    kind: 'modal',
    title: text('knowledge.edit.title'),
    action: { command: 'knowledge', verb: 'edited', args: [articleKey(article)] },
    fields: [
      field('title', text('knowledge.edit.name'), article.title, 300),
      {
        ...field('published', text('knowledge.edit.published'), article.published, 20),
        hint: text('knowledge.edit.publishedHint'),
      },
      field('source', text('knowledge.edit.source'), article.source, 200),
      {
        ...field('url', text('knowledge.edit.address'), article.url, 1_000),
        hint: text('knowledge.edit.addressHint'),
      },
    ],
  };
}

/** What the window sent; an emptied field takes the fact away. */
export async function edited(request: Request, services: Services, reference: string): Promise<MessageReply> {
  const { title, published, source, url } = request.fields;
  const facts = readForm({ title, published, source, url });
  const reply = await edit(facts, reference, request, services);
  return { ...reply, update: request.messageId !== null };
}

/** Changes what is known about an article. Its text stays as it is. */
export async function edit(
  facts: EditableFacts,
  reference: string,
  request: Request,
  services: Services,
): Promise<MessageReply> {
  const knowledge = knowledgeOf(request, services);
  const before = await findOwn(knowledge, reference);
  const after = await knowledge.edit(before.id, facts);
  if (after === null) throw new Refusal(phrase('knowledge.gone'));
  const changes = changesBetween(before, after);
  const title = shortTitle(titleOf(before), 90);
  if (changes !== null) services.audit(phrase('knowledge.edit.audit', { title, changes }));
  const { say, speech } = services;
  const reply = shown(after, speech);
  const note = changes === null ? say('knowledge.edit.unchanged') : say('knowledge.edit.changed', { changes });
  return { ...reply, items: [{ kind: 'text', text: note }, ...reply.items] };
}
