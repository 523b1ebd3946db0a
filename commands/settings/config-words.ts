import { join, md, type Phrase, phrase, type Say, type Value } from '../../src/discord/markdown.ts';
import type { Markdown } from '../../src/discord/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';

/** Every setting in words, in the order in which they are shown; each is called `settings.` and its name. */
const TOPICS = {
  channels: ({ channels }) => (channels.length === 0 ? phrase('settings.channels.all') : channelNames(channels)),
  threads: ({ threads }) => phrase(threads ? 'settings.threads.on' : 'settings.threads.off'),
  mentions: ({ mentions }) => phrase(mentions ? 'settings.mentions.on' : 'settings.mentions.off'),
  visibility: ({ visibility }) => phrase(`settings.visibility.${visibility}`),
  managers: ({ managers }) =>
    managers.length === 0
      ? phrase('settings.managers.none')
      : phrase('settings.managers.roles', { roles: roleNames(managers) }),
  userLimit: ({ limits }) => perMinute(limits.user),
  channelLimit: ({ limits }) => perMinute(limits.channel),
  caution: ({ caution }) => phrase(`settings.caution.${caution}`),
  sources: ({ sources }) => phrase('settings.sources.count', { n: sources }),
  shipped: ({ shipped }) => phrase(shipped ? 'settings.shipped.on' : 'settings.shipped.off'),
  language: ({ language }) => phrase(`settings.language.${language}`),
  timeZone: ({ timeZone }) => timeZone,
  questionLog: ({ questionLog: { kept, words, days } }) => {
    if (!kept) return phrase('settings.questionLog.off');
    return phrase(words ? 'settings.questionLog.words' : 'settings.questionLog.counted', { n: days });
  },
  logChannel: ({ logChannel }) =>
    logChannel === null ? phrase('settings.logChannel.none') : channelNames([logChannel]),
  grace: ({ grace }) => (grace === 0 ? phrase('settings.grace.none') : phrase('settings.grace.days', { n: grace })),
} as const satisfies Readonly<Record<string, (settings: ServerSettings) => Value>>;

export type TopicName = keyof typeof TOPICS;

const NAMES = Object.keys(TOPICS) as readonly TopicName[];

/** Some settings, or all, a line each. */
export function tell(settings: ServerSettings, say: Say, names: readonly TopicName[] = NAMES): Markdown {
  const lines = names.map((topic) => {
    const name = phrase(`settings.${topic}`);
    return say('settings.line', { name, value: TOPICS[topic](settings) });
  });
  return join(lines, '\n');
}

/** What differs between two states of the settings: "Caution: balanced → strict", a line each. */
export function changesBetween(before: ServerSettings, after: ServerSettings): readonly Phrase[] {
  return NAMES.flatMap((topic) => {
    const [old, present] = [TOPICS[topic](before), TOPICS[topic](after)];
    if (JSON.stringify(old) === JSON.stringify(present)) return [];
    return [phrase('settings.change', { name: phrase(`settings.${topic}`), old, new: present })];
  });
}

function perMinute(count: number): Phrase {
  return count === 0 ? phrase('settings.limit.none') : phrase('settings.limit', { n: count });
}

// Discord shows these as names; nobody is pinged, since no message of the bot mentions anyone. Ids are digits.
const channelNames = (ids: readonly string[]): Markdown =>
  join(
    ids.map((id) => md`<#${id}>`),
    md`, `,
  );

const roleNames = (ids: readonly string[]): Markdown =>
  join(
    ids.map((id) => md`<@&${id}>`),
    md`, `,
  );
