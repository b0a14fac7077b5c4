import type { InstanceStorage } from '../../../shared/contract/instances.ts';
import type { ContainerInspect, ImageInspect } from '../../docker/engine-types.ts';
import { storageOf } from '../storage/storage-verdict.ts';
import { type ActionSubject, actionSubject } from './action-availability.ts';
import { existingImage } from './find-existing.ts';
import type { PlanDeps } from './instance-operation-deps.ts';
import { nameOf } from './replace-container-steps.ts';

/** An instance as its operations look at it. */
export interface InstanceSubject {
  name: string;
  inspect: ContainerInspect;
  image: ImageInspect | null;
  storage: InstanceStorage;
  action: ActionSubject;
}

/** @throws AppFailure `not-found`, `engine-unreachable` */
export async function readInstanceSubject(
  { engine }: Pick<PlanDeps, 'engine'>,
  idOrName: string,
): Promise<InstanceSubject> {
  const docker = engine.client();
  const [inspect, volumes, containers] = await Promise.all([
    docker.inspectContainer(idOrName),
    docker.listVolumes(),
    docker.listContainers(),
  ]);
  const image = await existingImage(docker, inspect.Image);
  const storage = storageOf(inspect, image);
  return {
    ...{ name: nameOf(inspect), inspect, image, storage },
    action: actionSubject(inspect, storage, volumes, containers),
  };
}
