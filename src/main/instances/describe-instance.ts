import type { Instance } from '../../shared/contract/instances.ts';
import type { ContainerInspect } from '../docker/engine-types.ts';
import { readEnv, readImageConfig } from '../images/read-image-config.ts';
import { imageVariant } from './image-variant.ts';
import { originOf } from './origin-of.ts';
import { publishedAddresses } from './ports/published-addresses.ts';
import { dockerStateOf, healthOf, instanceState, isUncleanShutdown } from './state/instance-state.ts';
import type { Readiness } from './state/readiness-tracker.ts';

/** What is known of a container beyond its inspect. */
export interface InstanceFacts
  extends Pick<
    Instance,
    | 'storage'
    | 'decisiveLogLine'
    | 'halfInitialised'
    | 'resetUnavailable'
    | 'recreateUnavailable'
    | 'operationId'
  > {
  readiness: Readiness;
  crashLooping: boolean;
}

/** Maps the engine's inspect and what Howdah found out to what the window shows. Pure. */
export function describeInstance(inspect: ContainerInspect, facts: InstanceFacts): Instance {
  const { readiness, crashLooping, ...known } = facts;
  const { State, Config } = inspect;
  const health = healthOf(State);
  const docker = dockerStateOf(State);
  const runs = docker === 'running' || docker === 'paused' || docker === 'restarting';
  // Docker hands the image's environment and labels on to the container, where they outlive the image.
  const { version, major, builtLocally } = readImageConfig(inspect, Config.Image);
  return {
    id: inspect.Id,
    name: inspect.Name.replace(/^\//, ''),
    image: Config.Image,
    state: instanceState({ docker, health, crashLooping, ...readiness }),
    health,
    ready: docker === 'running' ? readiness.ready : null,
    exitCode: docker === 'exited' || docker === 'dead' || docker === 'restarting' ? State.ExitCode : null,
    uncleanShutdown: docker === 'exited' && isUncleanShutdown(State),
    version,
    major,
    variant: imageVariant(Config.Image, readEnv(Config, 'PG_VERSION')),
    builtLocally,
    origin: originOf(Config.Labels),
    addresses: publishedAddresses(inspect),
    autoRemove: inspect.HostConfig.AutoRemove === true,
    createdAtMs: Date.parse(inspect.Created),
    startedAtMs: runs ? Date.parse(State.StartedAt) : null,
    ...known,
  };
}
