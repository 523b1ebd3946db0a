import type { Command } from '../src/discord/types.ts';
import { article } from './article.ts';
import { ask } from './ask/ask.ts';
import { check, checkMessage } from './check/check.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { insights } from './insights/insights.ts';
import { knowledge } from './knowledge/knowledge.ts';
import { privacy } from './privacy.ts';
import { quote } from './quote.ts';
import { config } from './settings/config.ts';
import { setup } from './settings/setup.ts';
import { speaker } from './speaker.ts';
import { timeline } from './timeline/timeline.ts';

/** Every command of the bot, in the order in which help lists them. Registration, dispatch and help read this one list. */
export const commands: readonly Command[] = [
  ask,
  quote,
  speaker,
  check,
  timeline,
  article,
  help,
  privacy,
  find,
  checkMessage,
  knowledge,
  setup,
  config,
  insights,
];
