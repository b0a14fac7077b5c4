import { containerCalls } from './container-calls.ts';
import { containerStreams } from './container-streams.ts';
import type { DockerClient } from './docker-client.ts';
import type { EngineHttp } from './engine-http.ts';
import { execCalls } from './exec-calls.ts';
import { imageCalls } from './image-calls.ts';
import { networkCalls } from './network-calls.ts';
import { volumeCalls } from './volume-calls.ts';

/** Docker over one engine's HTTP. Owns nothing: whoever made `http` disposes it. */
export function createDockerClient(http: EngineHttp): DockerClient {
  return {
    ...containerCalls(http),
    ...containerStreams(http),
    ...execCalls(http),
    ...imageCalls(http),
    ...volumeCalls(http),
    ...networkCalls(http),
  };
}
