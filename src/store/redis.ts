import KeyvRedis, { type RedisClientType } from '@keyv/redis';
import { type Backend, throughAdapter } from './backend.ts';

/** Keys looked at by one SCAN. */
const batch = 1_000;

/** Compares and sets in one step, because nothing runs between two commands of a script. */
const swapScript = `
  local now = redis.call('GET', KEYS[1])
  if ARGV[1] == '' and now or ARGV[1] ~= '' and now ~= ARGV[2] then return 0 end
  redis.call('SET', KEYS[1], ARGV[3])
  return 1`;

/**
 * Connects to Redis.
 * @param url `redis://` or `rediss://` with user, password, host, port and number of the database
 * @param space what stands before every key
 * @param patience for the connection, in milliseconds
 * @throws the driver's error when the first connection fails; later ones are made again and again in the background
 */
export const openRedis = async (url: string, space: string, patience: number, now: () => number): Promise<Backend> => {
  let connected = false;
  const adapter = new KeyvRedis<string>(
    {
      url,
      // Without a connection commands fail at once; otherwise they would be kept until there is one, however long that takes.
      disableOfflineQueue: true,
      socket: {
        connectTimeout: patience,
        reconnectStrategy: (attempts: number, cause: Error) =>
          connected ? Math.min(50 * 2 ** attempts, 1_000) : cause,
      },
    },
    { namespace: space, throwOnErrors: true, throwOnConnectError: true },
  );
  // Every failure also reaches whoever called; a lost connection alone is no reason to end the process.
  adapter.on('error', () => {});
  const client = adapter.client as RedisClientType;
  await client.connect();
  connected = true;
  const full = (key: string): string => adapter.createKeyPrefix(key, space);

  return {
    ...throughAdapter(adapter as Parameters<typeof throughAdapter>[0], now),
    async swap(key, before, after) {
      const args = [before === undefined ? '' : '1', before ?? '', after];
      return (await client.eval(swapScript, { keys: [full(key)], arguments: args })) === 1;
    },
    async *keys(prefix) {
      // A scan may give a key twice.
      const seen = new Set<string>();
      for await (const found of client.scanIterator({ MATCH: `${full(prefix)}*`, COUNT: batch })) {
        const fresh = found.map((key) => key.slice(full('').length)).filter((key) => !seen.has(key));
        for (const key of fresh) seen.add(key);
        if (fresh.length > 0) yield fresh;
      }
    },
    sweep: async () => {},
    close: async () => {
      if (client.isReady) await client.close();
      else if (client.isOpen) client.destroy();
    },
  };
};
