import { adminAdding } from './ja/admin-adding.ts';
import { adminInsights } from './ja/admin-insights.ts';
import { adminKnowledge } from './ja/admin-knowledge.ts';
import { adminPrivacy } from './ja/admin-privacy.ts';
import { adminSettings } from './ja/admin-settings.ts';
import { answers } from './ja/answers.ts';
import { articles } from './ja/articles.ts';
import { discord } from './ja/discord.ts';
import { errors } from './ja/errors.ts';
import { help } from './ja/help.ts';
import { quotes } from './ja/quotes.ts';
import { timeline } from './ja/timeline.ts';

export const ja = {
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
