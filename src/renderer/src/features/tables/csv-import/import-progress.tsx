import { useTranslations } from 'use-intl';
import type { RunningImport } from '../../../api/table-files.ts';
import { Progress } from '../../../components/progress.tsx';
import { useByteSize } from '../../../components/use-byte-size.ts';

interface ImportProgressProps {
  mode: 'import' | 'check';
  /** Null: it has not begun. */
  state: RunningImport | null;
  cancelling: boolean;
}

/** How much of the file is read, then that the server finishes. */
export function ImportProgress({ mode, state, cancelling }: ImportProgressProps) {
  const t = useTranslations('tableFiles.import');
  const byteSize = useByteSize();
  const read = state && { done: byteSize(state.readBytes), whole: byteSize(state.sizeBytes) };
  const text = cancelling
    ? t('cancelling')
    : state === null || read === null
      ? t('starting')
      : state.finishing
        ? t(mode === 'check' ? 'finishingCheck' : 'finishing')
        : state.lines === null
          ? t('read', read)
          : t('readLines', { ...read, lines: state.lines });
  return (
    <div>
      <Progress
        wide
        label={t(mode === 'check' ? 'checking' : 'importing')}
        done={state?.readBytes ?? 0}
        total={state === null || state.finishing ? null : state.sizeBytes}
      />
      <span className="muted numeric">{text}</span>
    </div>
  );
}
