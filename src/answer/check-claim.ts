/** A text to check, taken apart: the words that are said to be quoted, and who is said to have said them. */
export interface Claim {
  /** The quoted stretches in order; two or more when "X said" stands between them. */
  readonly stretches: readonly string[];
  /** Names in the attribution, the speaker's first; none where it gives none, or only "he" or "the minister". */
  readonly speakers: readonly string[];
  /** Whether quotation marks stand around the words. */
  readonly marked: boolean;
}

/** A mark before a word, and one after: an apostrophe has letters on both sides. */
const OPENS = /(?<![\p{L}\p{N}])["'“”„‟«»‹›「『‘’‚](?=\S)/u;
const CLOSES = /(?<=\S)["'“”„‟«»‹›」』’‘](?![\p{L}\p{N}])/gu;

/** Verbs and phrases that report speech, for telling "X said" from the words of a quotation. */
const CUE =
  '(?:(?:has|have|had) )?(?:says?|said|tells?|told|adds?|added|asks?|asked|writes?|wrote|written|tweet(?:s|ed)|post(?:s|ed)|stat(?:es|ed)|claim(?:s|ed)|argu(?:es|ed)|announce[sd]|warn(?:s|ed)|insist(?:s|ed)|explain(?:s|ed)|not(?:es|ed)|repl(?:ies|ied)|respond(?:s|ed)|recall(?:s|ed)|admit(?:s|ted)|continue[sd]|conclude[sd]|declare[sd]|remark(?:s|ed)|observe[sd]|stress(?:es|ed)|testif(?:ies|ied)|according to)' +
  '(?: (?:to )?(?:reporters|journalists|the press|the media|them|us|me))?';

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’-]*(?:\\s+(?:(?:van|von|de|der|den|di|da|dos|del|la|le|bin|ibn|al|el|of|the|and|for)\\s+){0,3}\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’-]*){0,6}";
/** A name, with up to four small words before it ("the harbour master Tomas Lindqvist"); or a pronoun or description. */
const WHO = `(?:(?:\\p{Ll}[\\p{Ll}-]*\\s+){0,4}(?<name>${NAME})|(?:he|she|they|it|the \\p{Ll}+(?: \\p{Ll}+){0,2}|an? \\p{Ll}+(?: \\p{Ll}+){0,2}))`;
/** What may follow a name: who that is. Numbers and negations would be claims of their own. */
const ROLE_WORD = "(?!(?:not|never|no)\\b)[\\p{L}'’-]+";
const ROLE = `(?:,\\s+${ROLE_WORD}(?:,?\\s+${ROLE_WORD}){0,9})?`;

/** Whole attributions. Before the words: "X said:", "X:", "According to X,". After them: ", X said", "— X", "(X)". */
const BEFORE = [
  `${WHO}${ROLE},?\\s+${CUE}(?:\\s+that)?\\s*[,:]?`,
  `(?:According to|As)\\s+${WHO}${ROLE}(?:\\s+${CUE})?\\s*,`,
  `(?<name>${NAME})${ROLE}\\s*:`,
];
const AFTER = [
  `[,;]?\\s*${WHO}${ROLE},?\\s+${CUE}`,
  `[,;]?\\s*(?:as\\s+)?${CUE}(?:\\s+by)?\\s+${WHO}${ROLE}`,
  `[-–—―~]{1,3}\\s*(?:by\\s+)?(?<name>${NAME})${ROLE}`,
  `\\((?<name>${NAME})${ROLE}\\)`,
  `[,\\n]\\s*(?<name>${NAME})`,
];
const wholly = (sources: readonly string[]) => sources.map((source) => new RegExp(`^\\s*${source}\\s*[.]?\\s*$`, 'u'));
const BEFORE_MARKS = wholly(BEFORE);
const AFTER_MARKS = wholly(AFTER);

/** The same beside words that stand in no marks: only the forms that could hardly be part of the words themselves. */
const UNMARKED = [
  new RegExp(`^(?<words>.+?)\\s+[–—―]{1,2}\\s*(?:by\\s+)?(?<name>${NAME})${ROLE}\\s*\\.?$`, 'su'),
  new RegExp(`^(?<words>.+),\\s+${WHO},?\\s+${CUE}\\s*\\.?$`, 'su'),
  new RegExp(`^(?<words>.+),\\s+${CUE}\\s+${WHO}${ROLE}\\s*\\.?$`, 'su'),
  new RegExp(`^${WHO}\\s+${CUE}(?:\\s+that|:|,)\\s+(?<words>.+)$`, 'su'),
  new RegExp(`^(?<name>${NAME})\\s*:\\s+(?<words>.+)$`, 'su'),
];

/** Longer attributions are taken for part of the text. */
const LONGEST = 200;

/**
 * Takes apart "“…,” X said", "X: “…”", "“…” — X" and their like. A text that is more than words and their attribution is
 * one stretch without a speaker, since nothing of it may go unchecked.
 */
export function readClaim(text: string): Claim {
  const whole = text.trim();
  return fromMarks(whole) ?? fromForm(whole) ?? { stretches: [whole], speakers: [], marked: false };
}

function fromMarks(whole: string): Claim | null {
  const start = whole.search(OPENS);
  const end = [...whole.matchAll(CLOSES)].at(-1)?.index ?? -1;
  if (start < 0 || end <= start) return null;
  const before = whole.slice(0, start);
  const after = whole.slice(end + 1);
  const words = whole.slice(start + 1, end);
  const nothing = (rest: string) => /^[\s.,;!?]*$/u.test(rest);
  if (nothing(before) && nothing(after))
    return interrupted(words) ?? { stretches: [words], speakers: [], marked: true };
  const speakers =
    (nothing(after) ? attribution(before, BEFORE_MARKS) : null) ??
    (nothing(before) ? attribution(after, AFTER_MARKS) : null);
  return speakers && { stretches: [words], speakers, marked: true };
}

/** “We stay,” X said. “For now.” */
function interrupted(words: string): Claim | null {
  const [closing, ...more] = words.matchAll(CLOSES);
  if (!closing || more.length > 1) return null;
  const rest = words.slice(closing.index + 1);
  const opening = rest.search(OPENS);
  const speakers = opening < 0 ? null : attribution(rest.slice(0, opening), AFTER_MARKS);
  return speakers && { stretches: [words.slice(0, closing.index), rest.slice(opening + 1)], speakers, marked: true };
}

/** The names in an attribution; null when the words are none, or more than one. */
function attribution(words: string, forms: readonly RegExp[]): readonly string[] | null {
  if (words.length > LONGEST || forms.every((form) => !form.test(words))) return null;
  return namesIn(words);
}

function fromForm(whole: string): Claim | null {
  for (const form of UNMARKED) {
    const words = form.exec(whole)?.groups?.['words'];
    if (words === undefined || whole.length - words.length > LONGEST || words.split(/\s+/u).length < 3) continue;
    const at = whole.indexOf(words);
    return {
      stretches: [words],
      speakers: namesIn(whole.slice(0, at) + whole.slice(at + words.length)),
      marked: false,
    };
  }
  return null;
}

function namesIn(words: string): readonly string[] {
  const names = words.replace(/^\s*(?:According to|As)\b/u, '').match(new RegExp(NAME, 'gu')) ?? [];
  return names.map((name) => name.replace(/(?:['’]s|[.,'’-]+)$/u, ''));
}
