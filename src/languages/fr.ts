import { answers } from './fr/answers.ts';
import { articles } from './fr/articles.ts';
import { discord } from './fr/discord.ts';
import { errors } from './fr/errors.ts';

export const fr = { ...discord, ...errors, ...answers, ...articles } as const;
