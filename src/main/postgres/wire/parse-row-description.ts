import type { WireColumn } from '../console-connection.ts';

/** Between a column's name and its type: table, number in the table. Behind: size; format. */
const offsets = { typeOid: 6, typeModifier: 12, end: 18 };

/** Columns of a RowDescription message, header included. */
export function parseRowDescription(message: Buffer): WireColumn[] {
  let at = 7;
  return Array.from({ length: message.readUInt16BE(5) }, () => {
    const nameEnd = message.indexOf(0, at);
    const name = message.toString('utf8', at, nameEnd);
    const facts = nameEnd + 1;
    at = facts + offsets.end;
    return {
      name,
      typeOid: message.readUInt32BE(facts + offsets.typeOid),
      typeModifier: message.readInt32BE(facts + offsets.typeModifier),
    };
  });
}
