import { answers } from './en/answers.ts';
import { articles } from './en/articles.ts';
import { discord } from './en/discord.ts';
import { errors } from './en/errors.ts';

export const en = { ...discord, ...errors, ...answers, ...articles } as const;
