export type OutlineKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** One line of a value that has parts. Lines stand in document order, what is inside after what holds it. */
export interface OutlineRow {
  depth: number;
  /** Key in an object, index in an array; null for the whole. */
  key: string | null;
  kind: OutlineKind;
  /** A leaf as it is written, at most `longestLeaf` characters of it; empty for what has parts. */
  text: string;
  childCount: number;
  /** It has more parts than are counted here. */
  isCut: boolean;
  /** Index of the first row behind its parts. */
  end: number;
}

export interface Outline {
  rows: readonly OutlineRow[];
  /** The value goes on: it was cut, or has more parts than are laid out. */
  cut: boolean;
}

export const longestLeaf = 2_000;
/** Beyond this nobody scrolls; the raw text is there. */
export const mostOutlineRows = 100_000;

/** Builds an outline from its parts as a parser meets them. */
export class OutlineBuilder {
  readonly rows: OutlineRow[] = [];
  readonly #open: number[] = [];

  get isFull(): boolean {
    return this.rows.length >= mostOutlineRows;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** What the next part stands in. */
  get holder(): OutlineRow | undefined {
    const index = this.#open.at(-1);
    return index === undefined ? undefined : this.rows[index];
  }

  open(kind: 'object' | 'array', key: string | null): void {
    this.#add(kind, key, '');
    this.#open.push(this.rows.length - 1);
  }

  close(): void {
    const holder = this.holder;
    if (holder === undefined) return;
    holder.end = this.rows.length;
    this.#open.pop();
  }

  leaf(kind: OutlineKind, key: string | null, text: string): void {
    this.#add(kind, key, text.length > longestLeaf ? `${text.slice(0, longestLeaf)}…` : text);
  }

  finish(): Outline {
    const cut = this.depth > 0;
    for (let { holder } = this; holder !== undefined; { holder } = this) {
      holder.isCut = true;
      this.close();
    }
    return { rows: this.rows, cut };
  }

  #add(kind: OutlineKind, key: string | null, text: string): void {
    const { holder } = this;
    if (holder !== undefined) holder.childCount += 1;
    const end = this.rows.length + 1;
    this.rows.push({ depth: this.depth, key, kind, text, childCount: 0, isCut: false, end });
  }
}

/** Indexes of the rows that show while some are folded. */
export function shownRows(rows: readonly OutlineRow[], folded: ReadonlySet<number>): number[] {
  const shown: number[] = [];
  for (let index = 0; index < rows.length; ) {
    shown.push(index);
    index = folded.has(index) ? (rows[index]?.end ?? index + 1) : index + 1;
  }
  return shown;
}
