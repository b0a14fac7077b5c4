import type { ResultInfo } from '../../../../../shared/contract/results.ts';
import { useRunWhole } from '../../../api/consoles.ts';
import { useErrorToast } from '../../../errors/use-error-toast.ts';
import { ResultView } from '../../results/result-view.tsx';

interface ResultPanelProps {
  consoleId: string;
  result: ResultInfo;
  /** `\x`: one column below the other. */
  expanded: boolean;
}

/** One result, with the way to go on where a limit stopped it. */
export function ResultPanel({ consoleId, result, expanded }: ResultPanelProps) {
  const runWhole = useRunWhole();
  const showError = useErrorToast();
  const go = () =>
    runWhole.mutate({ id: consoleId, resultId: result.id }, { onError: ({ error }) => showError(error) });
  return <ResultView result={result} expanded={expanded} onRunWhole={go} />;
}
