import { AppFailure } from '../lib/app-failure.ts';
import type { DockerClient } from './docker-client.ts';
import type { EngineHttp } from './engine-http.ts';
import type { VolumeInfo } from './engine-types.ts';
import { type EngineContainer, mapContainerSummary } from './map-container-summary.ts';

type VolumeCalls = Pick<
  DockerClient,
  'listVolumes' | 'inspectVolume' | 'createVolume' | 'removeVolume' | 'volumeSizes'
>;

/** Calls about volumes. */
export function volumeCalls(http: EngineHttp): VolumeCalls {
  return {
    async listVolumes() {
      const answer = await http.json<{ Volumes: VolumeInfo[] | null }>({ method: 'GET', path: '/volumes' });
      return answer.Volumes ?? [];
    },
    inspectVolume: (name) => inspectVolume(http, name),
    async createVolume(options) {
      // The engine answers an existing volume of that name as if it were new.
      if (await exists(http, options.name)) {
        throw new AppFailure({ code: 'name-taken', kind: 'volume', name: options.name });
      }
      return http.json<VolumeInfo>({
        method: 'POST',
        path: '/volumes/create',
        json: {
          Name: options.name,
          Driver: options.driver,
          DriverOpts: options.driverOptions,
          Labels: options.labels,
        },
        subject: { kind: 'volume', name: options.name },
      });
    },
    removeVolume: (name) => removeVolume(http, name),
    async volumeSizes(signal) {
      const usage = await http.json<{
        Volumes?: { Name: string; UsageData?: { Size: number } | null }[] | null;
      }>({ method: 'GET', path: '/system/df', query: { type: 'volume' }, signal, long: true });
      const sizes = (usage.Volumes ?? []).map(
        ({ Name, UsageData }) => [Name, UsageData?.Size ?? -1] as const,
      );
      return Object.fromEntries(sizes.filter(([, bytes]) => bytes >= 0));
    },
  };
}

function inspectVolume(http: EngineHttp, name: string): Promise<VolumeInfo> {
  const subject = { kind: 'volume', name } as const;
  return http.json<VolumeInfo>({ method: 'GET', path: `/volumes/${encodeURIComponent(name)}`, subject });
}

async function exists(http: EngineHttp, name: string): Promise<boolean> {
  try {
    await inspectVolume(http, name);
    return true;
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'not-found') return false;
    throw error;
  }
}

async function removeVolume(http: EngineHttp, name: string): Promise<void> {
  const subject = { kind: 'volume', name } as const;
  try {
    await http.json({ method: 'DELETE', path: `/volumes/${encodeURIComponent(name)}`, subject });
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    if (error.appError.code === 'not-found') return;
    if (error.appError.code !== 'volume-in-use') throw error;
    const containers = await usersOf(http, name);
    throw new AppFailure({ ...error.appError, containers }, { cause: error });
  }
}

/** Names of the containers that mount a volume: the engine's message has ids only. */
async function usersOf(http: EngineHttp, volume: string): Promise<string[]> {
  const filters = JSON.stringify({ volume: [volume] });
  const query = { all: true, filters };
  const rows = await http.json<EngineContainer[]>({ method: 'GET', path: '/containers/json', query });
  return rows
    .map(mapContainerSummary)
    .filter((row) => row.mounts.some((mount) => mount.name === volume))
    .map((row) => row.names[0] ?? row.id);
}
