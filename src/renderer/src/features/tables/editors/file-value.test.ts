import { expect, it } from 'vitest';
import { mostFileBytes, readFileValue } from './file-value.ts';

const bytes = new Uint8Array([0, 0x0f, 0xff, 0x41]);

it('reads bytes as they are and texts in UTF-8', async () => {
  expect(await readFileValue(new Blob([bytes]), 'bytea')).toEqual({ value: '\\x000fff41', failure: null });
  expect(await readFileValue(new Blob(['é\n']), 'text')).toEqual({ value: 'é\n', failure: null });
});

it('takes no bytes for a text, and no file that is too big', async () => {
  expect(await readFileValue(new Blob([bytes]), 'json')).toEqual({ value: null, failure: 'fileNotText' });
  const big = new Blob([new Uint8Array(mostFileBytes + 1)]);
  expect(await readFileValue(big, 'bytea')).toEqual({ value: null, failure: 'fileTooBig' });
});
