import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A socket in front of the real engine that can be shut and opened: to Howdah it is an engine that goes away and comes
 * back, while the containers behind it live on.
 */
export class EngineGate {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();

  constructor(
    readonly path: string,
    private readonly target = (process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock').replace(
      'unix://',
      '',
    ),
  ) {}

  async open(): Promise<void> {
    await rm(this.path, { force: true });
    this.server = createServer((client) => {
      const engine = connect(this.target);
      for (const [socket, other] of [
        [client, engine],
        [engine, client],
      ] as const) {
        this.sockets.add(socket);
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
        socket.on('error', () => other.destroy());
      }
      client.pipe(engine).pipe(client);
    });
    this.server.listen(this.path);
    await once(this.server, 'listening');
  }

  async shut(): Promise<void> {
    const server = this.server;
    if (server === null) return;
    this.server = null;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
    await rm(this.path, { force: true });
  }
}
