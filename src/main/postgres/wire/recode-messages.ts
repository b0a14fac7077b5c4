/** `client_encoding` by the names of https://encoding.spec.whatwg.org; those that `TextDecoder` lacks stay as they are. */
const labels: ReadonlyMap<string, string> = new Map([
  ['LATIN1', 'iso-8859-1'],
  ['LATIN2', 'iso-8859-2'],
  ['LATIN3', 'iso-8859-3'],
  ['LATIN4', 'iso-8859-4'],
  ['LATIN5', 'iso-8859-9'],
  ['LATIN6', 'iso-8859-10'],
  ['LATIN7', 'iso-8859-13'],
  ['LATIN8', 'iso-8859-14'],
  ['LATIN9', 'iso-8859-15'],
  ['LATIN10', 'iso-8859-16'],
  ['ISO_8859_5', 'iso-8859-5'],
  ['ISO_8859_6', 'iso-8859-6'],
  ['ISO_8859_7', 'iso-8859-7'],
  ['ISO_8859_8', 'iso-8859-8'],
  ['WIN866', 'ibm866'],
  ['WIN874', 'windows-874'],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((page) => [`WIN125${page}`, `windows-125${page}`] as const),
  ['KOI8R', 'koi8-r'],
  ['KOI8U', 'koi8-u'],
  ['EUC_JP', 'euc-jp'],
  ['EUC_KR', 'euc-kr'],
  ['EUC_CN', 'gbk'],
  ['SJIS', 'shift_jis'],
  ['BIG5', 'big5'],
  ['GBK', 'gbk'],
  ['GB18030', 'gb18030'],
  ['UHC', 'euc-kr'],
]);

const headerBytes = 5;
const errorResponse = 0x45; // E
const noticeResponse = 0x4e; // N

/** Errors and notices among complete messages in UTF-8, for which `pg` takes them in every session. */
export function recodeMessages(messages: Buffer, clientEncoding: string | undefined): Buffer {
  const label = clientEncoding === undefined ? undefined : labels.get(clientEncoding);
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
