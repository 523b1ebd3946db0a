import { createLibrary } from '../../src/answer/answer.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createServers } from '../../src/servers/servers.ts';
import { openStore } from '../../src/store/store.ts';

const reader = createReader();

/** A store that forgets, and servers with the usual settings and no articles. */
export const emptyState = async () => {
  const store = await openStore('memory:');
  return { store, servers: createServers({ shipped: createLibrary(corpusOf([]), reader), reader, store }) };
};
