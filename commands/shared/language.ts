import type { Request, Services } from '../../src/discord/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';

/** What dates are written in. */
export type Language = Exclude<ServerSettings['language'], 'asker'>;

const LANGUAGES: readonly Language[] = ['en', 'de', 'fr', 'es', 'ja', 'zh-CN'];

/** The language of dates in a reply: that of the server's settings, or the one that the asker's Discord is set to. */
export function languageOf({ locale }: Pick<Request, 'locale'>, { server }: Pick<Services, 'server'>): Language {
  const { language } = server.settings;
  if (language !== 'asker') return language;
  const [base = ''] = locale.split('-');
  return LANGUAGES.find((known) => known.split('-')[0] === base) ?? 'en';
}
