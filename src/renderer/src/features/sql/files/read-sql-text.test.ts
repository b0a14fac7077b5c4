import { expect, it } from 'vitest';
import { readSqlText } from './read-sql-text.ts';

const read = (...bytes: number[]) => readSqlText(new Blob([new Uint8Array(bytes)]));

it('reads UTF-8, with or without its mark, and any line ends', async () => {
  expect(await readSqlText(new Blob(["select 'é😀';\r\nselect 2"]))).toBe("select 'é😀';\nselect 2");
  expect(await read(0xef, 0xbb, 0xbf, 0x61)).toBe('a');
});

it('knows what is no text', async () => {
  expect(await read(0x1f, 0x8b, 0x08)).toBeNull();
  expect(await read(0x61, 0x00)).toBeNull();
});
