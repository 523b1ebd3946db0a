import type { Library } from '../answer/types.ts';
import type { Article } from '../corpus/types.ts';

/** Reads articles ahead of the questions: one article a turn of the event loop, one library after the other. */
export interface Preparer {
  start(library: Library, articles: readonly Article[]): void;
  stop(library: Library): void;
  close(): void;
}

/** In UTF-16 code units. What is longer would keep others waiting, and waits itself until it is asked for. */
const LONGEST = 15_000;

export const createPreparer = (): Preparer => {
  const waiting = new Map<Library, Article[]>();
  let turn: NodeJS.Immediate | null = null;
  const next = (): void => {
    turn = null;
    const [first] = waiting;
    if (!first) return;
    const [library, articles] = first;
    const article = articles.pop();
    // To the end of the line, so that every server gets on.
    waiting.delete(library);
    if (article) {
      waiting.set(library, articles);
      library.prepare(article);
    }
    turn = setImmediate(next);
  };
  return {
    start(library, articles) {
      waiting.set(library, articles.filter(({ text }) => text.length <= LONGEST).reverse());
      turn ??= setImmediate(next);
    },
    stop: (library) => void waiting.delete(library),
    close() {
      waiting.clear();
      if (turn) clearImmediate(turn);
    },
  };
};
