import type { RemovePreview } from '../../../shared/contract/instances.ts';
import { dockerCommands } from '../../commands/docker-commands.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { isAnonymousVolumeName, storageOf } from '../storage/storage-verdict.ts';
import { stopTimeoutSeconds } from './create-body.ts';
import type { PlanDeps } from './instance-operation-deps.ts';
import { nameOf } from './replace-container-steps.ts';

/** What removing a container leaves and what goes with it for good. @throws AppFailure `not-found` */
export async function previewRemove({ engine }: PlanDeps, idOrName: string): Promise<RemovePreview> {
  const inspect = await engine.client().inspectContainer(idOrName);
  const name = nameOf(inspect);
  const stop = dockerCommands.stop(name, inspect.Config.StopTimeout ?? stopTimeoutSeconds);
  return {
    steps: [
      ...(inspect.State.Running ? [{ name: 'stop-container' as const, command: stop }] : []),
      { name: 'remove-container', command: dockerCommands.remove(name) },
    ],
    ...whatStays(inspect),
  };
}

/** Pure. With `--rm` the engine takes the anonymous volumes along. */
function whatStays(inspect: ContainerInspect): Pick<RemovePreview, 'stays' | 'goes'> {
  const removesVolumes = inspect.HostConfig.AutoRemove === true;
  const stays: RemovePreview['stays'] = [];
  const goes: RemovePreview['goes'] = [];
  for (const { Type, Name, Source } of inspect.Mounts) {
    const anonymous = Type === 'volume' && isAnonymousVolumeName(Name ?? '');
    if (Type === 'bind') stays.push({ kind: 'folder', name: Source, anonymous: false });
    if (Type !== 'volume') continue;
    if (anonymous && removesVolumes) goes.push({ kind: 'volume', name: Name ?? Source });
    else stays.push({ kind: 'volume', name: Name ?? Source, anonymous });
  }
  const { kind, dataDirectory, mountPath } = storageOf(inspect, null);
  if (kind === 'memory') goes.push({ kind: 'memory', name: mountPath ?? dataDirectory });
  if (kind === 'container') goes.push({ kind: 'container', name: dataDirectory });
  return { stays, goes };
}
