import type { DockerClient } from './docker-client.ts';
import type { EngineHttp } from './engine-http.ts';
import type { NetworkInfo } from './engine-types.ts';

/** Calls about networks. */
export function networkCalls(http: EngineHttp): Pick<DockerClient, 'listNetworks' | 'connectNetwork'> {
  return {
    listNetworks: () => http.json<NetworkInfo[]>({ method: 'GET', path: '/networks' }),
    connectNetwork: (network, containerId, endpoint) =>
      http.json({
        method: 'POST',
        path: `/networks/${encodeURIComponent(network)}/connect`,
        json: { Container: containerId, EndpointConfig: endpoint },
        subject: { kind: 'network', name: network },
      }),
  };
}
