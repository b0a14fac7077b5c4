import type { ContainerInspect } from '../../docker/engine-types.ts';
import { initialisationInLog } from '../state/initialisation.ts';
import { storageOf } from '../storage/storage-verdict.ts';
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
  const isUnderWay = async () => (await initialisationInLog(docker, inspect)) === 'under-way';
  if (!inspect.State.Running || !(await isUnderWay())) return stop();
  const place = await clusterPlace({ engine }, inspect);
  await halfInitialised.mark(place);
  await stop();
  if (!(await isUnderWay())) await halfInitialised.unmark(place);
}

/** Takes the mark back when this start made the whole cluster: somebody had emptied its place. */
export async function forgetHalfInitialised(
  { engine, halfInitialised }: PlanDeps,
  containerId: string,
): Promise<void> {
  const docker = engine.client();
  const inspect = await docker.inspectContainer(containerId);
  const place = await clusterPlace({ engine }, inspect);
  if (!halfInitialised.isMarked(place)) return;
  if ((await initialisationInLog(docker, inspect)) === 'complete') await halfInitialised.unmark(place);
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
