import { speechIn } from '../languages/languages.ts';
import type { Speech } from '../languages/types.ts';
import type { Server } from '../servers/types.ts';
import { speaking } from './markdown.ts';
import type { Services, Shared } from './types.ts';

/** The language in which a server answers a reader: its own, unless it leaves that to the reader's Discord. */
export const speechFor = ({ settings: { language } }: Pick<Server, 'settings'>, locale: string): Speech =>
  speechIn(language === 'asker' ? locale : language);

/** The services of one request: of the server that asks, and never of another. */
export const servicesFor = (
  server: Server,
  locale: string,
  shared: Shared,
  own: Pick<Services, 'progress' | 'audit' | 'download'>,
): Services => ({ ...shared, ...own, ...speaking(speechFor(server, locale)), server, library: server.library });
