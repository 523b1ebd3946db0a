import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const reader = createReader();
const library = libraryOf(reader);
const bridge = library.article('bridge')!;

describe('a citation', () => {
  it('is what stands at its span, whatever span is asked for, or nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 700 }), fc.integer({ min: -5, max: 700 }), (start, end) => {
        const citation = library.cite('bridge', { start, end });
        const lies = start >= 0 && end > start && end <= bridge.text.length;
        expect(citation?.text).toBe(lies ? bridge.text.slice(start, end) : undefined);
      }),
    );
  });

  it('is refused for an article that is gone, or has changed since', () => {
    expect(library.cite('gone', { start: 0, end: 3 })).toBeNull();
    expect(library.cite('bridge', { start: 0, end: 3 }, '0'.repeat(64))).toBeNull();
    expect(library.cite('bridge', { start: 0, end: 3 }, bridge.hash)?.text).toBe('The');
  });

  it('never cuts a character in two', () => {
    const odd = libraryOf(reader, [{ id: 'a', text: 'Up 😀 down.' }]);
    expect(odd.cite('a', { start: 0, end: 4 })).toBeNull();
    expect(odd.cite('a', { start: 0, end: 5 })?.text).toBe('Up 😀');
  });
});

describe('the text around a citation', () => {
  it('is whole sentences on both sides, and stops at the ends of the story', () => {
    const second = library.cite('bridge', {
      start: bridge.text.indexOf('"We do'),
      end: bridge.text.indexOf('\n\nAbout'),
    })!;
    expect(library.around(second, 1).text).toMatch(/^Mayor Ilse[\s\S]*roads office\.$/);
    expect(library.around(second, 99).text).toBe(bridge.text);
  });
});

describe('the pages of an article', () => {
  it('hold every paragraph once, in order, within the limit', () => {
    for (const limit of [60, 200, 5000]) {
      const pages = library.pages(bridge, limit);
      const words = pages
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(words).toBe(bridge.text.replace(/\s+/g, ' '));
      const longest = Math.max(
        ...library.ask('bridge', { asked: '2021-03-15' }).candidates.map(({ citation }) => citation.text.length),
      );
      for (const page of pages) expect(page.text.length).toBeLessThanOrEqual(Math.max(limit, longest));
    }
  });
});
