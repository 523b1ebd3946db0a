import { slice } from '../nlp/span.ts';
import type { Span } from '../nlp/types.ts';
import type { Wanted } from './question-wanted.ts';

const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const NUMBER_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|half|third|quarter|twice|once|several|both';
const UNIT = 'second|minute|hour|day|week|month|year|decade|century|centurie|season|generation|semester';
const NAME = "\\p{Lu}[\\p{L}\\p{N}’'.-]*";
const NAMES = `${NAME}(?: (?:(?:of|the|de|von|van|bin|al|and|&) )?${NAME}){0,5}`;

const NUMBER = `(?:\\d[\\d.,]*\\d|\\d)(?: (?:million|billion|trillion|thousand|hundred)\\b)?|\\b(?:${NUMBER_WORDS})\\b(?:[ -](?:(?:and )?(?:${NUMBER_WORDS}|million|billion|trillion))\\b)*`;

/** What words that answer look like, for each thing that can be asked for. They are candidates, not proof. */
const SHAPES: Partial<Record<Wanted, RegExp>> = {
  person: new RegExp(`${NAMES}`, 'gu'),
  name: new RegExp(`${NAMES}`, 'gu'),
  thing: new RegExp(`${NAMES}`, 'gu'),
  region: new RegExp(`${NAMES}`, 'gu'),
  place: new RegExp(
    `(?<=\\b(?:in|at|from|near|to|of|across|around|outside|into|off|via|on|through|between|along|[Ii]n|[Aa]t) (?:the |northern |southern |eastern |western |central )*)${NAMES}`,
    'gu',
  ),
  date: new RegExp(
    `\\b(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTHS})\\b\\.?(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,? \\d{4}\\b)?|(?:1\\d|20)\\d{2}s?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|(?:last|next|this) (?:week|month|year|\\p{L}+day|spring|summer|fall|autumn|winter)|\\d+(?:st|nd|rd|th) century)\\b`,
    'gu',
  ),
  duration: new RegExp(
    `(?:\\b(?:${NUMBER_WORDS}|a|an|few)|\\d[\\d.,]*)(?:[ -](?:and a half|or so|to \\p{L}+|\\d+|to \\d+))?[ -](?:\\p{L}+ )?(?:${UNIT})s?\\b`,
    'giu',
  ),
  number: new RegExp(`(?:[$£€]\\s?)?(?:${NUMBER})(?:\\s?%| per ?cent)?`, 'giu'),
  percent: new RegExp(
    `(?:${NUMBER})(?:\\s?%| per ?cent| percent(?:age)?)|\\b(?:one|two|three|a)[- ](?:half|third|quarter|fifth)s?\\b|\\b(?:half|majority|most)\\b`,
    'giu',
  ),
  money:
    /(?:[$£€¥₹]|US\$|A\$|C\$)\s?\d[\d.,]*(?:\s?(?:million|billion|trillion|m|bn|k)\b)?|\b\d[\d.,]*\s?(?:million |billion |trillion )?(?:dollars|euros|pounds|yen|yuan|rupees|rubles|roubles|pesos|francs|cents|crowns|kron(?:or|er|as?|e)|rand|lira|shekels|dirhams|riyals|won|baht|zlotys?|forints|ringgit|rupiah|dinars|naira|shillings|reais|hryvnias?|USD|EUR|GBP|CHF)\b/giu,
  reason:
    /\b(?:because(?: of)?|due to|owing to|as a result of|thanks to|in order to|so that|caused by|on account of|since|after|so as to|to (?:avoid|prevent|protect|help|make|reduce|allow|keep|stop|get|give|ensure)|led to|amid|citing|therefore|for this reason|reasons?)\b.*$/giu,
  manner: /\b(?:by \p{L}+ing|through|using|with|via|by means of|by)\b.*$/giu,
};

/** Words that look like names at a sentence's start, or stand for none. */
const NO_NAME =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|I|But|And|For|As|If|When|While|After|Before|This|That|These|Those|There|Its|His|Her|Their|Our|However|Although|According|Since|By|With|From|To|Of|Some|Many|Most|One|Two|Three|Not|No|So|Then|Now|Also|During|Despite|Both|You|Your|My|What|Who|How|Why|Where|Which|Such|Other|Another|All|Each|Every|Under|Over|Because|Though|Even|Just|Like|Only|More|Mr|Mrs|Ms|Dr|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\.?$/u;

/** Last words of names that are no person's. */
const NO_PERSON =
  /^(?:Peninsula|Sea|Ocean|River|Lake|Bay|Mountains?|Islands?|City|County|States?|Province|Kingdom|Republic|Union|Nations|East|West|North|South|University|College|School|Church|Party|Court|House|Street|Road|Park|Bank|Museum|Company|Corp|Inc|Ltd|War|Day|Cup|League|Olympics|Games|Times|Post|News|Act|Agreement|Treaty|Council|Committee|Commission|Ministry|Department|Government|Parliament|Congress|Senate|Army|Navy|Force|Police|Minister|President)$/u;

/** A span of the shape that is asked for. */
export interface Shaped extends Span {
  /** As written. */
  readonly text: string;
  /** Its words; never none. */
  readonly parts: readonly string[];
}

/**
 * The spans of a sentence that could answer a question for `wanted`, those left out that the question itself names.
 * `known` says whether a word stands in the question. In text order; empty when nothing has the shape, or all is known.
 */
export function evidence(wanted: Wanted, text: string, sentence: Span, known: (word: string) => boolean): Span[] {
  return freshOf(shapedIn(wanted, text, sentence), wanted, known).map(({ start, end }) => ({ start, end }));
}

/** Of the spans with the shape of `wanted`, those that tell something which the question does not say itself. */
export function freshOf(shaped: readonly Shaped[], wanted: Wanted, known: (word: string) => boolean): Shaped[] {
  // "Vice Minister Le" is nobody new when the question names Le.
  return shaped.filter(({ parts }) => !(wanted === 'person' ? known(parts.at(-1)!) : parts.every(known)));
}

/** The spans of a sentence that have the shape of what is wanted, in text order. */
export function shapedIn(wanted: Wanted, text: string, sentence: Span): Shaped[] {
  const shape = SHAPES[wanted];
  if (!shape) return [];
  const words = slice(text, sentence);
  const spans: Shaped[] = [];
  for (const match of words.matchAll(shape)) {
    const span = narrowed(wanted, match[0], sentence.start + match.index);
    if (!span) continue;
    const found = slice(text, span);
    const parts = found.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (parts.length === 0) continue;
    if (wanted === 'person' && NO_PERSON.test(parts.at(-1)!)) continue;
    // One capital at the start of a sentence is no name.
    if (isNamed(wanted) && span.start === sentence.start && parts.length === 1) continue;
    spans.push({ ...span, text: found, parts });
  }
  return spans;
}

function isNamed(wanted: Wanted): boolean {
  return wanted === 'person' || wanted === 'place' || wanted === 'region' || wanted === 'name' || wanted === 'thing';
}

function narrowed(wanted: Wanted, found: string, start: number): Span | null {
  let from = 0;
  let to = found.length;
  if (isNamed(wanted)) {
    for (let first = /^\S+ ?/u.exec(found.slice(from)); first && NO_NAME.test(first[0].trim()); ) {
      from += first[0].length;
      first = /^\S+ ?/u.exec(found.slice(from));
    }
    while (to > from && /[.'’\s-]/u.test(found[to - 1]!)) to -= 1;
    if (/['’]s$/u.test(found.slice(from, to))) to -= 2;
  } else while (to > from && /[\s.,;:!?"”’)]/u.test(found[to - 1]!)) to -= 1;
  return to > from ? { start: start + from, end: start + to } : null;
}
