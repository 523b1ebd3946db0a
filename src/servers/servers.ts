/** The door of `servers`: the articles and settings of every server, each apart from the others. */
import { createLibrary } from '../answer/answer.ts';
import type { Library } from '../answer/types.ts';
import { corpusOf } from '../corpus/corpus.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Store } from '../store/types.ts';
import { DEFAULTS, settingsSchema } from './settings.ts';
import type { Server, Servers } from './types.ts';

export { DEFAULTS };

export interface ServersOptions {
  /** The articles that came with the bot. */
  readonly shipped: Library;
  readonly reader: Reader;
  readonly store: Store;
}

export const createServers = ({ shipped, reader, store }: ServersOptions): Servers => {
  const none = createLibrary(corpusOf([]), reader);
  return {
    async open(guildId): Promise<Server> {
      const settings = (guildId === null ? undefined : await store.settings(guildId, settingsSchema).get()) ?? DEFAULTS;
      return Object.freeze({ id: guildId, settings, library: settings.shipped ? shipped : none });
    },
    async configure(guildId, edit) {
      const { before = DEFAULTS, after } = await store
        .settings(guildId, settingsSchema)
        .change((kept) => edit(kept ?? DEFAULTS));
      return { before, after };
    },
    knowledge() {
      throw new Error('not built yet');
    },
    async joined() {},
    async left() {},
    size: { servers: 0, articles: 0 },
    async close() {},
  };
};
