import { containerCalls } from './container-calls.ts';
import { containerStreams } from './container-streams.ts';
import type { DockerClient } from './docker-client.ts';
import type { EngineLink } from './engine-link.ts';
import { execCalls } from './exec-calls.ts';
import { imageCalls } from './image-calls.ts';
import { networkCalls } from './network-calls.ts';
import { volumeCalls } from './volume-calls.ts';

/** Docker over the link to one engine. Owns nothing: whoever made the link disposes it. */
export function createDockerClient(link: EngineLink): DockerClient {
  return {
    ...containerCalls(link),
    ...containerStreams(link),
    ...execCalls(link),
    ...imageCalls(link),
    ...volumeCalls(link),
    ...networkCalls(link),
  };
}
