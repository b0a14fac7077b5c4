import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import { defaultImage } from '../../images/default-image.ts';
import type { ImageConfigCache } from '../../images/image-config-cache.ts';
import { listPostgresImages } from '../../images/image-list.ts';
import type { EngineHandle } from '../engine-handle.ts';
import type { InstanceDirectory } from '../instance-directory.ts';
import { nextFreePort } from '../ports/free-port.ts';
import { isPortTaken } from '../ports/port-issues.ts';
import { freeInstanceName, volumeNameFor } from './free-instance-name.ts';
import { generatePassword } from './generate-password.ts';

const usualPort = 5432;

/**
 * What the form starts with: a free name and volume, the newest image here, a fresh password, the first free port.
 * @throws AppFailure `engine-unreachable`
 */
export async function specDefaults(deps: {
  engine: EngineHandle;
  images: ImageConfigCache;
  directory: Pick<InstanceDirectory, 'list'>;
}): Promise<InstanceSpec> {
  const docker = deps.engine.client();
  const [containers, volumes, images, instances] = await Promise.all([
    docker.listContainers(),
    docker.listVolumes(),
    listPostgresImages(docker, deps.images),
    deps.directory.list(),
  ]);
  const name = freeInstanceName([
    ...containers.flatMap(({ names }) => names),
    ...volumes.map(({ Name }) => Name),
  ]);
  // A stopped instance wants its port back one day.
  const promised = new Set(instances.flatMap(({ addresses }) => addresses.map(({ hostPort }) => hostPort)));
  const around = { containers, engine: deps.engine.info() };
  return {
    name,
    image: defaultImage(images),
    user: 'postgres',
    password: generatePassword(),
    database: 'postgres',
    hostPort: await nextFreePort(
      usualPort,
      async (port) => promised.has(port) || isPortTaken(around, port, '127.0.0.1'),
    ),
    hostAddress: '127.0.0.1',
    storage: { kind: 'named-volume', name: volumeNameFor(name) },
    initScripts: [],
    restartPolicy: 'no',
    healthCheck: true,
    network: null,
    parameters: [],
  };
}
