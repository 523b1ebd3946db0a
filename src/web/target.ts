/** Which web addresses are opened at all, by how they are written. What they resolve to is the connection's concern. */
import { isIP } from 'node:net';
import { refuse, refuseDowngrade } from './refusal.ts';

/** In UTF-16 code units; what most browsers and servers take. */
const LONGEST_URL = 2_048;

/** Names that mean something only inside a network (RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`, routers' defaults). */
const INNER_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|home\.arpa|onion)$/u;

/**
 * Reads an address as a browser does (WHATWG URL: 2130706433, 0x7f.1 and １２７.０.０.１ all become 127.0.0.1), without its
 * fragment and the dot that may end its host.
 * @param base what it is relative to, for redirects
 * @throws WebRefusal `url`, `scheme`, `credentials` or, for names inside a network, `address`
 */
export const parseTarget = (text: string, base?: URL): URL => {
  if (text.length > LONGEST_URL) throw refuse('url');
  const url = URL.parse(text, base?.href);
  if (!url) throw refuse('url');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('scheme');
  if (url.username !== '' || url.password !== '') throw refuse('credentials');
  url.hash = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  // Relative to a long base, a short redirect can become long.
  if (url.href.length > LONGEST_URL) throw refuse('url');
  if (isInnerName(url.hostname)) throw refuse('address');
  return url;
};

const isInnerName = (host: string): boolean => {
  if (isIP(bare(host)) !== 0) return false;
  return !/[^.]\.[^.]/u.test(host) || host.endsWith('.') || INNER_NAMES.test(host);
};

/** Where a redirect leads. @throws WebRefusal also for a step from https down to http */
export const redirectTarget = (from: URL, location: string): URL => {
  const target = parseTarget(location, from);
  if (from.protocol === 'https:' && target.protocol === 'http:') throw refuseDowngrade();
  return target;
};

/** A host without the brackets that an IPv6 address has in a URL. */
export const bare = (host: string): string => (host.startsWith('[') ? host.slice(1, -1) : host);
