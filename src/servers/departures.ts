/** Servers that the bot was removed from: after the grace that they set, everything of them goes. */
import { z } from 'zod';
import type { Store } from '../store/types.ts';
import { readSettings } from './kept-settings.ts';
import { DAY } from './limits.ts';
import type { Partitions } from './partitions.ts';
import type { Turns } from './turns.ts';

/** By server, when everything of it goes, in milliseconds since 1970. */
const schema = z.record(z.string(), z.number());
const NAME = 'left';

export interface Departures {
  joined(guildId: string): Promise<void>;
  left(guildId: string): Promise<void>;
  /** Deletes what is due, and tries again what the store could not do. @throws StoreError */
  round(): Promise<void>;
  /** Whether the bot was removed from a server, as far as this process knows. */
  isGone(guildId: string): boolean;
}

export interface DepartureServices {
  readonly store: Store;
  readonly partitions: Partitions;
  readonly turns: Turns;
  readonly now: () => number;
}

export const createDepartures = ({ store, partitions, turns, now }: DepartureServices): Departures => {
  const marks = store.settings(null, schema, NAME);
  const gone = new Set<string>();
  /** Removals that the store does not know of yet. */
  const unwritten = new Set<string>();

  const forget = async (guildId: string): Promise<void> => {
    partitions.release(guildId);
    await store.forgetGuild(guildId);
    // What was being written meanwhile has failed by now, or has to be taken away as well.
    if (turns.isTaken(guildId)) await turns.run(guildId, () => store.forgetGuild(guildId));
    partitions.release(guildId);
  };

  const unmark = async (guildId: string): Promise<void> => {
    if (guildId in ((await marks.get()) ?? {})) await marks.change((known = {}) => without(known, guildId));
  };

  const mark = async (guildId: string): Promise<void> => {
    const due = now() + (await readSettings(store, guildId)).grace * DAY;
    await marks.change((known = {}) => ({ ...known, [guildId]: known[guildId] ?? due }));
    unwritten.delete(guildId);
  };

  const round = async (): Promise<void> => {
    for (const guildId of unwritten) await mark(guildId);
    const known = (await marks.get()) ?? {};
    for (const guildId of Object.keys(known)) gone.add(guildId);
    for (const guildId of gone) if (!(guildId in known) && !unwritten.has(guildId)) gone.delete(guildId);
    for (const [guildId, due] of Object.entries(known)) {
      if (due > now()) continue;
      await forget(guildId);
      // Last, so that a process that ends half way does it again.
      await unmark(guildId);
      gone.delete(guildId);
    }
  };

  const left = async (guildId: string): Promise<void> => {
    gone.add(guildId);
    unwritten.add(guildId);
    partitions.release(guildId);
    await round();
  };

  const joined = async (guildId: string): Promise<void> => {
    gone.delete(guildId);
    unwritten.delete(guildId);
    await unmark(guildId);
  };

  return {
    joined,
    left,
    round,
    isGone: (guildId) => gone.has(guildId),
  };
};

const without = (marks: Readonly<Record<string, number>>, guildId: string): Record<string, number> =>
  Object.fromEntries(Object.entries(marks).filter(([id]) => id !== guildId));
