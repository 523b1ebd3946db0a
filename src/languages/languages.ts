/** The languages that the bot speaks: one catalogue of sentences each, dates, numbers and lists, and the names of commands. */
import { de } from './de.ts';
import { declarations } from './declarations.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { createSpeech } from './speech.ts';
import type { Catalogue, Declared, Language, Speech, Translation } from './types.ts';
import { zhCN } from './zh-CN.ts';

/** Every sentence in every language. */
export const catalogues: Readonly<Record<Language, Translation<Catalogue>>> = { en, de, fr, es, ja, 'zh-CN': zhCN };

export const languages = Object.keys(catalogues) as readonly Language[];

/** The language for a locale of Discord: `de`, `es-419` → Spanish, any Chinese → simplified, unknown ones → English. */
export const languageOf = (locale: string): Language => {
  const base = baseOf(locale);
  return languages.find((language) => baseOf(language) === base) ?? 'en';
};

/** How to speak to a reader with this locale of Discord, or in this language. */
export const speechIn = (locale: string): Speech => {
  const language = languageOf(locale);
  const speech = speeches.get(language) ?? createSpeech(language, catalogues[language]);
  speeches.set(language, speech);
  return speech;
};

/** What a command, an option or a choice is called; undefined for English, which its declaration is in, and for unknown paths. */
export const declaredAs = (path: string, language: Language): Declared | undefined => {
  if (language === 'en') return undefined;
  const known: Readonly<Record<string, Declared>> = declarations[language];
  return Object.hasOwn(known, path) ? known[path] : undefined;
};

const baseOf = (locale: string): string => locale.split('-')[0]!.toLowerCase();

/** Made when first spoken: formats for dates and numbers take some milliseconds each. */
const speeches = new Map<Language, Speech>();
