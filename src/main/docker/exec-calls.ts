import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import { AppFailure } from '../lib/app-failure.ts';
import { retryUntil } from '../lib/retry-until.ts';
import { containerOf } from './container-calls.ts';
import { createDemultiplexer } from './demultiplex.ts';
import type { DockerClient, ExecResult } from './docker-client.ts';
import type { CallOptions, EngineLink } from './engine-link.ts';
import { ExecStream } from './exec-stream.ts';
import { readStream } from './read-stream.ts';

const maxOutputBytes = 1024 * 1024;
const exitDeadlineMs = 10_000;

/** Programs run inside a container. An aborted signal ends the waiting; the program itself goes on. */
export function execCalls(link: EngineLink): Pick<DockerClient, 'exec' | 'execDuplex'> {
  return {
    async exec(id, argv, options = {}) {
      const call = { subject: { kind: 'container', name: id } as const, signal: options.signal };
      const exec = await createExec(link, id, call, {
        AttachStdout: true,
        AttachStderr: true,
        Cmd: argv,
        ...(options.user !== undefined && { User: options.user }),
        ...(options.env !== undefined && { Env: options.env }),
      });
      const output = await collectOutput(link, exec, call);
      return { exitCode: await readExitCode(link, exec, call), ...output } satisfies ExecResult;
    },
    async execDuplex(id, argv) {
      const call = { subject: { kind: 'container', name: id } as const };
      const streams = { AttachStdin: true, AttachStdout: true, AttachStderr: true };
      const exec = await createExec(link, id, call, { ...streams, Cmd: argv });
      const socket = await link.stream<Duplex>(call, (abortSignal) =>
        exec.start({ hijack: true, stdin: true, abortSignal }),
      );
      return new ExecStream(socket);
    },
  };
}

function createExec(
  link: EngineLink,
  id: string,
  call: CallOptions,
  options: Dockerode.ExecCreateOptions,
): Promise<Dockerode.Exec> {
  return link.call(call, (abortSignal) => containerOf(link, id).exec({ ...options, abortSignal }));
}

async function collectOutput(
  link: EngineLink,
  exec: Dockerode.Exec,
  call: CallOptions,
): Promise<Pick<ExecResult, 'stdout' | 'stderr'>> {
  const collected = { stdout: new BoundedOutput(), stderr: new BoundedOutput() };
  const demultiplex = createDemultiplexer();
  const open = (abortSignal: AbortSignal): Promise<Duplex> => exec.start({ abortSignal });
  for await (const chunk of readStream(link, { ...call, quiet: false }, open)) {
    for (const { stream, data } of demultiplex(chunk)) collected[stream].add(data);
  }
  return { stdout: collected.stdout.text(), stderr: collected.stderr.text() };
}

/** The output may end a moment before the engine has noted the exit. */
async function readExitCode(link: EngineLink, exec: Dockerode.Exec, call: CallOptions): Promise<number> {
  const readExit = async (): Promise<{ code: number } | null> => {
    const state = await link.call(call, (abortSignal) => exec.inspect({ abortSignal }));
    return state.Running || state.ExitCode === null ? null : { code: state.ExitCode };
  };
  const reason = 'The program has ended, and the engine does not say how.';
  const failure = (): Error => new AppFailure({ code: 'engine-refused', status: 200, reason });
  const wait = { deadlineMs: exitDeadlineMs, everyMs: 20, failure };
  return (await retryUntil(readExit, wait)).code;
}

/** Keeps the first {@link maxOutputBytes} and lets the rest go. */
class BoundedOutput {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  add(data: Buffer): void {
    const kept = data.subarray(0, maxOutputBytes - this.#bytes);
    this.#bytes += kept.length;
    if (kept.length > 0) this.#chunks.push(kept);
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
