import type { ContainerInspect } from '../../docker/engine-types.ts';
import { logShowsInitialisation } from '../initialisation.ts';
import { storageOf } from '../storage-verdict.ts';
import { existingVolume } from './find-existing.ts';
import type { ClusterPlace } from './half-initialised-store.ts';
import type { PlanDeps } from './instance-operation-deps.ts';

/**
 * Runs something that stops a container, and remembers its cluster as half-made when that cut its initialisation short.
 * The mark is set before (this process may be killed meanwhile) and taken back when the initialisation made it.
 */
export async function guardInitialisation(
  { engine, halfInitialised }: PlanDeps,
  inspect: ContainerInspect,
  stop: () => Promise<void>,
): Promise<void> {
  const docker = engine.client();
  const isUnderWay = inspect.State.Running && (await logShowsInitialisation(docker, inspect));
  if (!isUnderWay) return stop();
  const place = await clusterPlace({ engine }, inspect);
  await halfInitialised.mark(place);
  await stop();
  if (!(await logShowsInitialisation(docker, inspect))) await halfInitialised.unmark(place);
}

async function clusterPlace(
  { engine }: Pick<PlanDeps, 'engine'>,
  inspect: ContainerInspect,
): Promise<ClusterPlace> {
  const storage = storageOf(inspect, null);
  const isVolume = storage.kind === 'named-volume' || storage.kind === 'anonymous-volume';
  const volume = isVolume ? await existingVolume(engine.client(), storage.source ?? '') : null;
  return { storage, containerId: inspect.Id, volume };
}
