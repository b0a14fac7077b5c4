/** What stands for single bytes; `longestBytes` of it for one byte at most. */
export interface ByteEscapes {
  /** 1 for every byte that is replaced. */
  readonly isEscaped: Uint8Array;
  readonly replacements: readonly (Uint8Array | undefined)[];
  readonly longestBytes: number;
}

export function createEscapes(given: Iterable<readonly [byte: number, text: string]>): ByteEscapes {
  const isEscaped = new Uint8Array(256);
  const replacements: (Uint8Array | undefined)[] = new Array(256).fill(undefined);
  let longestBytes = 1;
  for (const [byte, text] of given) {
    const replacement = Buffer.from(text);
    isEscaped[byte] = 1;
    replacements[byte] = replacement;
    longestBytes = Math.max(longestBytes, replacement.length);
  }
  return { isEscaped, replacements, longestBytes };
}

const nothing = new Uint8Array();
const initialBytes = 512 * 1024;

/** Output that is put together byte by byte, without a string per value. */
export class ByteSink {
  #bytes = Buffer.allocUnsafeSlow(initialBytes);
  #usedBytes = 0;

  get length(): number {
    return this.#usedBytes;
  }

  addByte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#usedBytes++] = byte;
  }

  add(bytes: Uint8Array): void {
    this.addSlice(bytes, 0, bytes.length);
  }

  addSlice(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    const target = this.#bytes;
    let used = this.#usedBytes;
    for (let at = start; at < end; at += 1) target[used++] = bytes[at] ?? 0;
    this.#usedBytes = used;
  }

  /** Adds nothing and answers false when one of the bytes has to be escaped. */
  addPlain(bytes: Uint8Array, start: number, end: number, { isEscaped }: ByteEscapes): boolean {
    this.#reserve(end - start);
    const target = this.#bytes;
    let used = this.#usedBytes;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (isEscaped[byte] === 1) return false;
      target[used++] = byte;
    }
    this.#usedBytes = used;
    return true;
  }

  addEscaped(bytes: Uint8Array, start: number, end: number, escapes: ByteEscapes): void {
    this.#reserve((end - start) * escapes.longestBytes);
    const target = this.#bytes;
    let used = this.#usedBytes;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (escapes.isEscaped[byte] === 1) {
        for (const part of escapes.replacements[byte] ?? nothing) target[used++] = part;
      } else target[used++] = byte;
    }
    this.#usedBytes = used;
  }

  /** Takes back what was added after there were `length` bytes. */
  cutTo(length: number): void {
    this.#usedBytes = length;
  }

  /** What was added since the last time. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#usedBytes);
    this.#bytes = Buffer.allocUnsafeSlow(initialBytes);
    this.#usedBytes = 0;
    return taken;
  }

  #reserve(bytes: number): void {
    const neededBytes = this.#usedBytes + bytes;
    if (neededBytes <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(neededBytes, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#usedBytes);
    this.#bytes = grown;
  }
}
