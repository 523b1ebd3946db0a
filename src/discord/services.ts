import type { Services, Shared } from './types.ts';

/** The services of one request: of the server that asks, and never of another. Throws StoreError. */
export const servicesFor = async (guildId: string | null, shared: Shared): Promise<Services> => {
  const server = await shared.servers.open(guildId);
  return { ...shared, server, library: server.library };
};
