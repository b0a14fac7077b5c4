import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageWalker } from './message-walker.ts';
import '../../../shared/repeatable-properties.test-support.ts';

type Found = [kind: string, value: string | number];

function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

/** Neighbours that go the same way may come in one piece or several: they are put together again. */
function collect() {
  const found: Found[] = [];
  const add = (kind: string, bytes: Buffer) => {
    const last = found.at(-1);
    const text = bytes.toString('latin1');
    if (last?.[0] === kind) last[1] = `${last[1]}${text}`;
    else found.push([kind, text]);
  };
  let count = 0;
  const listener = {
    others: (messages: Buffer) => add('others', messages),
    rowDescription: (bytes: Buffer) => void found.push(['description', bytes.toString('latin1')]),
    rows: (messages: Buffer, rows: number): void | Promise<void> => {
      count += rows;
      add('rows', messages);
    },
    oversizedRow: (bytes: number) => void found.push(['oversized', bytes]),
    copyData: (bytes: Buffer): void | Promise<void> => add('copy', bytes),
  };
  return { found, listener, rowCount: () => count };
}

const maxRowBytes = 300;

/** What is found in messages that come one by one, told by the format. */
function expected(messages: readonly (readonly [string, Buffer])[]): Found[] {
  const { found, listener } = collect();
  for (const [type, body] of messages) {
    const whole = message(type, body);
    if (type === 'D' && whole.length > maxRowBytes) listener.oversizedRow(whole.length);
    else if (type === 'D') void listener.rows(whole, 1);
    else if (type === 'd') {
      if (body.length > 0) void listener.copyData(body);
    } else if (type === 'T') listener.rowDescription(whole);
    else listener.others(whole);
  }
  return found;
}

const types = fc.constantFrom('D', 'D', 'D', 'd', 'd', 'T', 'C', 'Z', 'E', 'N', 'S');
const bodies = fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ minLength: 250, maxLength: 400 }));
const streams = fc.array(
  fc.tuple(
    types,
    bodies.map((bytes) => Buffer.from(bytes)),
  ),
  { maxLength: 30 },
);

/** Cuts at any byte, but so that chunks of one byte and long ones both happen. */
function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    // A copy: chunks are the walker's own.
    chunks.push(Buffer.from(bytes.subarray(at, at + size)));
    at += size;
  }
  return chunks;
}
const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 8, max: 900 })), {
  minLength: 1,
  maxLength: 20,
});

describe('MessageWalker', () => {
  test('finds the same in every chunking', () => {
    fc.assert(
      fc.property(streams, sizes, (messages, chunkSizes) => {
        const { found, listener, rowCount } = collect();
        const walker = new MessageWalker(listener, { maxRowBytes });
        const bytes = Buffer.concat(messages.map(([type, body]) => message(type, body)));
        for (const chunk of cut(bytes, chunkSizes)) expect(walker.feed(chunk)).toBeUndefined();
        expect(found).toEqual(expected(messages));
        const rows = messages.filter(([type, body]) => type === 'D' && body.length + 5 <= maxRowBytes);
        expect(rowCount()).toBe(rows.length);
      }),
    );
  });

  test('waits for whoever takes rows and copy data, whatever the chunking, and walks on where it stopped', async () => {
    await fc.assert(
      fc.asyncProperty(streams, sizes, async (messages, chunkSizes) => {
        const { found, listener } = collect();
        let busy = false;
        const slowly = async (take: () => void | Promise<void>) => {
          expect(busy).toBe(false);
          busy = true;
          await Promise.resolve();
          void take();
          busy = false;
        };
        const walker = new MessageWalker(
          {
            ...listener,
            others: (bytes) => {
              expect(busy).toBe(false);
              listener.others(bytes);
            },
            rows: (bytes, count) => slowly(() => listener.rows(bytes, count)),
            copyData: (bytes) => slowly(() => listener.copyData(bytes)),
          },
          { maxRowBytes },
        );
        const bytes = Buffer.concat(messages.map(([type, body]) => message(type, body)));
        for (const chunk of cut(bytes, chunkSizes)) await walker.feed(chunk);
        expect(found).toEqual(expected(messages));
      }),
      { numRuns: 50 },
    );
  });

  test('hands on many rows of a chunk at once and without a copy', () => {
    const taken: [Buffer, number][] = [];
    const rows = (bytes: Buffer, count: number) => void taken.push([bytes, count]);
    const walker = new MessageWalker({ ...collect().listener, rows }, { maxRowBytes });
    const chunk = Buffer.concat(Array.from({ length: 1000 }, () => message('D', Buffer.alloc(10))));
    void walker.feed(chunk);
    expect(taken).toEqual([[chunk, 1000]]);
    expect(taken[0]?.[0].buffer).toBe(chunk.buffer);
  });

  test('keeps nothing of an oversized row, and tells of it before its body came', () => {
    const { found, listener } = collect();
    const walker = new MessageWalker(listener, { maxRowBytes: 1024 });
    const header = Buffer.alloc(5);
    header.write('D');
    header.writeUInt32BE(0xffff_ffff - 1, 1);
    void walker.feed(header);
    expect(found).toEqual([['oversized', 0xffff_ffff]]);
    const before = process.memoryUsage().arrayBuffers;
    const piece = Buffer.alloc(64 * 1024);
    for (let left = 0xffff_ffff - 5; left > 0; left -= piece.length) {
      void walker.feed(left < piece.length ? piece.subarray(0, left) : piece);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
    void walker.feed(message('Z', Buffer.from('I')));
    expect(found).toHaveLength(2);
  });

  test('cuts an error that nobody could read to the end, and it stays a message', () => {
    const taken: Buffer[] = [];
    const others = (bytes: Buffer) => void taken.push(bytes);
    const walker = new MessageWalker({ ...collect().listener, others }, { maxRowBytes });
    const fields = Buffer.from(`SERROR\0C22000\0M${'é'.repeat(2_000_000)}\0Rexec_stmt_raise\0\0`);
    for (const chunk of cut(message('E', fields), [65_536])) void walker.feed(chunk);
    void walker.feed(message('Z', Buffer.from('I')));
    const [error, ready] = taken;
    expect(error?.length).toBe(1024 * 1024);
    expect(error?.readUInt32BE(1)).toBe(1024 * 1024 - 1);
    expect(error?.toString('utf8', 5, 40)).toMatch(/^SERROR\0C22000\0Mé+/);
    expect(error?.toString('utf8', 40)).toMatch(/^[^\ufffd]*é…\0\0+$/);
    expect(ready?.toString()).toContain('Z');
  });

  test.each([
    ['a web server', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['a length that cannot be', Buffer.from([0x5a, 0, 0, 0, 3, 0x49])],
    ['a length that cannot be, cut', Buffer.from([0x5a, 0, 0, 0])],
  ])('takes %s for no server', (_, bytes) => {
    const walker = new MessageWalker(collect().listener, { maxRowBytes });
    expect(() => {
      void walker.feed(bytes);
      void walker.feed(Buffer.from([3, 0x49]));
    }).toThrow('does not speak the protocol');
  });

  test('assembles a long message once', () => {
    const { found, listener } = collect();
    const walker = new MessageWalker(listener, { maxRowBytes: 64 * 1024 * 1024 });
    const body = Buffer.alloc(48 * 1024 * 1024, 'x');
    // Copied anew for each of 50,000 chunks it would take minutes.
    for (const chunk of cut(message('D', body), [1000])) void walker.feed(chunk);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toHaveLength(body.length + 5);
  });
});
