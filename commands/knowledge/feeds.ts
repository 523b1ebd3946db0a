import { join, md, phrase, sayPhrase, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Choice, Markdown, MessageReply, Request, Services } from '../../src/discord/types.ts';
import type { Feed, Knowledge } from '../../src/servers/types.ts';
import { articleKey, linked } from '../shared/sources.ts';
import { shortTitle, words } from '../shared/wording.ts';
import { inLog, reporter } from './add.ts';
import { tellAddition } from './addition.ts';
import { knowledgeOf } from './own.ts';
import { articles, lines } from './phrases.ts';

/** Reads a feed from now on, beginning with what stands in it. */
export async function addFeed(url: string, request: Request, services: Services): Promise<MessageReply> {
  const addition = await knowledgeOf(request, services).feeds.add(url, reporter(services));
  services.audit(lines([phrase('knowledge.feed.audit', { feed: shortTitle(url, 200) }), inLog(addition)]));
  return tellAddition(addition, services.speech, services.say('knowledge.feed.added'));
}

/** Every feed with what became of it, and a menu to stop one. */
export async function listFeeds(request: Request, services: Services): Promise<MessageReply> {
  const { say, speech } = services;
  const feeds = await knowledgeOf(request, services).feeds.list();
  const reply = { kind: 'message', private: true } as const;
  if (feeds.length === 0) {
    return { ...reply, head: [{ kind: 'text', text: say('knowledge.feed.empty') }], items: [], foot: [] };
  }
  return {
    ...reply,
    head: [{ kind: 'text', text: say('knowledge.feed.count', { n: feeds.length }) }],
    items: feeds.map((feed) => ({ kind: 'text', text: line(feed, services) })),
    foot: [
      {
        kind: 'select',
        action: { command: 'knowledge', verb: 'unfeed', args: [] },
        placeholder: speech.text('knowledge.feed.stop'),
        choices: feedChoices(feeds, ''),
      },
    ],
  };
}

/** Feeds by words of their titles and addresses; at most 25. */
export function feedChoices(feeds: readonly Feed[], typed: string): readonly Choice[] {
  const wanted = words(typed);
  return feeds
    .filter(({ title, url }) => {
      const own = words(`${title ?? ''} ${url}`);
      return wanted.every((word) => own.some((candidate) => candidate.startsWith(word)));
    })
    .slice(0, 25)
    .map((feed) => ({ name: nameOf(feed, 100), value: keyOf(feed) }));
}

/** Stops reading a feed, by its address, part of its name, or its key. Its articles stay. */
export async function removeFeed(typed: string, request: Request, services: Services): Promise<MessageReply> {
  const knowledge = knowledgeOf(request, services);
  const feed = await find(typed, knowledge);
  if (!(await knowledge.feeds.remove(feed.url))) throw new Refusal(phrase('knowledge.feed.gone'));
  services.audit(phrase('knowledge.feed.auditRemoved', { feed: shortTitle(feed.url, 200) }));
  const text = services.say('knowledge.feed.removed', { feed: nameOf(feed, 200) });
  return { kind: 'message', private: true, head: [{ kind: 'text', text }], items: [], foot: [] };
}

async function find(typed: string, knowledge: Knowledge): Promise<Feed> {
  const feeds = await knowledge.feeds.list();
  const exact = feeds.find((feed) => feed.url === typed || keyOf(feed) === typed);
  if (exact !== undefined) return exact;
  const wanted = words(typed);
  const [first, second] = feeds.filter((feed) => {
    const own = words(`${feed.title ?? ''} ${feed.url}`);
    return wanted.length > 0 && wanted.every((word) => own.includes(word));
  });
  if (first !== undefined && second === undefined) return first;
  throw new Refusal(phrase(first === undefined ? 'knowledge.feed.missing' : 'knowledge.feed.ambiguous'));
}

function line(feed: Feed, { say, speech }: Services): Markdown {
  const read =
    feed.lastOk === null
      ? say('knowledge.feed.unread')
      : say('knowledge.feed.lastRead', { date: { date: feed.lastOk.slice(0, 10) } });
  return join(
    [
      md`**${linked(nameOf(feed, 120), feed.url, speech)}**`,
      small(md`${sayPhrase(speech, articles(feed.articles))} · ${read}`),
      ...(feed.trouble === null ? [] : [say('knowledge.feed.trouble', { trouble: feed.trouble })]),
    ],
    '\n',
  );
}

const nameOf = ({ title, url }: Feed, limit: number): string => shortTitle(title ?? url, limit);

const keyOf = ({ url }: Feed): string => articleKey({ id: url });
