import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { ResultPane } from './result-pane.tsx';
import { RowsOnly } from './rows-only.tsx';

interface ResultViewProps {
  result: ResultInfo;
  /** `\x`: one record below the other. */
  expanded: boolean;
  /** Runs its statement again without the limit that stopped it. */
  onRunWhole: () => void;
}

/** One result of a run, also while its rows arrive. */
export function ResultView({ result, expanded, onRunWhole }: ResultViewProps) {
  return result.columns.length === 0 ? (
    <RowsOnly result={result} onRunWhole={onRunWhole} />
  ) : (
    <ResultPane
      key={`${result.id} ${expanded}`}
      result={result}
      expanded={expanded}
      onRunWhole={onRunWhole}
    />
  );
}
