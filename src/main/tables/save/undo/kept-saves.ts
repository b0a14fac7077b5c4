import { randomUUID } from 'node:crypto';
import type { KeptSave } from './kept-save.ts';

export const keptBytes = 64 * 1024 ** 2;

/** What the latest saves can be taken back with; the oldest are let go of when all are more than 64 MiB. */
export class KeptSaves {
  readonly #saves = new Map<string, KeptSave>();
  #sizeBytes = 0;

  /** Answers the name that it is kept under. */
  keep(save: KeptSave): string {
    const id = randomUUID();
    this.putBack(id, save);
    return id;
  }

  /** Whoever takes it is the only one who has it. */
  take(id: string): KeptSave | null {
    const save = this.#saves.get(id);
    if (save === undefined) return null;
    this.#saves.delete(id);
    this.#sizeBytes -= save.sizeBytes;
    return save;
  }

  putBack(id: string, save: KeptSave): void {
    this.#saves.set(id, save);
    this.#sizeBytes += save.sizeBytes;
    for (const oldest of this.#saves.keys()) {
      if (this.#sizeBytes <= keptBytes) return;
      this.take(oldest);
    }
  }
}
