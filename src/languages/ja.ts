import { answers } from './ja/answers.ts';
import { articles } from './ja/articles.ts';
import { discord } from './ja/discord.ts';
import { errors } from './ja/errors.ts';

export const ja = { ...discord, ...errors, ...answers, ...articles } as const;
