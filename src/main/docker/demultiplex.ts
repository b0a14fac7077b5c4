import type { OutputChunk } from './docker-client.ts';

const headerBytes = 8;

/**
 * Splits the engine's multiplexed output (one byte stream number, three of zero, four of length, then the payload) over
 * any cut of chunks. Payloads are handed on as they come, so at most a header is kept.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach
 */
export function createDemultiplexer(): (chunk: Buffer) => OutputChunk[] {
  let header = Buffer.alloc(0);
  let stream: OutputChunk['stream'] = 'stdout';
  let missingBytes = 0;
  return (chunk) => {
    const out: OutputChunk[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      if (missingBytes === 0) {
        const take = headerBytes - header.length;
        header = Buffer.concat([header, rest.subarray(0, take)]);
        rest = rest.subarray(take);
        if (header.length < headerBytes) break;
        stream = (header[0] ?? 1) >= 2 ? 'stderr' : 'stdout';
        missingBytes = header.readUInt32BE(4);
        header = Buffer.alloc(0);
        continue;
      }
      const data = rest.subarray(0, missingBytes);
      missingBytes -= data.length;
      rest = rest.subarray(data.length);
      out.push({ stream, data });
    }
    return out;
  };
}
