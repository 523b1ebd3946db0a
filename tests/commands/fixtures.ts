import { commands } from '../../commands/index.ts';
import { createLibrary } from '../../src/answer/answer.ts';
import type { Citation, Library } from '../../src/answer/types.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import type { Article } from '../../src/corpus/types.ts';
import { display } from '../../src/discord/display.ts';
import { md, speaking } from '../../src/discord/markdown.ts';
import { queryLine } from '../../src/discord/query.ts';
import { type Payload, renderMessage } from '../../src/discord/render.ts';
import type { Action, Block, Command, MessageReply, Reply, Request, Services } from '../../src/discord/types.ts';
import { speechIn } from '../../src/languages/languages.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createServers, DEFAULTS } from '../../src/servers/servers.ts';
import { openStore } from '../../src/store/store.ts';

const reader = createReader();
const forgetful = await openStore('memory:');

export const ferry = {
  id: 'ferry',
  title: 'Island ferry returns to service after winter repairs',
  source: 'Harbour Gazette',
  author: 'Maud Petrie',
  url: 'https://harbour.example/news/ferry_returns?id=7',
  published: '2021-06-15',
  text: [
    'The island ferry returned to service on 14 June 2021 after winter repairs, the harbour office reported.',
    '"The engines run as smoothly as they did in her first summer," Ingrid Falk, the harbour master, said.',
    'The repairs cost 310,000 crowns. Passengers may take bicycles aboard without charge until the end of August.',
    '"Nobody will have to book a seat before Friday," Ingrid Falk said. A second ferry is planned for 2023.',
  ].join('\n\n'),
};

export const orchard = {
  id: 'orchard',
  title: 'Late frost spares the valley orchards',
  source: 'Valley Courier',
  url: null,
  published: '2022-05-03',
  text: [
    'The late frost of 2 June 2022 spared the valley orchards, and growers expect a full harvest of pears.',
    '"We lit four hundred lamps between the trees that night," Tomas Brandt said.',
    'The growers bought the lamps after the frost of 2017 had ruined the pears.',
  ].join('\n\n'),
};

/** An article that tries everything a text can try on a reader of Markdown. */
export const hostile = {
  id: 'hostile/../**id** @everyone',
  title: '@everyone [free](https://evil.example) **crowns** || ] (',
  source: '<@&123> # Gazette',
  author: '`x`',
  url: 'https://user:secret@evil.example/a)b',
  published: '2020-01-02',
  text: [
    '# Heading about the lighthouse @everyone @here <@123> <#456> tower keepers.',
    '> "**Lighthouse** keepers [click](https://evil.example) -# should ||never|| sleep_at_all `here`," Rosa Lund said.',
    '- On 4 June 2019 the lighthouse keepers * met _twice_ <t:1:R> </ask:1> ~~there~~.',
  ].join('\n\n'),
};

export function libraryOf(...records: readonly (Partial<Article> & Pick<Article, 'id' | 'text'>)[]): Library {
  return createLibrary(corpusOf(records), reader);
}

export function servicesWith(library: Library, store = forgetful): Services {
  const server = { id: '1', settings: DEFAULTS, library };
  return {
    ...speaking(speechIn('en')),
    commands,
    server,
    library,
    servers: createServers({ shipped: library, reader, store }),
    store,
    progress: () => {},
    audit: () => {},
    download: () => Promise.reject(new Error('There are no files here')),
  };
}

export function request(options: Request['options'] = {}, more: Partial<Request> = {}): Request {
  return {
    options,
    page: 0,
    fields: {},
    target: null,
    messageId: '900',
    userId: '7',
    guildId: '1',
    channelId: '2',
    locale: 'en-GB',
    today: '2022-06-01',
    path: [],
    files: [],
    chosen: {},
    member: null,
    ...more,
  };
}

/** The reply as a message; fails when it is a modal. */
export function message(reply: Reply): MessageReply {
  if (reply.kind !== 'message') throw new Error(`Expected a message, not a ${reply.kind}`);
  return reply;
}

export async function runs(command: Command, options: Request['options'], library: Library): Promise<MessageReply> {
  return message(await command.run(request(options), servicesWith(library)));
}

/** Presses a button of a reply, or chooses from its menu, as the dispatcher would. */
export async function presses(
  command: Command,
  action: Action,
  library: Library,
  more: Partial<Request> = {},
): Promise<Reply> {
  const verb = command.verbs?.[action.verb];
  if (verb === undefined) throw new Error(`/${action.command} has no verb ${action.verb}`);
  return await verb(request({}, more), servicesWith(library), action.args);
}

export function blocks(reply: MessageReply): readonly Block[] {
  return [...reply.head, ...reply.items, ...reply.foot];
}

export function citations(reply: MessageReply): readonly Citation[] {
  return blocks(reply).flatMap((block) => (block.kind === 'quotation' ? [block.citation] : []));
}

export function buttonOf(reply: MessageReply, label: string): Action {
  const buttons = blocks(reply).flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const found = buttons.find((button) => button.label === label);
  if (found === undefined)
    throw new Error(`No button “${label}” among ${buttons.map((button) => button.label).join(', ')}`);
  return found.action;
}

export function menuOf(reply: MessageReply) {
  const found = blocks(reply).find((block) => block.kind === 'select');
  if (found === undefined) throw new Error('The reply has no menu');
  return found;
}

export function labels(reply: MessageReply): readonly string[] {
  return blocks(reply).flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []));
}

/** Every page of a reply, as it is sent. */
export function pages(reply: MessageReply): readonly Payload[] {
  const query = reply.asked === undefined ? md`-# query` : queryLine(reply.asked, true);
  const turn = (page: number) => ({ command: 'ask', verb: 'page', args: [String(page)] });
  const all: Payload[] = [];
  for (let page = 0; ; page++) {
    const payload = renderMessage(reply, { query, page, turn });
    if (JSON.stringify(payload) === JSON.stringify(all.at(-1))) return all;
    all.push(payload);
  }
}

/** All the Markdown of a message, in order. */
export function sources(payload: Payload): readonly string[] {
  return collect(payload.components).filter((text) => text !== '');
}

/** What a reader sees of a reply, formatting gone. */
export function seen(reply: MessageReply): string {
  return pages(reply).flatMap(sources).map(display).join('\n');
}

function collect(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'content' in value ? [String(value.content)] : [];
  return [...own, ...Object.values(value).flatMap(collect)];
}
