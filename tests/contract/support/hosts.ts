import type { ContractRouterClient } from '@orpc/contract';
import type { Logger } from '../../../src/main/lib/logger.ts';
import { createPortRpc } from '../../../src/main/transport/create-port-rpc.ts';
import { createWebSocketRpc } from '../../../src/main/transport/create-web-socket-rpc.ts';
import type { Connection } from '../../../src/renderer/src/api/connect.ts';
import type { sampleContract } from './sample-contract.ts';
import { sampleRouter } from './sample-router.ts';
import { overPort, overWebSocket, type Transport } from './transports.ts';

type SampleClient = ContractRouterClient<typeof sampleContract>;
export type SampleConnection = Connection<SampleClient>;

/** One of the two hosts, serving the sample contract. */
export interface SampleHost extends Transport<SampleClient> {
  readonly seen: Map<string, string>;
}

export async function startBrowserHost(log: Logger): Promise<SampleHost> {
  const seen = new Map<string, string>();
  const serve = createWebSocketRpc({ router: sampleRouter, createContext: () => ({ seen }), log });
  return { seen, ...(await overWebSocket<SampleClient>(serve, log)) };
}

export async function startPortHost(log: Logger): Promise<SampleHost> {
  const seen = new Map<string, string>();
  const serve = createPortRpc({ router: sampleRouter, createContext: () => ({ seen }), log });
  return { seen, ...overPort<SampleClient>(serve) };
}
