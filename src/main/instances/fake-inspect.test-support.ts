import type { ContainerInspect, HostConfig, ImageInspect, MountPoint } from '../docker/engine-types.ts';

export interface FakeShape {
  env?: string[];
  cmd?: string[];
  mounts?: MountPoint[];
  host?: HostConfig;
  state?: Partial<ContainerInspect['State']>;
  ports?: ContainerInspect['NetworkSettings']['Ports'];
  networks?: ContainerInspect['NetworkSettings']['Networks'];
  labels?: Record<string, string>;
  restartCount?: number;
}

/** An inspect as the engine answers it, for table tests of pure functions. */
export function fakeInspect(shape: FakeShape): ContainerInspect {
  return {
    Id: 'c'.repeat(64),
    Name: '/pg',
    Created: '2026-01-01T00:00:00.123456789Z',
    Image: `sha256:${'1'.repeat(64)}`,
    RestartCount: shape.restartCount ?? 0,
    State: {
      Status: 'running',
      Running: true,
      Paused: false,
      Restarting: false,
      OOMKilled: false,
      ExitCode: 0,
      Error: '',
      StartedAt: '2026-01-01T00:00:01.123456789Z',
      FinishedAt: '0001-01-01T00:00:00Z',
      ...shape.state,
    },
    Config: { Image: 'postgres:16', Env: shape.env ?? [], Cmd: shape.cmd ?? [], Labels: shape.labels ?? {} },
    HostConfig: shape.host ?? {},
    Mounts: shape.mounts ?? [],
    NetworkSettings: { Ports: shape.ports ?? {}, Networks: shape.networks ?? {} },
  };
}

export function fakeImage({ env = [] }: { env?: string[] }): ImageInspect {
  return {
    Id: `sha256:${'1'.repeat(64)}`,
    RepoTags: ['postgres:16'],
    Created: '2026-01-01T00:00:00Z',
    Size: 1,
    Architecture: 'amd64',
    Os: 'linux',
    Config: { Image: '', Env: env },
  };
}
