import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatJson } from './format-json.ts';
import '../../../../../shared/repeatable-properties.test-support.ts';

it.each([
  ['{}', '{}'],
  [' [ ] ', '[]'],
  ['1', '1'],
  [
    '{"a":[1,{}],"a":12345678901234567890.10}',
    '{\n  "a": [\n    1,\n    {}\n  ],\n  "a": 12345678901234567890.10\n}',
  ],
  ['["{[\\"", "a b"]', '[\n  "{[\\"",\n  "a b"\n]'],
  ['[[[]]]', '[\n  [\n    []\n  ]\n]'],
])('lays out %s', (text, formatted) => {
  expect(formatJson(text)).toBe(formatted);
});

it('does as a parser would where that loses nothing', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      // Without repeated keys.
      const plain = JSON.stringify(JSON.parse(text));
      expect(formatJson(plain)).toBe(JSON.stringify(JSON.parse(plain), null, 2));
    }),
  );
});
