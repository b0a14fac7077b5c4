import { rm } from 'node:fs/promises';
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import type { NestedClient } from '@orpc/client';
import type { WebSocket } from 'ws';
import type { Logger } from '../../../src/main/lib/logger.ts';
import { createDownloads } from '../../../src/main/platform/downloads.ts';
import { BrowserHost } from '../../../src/main/transport/browser-host.ts';
import type { MainPort } from '../../../src/main/transport/create-port-rpc.ts';
import { listRendererFiles } from '../../../src/main/transport/renderer-files.ts';
import { type Connection, connect } from '../../../src/renderer/src/api/connect.ts';
import { openPage } from './browser-page.ts';
import { makePageFiles } from './page-files.ts';

/** A main process, as windows reach it. */
export interface Transport<Client extends NestedClient<Record<never, never>>> {
  /** Opens one more window. */
  open(): Connection<Client>;
  /** Takes the latest window's way to the main process away, as a closed window or a dead process does. */
  cut(): void;
  dispose(): Promise<void>;
}

/** The WebSocket of the browser host. */
export async function overWebSocket<Client extends NestedClient<Record<never, never>>>(
  serve: (socket: WebSocket) => void,
  log: Logger,
): Promise<Transport<Client>> {
  const { root, renderer } = await makePageFiles();
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
    open() {
      const page = openPage(host.issueTicket().url);
      cut = () => page.sockets.at(-1)?.terminate();
      return connect<Client>(page);
    },
    cut: () => cut(),
    async dispose() {
      await host.dispose();
      await rm(root, { recursive: true });
    },
  };
}

/** The MessagePort of Electron, with a worker's port in its place. */
export function overPort<Client extends NestedClient<Record<never, never>>>(
  serve: (port: MainPort) => void,
): Transport<Client> {
  const ports: NodePort[] = [];
  return {
    open() {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1);
      serve(asMainPort(port1));
      const page = openPage('howdah://app/howdah/');
      return connect<Client>({ ...page, requestPort: async () => asPagePort(port2) });
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
