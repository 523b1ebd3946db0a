import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { page, reasonOf, refusalOf, startSite, webFor } from './site.ts';

const asPage = { accept: 'page' } as const;
const says =
  (text: string, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse): void =>
    void response.writeHead(status, { 'content-type': 'text/plain' }).end(text);

const siteWith = async (robots: Parameters<typeof startSite>[1]) => {
  const site = await startSite(page(), robots);
  const asked = () => site.requests.filter(({ url }) => url === '/robots.txt').length;
  return { ...site, asked, link: (path: string) => site.at('news.example', path) };
};

describe('robots.txt', () => {
  test('what robots.txt asks everyone to leave alone is not fetched', async () => {
    const site = await siteWith(says('User-agent: *\nDisallow: /private/\n'));
    const web = webFor([site]);
    expect(await reasonOf(web.fetch(site.link('/private/letter'), asPage))).toBe('robots');
    expect(await web.fetch(site.link('/open'), asPage)).toMatchObject({ kind: 'fetched' });
    expect(site.visits).toEqual(['/open']);
  });

  test('what robots.txt asks this bot by name to leave alone is not fetched', async () => {
    const site = await siteWith(
      says('User-agent: *\nAllow: /\n\nUser-agent: other\nUser-agent: VERBATIM/2.0 # us\nDisallow: /\nAllow: /news\n'),
    );
    const web = webFor([site]);
    expect(await reasonOf(web.fetch(site.link('/'), asPage))).toBe('robots');
    expect(await web.fetch(site.link('/news/1'), asPage)).toMatchObject({ kind: 'fetched' });
  });

  test('rules for other bots, and for all when there are some by name, do not count', async () => {
    const site = await siteWith(
      says('user-agent: *\ndisallow: /\nuser-agent: GPTBot\ndisallow: /\nuser-agent: verbatim\ndisallow:\n'),
    );
    expect(await webFor([site]).fetch(site.link('/'), asPage)).toMatchObject({ kind: 'fetched' });
  });

  test.each([
    ['Disallow: /*.pdf$', '/a/b.pdf', true],
    ['Disallow: /*.pdf$', '/a/b.pdf?x', false],
    ['Disallow: /a\nAllow: /a/b', '/a/b/c', false],
    ['Disallow: /*?session=', '/x?session=1', true],
    ['Disallow: /%7Ekeeper', '/%7ekeeper', true],
    ['Disallow: ', '/x', false],
    ['Disallow:/x\r\nSitemap: http://x.example/', '/x', true],
  ])('a rule is read as RFC 9309 says: %j for %s', async (rule, path, refused) => {
    const site = await siteWith(says(`\uFEFFUser-Agent: *\n${rule}`));
    const fetching = webFor([site]).fetch(site.link(path), asPage);
    if (refused) expect(await reasonOf(fetching)).toBe('robots');
    else expect(await fetching).toMatchObject({ kind: 'fetched' });
  });

  test('where a redirect leads is asked for as well', async () => {
    const next = await siteWith(says('User-agent: *\nDisallow: /'));
    const site = await startSite((_request, response) => response.writeHead(302, { location: next.link('/') }).end());
    expect(await reasonOf(webFor([site, next]).fetch(site.origin, asPage))).toBe('robots');
    expect(next.visits).toEqual([]);
  });

  test('robots.txt is asked for once an hour, and once for all who ask at a time', async () => {
    const site = await siteWith(says(''));
    let now = 0;
    const web = webFor([site], { now: () => now });
    await Promise.all(['/1', '/2', '/3'].map((path) => web.fetch(site.link(path), asPage)));
    now += 59 * 60_000;
    await web.fetch(site.link('/4'), asPage);
    expect(site.asked()).toBe(1);
    now += 2 * 60_000;
    await web.fetch(site.link('/5'), asPage);
    expect(site.asked()).toBe(2);
  });

  test.each([400, 401, 403, 404, 410])('a site without a robots.txt asks for nothing: %i', async (status) => {
    const site = await siteWith(says('User-agent: *\nDisallow: /', status));
    expect(await webFor([site]).fetch(site.link('/'), asPage)).toMatchObject({ kind: 'fetched' });
  });

  test.each([500, 503, 429])(
    'a site whose robots.txt is out of order is left alone for a while: %i',
    async (status) => {
      let down = true;
      const site = await siteWith((_request, response) =>
        response.writeHead(down ? status : 404, { 'retry-after': '60' }).end(),
      );
      let now = 0;
      const web = webFor([site], { now: () => now });
      expect(await refusalOf(web.fetch(site.link('/'), asPage))).toMatchObject({ reason: 'robots', retryAfter: 60 });
      down = false;
      expect(await reasonOf(web.fetch(site.link('/'), asPage))).toBe('robots');
      expect(site.asked()).toBe(1);
      now += 5 * 60_000;
      expect(await web.fetch(site.link('/'), asPage)).toMatchObject({ kind: 'fetched' });
    },
  );

  test('a robots.txt that hangs up counts as none', async () => {
    const site = await siteWith((request) => request.socket.destroy());
    expect(await webFor([site]).fetch(site.link('/'), asPage)).toMatchObject({ kind: 'fetched' });
  });

  test('a robots.txt that never comes counts as none', async () => {
    const site = await siteWith(() => {});
    const web = webFor([site], { limits: { idle: 200 } });
    expect(await web.fetch(site.link('/'), asPage)).toMatchObject({ kind: 'fetched' });
  });

  test('a robots.txt that redirects is followed, but not inside the network', async () => {
    const ruled = await startSite(says('User-agent: *\nDisallow: /x'), (_request, response) =>
      response.writeHead(301, { location: '/rules' }).end(),
    );
    expect(await reasonOf(webFor([ruled]).fetch(ruled.at('news.example', '/x'), asPage))).toBe('robots');
    const inner = await startSite(page(), (_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    );
    expect(await reasonOf(webFor([inner]).fetch(inner.origin, asPage))).toBe('address');
  });

  test('an endless robots.txt is read as far as 500 KiB, and what stands there counts', async () => {
    const site = await siteWith((_request, response) => {
      response.on('error', () => {});
      response.writeHead(200, { 'content-type': 'text/plain' }).write('User-agent: *\nDisallow: /private\n');
      const pour = () => response.destroyed || response.write('# again\n'.repeat(1_000), () => setImmediate(pour));
      pour();
    });
    const web = webFor([site]);
    expect(await reasonOf(web.fetch(site.link('/private/1'), asPage))).toBe('robots');
    expect(await web.fetch(site.link('/open'), asPage)).toMatchObject({ kind: 'fetched' });
  });

  test('a robots.txt of thousands of user agents and rules does not multiply them', async () => {
    const agents = 'User-agent: a\nUser-agent: *\n'.repeat(8_000);
    const site = await siteWith(says(`${agents}Disallow: /private\n${'Disallow: /x\n'.repeat(15_000)}`));
    const web = webFor([site]);
    // As the parser reads it, this would be 120 million rules.
    expect(await reasonOf(web.fetch(site.link('/private'), asPage))).toBe('robots');
  });

  test('a robots.txt full of wildcards, whose matching would hold up the bot, counts only as far as some of them', async () => {
    const costly = `Disallow: /${'*a'.repeat(240)}b\n`.repeat(100);
    const last = `Disallow: /${'*z'.repeat(240)}\n`;
    const site = await siteWith(says(`User-agent: *\n${costly}${last}Disallow: /*cheap\nDisallow: /private\n`));
    const web = webFor([site]);
    expect(await reasonOf(web.fetch(site.link('/is/cheap'), asPage))).toBe('robots');
    expect(await reasonOf(web.fetch(site.link('/private'), asPage))).toBe('robots');
    expect(await web.fetch(site.link(`/${'z'.repeat(240)}`), asPage)).toMatchObject({ kind: 'fetched' });
  });
});
