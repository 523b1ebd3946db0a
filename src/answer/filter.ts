import type { Article } from '../corpus/types.ts';
import type { Filter } from './types.ts';

/** Whether an article may answer. One without a publication day passes no filter of days. */
export function allows({ article, from, to }: Filter): (candidate: Article) => boolean {
  return (candidate) => {
    if (article !== undefined && candidate.id !== article) return false;
    if (from === undefined && to === undefined) return true;
    if (candidate.published === null) return false;
    return (from === undefined || candidate.published >= from) && (to === undefined || candidate.published <= to);
  };
}
