/** No character of UTF-8 has it: the server names the line in which it stands. */
const noCharacter = Buffer.from([0xff]);

/** Turns UTF-16 into UTF-8, without its byte order mark. Half a character becomes a byte that the server refuses. */
export async function* utf16AsUtf8(
  pieces: AsyncIterable<Uint8Array>,
  order: 'UTF16LE' | 'UTF16BE',
): AsyncGenerator<Buffer> {
  let isStart = true;
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
    let text = (order === 'UTF16BE' ? Buffer.from(whole).swap16() : whole).toString('utf16le');
    // The other half of a pair may come with the next piece.
    if (/[\ud800-\udbff]$/.test(text)) text = text.slice(0, -1);
    rest = Buffer.from(bytes.subarray(text.length * 2));
    if (text === '') continue;
    yield encode(isStart && text.startsWith('\ufeff') ? text.slice(1) : text);
    isStart = false;
  }
  if (rest.length > 0) yield noCharacter;
}

function encode(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const parts = text.split(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/);
  return Buffer.concat(
    parts.flatMap((part, index) => [...(index > 0 ? [noCharacter] : []), Buffer.from(part)]),
  );
}
