import { once } from 'node:events';
import { PassThrough } from 'node:stream';

/** Enough that the server goes on while the file is written. */
const bufferBytes = 1024 * 1024;

export type WriteBytes = (bytes: Buffer) => void | Promise<void>;

/**
 * What `work` writes, for one reader, at the reader's pace. Whoever returns the iterator, also while it waits, ends the
 * work by its signal.
 */
export function pulledBytes(
  work: (write: WriteBytes, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const end = new AbortController();
  const bytes = pull(work, end);
  return {
    next: () => bytes.next(),
    return(value) {
      end.abort();
      return bytes.return(value);
    },
    throw(error) {
      end.abort();
      return bytes.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* pull(
  work: (write: WriteBytes, signal: AbortSignal) => Promise<void>,
  end: AbortController,
): AsyncGenerator<Uint8Array> {
  const { signal } = end;
  const stream = new PassThrough({ highWaterMark: bufferBytes });
  const write = (bytes: Buffer): void | Promise<void> => {
    if (!stream.write(bytes)) return once(stream, 'drain', { signal }).then(() => undefined);
  };
  const done = work(write, signal).then(
    () => void stream.end(),
    (error: unknown) => void stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    for await (const bytes of stream) if (Buffer.isBuffer(bytes)) yield bytes;
  } finally {
    end.abort();
    await done;
  }
}
