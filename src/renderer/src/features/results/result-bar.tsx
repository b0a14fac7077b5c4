import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { Button } from '../../components/button.tsx';
import { CopyMenu } from './copy/copy-menu.tsx';
import type { CopyScope } from './copy/copy-scope.ts';
import { formatCopy } from './copy/format-copy.ts';
import type { Copying } from './copy/use-copy.ts';
import styles from './result-pane.module.css';
import { ResultStatus } from './result-status.tsx';
import { tableNameOf } from './table-name-of.ts';

interface ResultBarProps {
  result: ResultInfo;
  scope: CopyScope;
  copying: Copying;
  /** The find bar while it is open. */
  find: ReactNode;
  onFind: () => void;
  onExport: () => void;
}

/** What there is of a result, and what can be done with all of it. */
export function ResultBar({ result, scope, copying, find, onFind, onExport }: ResultBarProps) {
  const t = useTranslations('results');
  const table = tableNameOf(result.statement) ?? 'result';
  return (
    <div className={styles.bar}>
      <ResultStatus result={result} />
      <span className={styles.space}>{find}</span>
      <Button variant="ghost" aria-keyshortcuts="Control+F" onClick={onFind}>
        {t('find.open')}
      </Button>
      <CopyMenu
        scope={scope}
        busy={copying.busy}
        onCopy={(format) => copying.copy(scope.range, (rows) => formatCopy(format, rows, table))}
        onExport={onExport}
      />
      <Button onClick={onExport}>{t('export.open')}</Button>
    </div>
  );
}
