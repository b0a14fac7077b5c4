export interface WindowLifetimeOptions {
  hasRunningOperations: () => boolean;
  /** Called once, when the last window is gone for good. */
  onEnd: () => void;
  /** Long enough for a reload. */
  graceMs?: number;
  /** Long enough for a window that was just asked for. */
  openingMs?: number;
}

const defaultGraceMs = 3000;
const defaultOpeningMs = 60_000;

/**
 * Ends the app after its last window: once a window was opened by us, having none for the grace time while no operation
 * runs is the end. An operation that runs puts the end off until it is done.
 */
export class WindowLifetime {
  readonly #options: WindowLifetimeOptions;
  #isActive = false;
  #pages = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WindowLifetimeOptions) {
    this.#options = options;
  }

  /** A window was opened by us: from now on the last one ends the app. */
  windowOpened(): void {
    this.#isActive = true;
    if (this.#pages === 0) this.#wait(this.#options.graceMs ?? defaultGraceMs);
  }

  /** A further window was asked for: it gets time to appear. */
  windowWanted(): void {
    if (this.#pages === 0) this.#wait(this.#options.openingMs ?? defaultOpeningMs);
  }

  /** The number of connected pages changed. */
  setPages(count: number): void {
    this.#pages = count;
    if (count === 0) this.#wait(this.#options.graceMs ?? defaultGraceMs);
    else clearTimeout(this.#timer);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isActive) return;
    this.#timer = setTimeout(() => {
      if (this.#options.hasRunningOperations()) this.#wait(this.#options.graceMs ?? defaultGraceMs);
      else {
        this.#isActive = false;
        this.#options.onEnd();
      }
    }, ms);
  }

  dispose(): void {
    this.#isActive = false;
    clearTimeout(this.#timer);
  }
}
