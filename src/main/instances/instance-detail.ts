import type { InstanceDetail } from '../../shared/contract/instances.ts';
import type { ContainerInspect } from '../docker/engine-types.ts';
import { requestedAliases } from '../docker/requested-aliases.ts';
import type { ImageConfigCache } from '../images/image-config-cache.ts';
import { listInitScripts } from './container-files/list-init-scripts.ts';
import type { EngineHandle } from './engine-handle.ts';
import type { InstanceDirectory } from './instance-directory.ts';
import { maskSecrets } from './mask-secrets.ts';
import { runCommand } from './run-command.ts';

export interface InstanceDetailDeps {
  engine: EngineHandle;
  directory: Pick<InstanceDirectory, 'find'>;
  images: ImageConfigCache;
}

/**
 * One instance with what its page shows beyond the list.
 * @throws AppFailure `not-found`, `engine-unreachable`
 */
export async function instanceDetail(
  { engine, directory, images }: InstanceDetailDeps,
  idOrName: string,
): Promise<InstanceDetail> {
  const docker = engine.client();
  const { instance, inspect } = await directory.find(idOrName);
  const [image, initScripts] = await Promise.all([
    images.get(docker, inspect.Image),
    listInitScripts(docker, inspect),
  ]);
  return {
    instance,
    runCommand: runCommand(inspect, image),
    networks: networksOf(inspect),
    restartPolicy: restartPolicyOf(inspect),
    healthCheck: healthCheckOf(inspect),
    initScripts,
  };
}

function networksOf({ Id, NetworkSettings }: ContainerInspect): InstanceDetail['networks'] {
  return Object.entries(NetworkSettings.Networks ?? {}).map(([name, endpoint]) => ({
    name,
    address: endpoint.IPAddress || endpoint.GlobalIPv6Address || null,
    aliases: requestedAliases(endpoint, Id),
  }));
}

/** As `docker run --restart` takes it. */
function restartPolicyOf({ HostConfig }: ContainerInspect): string {
  const { Name = '', MaximumRetryCount = 0 } = HostConfig.RestartPolicy ?? {};
  return Name === 'on-failure' && MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name || 'no';
}

/** The command without its secrets. */
function healthCheckOf(inspect: ContainerInspect): string | null {
  const { Config } = maskSecrets(inspect) as ContainerInspect;
  const [kind, ...words] = Config.Healthcheck?.Test ?? [];
  return kind === undefined || kind === 'NONE' ? null : words.join(' ');
}
