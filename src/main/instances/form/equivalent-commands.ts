import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import type { ImageInspect } from '../../docker/engine-types.ts';
import { createCommands } from '../operations/plan-create.ts';

/**
 * What a person would type for a specification, a command per line. Without init scripts one `docker run` does what
 * Howdah does in two steps; with them the container has to be there before its first start. `image` null: not here yet.
 */
export function equivalentCommands(
  spec: InstanceSpec,
  image: ImageInspect | null,
  apiVersion: string | null,
): string {
  const commands = createCommands(spec, image, apiVersion, null);
  const create = commands['create-container'] ?? '';
  const scripts = commands['copy-init-scripts'] ?? '';
  return [
    image === null ? commands['pull-image'] : undefined,
    commands['create-volume'],
    ...(scripts === ''
      ? [create.replace(/^docker create /, 'docker run -d ')]
      : [create, scripts, commands['start-container']]),
    commands['wait-until-ready'],
  ]
    .filter((command) => command !== undefined)
    .join('\n');
}
