import { answers } from './es/answers.ts';
import { articles } from './es/articles.ts';
import { discord } from './es/discord.ts';
import { errors } from './es/errors.ts';

export const es = { ...discord, ...errors, ...answers, ...articles } as const;
