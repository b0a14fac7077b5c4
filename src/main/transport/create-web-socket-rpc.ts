import type { AnyRouter, Context } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import type { WebSocket } from 'ws';
import { convertUnknownErrors } from './convert-unknown-errors.ts';
import type { RpcService } from './rpc-service.ts';

/** Serves a router to WebSockets that are authorised already. Calls and streams of a socket end when it closes. */
export function createWebSocketRpc<T extends Context>(service: RpcService<T>): (socket: WebSocket) => void {
  const router: AnyRouter = service.router;
  const handler = new RPCHandler<Context>(router, {
    clientInterceptors: [convertUnknownErrors(service.log)],
  });
  return (socket) => {
    handler.upgrade(socket, { context: service.createContext() }).catch((error: unknown) => {
      service.log.error({ err: error }, 'a page could not be served');
      socket.close(1011);
    });
  };
}
