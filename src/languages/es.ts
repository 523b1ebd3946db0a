import { adminAdding } from './es/admin-adding.ts';
import { adminInsights } from './es/admin-insights.ts';
import { adminKnowledge } from './es/admin-knowledge.ts';
import { adminPrivacy } from './es/admin-privacy.ts';
import { adminSettings } from './es/admin-settings.ts';
import { answers } from './es/answers.ts';
import { articles } from './es/articles.ts';
import { discord } from './es/discord.ts';
import { errors } from './es/errors.ts';
import { help } from './es/help.ts';
import { quotes } from './es/quotes.ts';
import { timeline } from './es/timeline.ts';

export const es = {
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
