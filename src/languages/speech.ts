import type { Catalogue, Language, Speech, Template, Translation } from './types.ts';

/** Speaks a language with the words of its catalogue. */
export const createSpeech = (language: Language, catalogue: Translation<Catalogue>): Speech => {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  // American English would put a comma before the last "and".
  const place = language === 'en' ? 'en-GB' : language;
  const lists = {
    and: new Intl.ListFormat(place, { type: 'conjunction' }),
    or: new Intl.ListFormat(place, { type: 'disjunction' }),
  };
  const { day, month } = formats(language);

  const formOf = (template: Template, count: unknown): string => {
    if (typeof template === 'string') return template;
    const form = plurals.select(Number(count));
    return (form === 'one' ? template.one : undefined) ?? template.other;
  };

  return {
    language,
    text(key, ...[given]) {
      const values: Readonly<Record<string, unknown>> = given ?? {};
      return formOf(catalogue[key], values['n']).replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? numbers.format(value) : String(value);
      });
    },
    date(written) {
      if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(written)) return written;
      const [year, monthOfYear, dayOfMonth] = written.split('-').map(Number);
      if (monthOfYear! < 1 || monthOfYear! > 12) return written;
      // Of a month, any day of it. Years before 100 are not those of the 20th century.
      const time = new Date(0);
      time.setUTCFullYear(year!, monthOfYear! - 1, dayOfMonth ?? 1);
      return (dayOfMonth === undefined ? month : day)(time);
    },
    number: (value) => numbers.format(value),
    list: (items, last = 'and') => lists[last].format(items),
  };
};

type Format = (time: Date) => string;

const formats = (language: Language): { readonly day: Format; readonly month: Format } => {
  const zone = { timeZone: 'UTC' } as const;
  const month = new Intl.DateTimeFormat(language, { ...zone, year: 'numeric', month: 'long' });
  const day = new Intl.DateTimeFormat(language, { ...zone, year: 'numeric', month: 'short', day: 'numeric' });
  if (language !== 'en') return { day: (time) => day.format(time), month: (time) => month.format(time) };
  // Britain's order with America's three letters, which no locale of `Intl` has: "10 Sep 2019".
  const name = new Intl.DateTimeFormat(language, { ...zone, month: 'long' });
  return {
    day: (time) => `${time.getUTCDate()} ${name.format(time).slice(0, 3)} ${time.getUTCFullYear()}`,
    month: (time) => `${name.format(time)} ${time.getUTCFullYear()}`,
  };
};
