import { useTranslations } from 'use-intl';
import type { ConsoleState } from '../../../../../shared/contract/consoles.ts';
import type { ResultInfo } from '../../../../../shared/contract/results.ts';
import { Duration } from '../../../components/duration.tsx';
import { Progress } from '../../../components/progress.tsx';
import { useByteSize } from '../../../components/use-byte-size.ts';
import type { RunOutcome } from '../run-outcome.ts';
import styles from './run-status.module.css';
import { useElapsed } from './use-elapsed.ts';

type Running = NonNullable<ConsoleState['running']>;

interface RunStatusProps {
  running: Running | null;
  /** The one that is shown; null: the log. */
  result: ResultInfo | null;
  outcome: RunOutcome;
}

/** What runs, else what came of it: "3 rows · 4 ms". */
export function RunStatus({ running, result, outcome }: RunStatusProps) {
  const t = useTranslations('sql.status');
  if (running !== null) return <Underway running={running} />;
  if (result !== null)
    return (
      <span className={styles.status}>
        {t('rows', { count: result.rowCount })}
        {result.durationMs !== null && (
          <>
            {' '}
            · <Duration ms={result.durationMs} />
          </>
        )}
      </span>
    );
  const { statements, failures, cancelled, lastCommand, durationMs } = outcome;
  if (statements + failures === 0 && !cancelled) return null;
  const texts = [
    statements === 1 && lastCommand !== null
      ? lastCommand
      : statements > 0 && t('statements', { count: statements }),
    failures > 0 && t('errors', { count: failures }),
    cancelled && t('cancelled'),
  ].filter((text) => text !== false);
  return (
    <span className={styles.status}>
      {texts.join(' · ')}
      {durationMs > 0 && (
        <>
          {' '}
          · <Duration ms={durationMs} />
        </>
      )}
    </span>
  );
}

function Underway({
  running: { startedAtMs, statement, statements, file, cancelling },
}: {
  running: Running;
}) {
  const t = useTranslations('sql.status');
  const bytes = useByteSize();
  const elapsed = useElapsed(startedAtMs);
  const count = statements === null ? t('nth', { statement }) : t('ofStatements', { statement, statements });
  return (
    <span className={styles.status}>
      {t(cancelling ? 'cancelling' : 'running')} · {elapsed}
      {(file !== null || (statements ?? 0) > 1) && ` · ${count}`}
      {file !== null && (
        <>
          {` · ${t('read', { done: bytes(file.readBytes), total: bytes(file.sizeBytes) })}`}
          <span className={styles.progress}>
            <Progress label={file.name} done={file.readBytes} total={file.sizeBytes} />
          </span>
        </>
      )}
    </span>
  );
}
