import type { Agent } from 'node:http';
import Dockerode from 'dockerode';
import type { EngineEndpoint } from './engine-candidate.ts';

/**
 * A dockerode for exactly this endpoint, in the engine's own API version.
 * @throws Error for an endpoint that cannot be dialled.
 */
export function createDockerode(endpoint: EngineEndpoint, agent: Agent): Dockerode {
  switch (endpoint.kind) {
    case 'socket': {
      const options = { socketPath: endpoint.path, protocol: 'http' as const, agent };
      return withoutEnvironment(() => new Dockerode(options));
    }
    case 'tcp': {
      const { host, port, tls } = endpoint;
      const protocol = tls === null ? ('http' as const) : ('https' as const);
      const material = Object.entries(tls ?? {}).filter(
        ([key, value]) => key !== 'verify' && value !== undefined,
      );
      const options = { host, port, protocol, agent, ...Object.fromEntries(material) };
      return withoutEnvironment(() => new Dockerode(options));
    }
    case 'ssh':
      throw new Error('Engines behind ssh are not supported.');
    case 'invalid':
      throw new Error(endpoint.detail);
  }
}

/**
 * docker-modem mixes DOCKER_HOST, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH into what it is given, and throws where their
 * files are missing (docker-modem/lib/modem.js, defaultOpts): it must not see them while it is made.
 */
function withoutEnvironment<T>(make: () => T): T {
  const dockerHost = process.env.DOCKER_HOST;
  delete process.env.DOCKER_HOST;
  try {
    return make();
  } finally {
    if (dockerHost !== undefined) process.env.DOCKER_HOST = dockerHost;
  }
}
