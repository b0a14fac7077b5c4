import type { ResultInfo } from '../../../../../shared/contract/results.ts';
import type { ShownBelow } from '../../../stores/console-store.ts';

/** What stands below the editor: what was chosen since this run, else its last result, else the log. */
export function shownTab(
  results: readonly ResultInfo[],
  run: number,
  chosen: { run: number; tab: ShownBelow } | undefined,
): ResultInfo | 'log' | 'plan' {
  const last = results.at(-1) ?? 'log';
  if (chosen === undefined || chosen.run !== run) return last;
  const { tab } = chosen;
  return tab === 'log' || tab === 'plan' ? tab : (results.find(({ id }) => id === tab.resultId) ?? last);
}
