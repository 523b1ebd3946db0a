import { answers } from './zh-CN/answers.ts';
import { articles } from './zh-CN/articles.ts';
import { discord } from './zh-CN/discord.ts';
import { errors } from './zh-CN/errors.ts';

export const zhCN = { ...discord, ...errors, ...answers, ...articles } as const;
