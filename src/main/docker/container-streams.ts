import { computeStats, type EngineStats } from './compute-stats.ts';
import { createDemultiplexer } from './demultiplex.ts';
import type { DockerClient, OutputChunk } from './docker-client.ts';
import type { EngineHttp } from './engine-http.ts';
import type { ContainerInspect } from './engine-types.ts';
import { readBody, readJsonLines } from './read-body.ts';

/** The streams of a container. Each has its own connection, which ends with the signal. */
export function containerStreams(http: EngineHttp): Pick<DockerClient, 'logs' | 'stats'> {
  return {
    async *logs(id, options, signal): AsyncGenerator<OutputChunk> {
      const path = `/containers/${encodeURIComponent(id)}`;
      const subject = { kind: 'container', name: id } as const;
      const { Config } = await http.json<ContainerInspect>({
        method: 'GET',
        path: `${path}/json`,
        subject,
        signal,
      });
      const query = {
        stdout: true,
        stderr: true,
        follow: options.follow,
        tail: options.tail,
        timestamps: options.timestamps,
        since: options.sinceMs === undefined ? undefined : (Math.floor(options.sinceMs) / 1000).toFixed(3),
      };
      const chunks = readBody(http, { method: 'GET', path: `${path}/logs`, query, subject, signal });
      const split = Config.Tty ? rawOutput : createDemultiplexer();
      for await (const chunk of chunks) yield* split(chunk);
    },
    async *stats(id, signal) {
      const samples = readJsonLines<EngineStats>(http, {
        method: 'GET',
        path: `/containers/${encodeURIComponent(id)}/stats`,
        query: { stream: true },
        subject: { kind: 'container', name: id },
        signal,
      });
      for await (const sample of samples) {
        const computed = computeStats(sample);
        if (computed !== null) yield computed;
      }
    },
  };
}

function rawOutput(data: Buffer): OutputChunk[] {
  return [{ stream: 'stdout', data }];
}
