import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileFailure } from '../../lib/file-failure.ts';
import type { ScriptFile } from './script-file.ts';

const gzipMagic = Buffer.from([0x1f, 0x8b]);
const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16Marks = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const customDumpMagic = Buffer.from('PGDMP');

/**
 * What psql would read from a file: unpacked when it is gzip, without the mark of UTF-8 at its start.
 * @throws AppFailure `file-unusable`: damaged gzip, UTF-16, a dump that is no script
 */
export async function* plainBytes(file: ScriptFile): AsyncGenerator<Buffer> {
  const packed = await holdHead(file.bytes());
  const isGzip = startsWith(packed.head, gzipMagic);
  const plain = await holdHead(isGzip ? unpacked(file.name, packed.all()) : packed.all());
  if (utf16Marks.some((mark) => startsWith(plain.head, mark))) throw fileFailure(file.name, 'utf-16');
  if (startsWith(plain.head, customDumpMagic)) throw fileFailure(file.name, 'custom-dump');
  let skip = startsWith(plain.head, utf8Mark) ? utf8Mark.length : 0;
  for await (const chunk of plain.all()) {
    yield skip === 0 ? chunk : chunk.subarray(skip);
    skip = 0;
  }
}

async function* unpacked(name: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // Errors of either side reach the loop below.
  pipeline(Readable.from(bytes), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    const isDamage = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    throw isDamage ? fileFailure(name, 'bad-gzip') : error;
  }
}

interface Held {
  head: Buffer;
  /** Everything, the head included. */
  all(): AsyncGenerator<Buffer>;
}

/** Waits until the longest mark can be told, or for the end. The first chunk then holds all of the head. */
async function holdHead(bytes: AsyncIterable<Buffer>): Promise<Held> {
  const rest = bytes[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < customDumpMagic.length) {
    const next = await rest.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return {
    head,
    async *all() {
      try {
        if (head.length > 0) yield head;
        yield* { [Symbol.asyncIterator]: () => rest };
      } finally {
        await rest.return?.();
      }
    },
  };
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
