import { adminAdding } from './en/admin-adding.ts';
import { adminInsights } from './en/admin-insights.ts';
import { adminKnowledge } from './en/admin-knowledge.ts';
import { adminPrivacy } from './en/admin-privacy.ts';
import { adminSettings } from './en/admin-settings.ts';
import { answers } from './en/answers.ts';
import { articles } from './en/articles.ts';
import { discord } from './en/discord.ts';
import { errors } from './en/errors.ts';
import { help } from './en/help.ts';
import { quotes } from './en/quotes.ts';
import { timeline } from './en/timeline.ts';

export const en = {
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
