/** Which addresses belong to the public internet, and which lead into somebody's network. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Public by its number, but answered inside a cloud: Azure's host agent, which hands out a machine's credentials. */
const INSIDE_A_CLOUD = new Set(['168.63.129.16']);

/** All of IPv6 that was ever given out for the public; mapped, compatible (`::/96`), NAT64 and local addresses lie outside. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** ISATAP (RFC 5214, section 6.1) hides an IPv4 address behind one of these two, in any network. */
const ISATAP = new Set([0x0000_5efe, 0x0200_5efe]);

/**
 * True for an address that anyone on the internet may have, by the IANA registries of special-purpose addresses
 * (RFC 6890). False for anything that is not an IP address in its usual form, and for one with a zone (`fe80::1%eth0`).
 */
export const isPublic = (text: string): boolean => {
  if (isIP(text) === 0 || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  // Every range that has a name is special; 'unicast' is what is left over.
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return !INSIDE_A_CLOUD.has(address.toString());
  if (!address.match(GLOBAL_UNICAST)) return false;
  const [, , , , high = 0, low = 0] = (address as ipaddr.IPv6).parts;
  return !ISATAP.has(high * 0x1_0000 + low);
};
