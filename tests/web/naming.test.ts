import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOf } from '../../src/web/naming.ts';

const at = (path: string): URL => new URL(path, 'https://news.example/');

describe('the name of what was fetched', () => {
  test.each([
    ['/harbour/ferry.md', null, 'text/plain', 'ferry.md'],
    ['/harbour/ferry', null, 'text/html', 'ferry.html'],
    ['/harbour/ferry.php', null, 'text/html', 'ferry.php.html'],
    ['/harbour/ferry.htm', null, 'text/html', 'ferry.htm'],
    ['/notes', null, 'text/markdown', 'notes.md'],
    ['/lines', null, 'application/x-ndjson', 'lines.jsonl'],
    ['/data', null, 'application/json', 'data.json'],
    ['/feed/', null, 'application/rss+xml', 'page.xml'],
    ['/', null, 'text/html', 'page.html'],
    ['/', null, null, 'page'],
    ['/a%20b%2Fc.txt', null, 'text/plain', 'c.txt'],
    ['/x', 'attachment; filename="annual report.pdf"', 'application/pdf', 'annual report.pdf'],
    ['/x', 'attachment; filename=plain.txt', 'text/plain', 'plain.txt'],
    ['/x', 'attachment; filename="x.txt"; filename*=UTF-8\'\'%E2%82%AC%20rates.txt', 'text/plain', '€ rates.txt'],
    ['/x', 'attachment; filename="a \\"quoted\\" name.txt"', null, 'a quoted name.txt'],
    ['/x.txt', 'inline', null, 'x.txt'],
  ])('is read from the address %s and the header %j (%s): %s', (path, disposition, type, name) => {
    expect(nameOf(at(path), disposition, type)).toBe(name);
  });

  test.each([
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="..\\\\..\\\\windows\\\\win.ini"', 'win.ini'],
    ['attachment; filename="/etc/shadow"', 'shadow'],
    ['attachment; filename=".."', 'page'],
    ['attachment; filename=".env"', 'env'],
    ["attachment; filename*=UTF-8''..%2F..%2Fkeys.txt", 'keys.txt'],
    ["attachment; filename*=UTF-8''%E2%80%AEtxt.exe", 'txt.exe'],
    ['attachment; filename="a\u0000b.txt"', 'ab.txt'],
    ['attachment; filename="CON:<>|?*.txt"', 'CON.txt'],
  ])('a name that is a path or hides something is cleaned: %j becomes %s', (disposition, name) => {
    expect(nameOf(at('/'), disposition, null)).toBe(name);
  });

  test('whatever a server says, it is one visible name of bounded length', () => {
    const disposition = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map((name) => `attachment; filename="${name}"`),
      fc.string({ maxLength: 300 }).map((name) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`),
    );
    fc.assert(
      fc.property(
        fc.webPath(),
        disposition,
        fc.constantFrom('text/html', 'application/zip', null),
        (path, header, type) => {
          const name = nameOf(at(path || '/'), header, type);
          expect(name).toMatch(/^[^./\\\s\p{C}][^/\\\p{C}]*$/u);
          expect(name.length).toBeLessThanOrEqual(100);
          expect(name).not.toMatch(/[.\s]$/u);
        },
      ),
    );
  });
});
