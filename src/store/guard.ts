import type { Backend } from './backend.ts';
import { StoreError, type StoreTrouble } from './types.ts';

export interface Watch {
  /** How long one operation may take, in milliseconds. */
  readonly patience: number;
  /** Is told once when the store is lost, and once when it is there again. */
  readonly report: (sentence: string) => void;
}

/** A backend whose every failure is a StoreError, and that answers or fails within its patience. */
export const guard = (backend: Backend, { patience, report }: Watch): Backend => {
  let lost = false;
  const failed = (error: unknown): StoreError => {
    const told = error instanceof StoreError ? error : troubleOf(error);
    if (told.trouble === 'away' && !lost) {
      lost = true;
      report('The store cannot be reached.');
    }
    return told;
  };
  const worked = (): void => {
    if (lost) report('The store can be reached again.');
    lost = false;
  };
  const tried = async <T>(work: () => Promise<T>): Promise<T> => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new StoreError('away', sentences.away)), patience);
    try {
      const result = await Promise.race([work(), late.promise]);
      worked();
      return result;
    } catch (error) {
      throw failed(error);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    get: (keys) => tried(() => backend.get(keys)),
    set: (entries) => tried(() => backend.set(entries)),
    delete: (keys) => tried(() => backend.delete(keys)),
    swap: (key, before, after) => tried(() => backend.swap(key, before, after)),
    async *keys(prefix) {
      const pages = backend.keys(prefix)[Symbol.asyncIterator]();
      for (;;) {
        const page = await tried(() => pages.next());
        if (page.done) return;
        yield page.value;
      }
    },
    sweep: () => tried(() => backend.sweep()),
    close: () => backend.close(),
  };
};

const sentences: Readonly<Record<StoreTrouble, string>> = {
  away: 'What I keep cannot be reached at the moment. Please try again in a minute.',
  full: 'There is no room left to keep this. An administrator of this bot has to make some.',
  readonly: 'Nothing can be kept, because the store may only be read. An administrator of this bot has to change that.',
  damaged: 'What is kept here cannot be read any more.',
  newer: 'This was kept by a newer version of the bot. An administrator has to update it.',
  refused: 'The store did not accept this.',
  busy: 'Somebody else is changing this at the same moment. Please try again.',
  failed: 'This could not be kept. Please try again.',
};

/** What a driver's error means. */
const troubleOf = (error: unknown): StoreError => {
  const trouble = kindOf(error);
  return new StoreError(trouble, sentences[trouble], error);
};

const kindOf = (error: unknown): StoreTrouble => {
  if (!(error instanceof Error)) return 'failed';
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return sqlite[errcode & 0xff] ?? 'failed';
  if (typeof code === 'string') {
    const known = codes.find(([start]) => code.startsWith(start));
    if (known) return known[1];
  }
  const said = `${error.constructor.name} ${error.message}`;
  return words.find(([pattern]) => pattern.test(said))?.[1] ?? 'failed';
};

/** https://www.sqlite.org/rescode.html */
const sqlite: Readonly<Record<number, StoreTrouble>> = {
  5: 'busy',
  6: 'busy',
  8: 'readonly',
  10: 'failed',
  11: 'damaged',
  13: 'full',
  14: 'away',
  26: 'damaged',
};

/** Beginnings of codes: of the system, and of https://www.postgresql.org/docs/current/errcodes-appendix.html */
const codes: readonly (readonly [string, StoreTrouble])[] = [
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'readonly'],
  ['ECONN', 'away'],
  ['EPIPE', 'away'],
  ['ETIMEDOUT', 'away'],
  ['EHOST', 'away'],
  ['ENET', 'away'],
  ['ENOTFOUND', 'away'],
  ['EAI_AGAIN', 'away'],
  ['08', 'away'],
  ['57P', 'away'],
  // Too many connections; the others of its class are full disks and memories.
  ['53300', 'away'],
  ['53', 'full'],
  ['25006', 'readonly'],
  ['42501', 'readonly'],
  ['XX', 'damaged'],
];

/** The drivers name some failures in words only. */
const words: readonly (readonly [RegExp, StoreTrouble])[] = [
  [
    /^(?:ClientOffline|ClientClosed|DisconnectsClient|SocketClosed|SocketTimeout|ConnectionTimeout|ReconnectStrategy)/,
    'away',
  ],
  [/^Aggregate/, 'away'],
  [/not connected|failed to connect|[Cc]onnection terminated|timeout|Cannot use a pool/, 'away'],
  [/\bLOADING\b|\bMASTERDOWN\b|\bCLUSTERDOWN\b/, 'away'],
  [/\bOOM\b|\bMISCONF\b/, 'full'],
  [/\bREADONLY\b|\bNOPERM\b/, 'readonly'],
];
