/** The servers that are open: the one asked last stands last. */
import type { Library } from '../answer/types.ts';
import type { Room } from './limits.ts';
import { check, openPartition, type Partition, type PartitionServices, reread, takeOver } from './partition.ts';
import type { ServerSettings } from './settings.ts';
import type { Server } from './types.ts';

export interface Partitions {
  open(id: string): Promise<Server>;
  /** What is open of a server, without opening it. */
  peek(id: string): Partition | undefined;
  /** Takes over settings that were just written. */
  settle(id: string, settings: ServerSettings): Promise<void>;
  /** Takes over a change of the articles, where the server is open. @param texts by hash, that need not be read */
  refresh(id: string, texts?: ReadonlyMap<string, string>): Promise<void>;
  /** Has the articles of a server compared with the store at the next chance, whatever their mark says. */
  expire(id: string): void;
  /** Reads everything of a server again. */
  reload(id: string): Promise<Partition>;
  /** Lets go of a server's articles; the next question opens it again. */
  release(id: string): void;
  /** Lets go of those that nobody has asked for long, and of more where there are too many. */
  sweep(): void;
  readonly ids: readonly string[];
  readonly size: { readonly servers: number; readonly articles: number };
  close(): void;
}

export const createPartitions = (
  services: PartitionServices & { readonly room: Room; readonly dropped: (library: Library) => void },
): Partitions => {
  const { now, times, room, dropped } = services;
  const open = new Map<string, { readonly partition: Partition; used: number }>();
  const opening = new Map<string, Promise<Partition>>();

  const release = (id: string): void => {
    const held = open.get(id);
    if (!held) return;
    open.delete(id);
    held.partition.released = true;
    dropped(held.partition.server.library);
  };

  const sweep = (): void => {
    let bytes = open.values().reduce((sum, { partition }) => sum + partition.weight, 0);
    for (const [id, { partition, used }] of open) {
      const isFull = open.size > room.servers || bytes > room.bytes;
      if (!isFull && now() - used <= times.idle) break;
      // The one asked last stays, however large it is.
      if (open.size === 1 && now() - used <= times.idle) break;
      bytes -= partition.weight;
      release(id);
    }
  };

  const load = (id: string): Promise<Partition> => {
    const under = opening.get(id);
    if (under) return under;
    const loading = openPartition(id, services)
      .then((partition) => {
        services.signal.throwIfAborted();
        open.set(id, { partition, used: now() });
        sweep();
        return partition;
      })
      .finally(() => opening.delete(id));
    opening.set(id, loading);
    return loading;
  };

  const here = async (id: string): Promise<Partition> => {
    const held = open.get(id);
    if (!held) return load(id);
    open.delete(id);
    open.set(id, held);
    held.used = now();
    const { partition } = held;
    if (now() - partition.checked >= times.fresh) {
      const wasLost = partition.lost;
      const checking = check(partition, services);
      if (!wasLost) await patient(checking, times.patience);
    }
    return partition;
  };

  /** The partition once it is open, when it is being opened or open. */
  const present = async (id: string): Promise<Partition | undefined> =>
    (await opening.get(id)?.catch(() => undefined)) ?? open.get(id)?.partition;

  return {
    open: async (id) => (await here(id)).server,
    peek: (id) => open.get(id)?.partition,
    async settle(id, settings) {
      const partition = await present(id);
      if (!partition) return;
      partition.edits += 1;
      await takeOver(partition, settings, services);
    },
    async refresh(id, texts) {
      const partition = await present(id);
      if (partition) await reread(partition, services, texts && { texts });
    },
    expire(id) {
      const held = open.get(id);
      if (held) held.partition.revision = 'expired';
    },
    async reload(id) {
      const known = await present(id);
      if (known) await reread(known, services, { all: true });
      return here(id);
    },
    release,
    sweep,
    get ids() {
      return [...open.keys()];
    },
    get size() {
      const articles = open.values().reduce((sum, { partition }) => sum + partition.own.size, 0);
      return { servers: open.size, articles };
    },
    close() {
      for (const id of [...open.keys()]) release(id);
    },
  };
};

const patient = async (work: Promise<void>, most: number): Promise<void> => {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, most);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
};
