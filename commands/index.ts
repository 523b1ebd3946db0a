import type { Command } from '../src/discord/types.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import { check, checkMessage } from './check.ts';
import { config } from './config.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { insights } from './insights.ts';
import { knowledge } from './knowledge.ts';
import { privacy } from './privacy.ts';
import { quote } from './quote.ts';
import { setup } from './setup.ts';
import { speaker } from './speaker.ts';
import { timeline } from './timeline.ts';

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
