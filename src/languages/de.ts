import { answers } from './de/answers.ts';
import { articles } from './de/articles.ts';
import { discord } from './de/discord.ts';
import { errors } from './de/errors.ts';

export const de = { ...discord, ...errors, ...answers, ...articles } as const;
