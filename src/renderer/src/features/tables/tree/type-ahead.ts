import type { TreeNode } from './tree-nodes.ts';

const pauseMs = 600;

const nameOf = (node: TreeNode): string => (node.kind === 'schema' ? node.name : node.relation.name);

/** What is typed in a tree goes to the next node that begins with it; after a pause it begins anew. */
export class TypeAhead {
  #typed = '';
  #lastMs = Number.NEGATIVE_INFINITY;

  /** @param atMs time of the key. */
  find(character: string, atMs: number, nodes: readonly TreeNode[], currentIndex: number): TreeNode | null {
    if (atMs - this.#lastMs > pauseMs) this.#typed = '';
    this.#lastMs = atMs;
    this.#typed += character.toLowerCase();
    // The same letter again and again goes from one to the next.
    const isOneLetter = [...this.#typed].every((letter) => letter === this.#typed[0]);
    const sought = isOneLetter ? (this.#typed[0] ?? '') : this.#typed;
    const from = isOneLetter ? currentIndex + 1 : currentIndex;
    for (let step = 0; step < nodes.length; step += 1) {
      const node = nodes[(from + step) % nodes.length];
      if (node !== undefined && nameOf(node).toLowerCase().startsWith(sought)) return node;
    }
    return null;
  }
}
