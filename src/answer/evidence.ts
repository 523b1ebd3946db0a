import { slice } from '../nlp/span.ts';
import type { Span } from '../nlp/types.ts';
import type { Wanted } from './question.ts';

const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const NUMBER_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozens?|half|third|quarter|twice|once|several|both';
const UNIT = 'second|minute|hour|day|week|month|year|decade|century|centurie|season|generation';
const NAME = "\\p{Lu}[\\p{L}\\p{N}’'.-]*";
const NAMES = `${NAME}(?: (?:(?:of|the|de|von|van|bin|al|and|&) )?${NAME}){0,5}`;

/** What words that answer look like, for each thing that can be asked for. They are candidates, not proof. */
const SHAPES: Partial<Record<Wanted, RegExp>> = {
  person: new RegExp(`${NAMES}`, 'gu'),
  place: new RegExp(
    `(?<=\\b(?:in|at|from|near|to|of|across|around|outside|into|off|via) (?:the |northern |southern |eastern |western |central )?)${NAMES}`,
    'gu',
  ),
  date: new RegExp(
    `\\b(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTHS})\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?|(?:1\\d|20)\\d{2}s?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|(?:last|next|this) (?:week|month|year|\\p{L}+day)|\\d+(?:st|nd|rd|th) century)\\b`,
    'gu',
  ),
  duration: new RegExp(
    `(?:\\b(?:${NUMBER_WORDS}|a|an|few)|\\d[\\d.,]*)(?:[ -](?:and a half|or so|to \\d+|\\d+))?[ -](?:${UNIT})s?`,
    'giu',
  ),
  number: new RegExp(
    `(?:[$£€]\\s?)?\\d[\\d.,]*\\d(?:\\s?%| per ?cent| million| billion| trillion)?|\\d(?:\\s?%| per ?cent)?|\\b(?:${NUMBER_WORDS})\\b(?:[ -](?:${NUMBER_WORDS})\\b)*`,
    'giu',
  ),
  money:
    /(?:[$£€¥₹]|US\$|A\$|C\$)\s?\d[\d.,]*(?:\s?(?:million|billion|trillion|m|bn|k)\b)?|\b\d[\d.,]*\s?(?:million |billion |trillion )?(?:dollars|euros|pounds|yen|yuan|rupees|rubles|roubles|pesos|francs|cents|USD|EUR|GBP)\b/giu,
  reason:
    /\b(?:because(?: of)?|due to|owing to|as a result of|thanks to|in order to|so that|caused by|on account of|since|after|to (?:avoid|prevent|protect|help|make|reduce|allow|keep|stop|get|give)|led to|amid|citing)\b.*$/giu,
  manner: /\b(?:by \p{L}+ing|through|using|with|via|by means of|by)\b.*$/giu,
};

/** Words that look like names at a sentence's start, or stand for none. */
const NO_NAME =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|I|But|And|For|As|If|When|While|After|Before|This|That|These|Those|There|Its|His|Her|Their|Our|However|Although|According|Since|By|With|From|To|Of|Some|Many|Most|One|Two|Three|Not|No|So|Then|Now|Also|During|Despite|Both|Mr|Mrs|Ms|Dr|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\.?$/u;

/**
 * The spans of a sentence that could answer a question for `wanted`, those left out that the question itself names.
 * `known` says whether a word stands in the question. In text order; empty when nothing has the shape, or none is known.
 */
export function evidence(wanted: Wanted, text: string, sentence: Span, known: (word: string) => boolean): Span[] {
  const shape = SHAPES[wanted];
  if (!shape) return [];
  const words = slice(text, sentence);
  const spans: Span[] = [];
  for (const match of words.matchAll(shape)) {
    const span = narrowed(wanted, match[0], sentence.start + match.index);
    if (!span) continue;
    const parts = slice(text, span)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    if (parts.every(known)) continue;
    spans.push(span);
  }
  return spans;
}

function narrowed(wanted: Wanted, found: string, start: number): Span | null {
  let from = 0;
  let to = found.length;
  if (wanted === 'person' || wanted === 'place') {
    for (let first = /^\S+ ?/u.exec(found.slice(from)); first && NO_NAME.test(first[0].trim()); ) {
      from += first[0].length;
      first = /^\S+ ?/u.exec(found.slice(from));
    }
    while (to > from && /[.'’\s-]/u.test(found[to - 1]!)) to -= 1;
    if (/['’]s$/u.test(found.slice(from, to))) to -= 2;
  } else while (to > from && /[\s.,;:!?"”’)]/u.test(found[to - 1]!)) to -= 1;
  return to > from ? { start: start + from, end: start + to } : null;
}
