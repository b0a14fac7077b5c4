import { expect, test } from 'vitest';
import { throwReported } from './engine-stream.mjs';

test('finds the error among the lines of progress', () => {
  const lines = '{"stream":"Step 1"}\r\n{"errorDetail":{"message":"no"},"error":"no"}\r\n';
  expect(() => throwReported(lines)).toThrow('no');
  expect(() => throwReported('{"stream":"ok"}\r\n\r\n')).not.toThrow();
});
