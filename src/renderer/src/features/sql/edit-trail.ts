import type { ChangeDesc } from '@codemirror/state';

const mostKept = 20_000;

/** Every change of a draft since it was opened, so that a place of then can be found now. */
export class EditTrail {
  #changes: ChangeDesc[] = [];
  #forgotten = 0;

  /** This moment. */
  now(): number {
    return this.#forgotten + this.#changes.length;
  }

  add(changes: ChangeDesc): void {
    this.#changes.push(changes);
    if (this.#changes.length < mostKept) return;
    this.#forgotten += this.#changes.length;
    this.#changes = [];
  }

  /** Where an offset of moment `since` is now. Null: too long ago, or the text there was deleted. */
  find(offset: number, since: number): number | null {
    if (since < this.#forgotten) return null;
    let place = offset;
    for (const changes of this.#changes.slice(since - this.#forgotten)) {
      if (place > changes.length) return null;
      const touched = changes.touchesRange(place, Math.min(place + 1, changes.length)) === 'cover';
      if (touched) return null;
      place = changes.mapPos(place, 1);
    }
    return place;
  }
}
