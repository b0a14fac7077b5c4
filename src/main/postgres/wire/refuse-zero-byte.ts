import type { ServerError, WireStatement } from '../console-connection.ts';

/**
 * A statement ends at its first zero byte on the wire: what stands behind it would be lost, or run as something else.
 * Answers the error that the server has for such values, or null.
 */
export function refuseZeroByte({ text }: WireStatement): ServerError | null {
  const at = typeof text === 'string' ? text.indexOf('\0') : text.indexOf(0);
  if (at < 0) return null;
  return {
    ...{ sqlState: '22021', severity: 'ERROR', message: 'invalid byte sequence for encoding "UTF8": 0x00' },
    ...{ detail: null, hint: null, internalQuery: null, internalPosition: null, where: null },
    ...{ schema: null, table: null, column: null, constraint: null },
    position: typeof text === 'string' ? Array.from(text.slice(0, at)).length + 1 : null,
  };
}
