import { type Agent, Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { inspect } from 'node:util';
import type { EngineEndpoint } from './engine-candidate.ts';

/** Idle connections that are kept for the next call. */
const maxIdle = 8;

/** The connections to one engine. Not Node's global agent: they end together with the engine's link. */
export function createEngineAgent(endpoint: EngineEndpoint): Agent {
  const options = { keepAlive: true, maxFreeSockets: maxIdle };
  const agent =
    endpoint.kind === 'tcp' && endpoint.tls !== null
      ? new TlsAgent({ ...options, rejectUnauthorized: endpoint.tls.verify })
      : new PlainAgent(options);
  // docker-modem prints its options in full for every request, even when nobody reads it: 20 calls took 70 ms, not 7.
  return Object.assign(agent, { [inspect.custom]: () => 'EngineAgent' });
}

/** Connections that are open, idle ones included. */
export function countConnections(agent: Agent): number {
  const lists = [...Object.values(agent.sockets), ...Object.values(agent.freeSockets)];
  return lists.reduce((sum, sockets) => sum + (sockets?.length ?? 0), 0);
}
