/** Shapes of the Engine API as Howdah reads them (the parts it uses; the rest passes through untouched). */

export interface ContainerSummary {
  id: string;
  names: string[];
  image: string;
  imageId: string;
  state: string;
  status: string;
  createdAtMs: number;
  labels: Record<string, string>;
  ports: { ip: string; privatePort: number; publicPort: number | null; type: string }[];
  mounts: { type: string; name: string | null; source: string; destination: string }[];
}

export interface MountPoint {
  Type: string;
  Name?: string;
  Source: string;
  Destination: string;
  Driver?: string;
  Mode?: string;
  RW?: boolean;
  Propagation?: string;
}

export interface PortBinding {
  HostIp?: string;
  HostPort?: string;
}

export interface HealthConfig {
  Test?: string[];
  Interval?: number;
  Timeout?: number;
  Retries?: number;
  StartPeriod?: number;
  /** From API 1.44 on. */
  StartInterval?: number;
}

export interface ContainerConfig {
  Hostname?: string;
  User?: string;
  Tty?: boolean;
  OpenStdin?: boolean;
  Env?: string[] | null;
  Cmd?: string[] | null;
  Entrypoint?: string[] | string | null;
  Image: string;
  Labels?: Record<string, string> | null;
  Volumes?: Record<string, object> | null;
  ExposedPorts?: Record<string, object> | null;
  WorkingDir?: string;
  Healthcheck?: HealthConfig | null;
  StopSignal?: string;
  StopTimeout?: number | null;
  [key: string]: unknown;
}

export interface RestartPolicy {
  Name: string;
  MaximumRetryCount?: number;
}

export interface HostConfig {
  Binds?: string[] | null;
  Mounts?: { Type: string; Source?: string; Target: string; [key: string]: unknown }[] | null;
  Tmpfs?: Record<string, string> | null;
  PortBindings?: Record<string, PortBinding[] | null> | null;
  RestartPolicy?: RestartPolicy;
  NetworkMode?: string;
  AutoRemove?: boolean;
  [key: string]: unknown;
}

export interface EndpointSettings {
  Aliases?: string[] | null;
  Links?: string[] | null;
  IPAMConfig?: Record<string, unknown> | null;
  DriverOpts?: Record<string, string> | null;
  MacAddress?: string;
  IPAddress?: string;
  GlobalIPv6Address?: string;
  NetworkID?: string;
  [key: string]: unknown;
}

export interface ContainerInspect {
  Id: string;
  Name: string;
  Created: string;
  Image: string;
  Platform?: string;
  RestartCount: number;
  State: {
    Status: string;
    Running: boolean;
    Paused: boolean;
    Restarting: boolean;
    OOMKilled: boolean;
    ExitCode: number;
    Error: string;
    StartedAt: string;
    FinishedAt: string;
    Health?: { Status: string; Log?: { Output: string; ExitCode: number }[] | null } | null;
  };
  Config: ContainerConfig;
  HostConfig: HostConfig;
  Mounts: MountPoint[];
  NetworkSettings: {
    Ports?: Record<string, PortBinding[] | null> | null;
    Networks?: Record<string, EndpointSettings> | null;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** Body of POST /containers/create. */
export type ContainerCreateBody = Partial<ContainerConfig> & {
  Image: string;
  HostConfig?: HostConfig;
  NetworkingConfig?: { EndpointsConfig: Record<string, EndpointSettings> };
};

export interface ImageSummary {
  id: string;
  references: string[];
  sizeBytes: number;
  createdAtMs: number;
}

export interface ImageInspect {
  Id: string;
  RepoTags: string[] | null;
  Created: string;
  Size: number;
  Architecture: string;
  Os: string;
  Config: ContainerConfig;
  [key: string]: unknown;
}

export interface VolumeInfo {
  Name: string;
  Driver: string;
  Mountpoint: string;
  CreatedAt?: string;
  Labels: Record<string, string> | null;
  Options: Record<string, string> | null;
  Scope: string;
}

export interface NetworkInfo {
  Id: string;
  Name: string;
  Driver: string;
  Internal: boolean;
}

/** One message of the event stream: `Type`, `Action`, `Actor.ID` and attributes (never `id`/`status`, which Podman lacks). */
export interface EngineEvent {
  type: string;
  action: string;
  actorId: string;
  attributes: Record<string, string>;
  atMs: number;
}

export interface PullProgress {
  layerId: string | null;
  status: string;
  doneBytes: number | null;
  totalBytes: number | null;
}

export interface StatsSample {
  atMs: number;
  cpuPercent: number;
  memoryBytes: number;
  memoryLimitBytes: number | null;
}
