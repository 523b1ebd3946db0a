import { md } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { MessageReply, ModalReply, Request, Services } from '../../src/discord/types.ts';
import type { EditableFacts, OwnArticle } from '../../src/servers/types.ts';
import { languageOf } from '../shared/language.ts';
import { articleKey, titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';
import { readForm, tellEdit } from './facts.ts';
import { shown } from './list.ts';
import { findOwn, knowledgeOf } from './own.ts';

/** The window with what is known about an article. */
export function editModal(article: OwnArticle): ModalReply {
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
    title: 'Edit what is known',
    action: { command: 'knowledge', verb: 'edited', args: [articleKey(article)] },
    fields: [
      field('title', 'Title', article.title, 300),
      { ...field('published', 'Published', article.published, 20), hint: 'A day: 2019-09-10 or 10 Sep 2019' },
      field('source', 'Source', article.source, 200),
      { ...field('url', 'Address', article.url, 1_000), hint: 'Where it can be read, beginning with https://' },
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
  if (after === null) throw new Refusal('That article has just been removed.');
  const language = languageOf(request, services);
  const told = tellEdit(before, after, language);
  if (told !== '') services.audit(md`**Article edited:** “${shortTitle(titleOf(before), 90)}”: ${told}`);
  const reply = shown(after, language);
  const note = told === '' ? md`**Nothing was changed.**` : md`**Changed:** ${told}`;
  return { ...reply, items: [{ kind: 'text', text: note }, ...reply.items] };
}
