import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { page, reasonOf, startSite, webFor } from './site.ts';

const asPage = { accept: 'page' } as const;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const lead = (response: ServerResponse, location: string, status = 302) =>
  response.writeHead(status, { location }).end();

const fetched = async (fetching: ReturnType<ReturnType<typeof webFor>['fetch']>) => {
  const answer = await fetching;
  if (answer.kind !== 'fetched') throw new Error('nothing new');
  return answer;
};

describe('links', () => {
  test('a public page is fetched, with the address it was found at', async () => {
    const site = await startSite(page());
    const answer = await fetched(webFor([site]).fetch(`${site.origin}/harbour/ferry?page=1#top`, asPage));
    expect(text(answer.bytes)).toBe('<p>The ferry was late again.</p>');
    expect(answer).toMatchObject({ url: `${site.origin}/harbour/ferry?page=1`, type: 'text/html', name: 'ferry.html' });
    expect(site.visits).toEqual(['/harbour/ferry?page=1']);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://news.example/',
    'javascript:alert(1)',
    'data:text/html,hello',
    'gopher://news.example/',
    'ws://news.example/',
    'blob:https://news.example/1',
    'node:fs',
  ])('a link that is not http or https is refused: %s', async (link) => {
    expect(await reasonOf(webFor([]).fetch(link, asPage))).toBe('scheme');
  });

  test.each([
    '',
    'harbour',
    '//news.example/',
    'http://',
    'https://news.example:99999/',
    'http://exa mple.com',
    'http://256.1.1.1/',
  ])('what is no web address is refused: "%s"', async (link) => {
    expect(await reasonOf(webFor([]).fetch(link, asPage))).toBe('url');
  });

  test.each([
    ['as it is', 'a'.repeat(3_000)],
    ['once it is encoded', 'ä'.repeat(1_000)],
  ])('a link of absurd length is refused: %s', async (_when, path) => {
    expect(await reasonOf(webFor([]).fetch(`https://news.example/${path}`, asPage))).toBe('url');
  });

  test.each(['http://me:secret@news.example/', 'https://me@news.example/', 'http://8.8.8.8@127.0.0.1/'])(
    'a link with a user name or password is refused: %s',
    async (link) => {
      expect(await reasonOf(webFor([]).fetch(link, asPage))).toBe('credentials');
    },
  );

  test.each([22, 25, 6379, 5432, 9200, 1])('an unusual port of a public address is refused: %i', async (port) => {
    const web = webFor([], { resolve: () => Promise.resolve(['8.8.8.8']) });
    expect(await reasonOf(web.fetch(`http://news.example:${port}/`, asPage))).toBe('port');
  });

  test('a name that does not exist is told apart from one that is refused', async () => {
    expect(await reasonOf(webFor([]).fetch('https://news.invalid/', asPage))).toBe('unreachable');
  });

  test('a site that nobody serves is unreachable', async () => {
    const site = await startSite(page());
    const web = webFor([{ port: 9 }, site]);
    expect(await reasonOf(web.fetch('http://news.example:9/', asPage))).toBe('unreachable');
  });
});

describe('rebinding', () => {
  test('DNS rebinding: the address that was checked is the one connected to, with one look-up for it', async () => {
    const site = await startSite(page());
    const asked: string[] = [];
    const resolve = (host: string) => {
      asked.push(host);
      // Good for the connections for robots.txt and for the page, inside the network at any further look-up.
      return Promise.resolve([asked.length <= 2 ? '127.0.0.1' : '10.0.0.1']);
    };
    const answer = await fetched(webFor([site], { resolve }).fetch(site.at('rebind.example'), asPage));
    expect(text(answer.bytes)).toContain('ferry');
    expect(asked).toEqual(['rebind.example', 'rebind.example']);
  });

  test('DNS rebinding: a name that moves inside the network between two visits is refused at the second', async () => {
    const site = await startSite(page());
    let address = '127.0.0.1';
    const web = webFor([site], { resolve: () => Promise.resolve([address]) });
    await fetched(web.fetch(site.at('rebind.example'), asPage));
    address = '192.168.0.1';
    expect(await reasonOf(web.fetch(site.at('rebind.example'), asPage))).toBe('address');
    expect(site.visits).toHaveLength(1);
  });

  test('DNS rebinding: a name that moves inside the network between a page and its redirect is refused', async () => {
    const site = await startSite((_request, response) => lead(response, '/next'));
    // For robots.txt, for the page, and for where it leads to.
    const answers = ['127.0.0.1', '127.0.0.1', '10.0.0.7'];
    const web = webFor([site], { resolve: () => Promise.resolve(answers.splice(0, 1)) });
    expect(await reasonOf(web.fetch(site.at('rebind.example'), asPage))).toBe('address');
    expect(site.visits).toEqual(['/']);
  });

  test('a name without any address is unreachable', async () => {
    const web = webFor([], { resolve: () => Promise.resolve([]) });
    expect(await reasonOf(web.fetch('https://news.example/', asPage))).toBe('unreachable');
  });

  test('a name server that never answers is given up', async () => {
    const web = webFor([], { resolve: () => new Promise(() => {}), limits: { idle: 100 } });
    expect(await reasonOf(web.fetch('https://news.example/', asPage))).toBe('time');
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('a redirect is followed to its end: %i', async (status) => {
    const site = await startSite((request, response) =>
      request.url === '/new' ? page()(request, response) : lead(response, '/new', status),
    );
    const answer = await fetched(webFor([site]).fetch(`${site.origin}/old`, asPage));
    expect(answer.url).toBe(`${site.origin}/new`);
    expect(answer.moved).toBe(status === 301 || status === 308 ? `${site.origin}/new` : null);
  });

  test.each([
    ['an inner address', 'http://127.0.0.1:1/admin', 'address'],
    ['the metadata service', 'http://169.254.169.254/latest/meta-data/', 'address'],
    ['an inner address in decimal', 'http://2130706433:1/', 'address'],
    ['an inner IPv6 address', 'http://[::ffff:7f00:1]/', 'address'],
    ['a name inside a network', 'http://localhost:6379/', 'address'],
    ['a file', 'file:///etc/passwd', 'scheme'],
    ['a script', 'javascript:alert(1)', 'scheme'],
    ['another protocol', 'gopher://127.0.0.1:70/_hello', 'scheme'],
    ['a link with a password', 'https://me:secret@news.example/', 'credentials'],
    ['nothing readable', 'http://[', 'url'],
  ])('a redirect to %s is refused (%s)', async (_what, location, reason) => {
    const site = await startSite((_request, response) => lead(response, location));
    expect(await reasonOf(webFor([site]).fetch(site.origin, asPage))).toBe(reason);
    expect(site.visits).toEqual(['/']);
  });

  test('a redirect to a public host that resolves inside the network is refused', async () => {
    const site = await startSite((_request, response) => lead(response, 'http://looks-good.example/'));
    const resolve = (host: string) => Promise.resolve([host === 'looks-good.example' ? '172.16.5.4' : '127.0.0.1']);
    expect(await reasonOf(webFor([site], { resolve }).fetch(site.at('news.example'), asPage))).toBe('address');
  });

  test('redirects in a circle are given up', async () => {
    const site = await startSite((request, response) => lead(response, request.url === '/a' ? '/b' : '/a'));
    expect(await reasonOf(webFor([site]).fetch(`${site.origin}/a`, asPage))).toBe('redirects');
    expect(site.visits).toEqual(['/a', '/b']);
  });

  test('redirects without end are given up after five', async () => {
    const site = await startSite((request, response) => lead(response, `${request.url}0`));
    expect(await reasonOf(webFor([site]).fetch(`${site.origin}/1`, asPage))).toBe('redirects');
    expect(site.visits).toHaveLength(6);
  });

  test('a redirect that grows without end is refused', async () => {
    const site = await startSite((_request, response) => lead(response, `/${'x'.repeat(5_000)}`));
    expect(await reasonOf(webFor([site]).fetch(site.origin, asPage))).toBe('url');
  });

  test('a redirect with a huge body is followed without reading that body', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/end') return page()(request, response);
      response.writeHead(302, { location: '/end' });
      const pour = () => response.write(Buffer.alloc(65_536), pour);
      response.on('error', () => {});
      pour();
    });
    const answer = await fetched(webFor([site], { limits: { total: 5_000 } }).fetch(`${site.origin}/start`, asPage));
    expect(answer.url).toBe(`${site.origin}/end`);
  });
});
