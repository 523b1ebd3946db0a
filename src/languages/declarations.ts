import { de } from './de/declarations.ts';
import { es } from './es/declarations.ts';
import { fr } from './fr/declarations.ts';
import { ja } from './ja/declarations.ts';
import type { Declared, Language } from './types.ts';
import { zhCN } from './zh-CN/declarations.ts';

/**
 * The names and descriptions of commands in the languages other than English, which the commands themselves declare; by
 * path: `knowledge.feed.add.link`.
 */
export const declarations = { de, fr, es, ja, 'zh-CN': zhCN } satisfies Readonly<
  Record<Exclude<Language, 'en'>, Readonly<Record<keyof typeof de, Declared>>>
>;
