import { containerWords } from '../commands/container-words.ts';
import { dockerCommands } from '../commands/docker-commands.ts';
import { endpointWords } from '../commands/network-words.ts';
import { shellCommand } from '../commands/shell-words.ts';
import type { ContainerInspect, ImageInspect } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';
import { maskSecrets } from './mask-secrets.ts';
import { recreateBody } from './operations/recreate-body.ts';

/**
 * A container as one `docker run`, the password as "$PGPASSWORD"; further networks are joined by a line each. Unlike a
 * recreation it makes anonymous volumes anew and does not claim to be made by an operation.
 */
export function runCommand(container: ContainerInspect, image: ImageInspect | null): string {
  const inspect = withoutHiddenSecrets(container);
  const { body, otherNetworks } = recreateBody(inspect, { image: inspect.Config.Image, operationId: '' });
  const { [labels.operation]: _, ...ownLabels } = inspect.Config.Labels ?? {};
  const { Binds = null, Mounts = null } = inspect.HostConfig;
  const name = inspect.Name.replace(/^\//, '');
  const words = containerWords(
    name,
    { ...body, Labels: ownLabels, HostConfig: { ...body.HostConfig, Binds, Mounts } },
    image?.Config ?? {},
  );
  const joins = otherNetworks.map((network) =>
    dockerCommands.connectNetwork(network.name, name, endpointWords(network.endpoint, 'connect')),
  );
  return [shellCommand(['docker', 'run', '-d', ...words]), ...joins].join('\n');
}

/** Secrets outside the environment (a health check, a label) are masked; those in it the command leaves out itself. */
function withoutHiddenSecrets(inspect: ContainerInspect): ContainerInspect {
  const masked = maskSecrets(inspect) as ContainerInspect;
  return { ...masked, Config: { ...masked.Config, Env: inspect.Config.Env ?? null } };
}
