/**
 * A row as the server sends it (DataRow): 'D', int32 length that counts itself, int16 number of fields, then per field
 * int32 length (-1: NULL) and its bytes. https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export const rowFrame = {
  /** Before the first field. */
  headerBytes: 7,
  /** Before each value. */
  lengthBytes: 4,
  nullLength: -1,
} as const;

const typeByte = 0x44;

/** Where the frame that begins at `start` ends. Its first five bytes must be there. */
export function rowFrameEnd(bytes: Buffer, start: number): number {
  return start + 1 + bytes.readInt32BE(start + 1);
}

/** A frame of Howdah's own making. */
export function encodeRowFrame(values: readonly (string | null)[]): Buffer {
  const fieldBytes = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)));
  const sizeBytes = fieldBytes.reduce(
    (sum, bytes) => sum + rowFrame.lengthBytes + bytes,
    rowFrame.headerBytes,
  );
  const frame = Buffer.allocUnsafe(sizeBytes);
  frame.writeUInt8(typeByte, 0);
  frame.writeInt32BE(sizeBytes - 1, 1);
  frame.writeInt16BE(values.length, 5);
  let at: number = rowFrame.headerBytes;
  for (const value of values) {
    const lengthBytes = value === null ? rowFrame.nullLength : Buffer.byteLength(value);
    at = frame.writeInt32BE(lengthBytes, at);
    if (value !== null) at += frame.write(value, at);
  }
  return frame;
}
