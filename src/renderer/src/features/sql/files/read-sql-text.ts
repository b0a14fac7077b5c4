/** A file's text; null where it is none (not UTF-8, or with zero bytes in it). */
export async function readSqlText(file: Pick<Blob, 'arrayBuffer'>): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? null : text.replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}
