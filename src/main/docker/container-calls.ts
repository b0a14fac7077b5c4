import { Readable } from 'node:stream';
import { AppFailure } from '../lib/app-failure.ts';
import { retryUntil } from '../lib/retry-until.ts';
import type { DockerClient } from './docker-client.ts';
import type { RequestSubject } from './docker-errors.ts';
import type { EngineHttp } from './engine-http.ts';
import type { ContainerInspect } from './engine-types.ts';
import { type EngineContainer, mapContainerSummary } from './map-container-summary.ts';
import { readBody } from './read-body.ts';

type ContainerCalls = Pick<
  DockerClient,
  | 'listContainers'
  | 'inspectContainer'
  | 'createContainer'
  | 'startContainer'
  | 'stopContainer'
  | 'restartContainer'
  | 'renameContainer'
  | 'removeContainer'
  | 'containerChanges'
  | 'getArchive'
  | 'putArchive'
>;

const removalDeadlineMs = 60_000;

/** Calls about containers that answer once. */
export function containerCalls(http: EngineHttp): ContainerCalls {
  return {
    async listContainers(filter) {
      const filters = filter?.labels === undefined ? undefined : JSON.stringify({ label: filter.labels });
      const rows = await http.json<EngineContainer[]>({
        method: 'GET',
        path: '/containers/json',
        query: { all: true, filters },
      });
      return rows.map(mapContainerSummary);
    },
    inspectContainer: (id) =>
      http.json<ContainerInspect>({ method: 'GET', path: path(id, 'json'), subject: about(id) }),
    async createContainer(name, body, platform) {
      const created = await http.json<{ Id: string }>({
        method: 'POST',
        path: '/containers/create',
        query: { name, platform },
        json: body,
        subject: { ...about(name), image: body.Image },
      });
      return created.Id;
    },
    startContainer: (id) => act(http, id, 'start', {}),
    stopContainer: (id, timeoutSeconds, signal) => act(http, id, 'stop', { t: timeoutSeconds }, signal),
    restartContainer: (id, timeoutSeconds, signal) => act(http, id, 'restart', { t: timeoutSeconds }, signal),
    renameContainer: (id, name) =>
      http.json({ method: 'POST', path: path(id, 'rename'), query: { name }, subject: about(id) }),
    removeContainer: (id, options) => removeContainer(http, id, options ?? {}),
    async containerChanges(id) {
      const changes = await http.json<{ Path: string; Kind: 0 | 1 | 2 }[] | null>({
        method: 'GET',
        path: path(id, 'changes'),
        subject: about(id),
      });
      return (changes ?? []).map((change) => ({ path: change.Path, kind: change.Kind }));
    },
    async getArchive(id, source, signal) {
      const request = { method: 'GET', path: path(id, 'archive'), query: { path: source } } as const;
      const body = readBody(http, { ...request, subject: about(id), signal }, { quiet: false });
      const first = await body.next();
      return Readable.from(prepend(first, body), { objectMode: false });
    },
    putArchive: (id, target, tar) =>
      http.json({
        method: 'PUT',
        path: path(id, 'archive'),
        query: { path: target },
        tar,
        subject: about(id),
        long: true,
      }),
  };
}

/** The path of a call about one container. */
function path(id: string, call: string): string {
  return `/containers/${encodeURIComponent(id)}/${call}`;
}

function about(id: string): RequestSubject {
  return { kind: 'container', name: id };
}

function act(
  http: EngineHttp,
  id: string,
  action: 'start' | 'stop' | 'restart',
  query: Record<string, number>,
  signal?: AbortSignal,
): Promise<void> {
  return http.json({ method: 'POST', path: path(id, action), query, subject: about(id), long: true, signal });
}

async function removeContainer(
  http: EngineHttp,
  id: string,
  options: { force?: boolean; volumes?: boolean },
): Promise<void> {
  const query = { force: options.force ?? false, v: options.volumes ?? false };
  try {
    await http.json({
      method: 'DELETE',
      path: `/containers/${encodeURIComponent(id)}`,
      query,
      subject: about(id),
      long: true,
    });
  } catch (error) {
    if (isGone(error)) return;
    if (!isBeingRemoved(error)) throw error;
    await waitUntilGone(http, id);
  }
}

/** Somebody else (or `--rm`) is removing it: it is gone when the engine no longer knows it. */
async function waitUntilGone(http: EngineHttp, id: string): Promise<void> {
  await retryUntil(
    async () => {
      try {
        await http.json({ method: 'GET', path: path(id, 'json'), subject: about(id) });
        return false;
      } catch (error) {
        if (isGone(error)) return true;
        throw error;
      }
    },
    { deadlineMs: removalDeadlineMs, everyMs: 100, what: `container ${id} to be removed` },
  );
}

function isGone(error: unknown): boolean {
  return error instanceof AppFailure && error.appError.code === 'not-found';
}

function isBeingRemoved(error: unknown): boolean {
  return (
    error instanceof AppFailure &&
    error.appError.code === 'engine-refused' &&
    /already in progress/i.test(error.appError.reason)
  );
}

async function* prepend(
  first: IteratorResult<Buffer, void>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
