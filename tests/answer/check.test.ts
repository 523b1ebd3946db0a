import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const library = libraryOf(createReader());

describe('checking a quotation', () => {
  it('finds it whatever the white space, dashes and quotation marks', () => {
    for (const text of [
      'We do not gamble with lives',
      '“We do not\n  gamble with lives,”',
      "'Nobody should have to walk twelve kilometres to school'",
    ]) {
      const result = library.check(text);
      expect(result.verdict).toBe('exact');
      expect(result.match?.text).toMatch(/^(?:We do not gamble with lives|Nobody should have)/);
    }
  });

  it('says who said it', () => {
    expect(library.check('We do not gamble with lives').speaker).toBe('Ilse Brandt');
  });

  it('shows word by word what was changed', () => {
    const result = library.check('We do gamble with many lives');
    expect(result.verdict).toBe('altered');
    expect(result.diff).toEqual([
      ['=', 'We do'],
      ['-', 'not'],
      ['=', 'gamble with'],
      ['+', 'many'],
      ['=', 'lives'],
    ]);
  });

  it('does not take part of a word, or another text, for the quotation', () => {
    expect(library.check('gamble with live').verdict).not.toBe('exact');
    expect(library.check('The moon landing was watched by half the world.').verdict).toBe('not found');
    expect(library.check('').verdict).toBe('not found');
    expect(library.check('“…”').verdict).toBe('not found');
  });
});
