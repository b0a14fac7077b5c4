import type { DockerClient } from '../../docker/docker-client.ts';

/** The last lines a container wrote, both streams in the order they were written. */
export async function readLastLines(
  docker: DockerClient,
  containerId: string,
  options: { tail: number; sinceMs?: number; signal?: AbortSignal | undefined },
): Promise<string[]> {
  const signal = options.signal ?? new AbortController().signal;
  const chunks: Buffer[] = [];
  const output = docker.logs(
    containerId,
    {
      tail: options.tail,
      follow: false,
      timestamps: false,
      ...(options.sinceMs === undefined ? {} : { sinceMs: options.sinceMs }),
    },
    signal,
  );
  for await (const { data } of output) chunks.push(data);
  return Buffer.concat(chunks)
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
