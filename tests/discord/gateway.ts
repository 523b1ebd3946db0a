import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { LocalDiscord } from '../../src/tryout/tryout.ts';

/**
 * A gateway before that of a local Discord: it passes everything on, listens, can close a connection with a code, and can
 * leave those who come unanswered.
 */
export const startGatewayProxy = async (discord: LocalDiscord, { concurrency = 16, shards = 1 } = {}) => {
  let isSilent = false;
  const unanswered: Socket[] = [];
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    verifyClient({ req }, admit) {
      if (!isSilent) return admit(true);
      unanswered.push(req.socket.resume());
      req.socket.on('end', () => req.socket.end());
    },
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  /** What each identify said about its shard, `[number, count]`, in the order in which they came. */
  const identified: [number, number][] = [];

  server.on('connection', (client) => {
    const gateway = new WebSocket(`${discord.apiBase.replace(/^http(.*)\/api$/, 'ws$1')}/gateway`);
    const waiting: string[] = [];
    client.on('message', (data) => {
      const text = String(data);
      const { op, d } = JSON.parse(text) as { op: number; d: { shard: [number, number] } };
      if (op === 2) identified.push(d.shard);
      if (gateway.readyState === gateway.OPEN) gateway.send(text);
      else waiting.push(text);
    });
    gateway.on('open', () => waiting.splice(0).forEach((text) => void gateway.send(text)));
    gateway.on('message', (data) => client.send(String(data)));
    gateway.on('close', () => client.terminate());
    gateway.on('error', () => client.terminate());
    client.on('close', () => gateway.terminate());
  });
  discord.faults.respond('GET /gateway/bot', 200, 100, {
    url: `ws://127.0.0.1:${port}`,
    shards,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: concurrency },
  });

  return {
    identified,
    /** Closes every connection as Discord does when it is for good. */
    closeWith: (code: number): void => {
      for (const client of server.clients) client.close(code);
    },
    /** From now on nobody who comes is answered. */
    silence: (): void => {
      isSilent = true;
    },
    /** The connections of those who came since. */
    unanswered,
    close: (): void => {
      for (const socket of unanswered) socket.resetAndDestroy();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
};
