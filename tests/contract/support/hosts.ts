import { rm } from 'node:fs/promises';
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import type { ContractRouterClient } from '@orpc/contract';
import type { Logger } from '../../../src/main/lib/logger.ts';
import { createDownloads } from '../../../src/main/platform/downloads.ts';
import { BrowserHost } from '../../../src/main/transport/browser-host.ts';
import { createPortRpc, type MainPort } from '../../../src/main/transport/create-port-rpc.ts';
import { createWebSocketRpc } from '../../../src/main/transport/create-web-socket-rpc.ts';
import { listRendererFiles } from '../../../src/main/transport/renderer-files.ts';
import { type Connection, connect } from '../../../src/renderer/src/api/connect.ts';
import { openPage } from './browser-page.ts';
import { makePageFiles } from './page-files.ts';
import type { sampleContract } from './sample-contract.ts';
import { sampleRouter } from './sample-router.ts';

export type SampleConnection = Connection<ContractRouterClient<typeof sampleContract>>;

/** One of the two hosts, serving the sample contract. */
export interface SampleHost {
  readonly seen: Map<string, string>;
  /** Opens one more window. */
  open(): SampleConnection;
  /** Takes the latest window's way to the main process away, as a closed window or a dead process does. */
  cut(): void;
  dispose(): Promise<void>;
}

export async function startBrowserHost(log: Logger): Promise<SampleHost> {
  const { root, renderer } = await makePageFiles();
  const seen = new Map<string, string>();
  const serve = createWebSocketRpc({ router: sampleRouter, createContext: () => ({ seen }), log });
  const host = new BrowserHost({
    files: await listRendererFiles(renderer),
    serve,
    downloads: createDownloads(),
    onPageCount: () => {},
    log,
  });
  await host.listen(0);
  let cut = (): void => undefined;
  return {
    seen,
    open() {
      const page = openPage(host.issueTicket().url);
      cut = () => page.sockets.at(-1)?.terminate();
      return connect(page);
    },
    cut: () => cut(),
    async dispose() {
      await host.dispose();
      await rm(root, { recursive: true });
    },
  };
}

export async function startPortHost(log: Logger): Promise<SampleHost> {
  const seen = new Map<string, string>();
  const serve = createPortRpc({ router: sampleRouter, createContext: () => ({ seen }), log });
  const ports: NodePort[] = [];
  return {
    seen,
    open() {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1);
      serve(asMainPort(port1));
      const page = openPage('howdah://app/howdah/');
      return connect({ ...page, requestPort: async () => asPagePort(port2) });
    },
    cut: () => ports.at(-1)?.close(),
    async dispose() {
      for (const port of ports) port.close();
    },
  };
}

/** Electron hands over events with `data`; a worker's port hands over the data itself. */
function asMainPort(port: NodePort): MainPort {
  return {
    on(event: string, listener: (event: { data: unknown }) => void) {
      if (event === 'message') port.on('message', (data) => listener({ data }));
      else port.on('close', () => listener({ data: undefined }));
    },
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
  };
}

/** A worker's port follows the page's interface; only its declarations differ. */
function asPagePort(port: NodePort): MessagePort {
  return port as unknown as MessagePort;
}
