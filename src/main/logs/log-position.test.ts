import { expect, test } from 'vitest';
import { LogPosition } from './log-position.ts';

const at = (nanos: string, text: string) => ({
  atMs: 1_000 + Number(nanos.slice(0, 3)),
  stamp: nanos,
  stream: 'stdout' as const,
  text,
});

test('lines that come back are not new; others of the same millisecond are', () => {
  const position = new LogPosition();
  expect(position.sinceMs).toBeNull();
  expect(position.advance(at('001000001', 'a'))).toBe(true);
  expect(position.advance(at('001000002', 'b'))).toBe(true);
  expect(position.sinceMs).toBe(1_001);
  expect(position.advance(at('001000001', 'a'))).toBe(false);
  expect(position.advance(at('001000002', 'b'))).toBe(false);
  expect(position.advance(at('001000003', 'b'))).toBe(true);
  expect(position.advance(at('002000000', 'b'))).toBe(true);
  expect(position.sinceMs).toBe(1_002);
});
