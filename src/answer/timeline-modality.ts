/** Done, planned or merely possible: judged from the verb forms of a sentence, by closed word lists. */

/** `planned`: said to be going to happen, or dated after the day of publication; `possible`: hypothetical. */
export type Modality = 'done' | 'planned' | 'possible';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const AHEAD = words("will shall 'll ’ll upcoming intends intend aims");
/** These look ahead only before "to" or "for": "is due to", "set for", but not "the plans", "a set". */
const AHEAD_TO = words('due expected scheduled planned plans planning plan hopes hoping expects set ready going');
const HYPOTHETICAL = words('could might may would if unless whether should');
const PAST = words(
  'was were had did has have been said told went came took made gave got saw found left began became met held kept led lost won sold bought brought built sent spent paid rose fell grew hit cut shot put ran sat stood spoke wrote knew thought felt heard struck broke drove flew chose drew ate beat fought sought caught taught died lay laid sank sang',
);
/** A past form by its looks: "-ed" after two letters or more, but for common words that only look so. */
const ENDS_IN_ED = /^(?!hundred$|seed$|speed$|indeed$|exceed$|proceed$|succeed$|united$)[a-z]{2,}ed$/;
const WORD = /['’]?[\p{L}\p{N}]+/gu;
/** How many words on either side are looked at. */
const REACH = 24;
/** The writer's or a speaker's voice rather than a report. */
const VOICED = words('i we my our us me should must ought');
const OPENS_QUOTED = /^[\s([]*["“”„«'‘`]/u;

/**
 * The modality of what a sentence says of the words between two offsets: the nearest verb to the left decides, with none
 * there the nearest to the right. `later`: the date meant is after the day of publication, and so cannot be done.
 */
export function modalityAt(sentence: string, start: number, end: number, later: boolean): Modality {
  const before = wordsOf(sentence.slice(0, start)).slice(-REACH);
  const after = wordsOf(sentence.slice(end)).slice(0, REACH);
  const found = nearest(before.keys().toArray().reverse(), before) ?? nearest(after.keys().toArray(), after) ?? 'done';
  return later && found === 'done' ? 'planned' : found;
}

/** Whether a sentence reports something done in the article's own voice: no quotation, question, opinion or plan. */
export function reports(sentence: string): boolean {
  if (OPENS_QUOTED.test(sentence) || sentence.endsWith('?')) return false;
  const list = wordsOf(sentence);
  if (list.some((word) => VOICED.has(word))) return false;
  return nearest(list.keys().toArray(), list) === 'done';
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function nearest(order: readonly number[], list: readonly string[]): Modality | null {
  for (const at of order) {
    const found = verbAt(list, at);
    if (found !== null) return found;
  }
  return null;
}

function verbAt(list: readonly string[], at: number): Modality | null {
  const word = list[at]!;
  if (HYPOTHETICAL.has(word)) return 'possible';
  if (AHEAD.has(word)) return 'planned';
  const next = list[at + 1];
  if (AHEAD_TO.has(word) && (next === 'to' || next === 'for')) return 'planned';
  return PAST.has(word) || ENDS_IN_ED.test(word) ? 'done' : null;
}
