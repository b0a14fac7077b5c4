import { type ClientLink, createORPCClient, type NestedClient } from '@orpc/client';
import { type ConnectEnvironment, createPageEnvironment } from './connect-environment.ts';
import { type ConnectionState, ConnectionStatus } from './connection-status.ts';
import { loseWithLink } from './lose-with-link.ts';
import { openRpcPort } from './open-rpc-port.ts';
import { SocketConnector } from './socket-connector.ts';

type NoContext = Record<never, never>;

export interface Connection<TClient> {
  /**
   * Stays the same across reconnects. A call made while not connected waits up to 5 s, then fails with
   * `ConnectionLostError`; so do calls and streams that are under way when the connection is lost.
   */
  readonly client: TClient;
  state(): ConnectionState;
  /** Tells every later change of state; call the returned function to stop. */
  subscribe(listener: (state: ConnectionState) => void): () => void;
  dispose(): void;
}

/** Connects the window to the main process: through Electron's port on `howdah://`, else through the WebSocket. */
export function connect<TClient extends NestedClient<NoContext>>(
  environment: ConnectEnvironment = createPageEnvironment(),
): Connection<TClient> {
  const status = new ConnectionStatus();
  const transport = environment.href().startsWith('howdah:')
    ? connectPort(environment, status)
    : new SocketConnector(environment, status);
  const link: ClientLink<NoContext> = {
    async call(path, input, options) {
      const live = await status.waitForLink(options.signal);
      return loseWithLink(live.isClosed, () => live.link.call(path, input, options));
    },
  };
  return {
    client: createORPCClient<TClient>(link),
    state: () => status.state,
    subscribe: (listener) => status.subscribe(listener),
    dispose() {
      transport.dispose();
      status.dispose();
    },
  };
}

function connectPort(environment: ConnectEnvironment, status: ConnectionStatus): { dispose(): void } {
  let end = (): void => undefined;
  const disposed = new Promise<null>((resolve) => {
    end = () => resolve(null);
  });
  void Promise.race([environment.requestPort(), disposed]).then(async (port) => {
    if (port === null) return;
    const live = openRpcPort(port);
    end = live.close;
    status.onLink(live);
    await live.closed;
    status.onSessionLost();
  });
  return { dispose: () => end() };
}
