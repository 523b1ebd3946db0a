import type { Added } from './types.ts';

/** One version of an article: everything but the text itself, which is found by its hash. */
export interface Version {
  readonly hash: string;
  readonly length: number;
  readonly facts: unknown;
  /** ISO 8601. */
  readonly at: string;
}

export interface Listed {
  readonly id: string;
  /** ISO 8601. */
  readonly added: string;
  /** Oldest first, never empty. */
  readonly versions: readonly Version[];
  /** Milliseconds since 1970; undefined: it is there. */
  readonly removed?: number;
}

/** All that a server has, in the order of adding; replaced as a whole. */
export type List = readonly Listed[];

/** Versions of one article that are kept. */
const mostVersions = 20;

export const newest = ({ versions }: Listed): Version => versions.at(-1)!;

export const isPresent = ({ removed }: Listed): boolean => removed === undefined;

export const hashesIn = (list: List): string[] => list.flatMap(({ versions }) => versions.map(({ hash }) => hash));

/** The list with new articles, and with new versions of those it has. A removed article that is added again is there again. */
export const merge = (before: List, arriving: ReadonlyMap<string, Version>): { after: List; ids: Added } => {
  const left = new Map(arriving);
  const [changed, unchanged]: [string[], string[]] = [[], []];
  const kept = before.map((listed) => {
    const version = left.get(listed.id);
    if (!version) return listed;
    left.delete(listed.id);
    if (isPresent(listed) && isSame(newest(listed), version)) {
      unchanged.push(listed.id);
      return listed;
    }
    changed.push(listed.id);
    return withVersion(listed, version);
  });
  const fresh = Array.from(left, ([id, version]): Listed => ({ id, added: version.at, versions: [version] }));
  return { after: [...kept, ...fresh], ids: { added: [...left.keys()], changed, unchanged } };
};

/** The list with other facts about one article. */
export const describe = (before: List, id: string, facts: unknown, at: string): List =>
  before.map((listed) =>
    listed.id === id && isPresent(listed) ? withVersion(listed, { ...newest(listed), facts, at }) : listed,
  );

export const remove = (before: List, ids: ReadonlySet<string>, at: number): List =>
  before.map((listed) => (ids.has(listed.id) && isPresent(listed) ? { ...listed, removed: at } : listed));

export const bringBack = (before: List, ids: ReadonlySet<string>): List =>
  before.map((listed) => (ids.has(listed.id) ? present(listed) : listed));

const withVersion = (listed: Listed, version: Version): Listed => ({
  ...present(listed),
  versions: [...listed.versions, version].slice(-mostVersions),
});

const present = ({ id, added, versions }: Listed): Listed => ({ id, added, versions });

const isSame = (one: Version, other: Version): boolean =>
  one.hash === other.hash && JSON.stringify(one.facts) === JSON.stringify(other.facts);
