import type { EngineInfo } from '../../shared/contract/engine.ts';
import type { DockerClient } from '../docker/docker-client.ts';

/** The part of the engine connection that reading needs. */
export interface EngineHandle {
  /** @throws AppFailure `engine-unreachable` */
  client(): DockerClient;
  info(): EngineInfo | null;
}
