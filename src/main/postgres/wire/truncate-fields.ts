/**
 * Makes a message again of the beginning of an ErrorResponse or NoticeResponse (a type byte and a text for each field,
 * each ended by a zero, a zero after the last): the last field that fits is cut and ends in "…".
 */
export function truncateFields(message: Buffer): void {
  const end = Buffer.from('…\0\0');
  let cut = message.length - end.length;
  // Not in the middle of a character: its further bytes begin with the bits 10.
  while (((message[cut] ?? 0) & 0xc0) === 0x80) cut -= 1;
  end.copy(message, cut);
  message.fill(0, cut + end.length);
  message.writeUInt32BE(message.length - 1, 1);
}
