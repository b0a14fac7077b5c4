import { expect, test } from 'vitest';
import { createDemultiplexer } from './demultiplex.ts';

function frame(stream: number, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

const output = Buffer.concat([
  frame(1, 'first\n'),
  frame(2, 'trouble: größer\n'),
  frame(1, ''),
  frame(1, 'x'.repeat(300)),
  frame(2, 'end'),
]);

test.each([1, 2, 3, 5, 7, 8, 9, 13, 64, 10_000])('frames cut into chunks of %i bytes', (size) => {
  const demultiplex = createDemultiplexer();
  const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  for (let at = 0; at < output.length; at += size) {
    for (const { stream, data } of demultiplex(output.subarray(at, at + size))) parts[stream].push(data);
  }
  expect(Buffer.concat(parts.stdout).toString()).toBe(`first\n${'x'.repeat(300)}`);
  expect(Buffer.concat(parts.stderr).toString()).toBe('trouble: größer\nend');
});
