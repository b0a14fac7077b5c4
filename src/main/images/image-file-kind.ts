/** How many bytes of a file tell what it is: one tar header. */
export const headBytes = 512;

const magics: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'gzip'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'xz'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
];

/**
 * Whether the first bytes of a file are those of a tar archive, plain or compressed in a way that `docker load` reads.
 * Null: they are not. A tar's first header carries its own checksum, so nothing else passes for one.
 */
export function imageFileKind(head: Buffer): string | null {
  const magic = magics.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (magic !== undefined) return magic[1];
  return isTarHeader(head) ? 'tar' : null;
}

/** POSIX ustar: the sum of the header's bytes, its checksum field (148..155) read as spaces, in octal. */
function isTarHeader(head: Buffer): boolean {
  if (head.length < headBytes) return false;
  const stated = Number.parseInt(head.toString('latin1', 148, 156).replace(/\0.*$/, '').trim(), 8);
  let sum = 0;
  for (let index = 0; index < headBytes; index++) {
    sum += index >= 148 && index < 156 ? 0x20 : (head[index] ?? 0);
  }
  return stated === sum && sum > 8 * 0x20;
}
