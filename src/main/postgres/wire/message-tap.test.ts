import { once } from 'node:events';
import { Duplex, PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { MessageTap, type TapListener } from './message-tap.ts';

/** Of conditions that come by themselves, on a machine that has much to do. */
const patient = { timeout: 20_000 };
const ready = Buffer.from('Z\0\0\0\x05I', 'latin1');
const row = Buffer.from('D\0\0\0\x06\0\0', 'latin1');

const deaf: TapListener = {
  rowDescription: () => undefined,
  rows: () => undefined,
  oversizedRow: () => undefined,
  copyData: () => undefined,
};

function open(listener: Partial<TapListener> = {}) {
  const [fromServer, toServer] = [new PassThrough(), new PassThrough({ highWaterMark: 1024 })];
  const source = Duplex.from({ readable: fromServer, writable: toServer });
  const tap = new MessageTap(
    source,
    { ...deaf, ...listener },
    {
      maxRowBytes: 1024,
      clientEncoding: () => 'UTF8',
    },
  );
  const passed: Buffer[] = [];
  tap.on('data', (chunk: Buffer) => passed.push(chunk));
  tap.on('error', () => undefined);
  return { fromServer, toServer, source, tap, passed: () => Buffer.concat(passed) };
}

const closed = (stream: Duplex) => new Promise((resolve) => stream.once('close', resolve));

describe('MessageTap', () => {
  test('hands on all but rows, and holds what stands behind them until they are taken', async () => {
    let take: () => void = () => undefined;
    const taken: number[] = [];
    const { fromServer, source, tap, passed } = open({
      rows: (_, count) => {
        taken.push(count);
        return new Promise<void>((resolve) => {
          take = resolve;
        });
      },
    });
    fromServer.write(Buffer.concat([ready, row, row, ready]));
    await expect.poll(() => taken, patient).toEqual([2]);
    expect(passed()).toEqual(ready);
    expect(source.isPaused()).toBe(true);
    fromServer.end(row);
    take();
    await expect.poll(() => taken, patient).toEqual([2, 1]);
    expect(passed()).toEqual(Buffer.concat([ready, ready]));
    expect(tap.readableEnded).toBe(false);
    take();
    await closed(tap);
    expect(source.destroyed).toBe(true);
  });

  test('holds the writer back while the server takes nothing', async () => {
    const { toServer, tap } = open();
    const long = Buffer.alloc(256 * 1024, 'x');
    expect(tap.write(long)).toBe(false);
    let drained = false;
    tap.once('drain', () => {
      drained = true;
    });
    await new Promise(setImmediate);
    expect(drained).toBe(false);
    let received = 0;
    toServer.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    await once(tap, 'drain');
    await expect.poll(() => received, patient).toBe(long.length);
  });

  test('ends with an error of the connection, with its close, and when it is destroyed', async () => {
    const failing = open();
    const failed = closed(failing.tap);
    failing.source.destroy(new Error('reset'));
    await failed;
    expect(failing.tap.errored?.message).toBe('reset');

    const closing = open();
    closing.source.destroy();
    await closed(closing.tap);

    const destroyed = open();
    destroyed.tap.destroy();
    await closed(destroyed.source);
  });

  test('ends with an error when what comes is no message', async () => {
    const { fromServer, source, tap } = open();
    const failed = closed(tap);
    fromServer.write('HTTP/1.1 400 Bad Request\r\n\r\n');
    await failed;
    expect(tap.errored).toMatchObject({ code: 'EPROTO' });
    expect(source.destroyed).toBe(true);
  });
});
