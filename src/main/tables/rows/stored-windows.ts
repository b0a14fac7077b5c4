/** Blocks `from`… below `to` of a table, one stretch of them read with one statement; null: there is no bound. */
export interface BlockWindow {
  from: number;
  to: number | null;
}

const firstBlocks = 8;
/** When a filter has left out the rows of so many blocks, the planner may know an index that finds the others. */
const mostFilteredBlocks = 4096;

/**
 * Blocks from one on, forwards or backwards, in windows that grow: rows of one window can be sorted at little cost, and
 * a table of which much is empty, or filtered out, takes few of them.
 */
export function* storedWindows(
  start: number,
  blocks: number,
  { backwards, filtered }: { backwards: boolean; filtered: boolean },
): Generator<BlockWindow> {
  let size = firstBlocks;
  let read = 0;
  for (let at = start; backwards ? at > 0 : at < blocks; size *= 2) {
    if (filtered && read >= mostFilteredBlocks) {
      yield backwards ? { from: 0, to: at } : { from: at, to: null };
      return;
    }
    const next = backwards ? Math.max(0, at - size) : at + size;
    yield backwards ? { from: next, to: at } : { from: at, to: next };
    read += size;
    at = next;
  }
}
