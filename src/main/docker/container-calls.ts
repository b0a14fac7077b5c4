import { Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import { closeSource } from './close-source.ts';
import type { DockerClient } from './docker-client.ts';
import type { RequestSubject } from './docker-errors.ts';
import type { CallOptions, EngineLink } from './engine-link.ts';
import { enginePath } from './engine-path.ts';
import type { ContainerInspect } from './engine-types.ts';
import { type EngineContainer, mapContainerSummary } from './map-container-summary.ts';
import { readAnswer } from './read-answer.ts';
import { removeContainer } from './remove-container.ts';

type ContainerCalls = Pick<
  DockerClient,
  | 'listContainers'
  | 'inspectContainer'
  | 'createContainer'
  | 'startContainer'
  | 'stopContainer'
  | 'restartContainer'
  | 'renameContainer'
  | 'updateRestartPolicy'
  | 'removeContainer'
  | 'containerChanges'
  | 'getArchive'
  | 'putArchive'
>;

/** Calls about containers that answer once. */
export function containerCalls(link: EngineLink): ContainerCalls {
  return {
    async listContainers(filter) {
      const filters = filter?.labels === undefined ? {} : { filters: { label: filter.labels } };
      const rows = await link.call({}, (abortSignal) =>
        link.docker.listContainers({ all: true, ...filters, abortSignal }),
      );
      return readAnswer<EngineContainer[]>(rows).map(mapContainerSummary);
    },
    inspectContainer: (id) => inspectContainer(link, id),
    async createContainer(name, body, platform) {
      // Without `_query` dockerode would put the whole body, passwords included, into the address as well.
      const query = { name, ...(platform !== undefined && platform !== '' && { platform }) };
      const options = { _query: query, _body: body } as unknown as Dockerode.ContainerCreateOptions;
      const subject = { ...about(name), image: body.Image };
      const created = await link.call({ subject }, (abortSignal) =>
        link.docker.createContainer({ ...options, abortSignal }),
      );
      return created.id;
    },
    startContainer: (id) => act(link, id, (container, abortSignal) => container.start({ abortSignal })),
    stopContainer: (id, timeoutSeconds, signal) =>
      act(link, id, (container, abortSignal) => container.stop({ t: timeoutSeconds, abortSignal }), signal),
    restartContainer: (id, timeoutSeconds, signal) =>
      act(
        link,
        id,
        (container, abortSignal) => container.restart({ t: timeoutSeconds, abortSignal }),
        signal,
      ),
    renameContainer: (id, name) =>
      act(link, id, (container, abortSignal) => container.rename({ name, abortSignal })),
    updateRestartPolicy: (id, policy) =>
      act(link, id, (container, abortSignal) =>
        container.update({ _body: { RestartPolicy: policy }, abortSignal }),
      ),
    removeContainer: (id, options) => removeContainer(link, id, options ?? {}),
    async containerChanges(id) {
      const changes = await link.call({ subject: about(id) }, (abortSignal) =>
        containerOf(link, id).changes({ abortSignal }),
      );
      const rows = readAnswer<{ Path: string; Kind: 0 | 1 | 2 }[]>(changes, []);
      return rows.map(({ Path, Kind }) => ({ path: Path, kind: Kind }));
    },
    getArchive: (id, path, signal) => getArchive(link, id, path, signal),
    async putArchive(id, path, tar) {
      await closeSource(tar, () =>
        link.call({ subject: about(id), timeoutMs: null }, (abortSignal) =>
          containerOf(link, id).putArchive(tar, { path, abortSignal }),
        ),
      );
    },
  };
}

/** @throws AppFailure `not-found`. */
export async function inspectContainer(
  link: EngineLink,
  id: string,
  signal?: AbortSignal,
): Promise<ContainerInspect> {
  const inspect = await link.call({ subject: about(id), signal }, async (abortSignal) =>
    containerOf(link, id).inspect({ abortSignal }),
  );
  return readAnswer<ContainerInspect>(inspect);
}

/** @throws AppFailure `not-found` for what cannot be a container's name. */
export function containerOf(link: EngineLink, id: string): Dockerode.Container {
  return link.docker.getContainer(enginePath(about(id)));
}

function about(id: string): RequestSubject {
  return { kind: 'container', name: id };
}

async function act(
  link: EngineLink,
  id: string,
  action: (container: Dockerode.Container, abortSignal: AbortSignal) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  await link.call({ subject: about(id), signal, timeoutMs: null }, async (abortSignal) => {
    try {
      await action(containerOf(link, id), abortSignal);
    } catch (error) {
      if (!isUnchanged(error)) throw error;
    }
  });
}

/** 304: it is already in that state. */
function isUnchanged(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 304;
}

async function getArchive(
  link: EngineLink,
  id: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Readable> {
  const options = { subject: about(id), signal };
  const body = await link.stream<Readable>(options, (abortSignal) =>
    containerOf(link, id).getArchive({ path, abortSignal }),
  );
  const archive = Readable.from(explainErrors(link, options, body), { objectMode: false });
  // One that is destroyed before it was read never begins to iterate.
  archive.once('close', () => body.destroy());
  return archive;
}

async function* explainErrors(
  link: EngineLink,
  options: CallOptions,
  body: Readable,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk as Buffer;
  } catch (error) {
    throw link.failure(error, options);
  }
}
