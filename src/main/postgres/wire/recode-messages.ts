import { encodingLabel } from '../encoding-label.ts';

const headerBytes = 5;
const errorResponse = 0x45; // E
const noticeResponse = 0x4e; // N

/** Errors and notices among complete messages in UTF-8, for which `pg` takes them in every session. */
export function recodeMessages(messages: Buffer, clientEncoding: string | undefined): Buffer {
  const label = clientEncoding === undefined ? undefined : encodingLabel(clientEncoding);
  if (label === undefined) return messages;
  const recoded: Buffer[] = [];
  for (let at = 0, end = 0; at < messages.length; at = end) {
    end = at + 1 + messages.readUInt32BE(at + 1);
    const message = messages.subarray(at, end);
    const isText = message[0] === errorResponse || message[0] === noticeResponse;
    recoded.push(isText ? recode(message, label) : message);
  }
  return Buffer.concat(recoded);
}

/** The letters before the fields and the zeros behind them are the same in every encoding. */
function recode(message: Buffer, label: string): Buffer {
  const body = Buffer.from(new TextDecoder(label).decode(message.subarray(headerBytes)));
  const header = Buffer.from(message.subarray(0, headerBytes));
  header.writeUInt32BE(body.length + headerBytes - 1, 1);
  return Buffer.concat([header, body]);
}
