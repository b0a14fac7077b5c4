import type { DockerClient } from './docker-client.ts';
import type { EngineLink } from './engine-link.ts';
import { enginePath } from './engine-path.ts';
import type { NetworkInfo } from './engine-types.ts';
import { readAnswer } from './read-answer.ts';
import { withSignal } from './with-signal.ts';

/** Calls about networks. */
export function networkCalls(link: EngineLink): Pick<DockerClient, 'listNetworks' | 'connectNetwork'> {
  return {
    async listNetworks() {
      const rows = await link.call({}, (abortSignal) =>
        link.docker.listNetworks(withSignal({}, abortSignal)),
      );
      return readAnswer<NetworkInfo[]>(rows);
    },
    async connectNetwork(network, containerId, endpoint) {
      const body: object = { Container: containerId, EndpointConfig: endpoint };
      const subject = { kind: 'network', name: network } as const;
      await link.call({ subject }, async (abortSignal) =>
        link.docker.getNetwork(enginePath(subject)).connect(withSignal(body, abortSignal)),
      );
    },
  };
}
