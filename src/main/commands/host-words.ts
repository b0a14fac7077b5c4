import type { HostConfig } from '../docker/engine-types.ts';

type Words = (value: unknown) => string[];

const each =
  (flag: string): Words =>
  (value) =>
    Array.isArray(value) ? value.flatMap((item) => [flag, String(item)]) : [];
const text =
  (flag: string, ...defaults: unknown[]): Words =>
  (value) =>
    value === undefined || value === null || value === '' || value === 0 || defaults.includes(value)
      ? []
      : [flag, String(value)];
const yes =
  (flag: string): Words =>
  (value) =>
    value === true ? [flag] : [];
const pairs =
  (flag: string): Words =>
  (value) =>
    entriesOf(value).flatMap(([name, item]) => [flag, `${name}=${String(item)}`]);

/** Limits, rights and everything else of a HostConfig that is one option of `docker run`, by field. */
const optionOf: Record<string, Words> = {
  AutoRemove: yes('--rm'),
  Privileged: yes('--privileged'),
  ReadonlyRootfs: yes('--read-only'),
  PublishAllPorts: yes('-P'),
  Init: yes('--init'),
  OomKillDisable: yes('--oom-kill-disable'),
  CapAdd: each('--cap-add'),
  CapDrop: each('--cap-drop'),
  Dns: each('--dns'),
  DnsOptions: each('--dns-option'),
  DnsSearch: each('--dns-search'),
  ExtraHosts: each('--add-host'),
  GroupAdd: each('--group-add'),
  Links: each('--link'),
  SecurityOpt: each('--security-opt'),
  DeviceCgroupRules: each('--device-cgroup-rule'),
  Sysctls: pairs('--sysctl'),
  StorageOpt: pairs('--storage-opt'),
  IpcMode: text('--ipc', 'private', 'shareable'),
  PidMode: text('--pid'),
  UTSMode: text('--uts'),
  UsernsMode: text('--userns'),
  CgroupParent: text('--cgroup-parent'),
  CgroupnsMode: text('--cgroupns', 'host', 'private'),
  Runtime: text('--runtime', 'runc'),
  ShmSize: text('--shm-size', 67_108_864),
  Memory: text('--memory'),
  MemoryReservation: text('--memory-reservation'),
  MemorySwappiness: text('--memory-swappiness', -1),
  CpuShares: text('--cpu-shares'),
  CpuPeriod: text('--cpu-period'),
  CpuQuota: text('--cpu-quota'),
  CpusetCpus: text('--cpuset-cpus'),
  CpusetMems: text('--cpuset-mems'),
  BlkioWeight: text('--blkio-weight'),
  OomScoreAdj: text('--oom-score-adj'),
  PidsLimit: text('--pids-limit'),
  NanoCpus: (value) => (typeof value === 'number' && value > 0 ? ['--cpus', String(value / 1e9)] : []),
  RestartPolicy: restartWords,
  Ulimits: (value) => objectsOf(value).flatMap((limit) => ['--ulimit', ulimit(limit)]),
  Devices: (value) => objectsOf(value).flatMap((device) => ['--device', deviceOption(device)]),
  LogConfig: logWords,
};

/** Options of `docker run` for what a HostConfig sets beyond the engine's defaults; mounts, ports and networks aside. */
export function hostWords(host: HostConfig): string[] {
  const words = Object.entries(optionOf).flatMap(([field, option]) => option(host[field]));
  const { Memory: memory, MemorySwap: swap } = host;
  const swapIsOwn = typeof swap === 'number' && swap !== 0 && swap !== Number(memory ?? 0) * 2;
  return swapIsOwn ? [...words, '--memory-swap', String(swap)] : words;
}

function restartWords(value: unknown): string[] {
  const policy = fieldsOf(value);
  const name = String(policy.Name ?? '');
  if (name === '' || name === 'no') return [];
  const count = Number(policy.MaximumRetryCount ?? 0);
  return ['--restart', count > 0 ? `${name}:${count}` : name];
}

function logWords(value: unknown): string[] {
  const log = fieldsOf(value);
  const driver = text('--log-driver', 'json-file')(log.Type);
  return [...driver, ...pairs('--log-opt')(log.Config)];
}

function ulimit(limit: Record<string, unknown>): string {
  return `${String(limit.Name)}=${String(limit.Soft)}:${String(limit.Hard)}`;
}

function deviceOption(device: Record<string, unknown>): string {
  const { PathOnHost, PathInContainer, CgroupPermissions } = device;
  return `${String(PathOnHost)}:${String(PathInContainer)}:${String(CgroupPermissions ?? 'rwm')}`;
}

function objectsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(fieldsOf(value));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
