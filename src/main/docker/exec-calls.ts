import { retryUntil } from '../lib/retry-until.ts';
import { createDemultiplexer } from './demultiplex.ts';
import type { DockerClient, ExecResult } from './docker-client.ts';
import type { EngineHttp } from './engine-http.ts';
import { ExecStream } from './exec-stream.ts';
import { readBody } from './read-body.ts';

const maxOutputBytes = 1024 * 1024;
const exitDeadlineMs = 10_000;

/** Programs run inside a container. An aborted signal ends the waiting; the program itself goes on. */
export function execCalls(http: EngineHttp): Pick<DockerClient, 'exec' | 'execDuplex'> {
  return {
    async exec(id, argv, options = {}) {
      const { signal } = options;
      const execId = await createExec(
        http,
        id,
        {
          AttachStdout: true,
          AttachStderr: true,
          Cmd: argv,
          User: options.user,
          Env: options.env,
        },
        signal,
      );
      const collected = { stdout: new BoundedOutput(), stderr: new BoundedOutput() };
      const demultiplex = createDemultiplexer();
      const body = readBody(
        http,
        {
          method: 'POST',
          path: `/exec/${execId}/start`,
          json: { Detach: false, Tty: false },
          subject: { kind: 'container', name: id },
          signal,
        },
        { quiet: false },
      );
      for await (const chunk of body) {
        for (const { stream, data } of demultiplex(chunk)) collected[stream].add(data);
      }
      const exitCode = await readExitCode(http, id, execId, signal);
      return {
        exitCode,
        stdout: collected.stdout.text(),
        stderr: collected.stderr.text(),
      } satisfies ExecResult;
    },
    async execDuplex(id, argv) {
      const execId = await createExec(http, id, {
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
        Cmd: argv,
      });
      const socket = await http.upgrade({
        method: 'POST',
        path: `/exec/${execId}/start`,
        json: { Detach: false, Tty: false },
        subject: { kind: 'container', name: id },
      });
      return new ExecStream(socket);
    },
  };
}

async function createExec(http: EngineHttp, id: string, body: object, signal?: AbortSignal): Promise<string> {
  const created = await http.json<{ Id: string }>({
    method: 'POST',
    path: `/containers/${encodeURIComponent(id)}/exec`,
    json: body,
    subject: { kind: 'container', name: id },
    signal,
  });
  return created.Id;
}

/** The output may end a moment before the engine has noted the exit. */
async function readExitCode(
  http: EngineHttp,
  id: string,
  execId: string,
  signal?: AbortSignal,
): Promise<number> {
  const exited = await retryUntil(
    async () => {
      const state = await http.json<{ Running: boolean; ExitCode: number | null }>({
        method: 'GET',
        path: `/exec/${execId}/json`,
        subject: { kind: 'container', name: id },
        signal,
      });
      return state.Running || state.ExitCode === null ? null : { code: state.ExitCode };
    },
    { deadlineMs: exitDeadlineMs, everyMs: 20, what: 'the exit code of a program', signal },
  );
  return exited.code;
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
