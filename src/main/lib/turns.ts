/** Work that is done one after the other, in the order in which it was asked for. */
export class Turns {
  #tail: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as the work does; what comes next waits for either. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  /** Resolves when everything that was asked for until now is done. */
  async settled(): Promise<void> {
    await this.#tail;
  }
}
