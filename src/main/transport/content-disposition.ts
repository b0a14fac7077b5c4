const notPlain = /[^\x20-\x7e]|["\\%]/g;
// encodeURIComponent leaves these, RFC 8187 does not allow them.
const notEncoded = /['()*!]/g;

/** A header that has the browser keep the answer as a file of that name (RFC 6266), whatever characters are in it. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replace(notPlain, '_');
  if (plain === fileName) return `attachment; filename="${plain}"`;
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    notEncoded,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
