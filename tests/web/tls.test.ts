import { createServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certificate, certify } from './certificate.ts';
import { page, reasonOf, refusalOf, startSite, startSocketSite, webFor } from './site.ts';

const asPage = { accept: 'page' } as const;
const good = certify('news.example');
const expired = certify('news.example', -1);
const unknown = certify('news.example');
const usual = getCACertificates('default');

beforeAll(() => setDefaultCACertificates([...usual, good.cert, expired.cert]));
afterAll(() => setDefaultCACertificates(usual));

const startSecure = async (certificate: Certificate, answer: Parameters<typeof startSite>[0] = page()) => {
  const site = await startSite(answer, undefined, (listener) => createServer(certificate, listener));
  return { ...site, secure: (host: string, path = '/') => `https://${host}:${site.port}${path}` };
};

describe('secure sites', () => {
  test('a page of a secure site is fetched, its certificate checked against the name and not the address', async () => {
    const site = await startSecure(good);
    const answer = await webFor([site]).fetch(site.secure('news.example'), asPage);
    expect(answer).toMatchObject({ kind: 'fetched', url: site.secure('news.example') });
  });

  test('a certificate for another name is refused', async () => {
    const site = await startSecure(good);
    expect(await reasonOf(webFor([site]).fetch(site.secure('other.example'), asPage))).toBe('certificate');
    expect(site.requests).toEqual([]);
  });

  test('a certificate that has expired is refused', async () => {
    const site = await startSecure(expired);
    expect(await reasonOf(webFor([site]).fetch(site.secure('news.example'), asPage))).toBe('certificate');
  });

  test('a certificate that nobody vouches for is refused, in a sentence without technical terms', async () => {
    const site = await startSecure(unknown);
    const refusal = await refusalOf(webFor([site]).fetch(site.secure('news.example'), asPage));
    expect(refusal.reason).toBe('certificate');
    expect(refusal.message).not.toMatch(/TLS|SSL|self.signed|verify/iu);
  });

  test('a site that speaks no TLS on a secure link is refused', async () => {
    const site = await startSocketSite((socket) => socket.end('hello\r\n'));
    const plain = await startSite(page());
    const web = webFor([site, plain]);
    expect(await reasonOf(web.fetch(`https://news.example:${plain.port}/`, asPage))).toBe('certificate');
  });

  test('a redirect from a secure page down to one that is not is refused', async () => {
    const plain = await startSite(page());
    const site = await startSecure(good, (_request, response) =>
      response.writeHead(301, { location: plain.at('news.example') }).end(),
    );
    expect(await reasonOf(webFor([site, plain]).fetch(site.secure('news.example'), asPage))).toBe('redirects');
    expect(plain.requests).toEqual([]);
  });

  test('a redirect up to a secure page is followed', async () => {
    const site = await startSecure(good);
    const plain = await startSite((_request, response) =>
      response.writeHead(301, { location: site.secure('news.example') }).end(),
    );
    const answer = await webFor([site, plain]).fetch(plain.at('news.example'), asPage);
    expect(answer).toMatchObject({ url: site.secure('news.example'), moved: site.secure('news.example') });
  });
});
