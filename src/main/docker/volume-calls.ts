import { json } from 'node:stream/consumers';
import { AppFailure } from '../lib/app-failure.ts';
import { dialStream } from './dial-stream.ts';
import type { DockerClient } from './docker-client.ts';
import type { EngineLink } from './engine-link.ts';
import { enginePath } from './engine-path.ts';
import type { VolumeInfo } from './engine-types.ts';
import { type EngineContainer, mapContainerSummary } from './map-container-summary.ts';
import { readAnswer } from './read-answer.ts';
import { withSignal } from './with-signal.ts';

type VolumeCalls = Pick<
  DockerClient,
  'listVolumes' | 'inspectVolume' | 'createVolume' | 'removeVolume' | 'volumeSizes'
>;

/** The part of `GET /system/df` that is read; -1 where the driver does not tell. */
interface DiskUsage {
  Volumes?: { Name: string; UsageData?: { Size: number } | null }[] | null;
}

/** Calls about volumes. */
export function volumeCalls(link: EngineLink): VolumeCalls {
  return {
    async listVolumes() {
      const answer = await link.call({}, (abortSignal) => link.docker.listVolumes({ abortSignal }));
      return readAnswer<{ Volumes: VolumeInfo[] | null }>(answer).Volumes ?? [];
    },
    inspectVolume: (name) => inspectVolume(link, name),
    async createVolume(options) {
      // The engine answers an existing volume of that name as if it were new.
      if (await exists(link, options.name)) {
        throw new AppFailure({ code: 'name-taken', kind: 'volume', name: options.name });
      }
      const body = {
        Name: options.name,
        Labels: options.labels,
        ...(options.driver !== undefined && { Driver: options.driver }),
        ...(options.driverOptions !== undefined && { DriverOpts: options.driverOptions }),
      };
      const subject = { kind: 'volume', name: options.name } as const;
      // Without `_query` dockerode would put the driver's options, which may hold credentials, into the address as well.
      const request: object = { _query: {}, _body: body };
      await link.call({ subject }, (abortSignal) =>
        link.docker.createVolume(withSignal(request, abortSignal)),
      );
      return inspectVolume(link, options.name);
    },
    removeVolume: (name) => removeVolume(link, name),
    async volumeSizes(signal) {
      const usage = await link.call({ signal, timeoutMs: null }, async (abortSignal) => {
        const query = { type: 'volume' };
        return (await json(await dialStream(link.docker, '/system/df?', query, abortSignal))) as DiskUsage;
      });
      const sizes = (usage.Volumes ?? []).map(
        ({ Name, UsageData }) => [Name, UsageData?.Size ?? -1] as const,
      );
      return Object.fromEntries(sizes.filter(([, bytes]) => bytes >= 0));
    },
  };
}

async function inspectVolume(link: EngineLink, name: string): Promise<VolumeInfo> {
  const subject = { kind: 'volume', name } as const;
  const inspect = await link.call({ subject }, (abortSignal) =>
    link.docker.getVolume(enginePath(subject)).inspect({ abortSignal }),
  );
  return readAnswer<VolumeInfo>(inspect);
}

async function exists(link: EngineLink, name: string): Promise<boolean> {
  try {
    await inspectVolume(link, name);
    return true;
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'not-found') return false;
    throw error;
  }
}

async function removeVolume(link: EngineLink, name: string): Promise<void> {
  const subject = { kind: 'volume', name } as const;
  try {
    await link.call({ subject }, (abortSignal) =>
      link.docker.getVolume(enginePath(subject)).remove({ abortSignal }),
    );
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    if (error.appError.code === 'not-found') return;
    if (error.appError.code !== 'volume-in-use') throw error;
    const containers = await usersOf(link, name);
    throw new AppFailure({ ...error.appError, containers }, { cause: error });
  }
}

/** Names of the containers that mount a volume: the engine's message has ids only. */
async function usersOf(link: EngineLink, volume: string): Promise<string[]> {
  const rows = await link.call({}, (abortSignal) =>
    link.docker.listContainers({ all: true, filters: { volume: [volume] }, abortSignal }),
  );
  return readAnswer<EngineContainer[]>(rows)
    .map(mapContainerSummary)
    .filter((row) => row.mounts.some((mount) => mount.name === volume))
    .map((row) => row.names[0] ?? row.id);
}
