import type { Server } from '../servers/types.ts';
import type { Services, Shared } from './types.ts';

/** The services of one request: of the server that asks, and never of another. */
export const servicesFor = (
  server: Server,
  shared: Shared,
  own: Pick<Services, 'progress' | 'audit' | 'download'>,
): Services => ({ ...shared, ...own, server, library: server.library });
