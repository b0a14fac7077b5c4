import { computeStats, type EngineStats } from './compute-stats.ts';
import { containerOf, inspectContainer } from './container-calls.ts';
import { createDemultiplexer } from './demultiplex.ts';
import { dialStream } from './dial-stream.ts';
import type { DockerClient, OutputChunk } from './docker-client.ts';
import type { EngineLink } from './engine-link.ts';
import { enginePath } from './engine-path.ts';
import { readJsonLines, readStream } from './read-stream.ts';
import { withSignal } from './with-signal.ts';

/** The streams of a container. Each has its own connection, which ends with the signal. */
export function containerStreams(link: EngineLink): Pick<DockerClient, 'logs' | 'stats'> {
  return { logs: (id, options, signal) => readLogs(link, id, options, signal), stats };

  async function* stats(
    id: string,
    signal: AbortSignal,
  ): AsyncGenerator<ReturnType<typeof computeStats> & object> {
    const options = { subject: { kind: 'container', name: id } as const, signal, quiet: true };
    const samples = readJsonLines<EngineStats>(link, options, (abortSignal) =>
      containerOf(link, id).stats(withSignal({ stream: true }, abortSignal)),
    );
    for await (const sample of samples) {
      const computed = computeStats(sample);
      if (computed !== null) yield computed;
    }
  }
}

async function* readLogs(
  link: EngineLink,
  id: string,
  options: Parameters<DockerClient['logs']>[1],
  signal: AbortSignal,
): AsyncGenerator<OutputChunk> {
  const isTty = await hasTty(link, id, signal);
  if (isTty === null) return;
  const query = {
    stdout: true,
    stderr: true,
    follow: options.follow,
    tail: options.tail,
    timestamps: options.timestamps,
    ...(options.sinceMs !== undefined && { since: (Math.floor(options.sinceMs) / 1000).toFixed(3) }),
  };
  const subject = { kind: 'container', name: id } as const;
  // dockerode collects a log that is not followed in memory, and parses one that happens to be JSON.
  const chunks = readStream(link, { subject, signal, quiet: true }, (abortSignal) =>
    dialStream(link.docker, `/containers/${enginePath(subject)}/logs?`, query, abortSignal),
  );
  const split = isTty ? rawOutput : createDemultiplexer();
  for await (const chunk of chunks) yield* split(chunk);
}

/** Null when the signal aborted meanwhile. Engines before 23.0 do not tell in the answer how the log is framed. */
async function hasTty(link: EngineLink, id: string, signal: AbortSignal): Promise<boolean | null> {
  try {
    return (await inspectContainer(link, id, signal)).Config.Tty ?? false;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function rawOutput(data: Buffer): OutputChunk[] {
  return [{ stream: 'stdout', data }];
}
