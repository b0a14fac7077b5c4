import { expect, test } from 'vitest';
import { byteCodec } from './byte-codec.ts';
import { textCodec } from './script-codec.ts';

/** A file's bytes as the scanner sees them. */
const scanned = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

test('a position counts code points, whatever they take', () => {
  expect(textCodec.indexOf('aé🐘b', 1)).toBe(0);
  expect(textCodec.indexOf('aé🐘b', 4)).toBe(4);
  expect(byteCodec('UTF8').indexOf(scanned(Buffer.from('aé€🐘b')), 5)).toBe(10);
  expect(byteCodec('LATIN1').indexOf(scanned(Buffer.from('aéb', 'latin1')), 3)).toBe(2);
  // 日本 in EUC-JP
  expect(byteCodec('EUC_JP').indexOf('\xc6\xfc\xcb\xdcx', 3)).toBe(4);
});

test('a position behind the end is the end', () => {
  expect(textCodec.indexOf('ab', 9)).toBe(2);
  expect(byteCodec('UTF8').indexOf('ab', 9)).toBe(2);
});

test.each([
  ['UTF8', Buffer.from('é🐘'), 'é🐘'],
  ['LATIN1', Buffer.from([0xe9, 0xff, 0x93]), 'éÿ\x93'],
  ['LATIN9', Buffer.from([0xa4, 0xff]), '€ÿ'],
  ['WIN1251', Buffer.from([0xef]), 'п'],
  ['KOI8R', Buffer.from([0xf0]), 'П'],
  ['ISO_8859_5', Buffer.from([0xb0]), 'А'],
  ['EUC_JP', Buffer.from([0xc6, 0xfc]), '日'],
  ['MULE_INTERNAL', Buffer.from('a'), 'a'],
])('%s is read for people and sent as it is', (encoding, bytes, text) => {
  const codec = byteCodec(encoding);
  expect(codec.decode(scanned(bytes))).toBe(text);
  expect(codec.encode(scanned(bytes))).toEqual(bytes);
});

test('a value becomes bytes of the file', () => {
  expect(byteCodec('UTF8').insert('é')).toBe('\xc3\xa9');
  expect(byteCodec('LATIN1').insert('é')).toBe('\xe9');
});
