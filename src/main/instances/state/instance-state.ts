import type { z } from 'zod';
import type { dockerStateSchema } from '../../../shared/contract/containers.ts';
import type { Instance, InstanceState } from '../../../shared/contract/instances.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';

type DockerState = z.infer<typeof dockerStateSchema>;

export interface StateFacts {
  docker: DockerState;
  health: Instance['health'];
  /** Null: not known (yet), or nothing runs. */
  ready: boolean | null;
  initialising: boolean;
  crashLooping: boolean;
}

/** What a person should read, from what Docker says, its health check, and whether the server answers over TCP. */
export function instanceState(facts: StateFacts): InstanceState {
  switch (facts.docker) {
    case 'created':
    case 'paused':
    case 'removing':
    case 'dead':
      return facts.docker;
    case 'exited':
      return 'stopped';
    case 'restarting':
      return facts.crashLooping ? 'crash-loop' : 'restarting';
    case 'running':
      return runningState(facts);
  }
}

function runningState({ health, ready, initialising, crashLooping }: StateFacts): InstanceState {
  if (crashLooping) return 'crash-loop';
  if (initialising && ready !== true) return 'initialising';
  if (health === 'unhealthy') return 'unhealthy';
  // Before the first probe the health check, if there is one, is the best witness.
  return ready === true || (ready === null && health === 'healthy') ? 'running' : 'starting';
}

/** The engine's word for a state; unknown ones (Podman has more) by what they amount to. */
export function dockerStateOf({ Status, Running, Paused }: ContainerInspect['State']): DockerState {
  switch (Status) {
    case 'created':
    case 'running':
    case 'paused':
    case 'restarting':
    case 'removing':
    case 'exited':
    case 'dead':
      return Status;
    case 'configured':
    case 'initialized':
      return 'created';
    default:
      if (Paused) return 'paused';
      return Running ? 'running' : 'exited';
  }
}

/** Exit 137 is SIGKILL: the server was killed before it had shut down. */
export function isUncleanShutdown(state: ContainerInspect['State']): boolean {
  return !state.Running && state.ExitCode === 137;
}

export function healthOf(state: ContainerInspect['State']): Instance['health'] {
  const status = state.Health?.Status;
  return status === 'healthy' || status === 'unhealthy' || status === 'starting' ? status : 'none';
}
