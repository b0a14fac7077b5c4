import type { DockerClient } from '../../docker/docker-client.ts';

/** The beginning of what a container wrote since `sinceMs`; the rest is not read. */
export async function readFirstBytes(
  docker: DockerClient,
  containerId: string,
  { sinceMs, bytes }: { sinceMs: number; bytes: number },
): Promise<string> {
  const abort = new AbortController();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const options = { tail: 'all', follow: false, sinceMs, timestamps: false } as const;
    for await (const { data } of docker.logs(containerId, options, abort.signal)) {
      chunks.push(data);
      size += data.length;
      if (size >= bytes) break;
    }
  } finally {
    abort.abort();
  }
  return Buffer.concat(chunks).subarray(0, bytes).toString('utf8');
}
