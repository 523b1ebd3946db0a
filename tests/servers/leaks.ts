/** Mixed operations on servers whose articles are nearly the same, each result searched for anything of another server. */
import type { Library } from '../../src/answer/types.ts';
import type { Article } from '../../src/corpus/types.ts';
import type { Servers } from '../../src/servers/types.ts';
import { endingOf } from './making.ts';

export interface World {
  readonly guildId: string;
  /** The number that its articles were made with. */
  readonly number: number;
}

interface Look {
  readonly servers: Servers;
  readonly world: World;
  readonly library: Library;
  /** Spans that any server has shown, with their articles. */
  readonly shown: readonly { readonly article: Article; readonly start: number; readonly end: number }[];
  readonly step: number;
}

const asked = '2024-02-01';
const QUESTIONS = [
  'Who is the mayor of Veldt?',
  'How much do the repairs of the bridge cost?',
  'How long will the school be closed?',
  'When was the harbour built?',
  'What did the mayor of Tarn say about the dam?',
];
const TOPICS = ['cracks', 'bridge', 'repairs', 'council', 'ferry'];
const of = <T>(from: readonly T[], step: number): T => from[step % from.length]!;

/** What a person can do with a server's articles; the last tries what another server has shown. */
const OPERATIONS: readonly ((look: Look) => unknown)[] = [
  ({ library, step }) => library.ask(of(QUESTIONS, step), { asked }),
  ({ library, step }) => library.quote({ about: of(TOPICS, step), top: 5 }),
  ({ library, step }) => library.speaker(of(library.speakers(), step).name),
  ({ library }) => library.speakers(),
  ({ library }) => library.articles,
  ({ library, step }) => library.timeline({ topic: of(TOPICS, step), dates: 5 }),
  ({ library, shown, step }) => {
    // What was given comes back in these two.
    const { diff: _, claimed: __, ...found } = library.check(`"${textOf(of(shown, step))}"`);
    return found;
  },
  ({ library, shown, step }) => {
    const { article, start, end } = of(shown, step);
    return library.cite(article.id, { start, end }, article.hash);
  },
  ({ servers, world }) => servers.knowledge(world.guildId).list(),
  ({ servers, world, shown, step }) => {
    const { article, start, end } = of(shown, step);
    return servers.knowledge(world.guildId).prove(article.id, { start, end }, article.hash.slice(0, 12));
  },
];

/**
 * @param step chooses server, operation and input
 * @returns what leaked, in words; empty when nothing did
 */
export const operate = async (servers: Servers, worlds: readonly World[], step: number): Promise<string[]> => {
  const dice = (step * 2_654_435_761) >>> 7;
  const world = of(worlds, dice);
  const other = of(worlds, dice + 1);
  const { library } = await servers.open(world.guildId);
  const theirs = (await servers.open(other.guildId)).library;
  const shown = [...spansOf(theirs), ...spansOf(library)];
  const result = await of(OPERATIONS, step)({ servers, world, library, shown, step: dice });
  const wrong = articlesIn(result).filter((article) => library.article(article.id) !== article);
  const foreign = worlds
    .filter(({ number }) => endingOf(number) !== endingOf(world.number))
    .map(({ number }) => endingOf(number));
  const words = new RegExp(
    `\\b(?:Brandt|Lindqvist|Hollar|Okafor|Reyes|Moreau|Tanaka|Weiss)(?:${foreign.join('|')})\\b`,
    'u',
  );
  const leaked = words.exec(JSON.stringify(result) ?? '')?.[0];
  return [
    ...wrong.map(({ id }) => `step ${step}: the article ${id} is not that server's own`),
    ...(leaked ? [`step ${step}: "${leaked}" is of another server`] : []),
  ];
};

const spansOf = ({ articles }: Library) =>
  articles.slice(1, 6).map((article) => ({ article, start: 0, end: article.text.indexOf('.') }));

const textOf = ({ article, start, end }: { article: Article; start: number; end: number }) =>
  article.text.slice(start, end);

/** Every article that a value holds, however deep. */
const articlesIn = (value: unknown, seen = new Set<unknown>()): Article[] => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if ('hash' in value && 'furniture' in value) return [value as Article];
  return Object.values(value).flatMap((inner) => articlesIn(inner, seen));
};
