import { join, md, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Choice, Markdown, MessageReply, Request, Services } from '../../src/discord/types.ts';
import type { Feed, Knowledge } from '../../src/servers/types.ts';
import { showDate } from '../shared/days.ts';
import { type Language, languageOf } from '../shared/language.ts';
import { articleKey, linked } from '../shared/sources.ts';
import { shortTitle, words } from '../shared/wording.ts';
import { inLog, reporter } from './add.ts';
import { articles, tellAddition } from './addition.ts';
import { knowledgeOf } from './own.ts';

/** Reads a feed from now on, beginning with what stands in it. */
export async function addFeed(url: string, request: Request, services: Services): Promise<MessageReply> {
  const addition = await knowledgeOf(request, services).feeds.add(url, reporter(services));
  const language = languageOf(request, services);
  services.audit(join([md`**Feed added:** ${shortTitle(url, 200)}`, inLog(addition, language)], '\n'));
  return tellAddition(addition, language, md`**The feed is read from now on.** New articles come by themselves.`);
}

/** Every feed with what became of it, and a menu to stop one. */
export async function listFeeds(request: Request, services: Services): Promise<MessageReply> {
  const feeds = await knowledgeOf(request, services).feeds.list();
  const reply = { kind: 'message', private: true } as const;
  if (feeds.length === 0) {
    const text = md`**No feeds yet.** /knowledge feed add takes the address of an RSS or Atom feed.`;
    return { ...reply, head: [{ kind: 'text', text }], items: [], foot: [] };
  }
  const count = feeds.length === 1 ? 'One feed' : `${feeds.length} feeds`;
  return {
    ...reply,
    head: [{ kind: 'text', text: md`**${count}**` }],
    items: feeds.map((feed) => ({ kind: 'text', text: line(feed, languageOf(request, services)) })),
    foot: [
      {
        kind: 'select',
        action: { command: 'knowledge', verb: 'unfeed', args: [] },
        placeholder: 'Stop reading one',
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
  if (!(await knowledge.feeds.remove(feed.url))) throw new Refusal('That feed is not read any more.');
  services.audit(md`**Feed removed:** ${shortTitle(feed.url, 200)}`);
  const text = md`**No longer read:** ${nameOf(feed, 200)}. Its articles stay; /knowledge remove takes them away.`;
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
  throw new Refusal(
    first === undefined
      ? 'There is no such feed. /knowledge feed list shows all.'
      : 'Several feeds fit that. Please give the whole address; /knowledge feed list shows all.',
  );
}

function line(feed: Feed, language: Language): Markdown {
  const facts = [
    articles(feed.articles),
    feed.lastOk === null ? 'not read yet' : `last read ${showDate(feed.lastOk.slice(0, 10), language)}`,
  ];
  return join(
    [
      md`**${linked(nameOf(feed, 120), feed.url)}**`,
      small(facts.join(' · ')),
      ...(feed.trouble === null ? [] : [md`Trouble: ${feed.trouble}`]),
    ],
    '\n',
  );
}

const nameOf = ({ title, url }: Feed, limit: number): string => shortTitle(title ?? url, limit);

const keyOf = ({ url }: Feed): string => articleKey({ id: url });
