import type { SpecCheck, StorageVerdict } from '../../../shared/contract/instances.ts';
import type { VolumeContent } from '../../../shared/contract/volumes.ts';
import type { FieldIssue } from '../../../shared/field-issue.ts';
import type { InstanceSpec, StorageSpec } from '../../../shared/instance-spec.ts';
import { specIssues } from '../../../shared/spec-rules.ts';
import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerSummary, ImageInspect } from '../../docker/engine-types.ts';
import { readImageConfig } from '../../images/read-image-config.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { EngineHandle } from '../engine-handle.ts';
import { likelyMountPath } from '../operations/likely-mount-path.ts';
import { portIssues } from '../ports/port-issues.ts';
import { equivalentCommands } from './equivalent-commands.ts';
import { storageIssues } from './storage-issues.ts';

export interface CheckSpecDeps {
  engine: EngineHandle;
  /** What a volume holds, read through a container that uses it. */
  contentOf(volume: string): Promise<VolumeContent>;
}

/**
 * Everything wrong with a specification, or worth knowing: the rules the form knows too, and what only this engine and
 * this machine can tell.
 * @throws AppFailure `engine-unreachable`
 */
export async function specIssuesHere(deps: CheckSpecDeps, spec: InstanceSpec): Promise<FieldIssue[]> {
  const docker = deps.engine.client();
  return issuesAgainst(deps, spec, await imageOf(docker, spec.image));
}

/**
 * The same with the equivalent commands and what the chosen storage means, as the form shows them.
 * @throws AppFailure `engine-unreachable`
 */
export async function checkSpec(deps: CheckSpecDeps, spec: InstanceSpec): Promise<SpecCheck> {
  const image = await imageOf(deps.engine.client(), spec.image);
  return {
    issues: await issuesAgainst(deps, spec, image),
    command: equivalentCommands(spec, image, deps.engine.info()?.apiVersion ?? null),
    storage: {
      verdict: verdictOf(spec.storage),
      mountPath: image === null ? likelyMountPath(spec.image) : readImageConfig(image, spec.image).mountPath,
    },
  };
}

async function issuesAgainst(
  { engine, contentOf }: CheckSpecDeps,
  spec: InstanceSpec,
  image: ImageInspect | null,
): Promise<FieldIssue[]> {
  const plain = specIssues(spec);
  const wrong = new Set(plain.filter(({ severity }) => severity === 'error').map(({ field }) => field));
  const docker = engine.client();
  const [containers, volumes, networks] = await Promise.all([
    docker.listContainers(),
    docker.listVolumes(),
    docker.listNetworks(),
  ]);
  const around = { engine: engine.info(), containers, volumes, contentOf, imageMajor: majorOf(spec, image) };
  const { hostPort, network } = spec;
  const here = await Promise.all([
    nameIssues(spec.name, containers),
    image === null ? [found('image', 'warning', 'image-not-here', { image: spec.image })] : [],
    hostPort === null || wrong.has('hostPort') ? [] : portIssues(around, hostPort, spec.hostAddress),
    wrong.has('storage') ? [] : storageIssues(around, spec),
    network === null || networks.some(({ Name }) => Name === network)
      ? []
      : [found('network', 'error', 'network-missing', { name: network })],
  ]);
  // What the rules found wrong with a field comes alone: an image of no name is not "not here".
  return [...plain, ...here.flat().filter(({ field }) => !wrong.has(field))];
}

function nameIssues(name: string, containers: readonly ContainerSummary[]): FieldIssue[] {
  return containers.some(({ names }) => names.includes(name))
    ? [found('name', 'error', 'name-taken', { name, kind: 'container' })]
    : [];
}

async function imageOf(docker: DockerClient, reference: string): Promise<ImageInspect | null> {
  if (reference === '') return null;
  try {
    return await docker.inspectImage(reference);
  } catch (error) {
    const code = error instanceof AppFailure ? error.appError.code : null;
    // The engine refuses what is no reference at all; the rules say so already.
    if (code === 'image-missing' || code === 'engine-refused') return null;
    throw error;
  }
}

function majorOf(spec: InstanceSpec, image: ImageInspect | null): number | null {
  return image === null ? null : readImageConfig(image, spec.image).major;
}

function verdictOf(storage: StorageSpec): StorageVerdict {
  switch (storage.kind) {
    case 'named-volume':
    case 'existing-volume':
    case 'folder':
      return 'kept';
    case 'anonymous':
      return 'orphaned-on-removal';
    case 'memory':
      return 'memory-only';
  }
}

function found(
  field: FieldIssue['field'],
  severity: FieldIssue['severity'],
  problem: FieldIssue['problem'],
  values: FieldIssue['values'],
): FieldIssue {
  return { field, severity, problem, values };
}
