import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { ImportRun } from './use-import.ts';

interface ImportFooterProps {
  run: ImportRun;
  /** Why nothing can be begun. */
  blocked: string | null;
  onStart: (mode: 'import' | 'check') => void;
  /** Closes the dialog; while it runs, cancels. */
  onLeave: () => void;
}

/** The same three buttons all along, so that the focus stays where it was put; at the end the last one closes. */
export function ImportFooter({ run, blocked, onStart, onLeave }: ImportFooterProps) {
  const t = useTranslations('tableFiles.import');
  const common = useTranslations('common');
  const running = run.phase === 'running' ? run.mode : null;
  const ended = run.phase === 'ended' ? run.ended.state : null;
  if (ended === 'imported')
    return (
      <Button key="import" variant="primary" onClick={onLeave}>
        {common('close')}
      </Button>
    );
  return (
    <>
      <Button onClick={onLeave}>{common('cancel')}</Button>
      <Button
        busy={running === 'check'}
        disabled={running === 'import'}
        disabledReason={running === null ? blocked : null}
        onClick={() => onStart('check')}
      >
        {t(ended === 'refused' ? 'findBadLines' : 'check')}
      </Button>
      <Button
        key="import"
        variant="primary"
        busy={running === 'import'}
        disabled={running === 'check'}
        disabledReason={running === null ? blocked : null}
        onClick={() => onStart('import')}
      >
        {t('import')}
      </Button>
    </>
  );
}
