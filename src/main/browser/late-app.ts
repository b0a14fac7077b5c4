import type { WebSocket } from 'ws';

/** The app behind the window, as the host needs it. */
export interface HostedApp {
  serve(socket: WebSocket): void;
  hasRunningOperations(): boolean;
  dispose(): Promise<void>;
}

/** The app while it is still being made: the window is opened and loads its files meanwhile. */
export class LateApp implements HostedApp {
  readonly #create: () => Promise<HostedApp>;
  #making: Promise<HostedApp> | null = null;
  #made: HostedApp | null = null;

  constructor(create: () => Promise<HostedApp>) {
    this.#create = create;
  }

  /**
   * Makes it, once.
   * @throws whatever its making throws.
   */
  async make(): Promise<void> {
    this.#making ??= this.#create();
    this.#made = await this.#making;
  }

  /** What the page sends before the app is there waits in the socket. */
  serve(socket: WebSocket): void {
    if (this.#made === null) this.#serveLater(socket);
    else this.#made.serve(socket);
  }

  #serveLater(socket: WebSocket): void {
    socket.pause();
    this.make().then(
      () => {
        if (socket.readyState !== socket.OPEN) return;
        this.#made?.serve(socket);
        socket.resume();
      },
      // The host ends with that error.
      () => socket.terminate(),
    );
  }

  hasRunningOperations(): boolean {
    return this.#made?.hasRunningOperations() ?? false;
  }

  async dispose(): Promise<void> {
    const app = await this.#making?.catch(() => null);
    await app?.dispose();
  }
}
