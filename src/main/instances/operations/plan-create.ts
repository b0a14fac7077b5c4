import * as z from 'zod';
import type { OperationStep } from '../../../shared/contract/operations.ts';
import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import { createContainerCommand } from '../../commands/container-words.ts';
import { dockerCommands } from '../../commands/docker-commands.ts';
import type { ImageInspect } from '../../docker/engine-types.ts';
import { pullImage } from '../../images/pull-image.ts';
import { readImageConfig } from '../../images/read-image-config.ts';
import type { OperationPlan, Step } from '../../operations/operation-plan.ts';
import { type BodyFacts, containerPort, createBody, instanceLabels } from './create-body.ts';
import { existingImage } from './find-existing.ts';
import { initScriptArchive, initScriptFolder } from './init-script-archive.ts';
import type { PlanDeps } from './instance-operation-deps.ts';
import { likelyMountPath } from './likely-mount-path.ts';
import {
  createOwnContainer,
  createOwnVolume,
  ownContainer,
  removeOwnContainer,
  removeOwnVolume,
} from './own-things.ts';
import { waitForFirstStart } from './wait-for-first-start.ts';

const factsSchema = z.object({
  name: z.string(),
  /** The volume to make; null: the data lies elsewhere, and none of it is ever removed. */
  volume: z.string().nullable(),
  /** Unnamed volumes of the container are of this operation's making too. */
  ownsUnnamedVolumes: z.boolean(),
  scripts: z.array(z.string()),
  pulls: z.boolean(),
  containerId: z.string().nullable(),
  scriptsCopied: z.boolean(),
});
type CreateFacts = z.infer<typeof factsSchema>;

type Commands = Record<OperationStep['name'], string>;

/** A new instance. `image`: null when it has to be pulled first. */
export function planCreate(
  deps: PlanDeps,
  operationId: string,
  spec: InstanceSpec,
  image: ImageInspect | null,
): OperationPlan {
  const facts: CreateFacts = {
    name: spec.name,
    volume: spec.storage.kind === 'named-volume' ? spec.storage.name : null,
    ownsUnnamedVolumes: spec.storage.kind !== 'existing-volume',
    scripts: spec.initScripts.map(({ name }) => name),
    pulls: image === null,
    containerId: null,
    scriptsCopied: spec.initScripts.length === 0,
  };
  const apiVersion = deps.engine.info()?.apiVersion ?? null;
  return createPlan(deps, operationId, facts, spec, createCommands(spec, image, apiVersion, operationId));
}

/**
 * The plan of a later process: the specification with its password and scripts is gone, so it can only be finished from
 * the container as it is.
 */
export function restoreCreate(deps: PlanDeps, operationId: string, facts: object): OperationPlan {
  return createPlan(deps, operationId, factsSchema.parse(facts), null, {});
}

/** The commands that make the instance of a specification, by step. */
export function createCommands(
  spec: InstanceSpec,
  image: ImageInspect | null,
  apiVersion: string | null,
  operationId: string | null,
): Partial<Commands> {
  const { name, storage } = spec;
  const bodyFacts = bodyFactsOf(spec, image, apiVersion);
  const body = createBody(spec, bodyFacts, operationId);
  const { mountPath } = bodyFacts;
  const volumeLabels = instanceLabels(name, operationId);
  return {
    'pull-image': dockerCommands.pull(spec.image),
    ...(storage.kind === 'named-volume' && {
      'create-volume': dockerCommands.createVolume(storage.name, volumeLabels),
    }),
    'create-container': createContainerCommand(name, body, image?.Config ?? { Volumes: { [mountPath]: {} } }),
    'copy-init-scripts': spec.initScripts
      .map((script) => dockerCommands.copyIn(script.name, name, `${initScriptFolder}/${script.name}`))
      .join('\n'),
    'start-container': dockerCommands.start(name),
    'wait-until-ready': dockerCommands.waitUntilReady(name, spec.user, containerPort(spec)),
  };
}

function bodyFactsOf(
  { image: reference }: InstanceSpec,
  image: ImageInspect | null,
  apiVersion: string | null,
): BodyFacts {
  return {
    mountPath: image === null ? likelyMountPath(reference) : readImageConfig(image, reference).mountPath,
    cmd: image?.Config.Cmd ?? ['postgres'],
    apiVersion,
  };
}

function createPlan(
  deps: PlanDeps,
  operationId: string,
  facts: CreateFacts,
  spec: InstanceSpec | null,
  commands: Partial<Commands>,
): OperationPlan {
  const make = { deps, operationId, facts, spec };
  const steps = [
    ...(facts.pulls ? [pullStep(make)] : []),
    ...(facts.volume === null ? [] : [volumeStep(make, facts.volume)]),
    containerStep(make),
    ...(facts.scripts.length > 0 ? [scriptsStep(make)] : []),
    startStep(make),
    readyStep(make),
  ];
  return {
    facts,
    steps: steps.map((step) => ({ ...step, command: commands[step.name] ?? null })),
    cancellable: true,
    guardsWhenInterrupted: true,
    async assess() {
      const own = await ownContainer(deps.engine.client(), facts.name, operationId);
      return { canFinish: own !== null && facts.scriptsCopied, canRollBack: true };
    },
    result: () => ({
      containerId: facts.containerId,
      restorePointId: null,
      rowsBefore: null,
      rowsAfter: null,
    }),
  };
}

interface Making {
  deps: PlanDeps;
  operationId: string;
  facts: CreateFacts;
  spec: InstanceSpec | null;
}

type BareStep = Omit<Step, 'command'>;

function specOf({ spec }: Making): InstanceSpec {
  if (spec === null) throw new Error('the specification of an interrupted create is not kept');
  return spec;
}

function pullStep(make: Making): BareStep {
  return {
    name: 'pull-image',
    async run({ signal, progress }) {
      const { image } = specOf(make);
      if ((await existingImage(make.deps.engine.client(), image)) !== null) return 'skipped';
      await pullImage(make.deps.engine.client(), image, { signal, onProgress: progress });
      return 'done';
    },
  };
}

function volumeStep({ deps, operationId, facts }: Making, volume: string): BareStep {
  return {
    name: 'create-volume',
    async run() {
      await createOwnVolume(deps.engine.client(), volume, instanceLabels(facts.name, operationId));
      return 'done';
    },
    undo: () => removeOwnVolume(deps.engine.client(), volume, operationId),
  };
}

function containerStep(make: Making): BareStep {
  const { deps, operationId, facts } = make;
  return {
    name: 'create-container',
    async run() {
      const docker = deps.engine.client();
      facts.containerId = await createOwnContainer(docker, facts.name, operationId, async () => {
        const spec = specOf(make);
        const apiVersion = deps.engine.info()?.apiVersion ?? null;
        const bodyFacts = bodyFactsOf(spec, await docker.inspectImage(spec.image), apiVersion);
        return { body: createBody(spec, bodyFacts, operationId) };
      });
      return 'done';
    },
    undo: () =>
      removeOwnContainer(deps.engine.client(), facts.name, operationId, {
        volumes: facts.ownsUnnamedVolumes,
      }),
  };
}

function scriptsStep(make: Making): BareStep {
  const { deps, facts } = make;
  return {
    name: 'copy-init-scripts',
    async run({ save }) {
      if (facts.scriptsCopied) return 'done';
      const archive = await initScriptArchive(specOf(make).initScripts);
      await deps.engine.client().putArchive(facts.name, '/', archive);
      facts.scriptsCopied = true;
      await save();
      return 'done';
    },
  };
}

function startStep({ deps, operationId, facts }: Making): BareStep {
  return {
    name: 'start-container',
    async run() {
      const own = await ownContainer(deps.engine.client(), facts.name, operationId);
      facts.containerId = own?.Id ?? facts.containerId;
      await deps.engine.client().startContainer(facts.containerId ?? facts.name);
      return 'done';
    },
  };
}

function readyStep({ deps, facts }: Making): BareStep {
  return {
    name: 'wait-until-ready',
    async run({ signal }) {
      await waitForFirstStart(deps, facts.containerId ?? facts.name, signal);
      return 'done';
    },
  };
}
