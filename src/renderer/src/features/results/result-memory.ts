import type { GridSelection } from '../../components/data-grid/grid-selection.ts';
import type { GridView } from '../../components/data-grid/grid-view.ts';

interface LeftResult {
  selection: GridSelection;
  view: GridView;
}

const mostKept = 100;
const left = new Map<string, LeftResult>();

/** Where results stood when another tab was shown: coming back finds the same rows and the same cell. */
export const resultMemory = {
  find: (key: string): LeftResult | undefined => left.get(key),
  keep(key: string, result: LeftResult): void {
    left.delete(key);
    left.set(key, result);
    const [oldest] = left.keys();
    if (left.size > mostKept && oldest !== undefined) left.delete(oldest);
  },
};
