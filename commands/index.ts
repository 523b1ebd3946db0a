import type { Command } from '../src/discord/types.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import { check, checkMessage } from './check.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { quote } from './quote.ts';
import { speaker } from './speaker.ts';
import { timeline } from './timeline.ts';

/** Every command of the bot, in the order in which help lists them. Registration, dispatch and help read this one list. */
export const commands: readonly Command[] = [ask, quote, speaker, check, timeline, article, help, find, checkMessage];
