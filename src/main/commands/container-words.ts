import type {
  ContainerConfig,
  ContainerCreateBody,
  HealthConfig,
  PortBinding,
} from '../docker/engine-types.ts';
import { environmentWords } from './environment-words.ts';
import { hostWords } from './host-words.ts';
import { mountWords } from './mount-words.ts';
import { networkWords } from './network-words.ts';
import { quoteWord, type ShellWord, shellCommand } from './shell-words.ts';

/** What the image says already, so that the command need not repeat it. */
export type ImageDefaults = Partial<ContainerConfig>;

/**
 * Options, image and arguments of `docker create` or `docker run` that make the container of `body`. What cannot be
 * said on that command line (device requests, block device limits) is left out.
 */
export function containerWords(
  name: string,
  body: ContainerCreateBody,
  image: ImageDefaults,
  { reveal = false }: { reveal?: boolean } = {},
): ShellWord[] {
  const imageEnv = new Set(image.Env ?? []);
  const env = (body.Env ?? []).filter((entry) => !imageEnv.has(entry));
  const entrypoint = listOf(body.Entrypoint);
  const ownEntrypoint = body.Entrypoint != null && !same(entrypoint, listOf(image.Entrypoint));
  const ownCmd = ownEntrypoint || !same(body.Cmd ?? [], image.Cmd ?? []);
  return [
    ...['--name', name],
    ...environmentWords(env, reveal),
    ...portWords(body.HostConfig?.PortBindings ?? {}),
    ...exposeWords(body, image),
    ...mountWords(body, image.Volumes ?? {}),
    ...networkWords(body),
    ...hostWords(body.HostConfig ?? {}),
    ...configWords(body, image),
    ...labelWords(body.Labels ?? {}, image.Labels ?? {}),
    ...(ownEntrypoint ? ['--entrypoint', entrypoint[0] ?? ''] : []),
    body.Image,
    ...(ownEntrypoint ? entrypoint.slice(1) : []),
    ...(ownCmd ? (body.Cmd ?? []) : []),
  ];
}

/** `docker create …`, as {@link containerWords} says. */
export function createContainerCommand(...args: Parameters<typeof containerWords>): string {
  return shellCommand(['docker', 'create', ...containerWords(...args)]);
}

function portWords(bindings: Record<string, PortBinding[] | null>): string[] {
  return Object.entries(bindings).flatMap(([port, hosts]) =>
    (hosts ?? []).flatMap(({ HostIp = '', HostPort = '' }) => ['-p', published(HostIp, HostPort, port)]),
  );
}

function published(hostIp: string, hostPort: string, containerPort: string): string {
  const port = containerPort.replace(/\/tcp$/, '');
  if (hostIp === '') return hostPort === '' ? port : `${hostPort}:${port}`;
  const address = hostIp.includes(':') ? `[${hostIp}]` : hostIp;
  return `${address}:${hostPort}:${port}`;
}

function exposeWords(body: ContainerCreateBody, image: ImageDefaults): string[] {
  const known = { ...image.ExposedPorts, ...body.HostConfig?.PortBindings };
  return Object.keys(body.ExposedPorts ?? {})
    .filter((port) => !(port in known))
    .flatMap((port) => ['--expose', port]);
}

function configWords(body: ContainerCreateBody, image: ImageDefaults): string[] {
  const own = <K extends keyof ContainerConfig>(field: K, flag: string): string[] => {
    const value = body[field];
    const isDefault = value === undefined || value === null || value === '' || value === image[field];
    return isDefault ? [] : [flag, String(value)];
  };
  return [
    ...own('Hostname', '--hostname'),
    ...own('Domainname', '--domainname'),
    ...own('MacAddress', '--mac-address'),
    ...own('User', '--user'),
    ...own('WorkingDir', '--workdir'),
    ...own('StopSignal', '--stop-signal'),
    ...own('StopTimeout', '--stop-timeout'),
    ...(body.Tty === true ? ['-t'] : []),
    ...(body.OpenStdin === true ? ['-i'] : []),
    ...healthWords(body.Healthcheck ?? null, image.Healthcheck ?? null),
  ];
}

function healthWords(health: HealthConfig | null, ofImage: HealthConfig | null): string[] {
  if (health === null || JSON.stringify(health) === JSON.stringify(ofImage)) return [];
  const [kind, ...rest] = health.Test ?? [];
  if (kind === 'NONE') return ['--no-healthcheck'];
  const test = kind === 'CMD' ? rest.map(quoteWord).join(' ') : rest.join(' ');
  const every = (flag: string, nanoseconds: number | undefined) =>
    nanoseconds ? [flag, duration(nanoseconds)] : [];
  return [
    ...(kind === undefined ? [] : ['--health-cmd', test]),
    ...every('--health-interval', health.Interval),
    ...every('--health-timeout', health.Timeout),
    ...every('--health-start-period', health.StartPeriod),
    ...every('--health-start-interval', health.StartInterval),
    ...(health.Retries ? ['--health-retries', `${health.Retries}`] : []),
  ];
}

function duration(nanoseconds: number): string {
  return nanoseconds % 1e9 === 0 ? `${nanoseconds / 1e9}s` : `${nanoseconds / 1e6}ms`;
}

function labelWords(labels: Record<string, string>, ofImage: Record<string, string>): string[] {
  return Object.entries(labels)
    .filter(([name, value]) => ofImage[name] !== value)
    .flatMap(([name, value]) => ['--label', `${name}=${value}`]);
}

function listOf(value: string[] | string | null | undefined): string[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}
