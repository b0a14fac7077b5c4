/** Bytes that several results share. */
export class DiskBudget {
  #usedBytes = 0;

  constructor(private readonly totalBytes: number) {}

  /** False, and nothing is taken, when that is more than what is left. */
  take(bytes: number): boolean {
    if (this.#usedBytes + bytes > this.totalBytes) return false;
    this.#usedBytes += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#usedBytes -= bytes;
  }
}
