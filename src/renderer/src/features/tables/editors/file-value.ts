import type { RelationColumn } from '../../../../../shared/contract/relations.ts';

/** Of a value that is edited here; longer ones can be replaced. */
export const mostEditedBytes = 8 * 1024 * 1024;
/** As hexadecimal digits it takes twice as much on its way to the server. */
export const mostFileBytes = 6 * 1024 * 1024;

export type FileValue =
  | { value: string; failure: null }
  | { value: null; failure: 'fileTooBig' | 'fileNotText' | 'fileUnread' };

/** The content of a file as a value: bytes of a bytea, else a text in UTF-8. */
export async function readFileValue(file: Blob, valueType: RelationColumn['valueType']): Promise<FileValue> {
  if (file.size > mostFileBytes) return { value: null, failure: 'fileTooBig' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { value: null, failure: 'fileUnread' };
  }
  if (valueType === 'bytea') return { value: hexOf(bytes), failure: null };
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), failure: null };
  } catch {
    return { value: null, failure: 'fileNotText' };
  }
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** As Postgres writes bytes. */
function hexOf(bytes: Uint8Array): string {
  const digits: string[] = [];
  for (const byte of bytes) digits.push(pairs[byte] ?? '');
  return `\\x${digits.join('')}`;
}
