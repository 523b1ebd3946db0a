import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { page, reasonOf, refusalOf, startSite, webFor } from './site.ts';

const asPage = { accept: 'page' } as const;

describe('who is visiting', () => {
  test('the bot says its name and where to read about it, and nothing about anyone', async () => {
    const site = await startSite(page());
    await webFor([site]).fetch(`${site.origin}/x`, { ...asPage, owner: '123456789' });
    expect(site.requests).toHaveLength(2);
    for (const { headers, method } of site.requests) {
      expect(method).toBe('GET');
      expect(headers['user-agent']).toBe('Verbatim/1.0 (+https://verbatim.example/about)');
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
      expect(JSON.stringify(headers)).not.toContain('123456789');
    }
  });

  test('no cookie is kept or sent back, not even on a redirect', async () => {
    const site = await startSite((request, response) => {
      response.setHeader('set-cookie', 'track=1; Path=/');
      if (request.url === '/start') response.writeHead(302, { location: '/end' }).end();
      else page()(request, response);
    });
    const web = webFor([site]);
    await web.fetch(`${site.origin}/start`, asPage);
    await web.fetch(`${site.origin}/end`, asPage);
    expect(site.requests.map(({ headers }) => headers.cookie ?? headers.referer)).toEqual(
      site.requests.map(() => undefined),
    );
  });

  const variables = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
  const before = variables.map((name) => [name, process.env[name]] as const);
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  test('proxies of the environment are not used', async () => {
    const site = await startSite(page());
    const proxy = await startSite(page('from the proxy'));
    for (const name of variables) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : proxy.origin;
    expect(await webFor([site, proxy]).fetch(site.origin, asPage)).toMatchObject({ kind: 'fetched' });
    expect(proxy.requests).toEqual([]);
  });
});

describe('asking again', () => {
  test('what has not changed is not sent again: etag and date go along, and 304 comes back', async () => {
    const facts = {
      etag: '"v1"',
      'last-modified': 'Mon, 25 Nov 2019 10:00:00 GMT',
      'cache-control': 'public, max-age=900',
    };
    const site = await startSite((request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      if (etag === facts.etag && since === facts['last-modified']) response.writeHead(304, facts).end();
      else page('<rss/>', { ...facts, 'content-type': 'application/rss+xml' })(request, response);
    });
    const web = webFor([site]);
    const first = await web.fetch(site.origin, { accept: 'feed' });
    expect(first).toMatchObject({ kind: 'fetched', etag: '"v1"', lastModified: facts['last-modified'], maxAge: 900 });
    const { etag, lastModified } = first;
    expect(await web.fetch(site.origin, { accept: 'feed', etag, lastModified })).toEqual({
      kind: 'unchanged',
      etag,
      lastModified,
      maxAge: 900,
      moved: null,
    });
  });

  test.each([
    ['no quotes', 'v1'],
    ['a line end and another header', '"a\r\nx-injected: 1"'],
    ['far too long', `"${'a'.repeat(5_000)}"`],
    ['letters that headers do not have', '"\u00E9"'],
  ])('an etag that is none is neither kept nor sent: %s', async (_what, etag) => {
    const site = await startSite(page());
    await webFor([site]).fetch(site.origin, { ...asPage, etag, lastModified: 'x\r\nx-injected: 1' });
    const names = site.requests.flatMap(({ headers }) => Object.keys(headers));
    expect(names.filter((name) => /^if-|injected/u.test(name))).toEqual([]);
  });

  test('a huge etag of a server is not kept', async () => {
    const site = await startSite(page('x', { etag: `"${'a'.repeat(5_000)}"`, 'last-modified': 'yesterday' }));
    expect(await webFor([site]).fetch(site.origin, asPage)).toMatchObject({ etag: null, lastModified: null });
  });
});

/** A site that answers only when it is told to, and counts how many wait for it at once. */
const startHolding = async () => {
  const held: ServerResponse[] = [];
  const site = await startSite((_request, response) => held.push(response));
  const free = () => {
    for (const response of held.splice(0)) response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Free.</p>');
  };
  return { ...site, held, free };
};

describe('floods', () => {
  test('a flood of links to one host becomes two requests at a time', async () => {
    const site = await startHolding();
    const web = webFor([site]);
    const all = Array.from({ length: 7 }, (_, index) => web.fetch(site.at('news.example', `/${index}`), asPage));
    const most: number[] = [];
    for (let answered = 0; answered < 7; answered += site.held.length, most.push(site.held.length), site.free()) {
      await expect.poll(() => site.held.length).toBe(Math.min(2, 7 - answered));
    }
    expect((await Promise.all(all)).map(({ kind }) => kind)).toEqual(Array.from({ length: 7 }, () => 'fetched'));
    expect(most).toEqual([2, 2, 2, 1]);
  });

  test('a flood of links to many hosts becomes eight requests at a time', async () => {
    const site = await startHolding();
    const web = webFor([site]);
    const all = Array.from({ length: 12 }, (_, index) => web.fetch(site.at(`news${index}.example`), asPage));
    await expect.poll(() => site.held.length).toBe(8);
    site.free();
    await expect.poll(() => site.held.length).toBe(4);
    site.free();
    expect(await Promise.all(all)).toHaveLength(12);
  });

  test('a flood by one owner leaves places for the others', async () => {
    const site = await startHolding();
    const fine = await startSite(page());
    const web = webFor([site, fine]);
    const flood = Array.from({ length: 20 }, (_, index) =>
      web.fetch(site.at(`news${index}.example`), { ...asPage, owner: 'one' }),
    );
    const over = Promise.allSettled(flood);
    await expect.poll(() => site.held.length).toBe(3);
    expect(await web.fetch(fine.at('fine.example'), { ...asPage, owner: 'another' })).toMatchObject({
      kind: 'fetched',
    });
    expect(site.held).toHaveLength(3);
    web.close();
    expect((await over).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'rejected'));
  });

  test('what one owner asks for beyond a queue of twenty is refused at once', async () => {
    const site = await startHolding();
    const web = webFor([site]);
    let refused = 0;
    const flood = Array.from({ length: 40 }, (_, index) =>
      reasonOf(web.fetch(site.at(`news${index}.example`), { ...asPage, owner: 'one' })).finally(() => {
        refused += 1;
      }),
    );
    await expect.poll(() => site.held.length).toBe(3);
    expect(refused).toBe(40 - 23);
    web.close();
    expect(await Promise.all(flood)).toEqual(Array.from({ length: 40 }, () => 'busy'));
  });

  test('a flood of thousands is refused but for the queue', async () => {
    const site = await startHolding();
    const web = webFor([site]);
    let refused = 0;
    const flood = Array.from({ length: 3_000 }, (_, index) =>
      web.fetch(site.at(`news${index}.example`), asPage).catch(() => {
        refused += 1;
      }),
    );
    await expect.poll(() => refused).toBe(3_000 - 208);
    web.close();
    await Promise.all(flood);
  });

  test('who waits too long for a turn is told to come back', async () => {
    const site = await startHolding();
    const web = webFor([site], { limits: { queue: 300, total: 10_000 } });
    const first = ['/1', '/2'].map((path) => web.fetch(site.at('news.example', path), asPage));
    await expect.poll(() => site.held.length).toBe(2);
    const refusal = await refusalOf(web.fetch(site.at('news.example', '/3'), asPage));
    expect(refusal).toMatchObject({ reason: 'busy', message: expect.stringContaining('in a minute') });
    site.free();
    expect(await Promise.all(first)).toHaveLength(2);
  });

  test('who gives up while waiting leaves the queue', async () => {
    const site = await startHolding();
    const web = webFor([site]);
    const first = ['/1', '/2'].map((path) => web.fetch(site.at('news.example', path), asPage));
    await expect.poll(() => site.held.length).toBe(2);
    const stop = new AbortController();
    const third = web.fetch(site.at('news.example', '/3'), { ...asPage, signal: stop.signal });
    // Until it stands in the queue.
    await sleep(50);
    stop.abort(new Error('Never mind.'));
    await expect(third).rejects.toThrow('Never mind.');
    site.free();
    await Promise.all(first);
    expect(site.visits).toEqual(['/1', '/2']);
    const next = ['/4', '/5'].map((path) => web.fetch(site.at('news.example', path), asPage));
    await expect.poll(() => site.held.length).toBe(2);
    site.free();
    expect(await Promise.all(next)).toHaveLength(2);
  });

  test('after refusals and failures all places are free again', async () => {
    const site = await startSite((request, response) =>
      request.url === '/fine' ? page()(request, response) : response.destroy(),
    );
    const web = webFor([site]);
    for (let round = 0; round < 5; round += 1) {
      const bad = Array.from({ length: 8 }, () =>
        reasonOf(web.fetch(site.at('news.example', '/bad'), { ...asPage, owner: 'one' })),
      );
      expect(new Set(await Promise.all(bad))).toEqual(new Set(['unreachable']));
    }
    expect(await web.fetch(site.at('news.example', '/fine'), { ...asPage, owner: 'one' })).toMatchObject({
      kind: 'fetched',
    });
  });
});

describe('crawl-delay', () => {
  const delaying = async (seconds: string) => {
    const site = await startSite(page(), (_request, response) =>
      response.end(`User-agent: *\nCrawl-delay: ${seconds}\nDisallow: /private`),
    );
    let now = 1_000_000;
    const waits: number[] = [];
    const wait = (ms: number) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    };
    return { site, waits, web: webFor([site], { now: () => now, wait }) };
  };

  test.each([
    ['4', 4_000],
    ['0.5', 500],
    ['86400', 10_000],
    ['Infinity', 10_000],
  ])('a crawl-delay of %s seconds is kept between two requests to a host, ten seconds at most', async (seconds, ms) => {
    const { site, waits, web } = await delaying(seconds);
    for (const path of ['/1', '/2', '/3']) await web.fetch(site.at('news.example', path), asPage);
    expect(waits).toEqual([ms, ms]);
    expect(site.visits).toEqual(['/1', '/2', '/3']);
  });

  test.each(['-5', 'soon', '0'])('a crawl-delay that is none is not kept: %s', async (seconds) => {
    const { site, waits, web } = await delaying(seconds);
    for (const path of ['/1', '/2']) await web.fetch(site.at('news.example', path), asPage);
    expect(waits).toEqual([]);
  });

  test('a host that wants to wait holds up no other', async () => {
    const { site, waits, web } = await delaying('5');
    await web.fetch(site.at('one.example'), asPage);
    await web.fetch(site.at('two.example'), asPage);
    expect(waits).toEqual([]);
  });
});
