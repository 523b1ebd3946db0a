import { adminAdding } from './zh-CN/admin-adding.ts';
import { adminInsights } from './zh-CN/admin-insights.ts';
import { adminKnowledge } from './zh-CN/admin-knowledge.ts';
import { adminPrivacy } from './zh-CN/admin-privacy.ts';
import { adminSettings } from './zh-CN/admin-settings.ts';
import { answers } from './zh-CN/answers.ts';
import { articles } from './zh-CN/articles.ts';
import { discord } from './zh-CN/discord.ts';
import { errors } from './zh-CN/errors.ts';
import { help } from './zh-CN/help.ts';
import { quotes } from './zh-CN/quotes.ts';
import { timeline } from './zh-CN/timeline.ts';

export const zhCN = {
  ...discord,
  ...errors,
  ...answers,
  ...articles,
  ...quotes,
  ...adminAdding,
  ...adminInsights,
  ...adminKnowledge,
  ...adminPrivacy,
  ...adminSettings,
  ...timeline,
  ...help,
} as const;
