import { display } from './display.ts';
import { bold, join, md, small } from './markdown.ts';
import type { Asked, Markdown, Options } from './types.ts';

/**
 * The query line: the first line of every reply, which repeats what was asked.
 *
 *     -# /ask question: **Who met the minister?** from: **2019-01-01** private: true
 *     -# /knowledge feed add link: **https://example.org/feed**
 *
 * It is the only state that buttons need, so they outlive a restart: the dispatcher reads it back from the message. Text
 * is bold, numbers and truth values are plain, which tells their types apart.
 */
export const queryLine = ({ command, path = [], options }: Asked, isSlash: boolean): Markdown => {
  const given = Object.entries(options).map(([name, value]) => {
    if (typeof value !== 'string') return md` ${name}: ${String(value)}`;
    const line = oneLine(value);
    return line === '' ? '' : md` ${name}: ${bold(line)}`;
  });
  return small(join([isSlash ? md`/${[command, ...path].join(' ')}` : command, ...given]));
};

/** The component `id` under which the query line is found again in a message. */
export const queryLineId = 1000;

const option = / (?<name>(?:\\?[^\s*:\\])+): (?:\*\*(?<text>(?:\\[\s\S]|[^\\*])+)\*\*|(?<plain>[\w.+\\-]+))/u;
const whole = new RegExp(
  `^-# (?<slash>/?)(?<command>[^*:\\n]+?)(?<options>(?:${option.source.replace(/\?<\w+>/g, '')})*)$`,
  'u',
);

/** What a query line says, or null when it is none: written by hand, changed, or by another version. */
export const readQueryLine = (source: string): Asked | null => {
  const line = whole.exec(source)?.groups;
  if (!line) return null;
  const options: Record<string, Options[string]> = {};
  for (const { groups } of line['options']!.matchAll(new RegExp(option, 'gu'))) {
    const value = groups!['plain'] === undefined ? display(groups!['text']!) : readPlain(display(groups!['plain']));
    if (value === null) return null;
    options[display(groups!['name']!)] = value;
  }
  const name = display(line['command']!);
  // The names of slash commands have no spaces; those of message commands may.
  const [command = '', ...path] = line['slash'] ? name.split(' ') : [name];
  return path.length === 0 ? { command, options } : { command, path, options };
};

const readPlain = (text: string): number | boolean | null => {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
};

/** Text as it goes into the query line: white space of any kind is one space, since the line is only one. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Options as a query line repeats them: text on one line, nothing blank. */
export const tidy = (options: Options): Options =>
  Object.fromEntries(
    Object.entries(options)
      .map(([name, value]) => [name, typeof value === 'string' ? oneLine(value) : value] as const)
      .filter(([, value]) => value !== ''),
  );
