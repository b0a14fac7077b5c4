import { expect, test } from 'vitest';
import { createLogLineSplitter, type StampedLine } from './split-log-lines.ts';

const stamp = '2026-11-20T08:00:00.123456789Z';

function split(text: string, size = 1_000_000): StampedLine[] {
  const bytes = Buffer.from(text);
  const splitter = createLogLineSplitter();
  const lines: StampedLine[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    lines.push(...splitter.push({ stream: 'stdout', data: bytes.subarray(at, at + size) }));
  }
  return [...lines, ...splitter.flush()];
}

test.each([
  ['a line', `${stamp} hello\n`, ['hello']],
  ['CRLF, as a terminal writes it', `${stamp} one\r\n${stamp} two\r\n`, ['one', 'two']],
  ['an empty line', `${stamp} \n${stamp} x\n`, ['', 'x']],
  ['a line without an end', `${stamp} one\n${stamp} rest`, ['one', 'rest']],
  ['colours', `${stamp} \u001b[1;31mred\u001b[0m and \u001b]0;title\u0007plain\n`, ['red and plain']],
  ['control characters, tab excepted', `${stamp} a\tb\u0007c\u0000d\u009be\n`, ['a\tbcd']],
  ['bidi characters are data', `${stamp} \u202eabc\u2066\n`, ['\u202eabc\u2066']],
  ['characters of several bytes', `${stamp} größer — 日本 🐘\n`, ['größer — 日本 🐘']],
])('%s, however it is cut', (_name, text, expected) => {
  for (const size of [1, 2, 3, 7, 1_000])
    expect(split(text, size).map((line) => line.text)).toEqual(expected);
});

test('reads the stamp', () => {
  expect(split(`${stamp} x\n`)[0]).toEqual({ atMs: Date.parse(stamp), stamp, stream: 'stdout', text: 'x' });
  expect(split('2026-11-20T09:00:00.5+01:00 x\n')[0]?.atMs).toBe(Date.parse('2026-11-20T08:00:00.5Z'));
  expect(split('no stamp\n')[0]).toEqual({ atMs: null, stamp: '', stream: 'stdout', text: 'no stamp' });
});

test.each([1_000, 5_000, 1_000_000])('cuts a very long line (chunks of %i)', (size) => {
  const [long, next] = split(`${stamp} ${'é'.repeat(50_000)}\n${stamp} next\n`, size);
  expect(Buffer.byteLength(long?.text ?? '')).toBeLessThanOrEqual(16 * 1024);
  expect(long?.text).toMatch(/^é{8000,}…$/);
  expect(next?.text).toBe('next');
});

test('the two streams do not mix', () => {
  const splitter = createLogLineSplitter();
  const push = (stream: 'stdout' | 'stderr', text: string) =>
    splitter.push({ stream, data: Buffer.from(text) }).map((line) => `${line.stream} ${line.text}`);
  expect(push('stdout', `${stamp} out`)).toEqual([]);
  expect(push('stderr', `${stamp} err\n`)).toEqual(['stderr err']);
  expect(push('stdout', 'put\n')).toEqual(['stdout output']);
});
