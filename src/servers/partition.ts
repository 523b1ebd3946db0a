import type { Library } from '../answer/types.ts';
import type { Store } from '../store/types.ts';
import { type Collection, collect } from './collection.ts';

import { readSettings } from './kept-settings.ts';
import type { Times } from './limits.ts';
import { createPace } from './pace.ts';
import { readRevision } from './revision.ts';
import type { ServerSettings } from './settings.ts';
import { shelfOf } from './shelf.ts';
import type { Server } from './types.ts';

/** One open server: what it is now, and what its next state is made from. */
export interface Partition {
  readonly id: string;
  /** Replaced as a whole, in one assignment. */
  server: Server;
  own: Collection;
  /** Bytes that its own articles take, by estimate. */
  weight: number;
  revision: string | null;
  /** How often its settings were changed here: what was read of them before is out of date. */
  edits: number;
  /** When it was last compared with the store, in milliseconds since 1970. */
  checked: number;
  /** Whether the last comparison failed. */
  lost: boolean;
  /** The comparison under way. */
  checking: Promise<void> | null;
  /** All changes, one after the other. */
  changes: Promise<unknown>;
  /** It was let go: what is still under way for it comes to nothing. */
  released: boolean;
}

export interface PartitionServices {
  readonly store: Store;
  readonly now: () => number;
  readonly times: Times;
  readonly signal: AbortSignal;
  /** Makes the library of a server; `before` is the one that it replaces. */
  readonly build: (own: Collection, shipped: boolean, before: Library | null) => Promise<Library>;
  /** A new library took the place of another, or of none. */
  readonly swapped: (partition: Partition, before: Library | null) => void;
  /** For the operator's log. */
  readonly report: (sentence: string) => void;
}

const none: Collection = new Map();
const noTexts: ReadonlyMap<string, string> = new Map();

/** Opens a server: its settings and articles as the store has them. @throws StoreError */
export const openPartition = async (id: string, services: PartitionServices): Promise<Partition> => {
  const { store, now, build, report } = services;
  const checked = now();
  // The revision first: what is written meanwhile then shows as a difference.
  const [settings, revision] = await Promise.all([readSettings(store, id, report), readRevision(store, id)]);
  const own = await read(id, none, noTexts, services);
  const library = await build(own, settings.shipped, null);
  const partition: Partition = {
    id,
    server: Object.freeze({ id, settings, library }),
    own,
    weight: weightOf(own),
    revision,
    edits: 0,
    checked,
    lost: false,
    checking: null,
    changes: Promise.resolve(),
    released: false,
  };
  services.swapped(partition, null);
  return partition;
};

/** Compares an open server with the store, and takes over what has changed there. Never rejects. */
export const check = (partition: Partition, services: PartitionServices): Promise<void> => {
  const compare = async (): Promise<void> => {
    const { id } = partition;
    const { store, report } = services;
    const { edits } = partition;
    partition.checked = services.now();
    try {
      const [settings, revision] = await Promise.all([readSettings(store, id, report), readRevision(store, id)]);
      partition.lost = false;
      if (edits === partition.edits) await takeOver(partition, settings, services);
      if (revision !== partition.revision) await reread(partition, services);
    } catch {
      // The store says by itself that it is lost. What is known answers until it is back.
      partition.lost = true;
    } finally {
      partition.checking = null;
    }
  };
  partition.checking ??= compare();
  return partition.checking;
};

/** Takes over other settings; the library changes only with the shipped articles. */
export const takeOver = async (
  partition: Partition,
  settings: ServerSettings,
  services: PartitionServices,
): Promise<void> => {
  const before = partition.server.settings;
  if (JSON.stringify(before) === JSON.stringify(settings)) return;
  partition.server = Object.freeze({ ...partition.server, settings });
  if (before.shipped !== settings.shipped) await change(partition, () => rebuild(partition, services));
};

/**
 * Reads the list of articles again and takes over what has changed.
 * @param texts by hash, that need not be read
 */
export const reread = (
  partition: Partition,
  services: PartitionServices,
  { texts = noTexts, all = false }: { readonly texts?: ReadonlyMap<string, string>; readonly all?: boolean } = {},
): Promise<void> =>
  change(partition, async () => {
    const revision = await readRevision(services.store, partition.id);
    const own = await read(partition.id, all ? none : partition.own, texts, services);
    partition.revision = revision;
    if (isSame(own, partition.own)) return;
    partition.own = own;
    partition.weight = weightOf(own);
    await rebuild(partition, services);
  });

const change = (partition: Partition, work: () => Promise<void>): Promise<void> => {
  const result = partition.changes.then(async () => {
    if (!partition.released) await work();
  });
  partition.changes = result.catch(() => undefined);
  return result;
};

const rebuild = async (partition: Partition, { build, swapped }: PartitionServices): Promise<void> => {
  const before = partition.server.library;
  const library = await build(partition.own, partition.server.settings.shipped, before);
  if (partition.released) return;
  partition.server = Object.freeze({ ...partition.server, library });
  swapped(partition, before);
};

const read = (
  id: string,
  known: Collection,
  texts: ReadonlyMap<string, string>,
  { store, signal, report }: PartitionServices,
): Promise<Collection> =>
  collect(shelfOf(store, id), known, texts, createPace(signal), (article) =>
    report(`The text of the article "${article}" of server ${id} is lost or damaged; the article is left out.`),
  );

/** Measured on news: bytes that a character takes with its share of the index, and what was read of it besides. */
const HELD = 4;
const READ = 20;
/** Of more articles than this, questions hardly read all. */
const MOST_READ = 500;

const weightOf = (own: Collection): number => {
  const characters = own.values().reduce((sum, { article }) => sum + article.text.length, 0);
  return characters * (HELD + READ * Math.min(1, MOST_READ / Math.max(1, own.size)));
};

const isSame = (one: Collection, other: Collection): boolean =>
  one.size === other.size && one.entries().every(([id, { article }]) => other.get(id)?.article === article);
