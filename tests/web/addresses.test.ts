import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublic } from '../../src/web/address.ts';
import { createWeb } from '../../src/web/web.ts';
import { atEnd, reasonOf, refusalOf } from './site.ts';

/** A `web` as the bot has it: nothing is let in. No test here reaches the network, unless the check fails. */
const strict = () => {
  const web = createWeb({ contact: 'https://verbatim.example/about' });
  atEnd(web.close);
  return web;
};

const page = { accept: 'page' } as const;

const inside: readonly (readonly [kind: string, address: string])[] = [
  ['loopback', '127.0.0.1'],
  ['the end of loopback', '127.255.255.254'],
  ['this host', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['private, class A', '10.20.30.40'],
  ['private, class B', '172.16.0.1'],
  ['the end of private, class B', '172.31.255.255'],
  ['private, class C', '192.168.1.1'],
  ['link-local', '169.254.0.1'],
  ['metadata of AWS, Google Cloud and others', '169.254.169.254'],
  ['metadata of AWS containers', '169.254.170.2'],
  ['metadata of Azure behind a public address', '168.63.129.16'],
  ['metadata of Alibaba Cloud, in carrier-grade NAT', '100.100.100.200'],
  ['metadata of Oracle Cloud', '192.0.0.192'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['protocol assignments', '192.0.0.8'],
  ['documentation 1', '192.0.2.1'],
  ['documentation 2', '198.51.100.1'],
  ['documentation 3', '203.0.113.1'],
  ['benchmarking', '198.18.0.1'],
  ['the end of benchmarking', '198.19.255.255'],
  ['6to4 relays', '192.88.99.1'],
  ['multicast', '224.0.0.1'],
  ['the end of multicast', '239.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['IPv6 unspecified', '::'],
  ['IPv6 loopback', '::1'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
  ['IPv4-mapped private, in hexadecimal', '::ffff:a00:1'],
  ['IPv4-mapped public', '::ffff:8.8.8.8'],
  ['IPv4-compatible loopback', '::7f00:1'],
  ['IPv4-compatible public', '::808:808'],
  ['IPv4-translated', '::ffff:0:127.0.0.1'],
  ['NAT64 of a private address', '64:ff9b::10.0.0.1'],
  ['NAT64 of a public address', '64:ff9b::8.8.8.8'],
  ['local-use NAT64', '64:ff9b:1::a00:1'],
  ['6to4 of a private address', '2002:a00:1::1'],
  ['Teredo', '2001:0:53aa:64c::1'],
  ['unique-local', 'fd12:3456::1'],
  ['metadata of AWS over IPv6', 'fd00:ec2::254'],
  ['link-local IPv6', 'fe80::1'],
  ['link-local IPv6 with a zone', 'fe80::1%eth0'],
  ['site-local, given up', 'fec0::1'],
  ['multicast IPv6', 'ff02::1'],
  ['documentation IPv6', '2001:db8::1'],
  ['documentation IPv6, new', '3fff::1'],
  ['benchmarking IPv6', '2001:2::1'],
  ['discard-only', '100::1'],
  ['ORCHID', '2001:20::1'],
  ['segment routing', '5f00::1'],
  ['not given out yet', '4000::1'],
  ['ISATAP of a private address', '2600::5efe:10.0.0.1'],
];

const outside = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001::200e',
];

describe('addresses inside a network', () => {
  test.each(inside)('the address is refused: %s (%s)', async (_kind, address) => {
    expect(isPublic(address)).toBe(false);
    const web = createWeb({ contact: 'https://verbatim.example', resolve: () => Promise.resolve([address]) });
    atEnd(web.close);
    expect(await reasonOf(web.fetch('http://news.example/', page))).toBe('address');
  });

  test.each(outside)('the public address beside a special range is let in: %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each(['', 'localhost', '127.1', '0x7f000001', '2130706433', '8.8.8', '8.8.8.8 ', '1.2.3.4.5', '::1::'])(
    'what is no address in its usual form is refused: "%s"',
    (text) => {
      expect(isPublic(text)).toBe(false);
    },
  );
});

describe('addresses in disguise', () => {
  test.each([
    ['decimal', 'http://2130706433/'],
    ['octal', 'http://0177.0.0.1/'],
    ['octal in one number', 'http://017700000001/'],
    ['hexadecimal', 'http://0x7f.0x0.0x0.0x1/'],
    ['hexadecimal in one number', 'http://0x7f000001/'],
    ['two parts', 'http://127.1/'],
    ['three parts', 'http://10.0.1/'],
    ['zero', 'http://0/'],
    ['full-width digits', 'http://１２７.０.０.１/'],
    ['ideographic full stops', 'http://127。0。0。1/'],
    ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
    ['percent signs', 'http://%31%32%37.0.0.1/'],
    ['a dot at the end', 'http://127.0.0.1./'],
    ['no slashes', 'http:127.0.0.1/'],
    ['backslashes', 'http:\\\\127.0.0.1\\@news.example/'],
    ['tabs and line ends', 'ht\ttp://127.0.\n0.1/'],
    ['mapped IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['mapped IPv6 in hexadecimal', 'http://[0:0:0:0:0:ffff:7f00:1]/'],
    ['compatible IPv6', 'http://[::127.0.0.1]/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
  ])('an inner address in disguise is refused: %s (%s)', async (_form, link) => {
    expect(await reasonOf(strict().fetch(link, page))).toBe('address');
  });

  test('an IPv6 zone in a link is refused', async () => {
    expect(await reasonOf(strict().fetch('http://[fe80::1%25eth0]/', page))).toBe('url');
  });
});

describe('names inside a network', () => {
  test.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'http://news.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/computeMetadata/v1/',
    'http://router.lan/',
    'http://nas.home.arpa/',
    'http://intranet/',
    'http://redis:8080/',
    'http://kubernetes.default.svc.cluster.local/',
    'http://host.docker.internal/',
  ])('a name that means something only inside a network is refused: %s', async (link) => {
    const asked: string[] = [];
    const resolve = (host: string) => {
      asked.push(host);
      return Promise.resolve(['8.8.8.8']);
    };
    const web = createWeb({ contact: 'https://verbatim.example', resolve });
    atEnd(web.close);
    expect(await reasonOf(web.fetch(link, page))).toBe('address');
    expect(asked).toEqual([]);
  });
});

/** Blocks of IPv4 that are nobody's or somebody's own: [first address as a number, bits that are fixed]. */
const blocks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const bytesOf = (value: number): number[] => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
const dotted = (value: number): string => bytesOf(value).join('.');

const innerAddress = fc
  .constantFrom(...blocks)
  .chain(([first, bits]) => fc.integer({ min: 0, max: 2 ** (32 - bits) - 1 }).map((rest) => numberOf(first) + rest));
const octal = (value: number): string => `0${value.toString(8)}`;
const hex = (value: number): string => `0x${value.toString(16)}`;
const groups = (value: number): string => `${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`;
/** Ways to write an IPv4 address that browsers understand, and ways to hide one in an IPv6 address. */
const forms: readonly ((value: number) => string)[] = [
  dotted,
  String,
  hex,
  octal,
  (value) => bytesOf(value).map(hex).join('.'),
  (value) => bytesOf(value).map(octal).join('.'),
  (value) =>
    bytesOf(value)
      .map((byte, index) => [String, hex, octal][index % 3]?.(byte))
      .join('.'),
  (value) => `${bytesOf(value)[0]}.${value % 2 ** 24}`,
  (value) => `${bytesOf(value).slice(0, 2).join('.')}.${value % 2 ** 16}`,
  (value) => `${dotted(value)}.`,
  (value) => dotted(value).replaceAll('.', '。'),
  (value) => `[::ffff:${dotted(value)}]`,
  (value) => `[::ffff:${groups(value)}]`,
  (value) => `[::${dotted(value)}]`,
  (value) => `[::${groups(value)}]`,
  (value) => `[::ffff:0:${groups(value)}]`,
  (value) => `[64:ff9b::${groups(value)}]`,
  (value) => `[64:ff9b:1::${groups(value)}]`,
  (value) => `[2002:${groups(value)}::1]`,
];

describe('for every address', () => {
  test('every address of every special block is refused, however it is written', async () => {
    const web = strict();
    await fc.assert(
      fc.asyncProperty(innerAddress, fc.constantFrom(...forms), async (address, write) => {
        expect(await reasonOf(web.fetch(`http://${write(address)}/`, page))).toBe('address');
      }),
      { numRuns: 400 },
    );
  });

  test('a host with one inner address among public ones is refused as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...outside), { maxLength: 5 }),
        innerAddress,
        fc.nat(),
        async (others, one, at) => {
          const addresses = others.toSpliced(at % (others.length + 1), 0, dotted(one));
          const web = createWeb({ contact: 'https://verbatim.example', resolve: () => Promise.resolve(addresses) });
          expect(await reasonOf(web.fetch('https://news.example/', page))).toBe('address');
          web.close();
        },
      ),
      { numRuns: 50 },
    );
  });

  test('no IPv6 address outside of what is given out for the public is let in', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.startsWith('::') ? '0' : (address.split(':')[0] ?? '0'), 16);
        expect(isIP(address)).toBe(6);
        if (first < 0x2000 || first > 0x3fff) expect(isPublic(address)).toBe(false);
      }),
    );
  });

  test('an address says nothing in the sentence that refuses it', async () => {
    const web = createWeb({ contact: 'https://verbatim.example', resolve: () => Promise.resolve(['10.11.12.13']) });
    atEnd(web.close);
    const refusal = await refusalOf(web.fetch('https://news.example/', page));
    expect(refusal.message).not.toContain('10.11');
    expect(refusal.message).not.toContain('news.example');
  });
});
