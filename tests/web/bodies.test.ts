import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Accept, FetchedContent, Limits } from '../../src/web/types.ts';
import { page, reasonOf, refusalOf, startSite, startSocketSite, webFor } from './site.ts';

const asPage = { accept: 'page' } as const;
const small: Partial<Limits> = { bytes: 100_000, unpacked: 200_000, total: 8_000, idle: 4_000 };
const hasty: Partial<Limits> = { total: 700, idle: 250 };

/** Writes for ever, as fast as the other side reads or with a pause between pieces. */
const pour = (sink: ServerResponse | Socket, piece: Buffer | string, pause = 0): void => {
  const next = () => {
    if (sink.destroyed) return;
    sink.write(piece, () => (pause > 0 ? setTimeout(next, pause) : setImmediate(next)));
  };
  sink.on('error', () => {});
  next();
};

const send =
  (headers: Record<string, string | string[]>, body: Buffer | string = '') =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => {});
    response.writeHead(200, headers).end(body);
  };

const fetchFrom = async (answer: Parameters<typeof startSite>[0], limits = small, accept: Accept = 'page') => {
  const site = await startSite(answer);
  return webFor([site], { limits }).fetch(`${site.origin}/`, { accept });
};

const html = { 'content-type': 'text/html; charset=utf-8' };

describe('size', () => {
  test('a 25 MB file is refused by its stated length, before it is read', async () => {
    let sent = 0;
    const answering = fetchFrom((_request, response) => {
      response.writeHead(200, { ...html, 'content-length': String(25 * 2 ** 20) });
      response.on('close', () => {
        sent = response.socket?.bytesWritten ?? 0;
      });
      response.on('error', () => {});
      response.write('<p>');
    }, {});
    expect(await reasonOf(answering)).toBe('size');
    expect(sent).toBeLessThan(2 ** 20);
  });

  test('a 25 MB file that hides its length is cut off at the limit', async () => {
    const refusal = await refusalOf(fetchFrom(send(html, Buffer.alloc(25 * 2 ** 20, 'a')), { total: 20_000 }));
    expect(refusal.reason).toBe('size');
    expect(refusal.message).toContain('10 MB');
  });

  test('a page that never ends is cut off at the limit', async () => {
    const answering = fetchFrom((_request, response) => {
      response.writeHead(200, html);
      pour(response, Buffer.alloc(16_384, 'a'));
    });
    expect(await reasonOf(answering)).toBe('size');
  });

  test('a feed that never ends is cut off at the limit', async () => {
    const answering = fetchFrom(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' });
        pour(response, `<item><title>${'again '.repeat(1_000)}</title></item>`);
      },
      small,
      'feed',
    );
    expect(await reasonOf(answering)).toBe('size');
  });

  test('a page in thousands of pieces of one byte is cut off long before the limit', async () => {
    const site = await startSocketSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n');
      socket.end(`${'1\r\na\r\n'.repeat(6_000)}0\r\n\r\n`);
    });
    expect(await reasonOf(webFor([site], { limits: { bytes: 2 ** 20 } }).fetch(site.origin, asPage))).toBe('size');
  });

  test.each([
    ['chunk extensions', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;', 'name=value;'.repeat(1_000)],
    ['answers before the answer (103)', '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100)],
  ])('what is no body but never ends is cut off as well: %s', async (_what, start, piece) => {
    const site = await startSocketSite((socket) => {
      socket.write(start);
      pour(socket, piece);
    });
    // The parser may lose patience before the limit does.
    expect(['protocol', 'size']).toContain(
      await reasonOf(webFor([site], { limits: small }).fetch(site.origin, asPage)),
    );
  });

  test('trailers without end are cut off', async () => {
    const site = await startSocketSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n');
      pour(socket, 'x: y\r\n'.repeat(100));
    });
    const web = webFor([site], { limits: small });
    expect(['protocol', 'size']).toContain(await reasonOf(web.fetch(site.origin, asPage)));
  });

  test('what is exactly as long as the limit is fetched to its last byte', async () => {
    const body = Buffer.alloc(100_000, 'b');
    const answer = (await fetchFrom(send(html, body))) as FetchedContent;
    expect(Buffer.from(answer.bytes).equals(body)).toBe(true);
  });
});

describe('packed pages', () => {
  const long = '<p>The lighthouse keeper wrote a letter every day.</p>'.repeat(500);

  test.each([
    ['gzip', gzipSync(long)],
    ['x-gzip', gzipSync(long)],
    ['br', brotliCompressSync(long)],
    ['deflate', deflateSync(long)],
    ['identity', Buffer.from(long)],
  ])('a page packed with %s is unpacked', async (packing, body) => {
    const answer = (await fetchFrom(send({ ...html, 'content-encoding': packing }, body))) as FetchedContent;
    expect(Buffer.from(answer.bytes).toString()).toBe(long);
  });

  const bomb = Buffer.alloc(50 * 2 ** 20);
  test.each([
    ['gzip', gzipSync(bomb)],
    ['br', brotliCompressSync(bomb)],
    ['deflate', deflateSync(bomb)],
  ])('a decompression bomb in %s is cut off at the limit for what is unpacked', async (packing, body) => {
    expect(body.length).toBeLessThan(60_000);
    expect(await reasonOf(fetchFrom(send({ ...html, 'content-encoding': packing }, body)))).toBe('size');
  });

  test('a bomb within a bomb is refused: only one packing is undone', async () => {
    const body = gzipSync(gzipSync(bomb));
    expect(await reasonOf(fetchFrom(send({ ...html, 'content-encoding': 'gzip, gzip' }, body)))).toBe('type');
    const twice = send({ ...html, 'content-encoding': ['gzip', 'gzip'] }, body);
    expect(await reasonOf(fetchFrom(twice))).toBe('type');
  });

  test('a packing that was not asked for is refused', async () => {
    expect(await reasonOf(fetchFrom(send({ ...html, 'content-encoding': 'zstd' }, 'zstd')))).toBe('type');
  });

  test('a packed page that is damaged is refused', async () => {
    expect(await reasonOf(fetchFrom(send({ ...html, 'content-encoding': 'gzip' }, 'not packed at all')))).toBe(
      'damaged',
    );
    expect(await reasonOf(fetchFrom(send({ ...html, 'content-encoding': 'br' }, 'not packed at all')))).toBe('damaged');
  });

  test('a packed page that is cut short is refused', async () => {
    const half = gzipSync(long).subarray(0, 60);
    expect(await reasonOf(fetchFrom(send({ ...html, 'content-encoding': 'gzip' }, half)))).toBe('damaged');
  });
});

describe('time', () => {
  test('a site that accepts the connection and never answers is given up', async () => {
    expect(await reasonOf(fetchFrom(() => {}, hasty))).toBe('time');
  });

  test('a page that stops in the middle is given up', async () => {
    const stuck = (_request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, html).write('<p>And then');
    };
    expect(await reasonOf(fetchFrom(stuck, hasty))).toBe('time');
  });

  test('a page that drips byte by byte is given up when its time is over', async () => {
    const dripping = (_request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, html);
      pour(response, 'a', 20);
    };
    expect(await reasonOf(fetchFrom(dripping, hasty))).toBe('time');
  });

  test('headers that drip byte by byte are given up', async () => {
    const site = await startSocketSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      pour(socket, 'a', 20);
    });
    expect(await reasonOf(webFor([site], { limits: hasty }).fetch(site.origin, asPage))).toBe('time');
  });

  test('answers before the answer (103) that drip without end are given up', async () => {
    const site = await startSocketSite((socket) => pour(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', 20));
    const web = webFor([site], { limits: hasty });
    expect(await reasonOf(web.fetch(site.origin, asPage))).toBe('time');
  });

  test('slow redirects share one limit of time', async () => {
    const site = await startSite((request, response) => {
      setTimeout(() => response.writeHead(302, { location: `${request.url}0` }).end(), 200);
    });
    const web = webFor([site], { limits: { total: 700, idle: 600, redirects: 50 } });
    expect(await reasonOf(web.fetch(`${site.origin}/1`, asPage))).toBe('time');
    expect(site.visits.length).toBeLessThan(10);
  });

  test('who asked can give up earlier, and gets their own reason', async () => {
    const site = await startSite(() => {});
    const stop = new AbortController();
    const answering = webFor([site]).fetch(site.origin, { ...asPage, signal: stop.signal });
    await expect.poll(() => site.visits).toHaveLength(1);
    stop.abort(new Error('The server was left.'));
    await expect(answering).rejects.toThrow('The server was left.');
    const before = webFor([site]).fetch(site.origin, {
      ...asPage,
      signal: AbortSignal.abort(new Error('Never mind.')),
    });
    await expect(before).rejects.toThrow('Never mind.');
  });
});

describe('improper answers', () => {
  test.each([
    ['headers without end', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`],
    ['thousands of headers', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}\r\n`],
    ['something other than HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['a negative length', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n'],
  ])('an improper answer is refused: %s', async (_what, bytes) => {
    const site = await startSocketSite((socket) => socket.write(bytes));
    expect(await reasonOf(webFor([site], { limits: hasty }).fetch(site.origin, asPage))).toBe('protocol');
  });

  test.each([
    ['nothing', ''],
    ['half a page', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 500\r\n\r\n<p>Half'],
    ['two lengths that disagree', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\nhello!!'],
    ['half a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n40\r\nhello'],
    [
      'an upgrade that was not asked for',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
    ],
  ])('a connection that ends too early is no page: %s', async (_what, bytes) => {
    const site = await startSocketSite((socket) => socket.end(bytes));
    const web = webFor([site], { limits: hasty });
    expect(['unreachable', 'protocol']).toContain(await reasonOf(web.fetch(site.origin, asPage)));
  });
});

describe('types', () => {
  test.each([
    'image/png',
    'image/svg+xml',
    'video/mp4',
    'audio/mpeg',
    'font/woff2',
    'text/css',
    'text/javascript',
    'application/javascript',
    'application/x-msdownload',
    'application/x-tar',
    'application/vnd.ms-excel',
    'multipart/mixed; boundary=x',
    'nonsense',
  ])('what holds no article is refused before its body is read: %s', async (type) => {
    const answering = fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-type': type });
      pour(response, Buffer.alloc(16_384));
    });
    expect(await reasonOf(answering)).toBe('type');
  });

  test.each([
    ['text/html;charset=ISO-8859-1', 'text/html'],
    ['Application/XHTML+XML', 'application/xhtml+xml'],
    ['text/plain', 'text/plain'],
    ['text/markdown', 'text/markdown'],
    ['application/pdf', 'application/pdf'],
    ['application/json', 'application/json'],
    ['application/ld+json', 'application/ld+json'],
    ['application/atom+xml', 'application/atom+xml'],
    ['application/zip', 'application/zip'],
    ['application/octet-stream', 'application/octet-stream'],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      expect.stringContaining('wordprocessingml'),
    ],
  ])('what may hold an article is let in: %s', async (type, read) => {
    expect(await fetchFrom(send({ 'content-type': type }, 'Some text.'))).toMatchObject({
      kind: 'fetched',
      type: read,
    });
  });

  test('an answer without a type is let in, for the reader to find out', async () => {
    expect(await fetchFrom(send({}, 'Some text.'))).toMatchObject({ kind: 'fetched', type: null, name: 'page' });
  });

  test('a feed is no PDF and no ZIP', async () => {
    const pdf = send({ 'content-type': 'application/pdf' }, '%PDF-1.7');
    expect(await reasonOf(fetchFrom(pdf, small, 'feed'))).toBe('type');
    expect(await fetchFrom(pdf, small, 'file')).toMatchObject({ kind: 'fetched' });
  });
});

describe('statuses', () => {
  test.each([
    [401, /does not let me/u],
    [403, /does not let me/u],
    [404, /no page/u],
    [410, /for good/u],
    [429, /too often/u],
    [500, /out of order/u],
    [503, /out of order/u],
    [204, /no page/u],
    [206, /no page/u],
    [304, /no page/u],
    [300, /no page/u],
  ])('an answer other than success is refused: %i', async (status, sentence) => {
    const refusal = await refusalOf(fetchFrom((_request, response) => response.writeHead(status, html).end()));
    expect(refusal).toMatchObject({ reason: 'status', status, retryAfter: null });
    expect(refusal.message).toMatch(sentence);
  });

  test.each([
    ['120', 120],
    ['Thu, 01 Jan 2026 00:10:00 GMT', 600],
    ['Thu, 01 Jan 2015 00:00:00 GMT', 0],
    ['99999999999999999999', 604_800],
    ['-5', null],
    ['soon', null],
  ])('Retry-After is read, and never longer than a week: %s', async (value, seconds) => {
    const site = await startSite((_request, response) => response.writeHead(503, { 'retry-after': value }).end());
    const web = webFor([site], { now: () => Date.UTC(2026, 0, 1) });
    expect((await refusalOf(web.fetch(site.origin, asPage))).retryAfter).toBe(seconds);
  });
});

describe('while one site misbehaves', () => {
  test('others are answered meanwhile, on a site that never answers and on one that never ends', async () => {
    const silent = await startSite(() => {});
    const endless = await startSite((_request, response) => {
      response.writeHead(200, html);
      pour(response, Buffer.alloc(1_024, 'a'), 5);
    });
    const fine = await startSite(page());
    const web = webFor([silent, endless, fine]);
    const bad = [silent, endless].map(({ origin }) =>
      web.fetch(origin, { ...asPage, owner: 'one' }).catch(() => 'over'),
    );
    await expect.poll(() => silent.visits.length + endless.visits.length).toBe(2);
    expect(await web.fetch(fine.at('fine.example'), { ...asPage, owner: 'another' })).toMatchObject({
      kind: 'fetched',
    });
    const first = await Promise.race([...bad, Promise.resolve('still under way')]);
    expect(first).toBe('still under way');
    web.close();
    expect(await Promise.all(bad)).toEqual(['over', 'over']);
  });
});
