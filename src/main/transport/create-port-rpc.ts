import type { AnyRouter, Context } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { convertUnknownErrors } from './convert-unknown-errors.ts';
import type { RpcService } from './rpc-service.ts';

/** Electron's `MessagePortMain`, as far as the transport needs it. */
export interface MainPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
}

/** Serves a router to the page behind each port. Calls and streams of a port end when it closes. */
export function createPortRpc<T extends Context>(service: RpcService<T>): (port: MainPort) => void {
  const router: AnyRouter = service.router;
  const handler = new RPCHandler<Context>(router, {
    clientInterceptors: [convertUnknownErrors(service.log)],
  });
  return (port) => {
    handler.upgrade(adaptPort(port), { context: service.createContext() });
    port.start();
  };
}

type Listener = (event?: { data: unknown }) => void;

/** The shape that the adapter knows; messages that are neither text nor bytes never reach it. */
function adaptPort(port: MainPort) {
  return {
    on(event: string, listener: Listener) {
      if (event === 'close') port.on('close', () => listener());
      if (event !== 'message') return;
      port.on('message', ({ data }) => {
        if (typeof data === 'string' || data instanceof ArrayBuffer || ArrayBuffer.isView(data))
          listener({ data });
      });
    },
    postMessage: (message: unknown) => port.postMessage(message),
  };
}
