import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeValue, encodeValue, expiryOf, type Kind } from '../../src/store/values.ts';

interface Name {
  readonly given: string;
  readonly family: string;
}

const first: Kind<string> = { name: 'bot', migrations: [] };
const third: Kind<Name> = {
  name: 'bot',
  migrations: [
    (before: string) => ({ name: before }),
    ({ name }: { name: string }) => {
      const [given = '', family = ''] = name.split(' ');
      return { given, family };
    },
  ],
};

describe('values', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const kind: Kind<unknown> = { name: 'bot', migrations: [] };
        expect(decodeValue(kind, encodeValue(kind, value), 0)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('of older versions become the newest when they are read', () => {
    const ida: Name = { given: 'Ida', family: 'Holm' };
    expect(decodeValue(third, encodeValue(first, 'Ida Holm'), 0)).toEqual(ida);
    expect(decodeValue(third, '{"v":2,"data":{"name":"Ida Holm"}}', 0)).toEqual(ida);
    expect(decodeValue(third, encodeValue(third, ida), 0)).toEqual(ida);
  });

  test('of newer versions are refused', () => {
    expect(() => decodeValue(first, encodeValue(third, { given: '', family: '' }), 0)).toThrow(
      expect.objectContaining({ trouble: 'newer' }),
    );
  });

  test('expire', () => {
    const text = encodeValue(first, 'a', 1_000);
    expect(expiryOf(text)).toBe(1_000);
    expect(decodeValue(first, text, 999)).toBe('a');
    expect(decodeValue(first, text, 1_000)).toBeUndefined();
    expect(expiryOf(encodeValue(first, 'a'))).toBeUndefined();
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"v":1}',
    '{"v":0,"data":1}',
    '{"v":1.5,"data":1}',
    '{"v":1,"expires":"x","data":1}',
  ])('that make no sense are damaged: %j', (text) => {
    expect(() => decodeValue(first, text, 0)).toThrow(expect.objectContaining({ trouble: 'damaged' }));
  });
});
