import { join, md } from '../../src/discord/markdown.ts';
import type { Markdown } from '../../src/discord/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';

/** What the settings that are chosen from a list are called, and what each means. */
export const CAUTION_WORDS: Readonly<Record<ServerSettings['caution'], readonly [name: string, meaning: string]>> = {
  strict: ['strict', 'Answers only what is almost certain; says “the articles don’t say” more often'],
  balanced: ['balanced', 'Answers what is likely'],
  eager: ['eager', 'Answers whenever something fits; is wrong more often'],
};

export const VISIBILITY_WORDS: Readonly<
  Record<ServerSettings['visibility'], readonly [name: string, meaning: string]>
> = {
  public: ['for everyone', 'Everyone in the channel sees the answers'],
  private: ['for the asker alone', 'Nobody else sees the answers'],
};

export const LANGUAGE_WORDS: Readonly<Record<ServerSettings['language'], string>> = {
  asker: 'each asker’s own',
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  ja: 'Japanese',
  'zh-CN': 'Chinese (simplified)',
};

interface Topic {
  readonly name: string;
  readonly say: (settings: ServerSettings) => Markdown;
}

/** Every setting in words, in the order in which they are shown. */
const TOPICS = {
  channels: { name: 'Answers in', say: ({ channels }) => mentions(channels, '#', 'all channels') },
  threads: { name: 'Threads', say: ({ threads }) => (threads ? md`answers in them too` : md`no answers in threads`) },
  mentions: {
    name: 'Mentions',
    say: ({ mentions: on }) => (on ? md`answers when it is mentioned` : md`does not answer when it is mentioned`),
  },
  visibility: { name: 'Answers are shown', say: ({ visibility }) => md`${VISIBILITY_WORDS[visibility][0]}` },
  managers: {
    name: 'Who manages the articles',
    say: ({ managers }) =>
      managers.length === 0
        ? md`those who manage the server`
        : md`those who manage the server, and ${mentions(managers, '@&', '')}`,
  },
  userLimit: { name: 'Questions of one person', say: ({ limits }) => perMinute(limits.user) },
  channelLimit: { name: 'Questions in one channel', say: ({ limits }) => perMinute(limits.channel) },
  caution: { name: 'Caution', say: ({ caution }) => md`${CAUTION_WORDS[caution][0]}` },
  sources: {
    name: 'Sources of an answer',
    say: ({ sources }) => (sources === 1 ? md`one is named` : md`up to ${sources} are named`),
  },
  shipped: {
    name: 'Articles that came with the bot',
    say: ({ shipped }) => (shipped ? md`answer beside your own` : md`switched off`),
  },
  language: { name: 'Language of dates', say: ({ language }) => md`${LANGUAGE_WORDS[language]}` },
  timeZone: { name: 'Time zone', say: ({ timeZone }) => md`${timeZone}` },
  questionLog: { name: 'Question log', say: ({ questionLog }) => logWords(questionLog) },
  logChannel: {
    name: 'Log channel',
    say: ({ logChannel }) => (logChannel === null ? md`none` : mentions([logChannel], '#', '')),
  },
  grace: {
    name: 'When the bot is removed',
    say: ({ grace }) =>
      grace === 0 ? md`everything of this server is deleted at once` : md`everything is kept for ${days(grace)} more`,
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;

/** Some settings, or all, a line each. */
export function tell(settings: ServerSettings, names?: readonly TopicName[]): Markdown {
  const topics: readonly Topic[] = (names ?? (Object.keys(TOPICS) as TopicName[])).map((name) => TOPICS[name]);
  return join(
    topics.map(({ name, say }) => md`**${name}:** ${say(settings)}`),
    '\n',
  );
}

/** What differs between two states of the settings: "Caution: balanced → strict", a line each. */
export function tellChanges(before: ServerSettings, after: ServerSettings): readonly Markdown[] {
  const topics: readonly Topic[] = Object.values(TOPICS);
  return topics.flatMap(({ name, say }) => {
    const [old, present] = [say(before), say(after)];
    return old.source === present.source ? [] : [md`**${name}:** ${old} → ${present}`];
  });
}

/** "3 days" */
export function days(count: number): string {
  return count === 1 ? 'one day' : `${count} days`;
}

function logWords({ kept, words, days: count }: ServerSettings['questionLog']): Markdown {
  if (!kept) return md`off: nothing is kept of questions`;
  return words
    ? md`on, with the words of questions, for ${days(count)}`
    : md`on, without the words of questions, for ${days(count)}`;
}

function perMinute(count: number): Markdown {
  if (count === 0) return md`as many as they like`;
  return count === 1 ? md`one a minute` : md`${count} a minute`;
}

/** Discord shows these as names; nobody is pinged, since no message of the bot mentions anyone. Ids are digits. */
function mentions(ids: readonly string[], sign: '#' | '@&', none: string): Markdown {
  if (ids.length === 0) return md`${none}`;
  return join(
    ids.map((id) => (sign === '#' ? md`<#${id}>` : md`<@&${id}>`)),
    md`, `,
  );
}
