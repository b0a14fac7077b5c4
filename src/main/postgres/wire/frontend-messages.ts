/** What is sent to the server, byte by byte: https://www.postgresql.org/docs/current/protocol-message-formats.html */

const zero = Buffer.alloc(1);
const cancelRequestCode = 80_877_102;

export const syncMessage: Buffer = message('S');
/** Has the server send what it keeps for later. */
export const flushMessage: Buffer = message('H');
export const copyDoneMessage: Buffer = message('c');

/** The simple protocol: one text, run at once. */
export function queryMessage(text: Uint8Array): Buffer {
  return message('Q', text, zero);
}

/** Unnamed statement and portal, values and results as text, all rows. No Sync: that comes when all is answered. */
export function extendedQueryMessages(text: Uint8Array, values: readonly (string | null)[]): Buffer {
  return Buffer.concat([
    message('P', zero, text, zero, int16(0)),
    message('B', zero, zero, int16(0), int16(values.length), ...values.flatMap(bindValue), int16(0)),
    message('D', Buffer.from('P\0')),
    message('E', zero, int32(0)),
    flushMessage,
  ]);
}

/** The bytes that stand before the data of one CopyData message. */
export function copyDataHeader(lengthBytes: number): Buffer {
  const header = Buffer.allocUnsafe(5);
  header.write('d', 0, 'latin1');
  header.writeInt32BE(lengthBytes + 4, 1);
  return header;
}

export function copyFailMessage(reason: string): Buffer {
  return message('f', Buffer.from(reason.replaceAll('\0', '')), zero);
}

/** Sent instead of a startup, on a connection of its own. */
export function cancelRequest(backendPid: number, secretKey: number): Buffer {
  return Buffer.concat([int32(16), int32(cancelRequestCode), int32(backendPid), int32(secretKey)]);
}

function bindValue(value: string | null): Buffer[] {
  if (value === null) return [int32(-1)];
  const bytes = Buffer.from(value);
  return [int32(bytes.length), bytes];
}

function message(type: string, ...parts: Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 4);
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(length), ...parts]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
}
