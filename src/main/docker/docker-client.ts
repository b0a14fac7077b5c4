import type { Duplex, Readable } from 'node:stream';
import type {
  ContainerCreateBody,
  ContainerInspect,
  ContainerSummary,
  EndpointSettings,
  ImageInspect,
  ImageSummary,
  NetworkInfo,
  PullProgress,
  RestartPolicy,
  StatsSample,
  VolumeInfo,
} from './engine-types.ts';

/** One piece of a container's output, demultiplexed (a TTY has only stdout). */
export interface OutputChunk {
  stream: 'stdout' | 'stderr';
  data: Buffer;
}

export interface ExecResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Docker as the features see it. Every method throws `AppFailure` (`engine-unreachable`, `not-found`, `name-taken`,
 * `port-taken`, `image-missing`, `volume-in-use`, `engine-refused`); `signal` ends the request. Ids may be names.
 */
export interface DockerClient {
  listContainers(filter?: { labels?: string[] }): Promise<ContainerSummary[]>;
  inspectContainer(id: string): Promise<ContainerInspect>;
  /** Answers the new id. The platform is that of the container it replaces, if any. */
  createContainer(name: string, body: ContainerCreateBody, platform?: string): Promise<string>;
  /** Starting a running container is not an error. */
  startContainer(id: string): Promise<void>;
  /** Waits until it stopped; kills after `timeoutSeconds`. Stopping a stopped container is not an error. */
  stopContainer(id: string, timeoutSeconds: number, signal?: AbortSignal): Promise<void>;
  restartContainer(id: string, timeoutSeconds: number, signal?: AbortSignal): Promise<void>;
  renameContainer(id: string, name: string): Promise<void>;
  /** What the engine does when the container ends or the engine itself starts; a running container goes on. */
  updateRestartPolicy(id: string, policy: RestartPolicy): Promise<void>;
  /** `volumes`: its anonymous volumes too. Removing one that is gone is not an error. */
  removeContainer(id: string, options?: { force?: boolean; volumes?: boolean }): Promise<void>;
  /** Path changes against the image: kind 0 modified, 1 added, 2 deleted. */
  containerChanges(id: string): Promise<{ path: string; kind: 0 | 1 | 2 }[]>;
  /** A tar stream of `path`; `not-found` when the path does not exist. Works on stopped containers. */
  getArchive(id: string, path: string, signal?: AbortSignal): Promise<Readable>;
  /** Unpacks a tar stream into the folder `path`. */
  putArchive(id: string, path: string, tar: Readable | Buffer): Promise<void>;
  logs(
    id: string,
    options: { tail: number | 'all'; follow: boolean; sinceMs?: number; timestamps: boolean },
    signal: AbortSignal,
  ): AsyncIterable<OutputChunk>;
  stats(id: string, signal: AbortSignal): AsyncIterable<StatsSample>;
  /** Runs a program in a running container and collects its output (at most 1 MiB of each stream). */
  exec(
    id: string,
    argv: string[],
    options?: { user?: string; env?: string[]; signal?: AbortSignal },
  ): Promise<ExecResult>;
  /** Runs a program with its standard input and output as one duplex stream (its stderr is dropped). */
  execDuplex(id: string, argv: string[]): Promise<Duplex>;

  listImages(): Promise<ImageSummary[]>;
  /** Image by reference or id; `image-missing` when it is not here. */
  inspectImage(reference: string): Promise<ImageInspect>;
  pullImage(reference: string, signal: AbortSignal): AsyncIterable<PullProgress>;
  /** `docker load`; answers the references or ids that were loaded. */
  loadImage(tar: Readable, signal: AbortSignal): Promise<string[]>;

  listVolumes(): Promise<VolumeInfo[]>;
  inspectVolume(name: string): Promise<VolumeInfo>;
  createVolume(options: {
    name: string;
    driver?: string;
    driverOptions?: Record<string, string>;
    labels: Record<string, string>;
  }): Promise<VolumeInfo>;
  /** Removing one that is gone is not an error; `volume-in-use` names its containers. */
  removeVolume(name: string): Promise<void>;
  /** Bytes by volume name; walks the disk. */
  volumeSizes(signal?: AbortSignal): Promise<Record<string, number>>;

  listNetworks(): Promise<NetworkInfo[]>;
  connectNetwork(network: string, containerId: string, endpoint: EndpointSettings): Promise<void>;
}
