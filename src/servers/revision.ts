/** A mark that changes with a server's articles, so that other processes need not read the list to see that it has. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../store/types.ts';

const schema = z.object({ revision: z.string() });
const NAME = 'articles';

/** Null: the articles were never changed. */
export const readRevision = async (store: Store, guildId: string): Promise<string | null> =>
  (await store.settings(guildId, schema, NAME).get())?.revision ?? null;

/** To be called after every change of the articles. */
export const markRevision = (store: Store, guildId: string): Promise<void> =>
  store.settings(guildId, schema, NAME).set({ revision: randomUUID() });
