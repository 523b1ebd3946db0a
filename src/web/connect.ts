/** Connections: the address that was checked is the address that is connected to, with no second look-up in between. */
import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import { isPublic } from './address.ts';
import { refuse, refuseSize } from './refusal.ts';
import { bare } from './target.ts';
import { within } from './time.ts';

export type Resolve = (host: string) => Promise<readonly string[]>;
type Allow = (address: string, port: number) => boolean;

interface Connecting {
  readonly resolve: Resolve;
  readonly allow: Allow;
  /** Milliseconds for the look-up, and again for the connection. */
  readonly patience: number;
  /** The most bytes of a body. */
  readonly bytes: number;
}

const USUAL_PORTS = new Set([80, 443, 8080, 8443]);
/** Tried one after the other; all that the host has are checked. */
const MOST_TRIED = 4;
/** What comes on top of a body: of each byte at most so much for framing and encryption, and so many bytes before it. */
const FRAMING = 1.25;
const HEADERS = 64 * 2 ** 10;
/** How long one address of several has before the next is tried beside it (RFC 8305). */
const HEAD_START = 500;

/**
 * A connector for undici. Looks a host up once, refuses it if any of its addresses is not public, and then connects to
 * those very addresses: a name that answers differently a moment later (DNS rebinding) changes nothing.
 */
export const createConnector =
  (connecting: Connecting): buildConnector.connector =>
  (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    checkedAddresses(bare(options.hostname), port, connecting)
      .then((addresses) => {
        const pinned: LookupFunction = (_host, _options, found) => found(null, addresses);
        const connect = buildConnector({
          lookup: pinned,
          timeout: connecting.patience,
          autoSelectFamily: true,
          autoSelectFamilyAttemptTimeout: HEAD_START,
        });
        connect(options, (...connected) => {
          if (connected[1]) watch(connected[1], connecting.bytes);
          callback(...connected);
        });
      })
      .catch((error: Error) => callback(error, null));
  };

/**
 * Ends a connection on which far more comes in than a body may have: answers before the answer (103), chunk extensions and
 * trailers are no part of the body, and cost time all the same.
 */
const watch = (socket: Socket, bytes: number): void => {
  const most = bytes * FRAMING + HEADERS;
  socket.on('readable', () => {
    if (socket.bytesRead > most) socket.destroy(refuseSize(bytes));
  });
};

interface Found {
  readonly address: string;
  readonly family: 4 | 6;
}

const checkedAddresses = async (
  host: string,
  port: number,
  { resolve, allow, patience }: Connecting,
): Promise<Found[]> => {
  const addresses = isIP(host) === 0 ? await within({ ms: patience }, () => resolve(host)) : [host];
  if (addresses.length === 0) throw refuse('unreachable');
  for (const address of addresses) {
    if (allow(address, port)) continue;
    if (!isPublic(address)) throw refuse('address');
    if (!USUAL_PORTS.has(port)) throw refuse('port');
  }
  return addresses.slice(0, MOST_TRIED).map((address) => ({ address, family: isIP(address) === 6 ? 6 : 4 }));
};

/**
 * Asks the machine's DNS servers for IPv4 and IPv6 addresses, IPv4 first. Not `dns.lookup`: that waits in the few threads
 * which all look-ups of the process share, so that names with slow servers would keep the bot from finding Discord.
 */
export const createResolve = (patience: number): Resolve => {
  const resolver = new Resolver({ timeout: Math.ceil(patience / 3), tries: 2 });
  return async (host) => {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (found.length === 0 && four.status === 'rejected') throw four.reason;
    return found;
  };
};
