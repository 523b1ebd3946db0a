import type { Reader } from '../nlp/nlp.ts';
import type { Searcher } from '../search/types.ts';
import { quote } from './quote.ts';
import { foldedName, type Roster } from './quote-roster.ts';
import type { Citation, QuoteResult, SpeakerProfile } from './types.ts';

/** Topics named, quotations shown, roles told. */
const TOPICS = 8;
const TELLING = 3;
const ROLES = 6;
/** Quotations whose words are told apart into nouns and others. */
const TAGGED = 100;
/** A word is a topic when it stands in this many quotations, or in half of them where there are few. */
const REPEATED = 2;

/** What the articles have of a speaker: who this is, how often, when and on what quoted. Null for nobody they quote. */
export function profile(name: string, searcher: Searcher, reader: Reader, roster: Roster): SpeakerProfile | null {
  roster.list();
  const results = quote({ speaker: name }, searcher, reader, roster).filter(
    ({ speaker }) => speaker.name !== null && roster.isSame(speaker.name, name),
  );
  if (results.length === 0) return null;
  const days = results
    .flatMap(({ citation, others }) => [citation, ...others].map(({ article }) => article.published ?? []))
    .flat()
    .sort();
  const kinds = { direct: 0, mixed: 0, indirect: 0 };
  for (const { quotation } of results) kinds[quotation.kind] += 1;
  const words = telling(results, name, searcher, reader);
  return {
    name: roster.list().find((entry) => roster.isSame(entry.name, name))?.name ?? name,
    roles: rolesOf(results),
    quotations: results.length,
    kinds,
    articles: new Set(results.flatMap(({ citation, others }) => [citation, ...others].map(({ article }) => article)))
      .size,
    topics: words.map(({ written }) => written),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    telling: mostTelling(results, new Set(words.map(({ stem }) => stem)), reader),
  };
}

/** Role phrases that differ, the commonest first. */
function rolesOf(results: readonly QuoteResult[]): Citation[] {
  const roles = results.flatMap(({ speaker }) => speaker.role ?? []);
  const alike = Map.groupBy(roles, ({ text }) => foldedName(text).join(' '));
  const ranked = [...alike.values()].sort((a, b) => b.length - a.length);
  return ranked.slice(0, ROLES).map(([first]) => first!);
}

interface Topic {
  readonly stem: string;
  readonly written: string;
  readonly weight: number;
}

/** Stems by their idf and the number of quotations that have them, each in the form that is written most. */
function telling(results: readonly QuoteResult[], name: string, searcher: Searcher, reader: Reader): Topic[] {
  const own = new Set(reader.terms(name).map(({ stem }) => stem));
  const forms = new Map<string, { quotations: number; written: Map<string, number> }>();
  for (const { citation } of results) {
    const { text } = citation.article;
    const seen = new Set<string>();
    for (const { stem, start, end } of reader.terms(text, citation)) {
      if (own.has(stem) || !/\p{L}{3}/u.test(stem)) continue;
      const form = forms.get(stem) ?? { quotations: 0, written: new Map<string, number>() };
      if (!seen.has(stem)) form.quotations += 1;
      seen.add(stem);
      const word = text.slice(start, end);
      form.written.set(word, (form.written.get(word) ?? 0) + 1);
      forms.set(stem, form);
    }
  }
  const nouns = nounsOf(results, reader);
  const least = results.length < 2 * REPEATED ? 1 : REPEATED;
  const topics = [...forms].flatMap(([stem, { quotations, written }]): Topic[] => {
    const [[word = stem] = []] = [...written].sort((a, b) => b[1] - a[1]);
    return quotations < least || !nouns.has(word.toLowerCase())
      ? []
      : [{ stem, written: word, weight: searcher.idf(stem) * Math.log(1 + quotations) }];
  });
  return topics.sort((a, b) => b.weight - a.weight).slice(0, TOPICS);
}

/** Nouns and names of the quotations: what is spoken of is named by these, and hardly by "think" or "real". */
function nounsOf(results: readonly QuoteResult[], reader: Reader): ReadonlySet<string> {
  const text = results
    .slice(0, TAGGED)
    .map(({ citation }) => citation.text)
    .join('\n\n');
  const { tokens } = reader.tag({ text, published: null, furniture: [] });
  return new Set(tokens.filter(({ tag }) => tag === 'NOUN' || tag === 'PROPN').map(({ lower }) => lower));
}

/** The quotations that hold most of the topics, direct ones first; no word of an article is left out to make them fit. */
function mostTelling(results: readonly QuoteResult[], topics: ReadonlySet<string>, reader: Reader): QuoteResult[] {
  const worth = ({ citation, score }: QuoteResult) => {
    const stems = new Set(reader.terms(citation.article.text, citation).map(({ stem }) => stem));
    return score * (1 + [...stems].filter((stem) => topics.has(stem)).length);
  };
  return results
    .map((result) => ({ result, worth: worth(result) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, TELLING)
    .map(({ result }) => result);
}
