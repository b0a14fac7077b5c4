/** A text no longer than this is laid out at once. */
const blockLength = 32_768;

/**
 * A text in blocks of about equal length that each end with a line, so that a browser lays out only those in sight. A
 * line that is longer than a block is cut.
 */
export function textBlocks(text: string): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < text.length; ) {
    const limit = at + blockLength;
    const lineEnd = limit >= text.length ? text.length : text.lastIndexOf('\n', limit - 1) + 1;
    const end = lineEnd > at ? lineEnd : limit;
    blocks.push(text.slice(at, end));
    at = end;
  }
  return blocks;
}
