/** Not allowed in a name by one of the systems, or not seen by who reads it. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
const edges = /^[\s.]+|[\s.]+$/gu;
/** Devices on Windows, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longestBytes = 200;

/** A name that can be a file's on every system and stays in its folder. Keeps the ending of one that is too long. */
export function safeFileName(name: string): string {
  const plain = name.toWellFormed().replace(unsafe, '_').replace(edges, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : '';
  const stem = plain.slice(0, plain.length - ending.length) || 'result';
  const isDevice = device.test(stem);
  return `${isDevice ? '_' : ''}${cut(stem, longestBytes - Buffer.byteLength(ending))}${ending}`;
}

function cut(text: string, limitBytes: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > limitBytes) break;
    kept += character;
  }
  return kept;
}
