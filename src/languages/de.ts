import { adminAdding } from './de/admin-adding.ts';
import { adminInsights } from './de/admin-insights.ts';
import { adminKnowledge } from './de/admin-knowledge.ts';
import { adminPrivacy } from './de/admin-privacy.ts';
import { adminSettings } from './de/admin-settings.ts';
import { answers } from './de/answers.ts';
import { articles } from './de/articles.ts';
import { discord } from './de/discord.ts';
import { errors } from './de/errors.ts';
import { help } from './de/help.ts';
import { quotes } from './de/quotes.ts';
import { timeline } from './de/timeline.ts';

export const de = {
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
