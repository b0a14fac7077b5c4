import { quote } from 'shell-quote';
import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import type { ContainerCreateBody, HealthConfig, HostConfig } from '../../docker/engine-types.ts';
import { labels } from '../../docker/labels.ts';
import { probeTimes } from './probe-times.ts';

/** Docker's own default of 10 s kills a server that is still writing its data out. */
export const stopTimeoutSeconds = 60;

/** What of its image and of the engine a new instance depends on. */
export interface BodyFacts {
  mountPath: string;
  cmd: readonly string[];
  /** Of the engine; null: not known. */
  apiVersion: string | null;
}

/**
 * The container of a new instance. `operationId` labels it as made by that operation; without one the body is what the
 * form shows. An empty password is no password: the server then trusts every connection, as the image demands.
 */
export function createBody(
  spec: InstanceSpec,
  { mountPath, cmd, apiVersion }: BodyFacts,
  operationId: string | null,
): ContainerCreateBody {
  const port = `${containerPort(spec)}/tcp`;
  const parameters = spec.parameters.flatMap(({ name, value }) => ['-c', `${name}=${value}`]);
  return {
    Image: spec.image,
    Env: environment(spec),
    ExposedPorts: { [port]: {} },
    Labels: instanceLabels(spec.name, operationId),
    StopTimeout: stopTimeoutSeconds,
    ...(parameters.length > 0 && { Cmd: [...cmd, ...parameters] }),
    ...(spec.healthCheck && { Healthcheck: healthCheck(spec, apiVersion) }),
    ...(spec.storage.kind === 'anonymous' && { Volumes: { [mountPath]: {} } }),
    HostConfig: {
      ...storageConfig(spec, mountPath),
      RestartPolicy: { Name: spec.restartPolicy },
      ...(spec.network !== null && { NetworkMode: spec.network }),
      ...(spec.hostPort !== null && {
        PortBindings: { [port]: [{ HostIp: spec.hostAddress, HostPort: String(spec.hostPort) }] },
      }),
    },
  };
}

/** Labels of everything that is made for an instance. */
export function instanceLabels(name: string, operationId: string | null): Record<string, string> {
  return {
    [labels.managed]: 'true',
    [labels.instance]: name,
    ...(operationId !== null && { [labels.operation]: operationId }),
  };
}

/** The port the server will listen on: a parameter may change it. */
export function containerPort(spec: InstanceSpec): number {
  const last = spec.parameters.findLast(({ name }) => name === 'port');
  return Number(last?.value ?? 5432) || 5432;
}

function environment(spec: InstanceSpec): string[] {
  return [
    `POSTGRES_USER=${spec.user}`,
    spec.password === '' ? 'POSTGRES_HOST_AUTH_METHOD=trust' : `POSTGRES_PASSWORD=${spec.password}`,
    `POSTGRES_DB=${spec.database}`,
  ];
}

/**
 * Over TCP, because during initialisation the server listens on its socket only. In a shell, because that is what
 * `docker create --health-cmd` makes: the printed command gives the same container.
 */
function healthCheck(spec: InstanceSpec, apiVersion: string | null): HealthConfig {
  const port = containerPort(spec);
  const words = ['pg_isready', '-h', '127.0.0.1', ...(port === 5432 ? [] : ['-p', String(port)])];
  return {
    Test: ['CMD-SHELL', quote([...words, '-U', spec.user, '-d', spec.database])],
    ...probeTimes(apiVersion),
  };
}

function storageConfig({ storage }: InstanceSpec, mountPath: string): HostConfig {
  switch (storage.kind) {
    case 'named-volume':
    case 'existing-volume':
      return { Binds: [`${storage.name}:${mountPath}`] };
    case 'folder':
      // A colon would end the source of a bind.
      return storage.path.includes(':')
        ? { Mounts: [{ Type: 'bind', Source: storage.path, Target: mountPath }] }
        : { Binds: [`${storage.path}:${mountPath}`] };
    case 'memory':
      return { Tmpfs: { [mountPath]: '' } };
    case 'anonymous':
      return {};
  }
}
