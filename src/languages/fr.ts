import { adminAdding } from './fr/admin-adding.ts';
import { adminInsights } from './fr/admin-insights.ts';
import { adminKnowledge } from './fr/admin-knowledge.ts';
import { adminPrivacy } from './fr/admin-privacy.ts';
import { adminSettings } from './fr/admin-settings.ts';
import { answers } from './fr/answers.ts';
import { articles } from './fr/articles.ts';
import { discord } from './fr/discord.ts';
import { errors } from './fr/errors.ts';
import { help } from './fr/help.ts';
import { quotes } from './fr/quotes.ts';
import { timeline } from './fr/timeline.ts';

export const fr = {
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
