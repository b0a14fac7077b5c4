import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { BadOutcome } from './bad-outcome.tsx';
import { GoodOutcome } from './good-outcome.tsx';
import { ImportProgress } from './import-progress.tsx';
import styles from './import-setup.module.css';
import type { ImportRun } from './use-import.ts';

interface ImportRunViewProps {
  run: ImportRun;
  fileName: string;
}

/** What goes on, or how it went. Comes into sight, wherever the form was scrolled to. */
export function ImportRunView({ run, fileName }: ImportRunViewProps) {
  const t = useTranslations('tableFiles.import');
  const place = useRef<HTMLDivElement>(null);
  const { phase } = run;
  useEffect(() => {
    if (phase !== 'idle') place.current?.scrollIntoView({ block: 'nearest' });
  }, [phase]);
  return (
    <div ref={place} className={styles.status}>
      {run.phase === 'running' && <ImportProgress {...run} />}
      {run.phase === 'failed' && (
        <ErrorBanner title={t(run.mode === 'check' ? 'checkFailed' : 'failed')} error={run.error} />
      )}
      {/* There before it says something, so that screen readers hear it. What is bad is an alert by itself. */}
      <div role="status" className={styles.said}>
        {run.phase === 'ended' && <GoodOutcome ended={run.ended} />}
      </div>
      {run.phase === 'ended' && <BadOutcome ended={run.ended} fileName={fileName} />}
    </div>
  );
}
