import type { ContainerInspect, RestartPolicy } from '../../docker/engine-types.ts';
import { existingImage } from './find-existing.ts';
import { initScriptFolder } from './init-script-archive.ts';
import { createOwnContainer, ownContainer, removeOwnContainer } from './own-things.ts';
import { type Recreation, recreateBody } from './recreate-body.ts';
import {
  type BareStep,
  dockerOf,
  oldContainer,
  type ReplaceContext,
  requireOldContainer,
  stopAndWait,
} from './replace-context.ts';

/** A restarted engine leaves a container with this policy alone. */
export const noRestart: RestartPolicy = { Name: 'no', MaximumRetryCount: 0 };

export function stopStep(context: ReplaceContext): BareStep {
  const { facts } = context;
  return {
    name: 'stop-container',
    async run({ save }) {
      const old = await requireOldContainer(context);
      if (!old.State.Running && !old.State.Restarting) return 'skipped';
      facts.stopAskedAtMs = Date.now();
      await save();
      await stopAndWait(context, facts.oldId);
      return 'done';
    },
    async undo() {
      const old = await oldContainer(context);
      if (old === null || !facts.wasRunning) return;
      const graceMs = (facts.stopTimeoutSeconds + 5) * 1000;
      const mayBeStopping = facts.stopAskedAtMs !== null && Date.now() - facts.stopAskedAtMs < graceMs;
      if (old.State.Running && mayBeStopping) await stopAndWait(context, facts.oldId);
      await dockerOf(context).startContainer(facts.oldId);
    },
  };
}

export function renameStep(context: ReplaceContext): BareStep {
  const { facts } = context;
  const rename = async (from: string, to: string) => {
    const old = await requireOldContainer(context);
    if (nameOf(old) === from) await dockerOf(context).renameContainer(facts.oldId, to);
  };
  return {
    name: 'rename-container',
    async run() {
      await rename(facts.name, facts.aside);
      return 'done';
    },
    undo: () => rename(facts.aside, facts.name),
  };
}

export function createStep(context: ReplaceContext): BareStep {
  const { facts, operationId } = context;
  return {
    name: 'create-container',
    async run() {
      const docker = dockerOf(context);
      const recreation = await recreationOf(context, await requireOldContainer(context));
      const { body, platform, otherNetworks } = recreation;
      facts.newId = await createOwnContainer(docker, facts.name, operationId, async () => ({
        body,
        platform,
      }));
      const joined = (await docker.inspectContainer(facts.newId)).NetworkSettings.Networks ?? {};
      for (const { name, endpoint } of otherNetworks) {
        if (!(name in joined)) await docker.connectNetwork(name, facts.newId, endpoint);
      }
      return 'done';
    },
    async undo({ recovering, save }) {
      const docker = dockerOf(context);
      const own = await ownContainer(docker, facts.name, operationId);
      if (own === null) return;
      facts.freshServed ||= recovering && wasStarted(own);
      await save();
      // Unnamed volumes of the old container hang on this one too, by name: they must outlive it.
      await removeOwnContainer(docker, facts.name, operationId, { volumes: false });
    },
  };
}

/** How the old container is made again by this operation. */
export async function recreationOf(
  { deps, facts, operationId }: ReplaceContext,
  old: ContainerInspect,
): Promise<Recreation> {
  const tagged = await existingImage(deps.engine.client(), old.Config.Image);
  const image = tagged?.Id === old.Image ? old.Config.Image : old.Image;
  return recreateBody(old, { image, operationId, swap: facts.swap ?? undefined });
}

/** Carries the scripts of the container's own layer over; those of a mount come by themselves. */
export function carryScriptsStep(context: ReplaceContext): BareStep {
  const { facts } = context;
  return {
    name: 'copy-init-scripts',
    async run({ signal }) {
      const docker = dockerOf(context);
      const archive = await docker.getArchive(facts.oldId, initScriptFolder, signal);
      await docker.putArchive(facts.newId ?? facts.name, '/', archive);
      return 'done';
    },
  };
}

export function startStep(context: ReplaceContext): BareStep {
  const { facts } = context;
  return {
    name: 'start-container',
    async run() {
      // Never two servers on one data directory, even if somebody started the old one meanwhile.
      const old = await oldContainer(context);
      if (old?.State.Running) await stopAndWait(context, facts.oldId);
      if (old !== null) await dockerOf(context).updateRestartPolicy(facts.oldId, noRestart);
      await dockerOf(context).startContainer(facts.newId ?? facts.name);
      return 'done';
    },
    async undo() {
      const old = await oldContainer(context);
      if (old !== null) await dockerOf(context).updateRestartPolicy(facts.oldId, facts.restartPolicy);
    },
  };
}

export function removeOldStep(context: ReplaceContext): BareStep {
  return {
    name: 'remove-old-container',
    final: true,
    async run() {
      await dockerOf(context).removeContainer(context.facts.oldId, { volumes: false });
      return 'done';
    },
  };
}

export function nameOf(inspect: ContainerInspect): string {
  return inspect.Name.replace(/^\//, '');
}

function wasStarted(inspect: ContainerInspect): boolean {
  return !inspect.State.StartedAt.startsWith('0001-');
}
