/**
 * Surface marks of a sentence that questions of one kind look for and others don't: the ranker learns a weight for each
 * mark and kind of question. The order is that of the weights file.
 */
const MARKS = {
  year: /\b(?:1\d|20)\d{2}\b/,
  day: /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/,
  digit: /\d/,
  numeral:
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|dozen|half|third)\b/i,
  percent: /%|\bper ?cent/i,
  money: /[$£€¥]/,
  unit: /\b(?:year|month|week|day|hour|minute|second|decade|centur)(?:s|y|ies)?\b/i,
  because:
    /\b(?:because|due to|owing to|as a result|therefore|since|thus|hence|so that|in order to|thanks to|reasons?|caused?|causes|led to|leads? to)\b/i,
  by: /\bby\b/i,
  is: /\b(?:is|are|was|were) (?:an?|the|one|any)\b/i,
  called: /\b(?:called|known as|named|titled|termed|refers? to|referred to|defined as|dubbed|means)\b/i,
  quote: /["“”]/,
  list: /,[^,]+,[^,]*\b(?:and|or)\b/,
  such: /\b(?:such as|including|for example|e\.g|includes?|like)\b/i,
  bracket: /\(/,
  where: /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom) (?:the )?\p{Lu}/u,
  not: /\b(?:not|no|never|without|neither|nor)\b|n['’]t\b/i,
  said: /\b(?:said|says|told|according to|argued|stated|claimed|wrote)\b/i,
  most: /\b(?:most|largest|highest|biggest|first|only|main)\b/i,
} as const;

export type Cue = keyof typeof MARKS | 'name';

const LIST = Object.entries(MARKS) as [keyof typeof MARKS, RegExp][];
export const CUES: readonly Cue[] = [...LIST.map(([cue]) => cue), 'name'];

/** The marks a sentence bears; `name`, a name that the question does not have, is for the caller to see. */
export function cuesOf(words: string): Cue[] {
  return LIST.flatMap(([cue, mark]) => (mark.test(words) ? [cue] : []));
}
